"""Starling prepares ML engineers for interviews from the notes they already have."""

__version__ = "0.1.0"
