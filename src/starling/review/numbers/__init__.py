"""The numbers audit: every figure of a story, checked against the others.

mask -> extract -> relate -> evaluate -> judge -> explain, in files of these names.
"""
