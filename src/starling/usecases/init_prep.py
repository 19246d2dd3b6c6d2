"""A new prep folder: where stories, settings and questions will stand."""

from __future__ import annotations

from dataclasses import dataclass

from starling.ports import Home

_SETTINGS = """\
# What you prepare for. Delete the # before a line to set it.

# role = "ML engineer"
# company = "Brindlecart"
# level = "senior"          # junior, senior or staff; without it, scope is not judged

# minutes = [2, 3]          # how long a telling may take
# pace = 140                # words you say in a minute
# minutes_a_day = 45        # how long you prepare on a day
# stories = 10              # how many stories you want to have ready

# ignore = ["too-short"]    # rules that shall be silent here; `starling rules` lists them
# only = []                 # or the only rules that shall speak

# embeddings = "models/minilm"  # a sentence model in a folder, for matching; see docs/matching.md

# [[interview]]             # one of these for each interview to come, at the end of the file
# company = "Brindlecart"
# day = 2026-12-09
"""

_QUESTIONS = """\
# Questions you want an answer to. An import adds those it finds; add your own:
#
# [[question]]
# slug = "changed-your-mind"
# text = "Describe the last time somebody changed your mind."
# source = "a friend, after her loop"
"""

_IGNORED = """\
.starling/
takes/
"""


@dataclass(frozen=True, kw_only=True)
class Prep:
    """A prep folder, and which of its files are new."""

    where: str
    made: tuple[str, ...]


def init_prep(home: Home, where: str) -> Prep:
    """Make a prep folder; what is there already is left as it is."""
    files = {"starling.toml": _SETTINGS, "questions.toml": _QUESTIONS, ".gitignore": _IGNORED}
    return Prep(where=where, made=home.make(files))
