"""The numbers audit: every figure of a story, checked against the others.

From the single figure upwards: ``quantities`` reads it, ``told`` and ``closing`` hear what several tell
together, ``relations`` says what fits, ``audit`` puts it in order and ``voice`` in words.
"""
