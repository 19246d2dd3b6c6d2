"""The relations, one file each: what numbers of a story can have to do with one another."""
