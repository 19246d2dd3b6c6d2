"""One file per rule; a rule's name is its file's name."""
