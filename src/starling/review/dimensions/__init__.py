"""The twelve dimensions of the rubric, one file each: ``d01_structure.py`` to ``d12_by_ear.py``."""
