"""Which story answers what: what a question asks for, what a story tells, and how well the two fit."""
