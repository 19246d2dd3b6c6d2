"""Notes in any of the usual formats, read into stories, answers, questions and everything else they hold."""

from starling.text.notes.read import read_notes

__all__ = ["read_notes"]
