"""The relations, one file or folder each: what numbers of a story can have to do with one another."""
