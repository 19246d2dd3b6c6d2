"""Plain text to nouns and back, with the position of every word."""
