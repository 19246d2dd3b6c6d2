"""The ports, kept: on disk, and on the day's date."""
