"""The families of follow-up questions, one file each; a family's name is its file's name."""
