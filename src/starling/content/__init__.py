"""The data that ships with Starling, and the one way to read it."""
