"""The stories of a preview to tick: what an import would do with each, and the one thing to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from starling.model.report import QuestionType
from starling.prep.candidates import Origin
from starling.review.numbers.relation import Verdict
from starling.review.question_type import type_of
from starling.usecases.import_notes import Outcome
from starling.usecases.paste import FoundStory
from starling.web.views.counted import count
from starling.web.views.notes import first_sentence
from starling.web.views.versions import DiffLine, diff_lines


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One story to tick: ``field`` is what the tick is called ("" for one that is kept already)."""

    number: int
    title: str
    field: str
    ticked: bool
    note: str
    figures: str
    diff: tuple[DiffLine, ...] = ()


def found_row(found: FoundStory, *, alone: bool) -> FoundRow:
    """One story; an answer to a question is ticked where there is nothing else to tick."""
    imported = found.imported
    figures = len(found.numbers.figures)
    field, ticked, note = _tick(found)
    return FoundRow(
        number=found.number,
        title=imported.story.title or "Untitled",
        field=field,
        ticked=ticked or (alone and field == "take" and tells_an_event(found)),
        note=note,
        figures=count(figures, "number") if figures else "",
        diff=diff_lines(imported.diff) if imported.outcome in (Outcome.CHANGED, Outcome.CONFLICT) else (),
    )


def tells_an_event(found: FoundStory) -> bool:
    """Whether it is a story, or the answer to a question that asks for one: "Why us?" does not."""
    asked = found.origin is Origin.ANSWER and type_of(found.imported.story) is not QuestionType.MOTIVATION
    return found.is_told or asked


def _tick(found: FoundStory) -> tuple[str, bool, str]:
    """What the tick of a story is called, whether it is set, and what to say beside it."""
    outcome = found.imported.outcome
    if outcome is Outcome.UNCHANGED:
        return "", False, "You keep it already, in these words."
    if outcome is Outcome.CHANGED:
        return "update", False, "The wording has changed. Tick it to take the new one over yours."
    if outcome is Outcome.CONFLICT:
        return "update", False, "You changed yours too. Tick it to keep the new text beside it."
    if found.origin is Origin.PARAGRAPH:
        return "take", False, " ".join(found.imported.story.parts[0].text.split())
    if not tells_an_event(found):
        return "take", False, "This question asks for no event. Tick it to keep the answer as a story."
    apart = "" if found.origin is Origin.STORY else "It has no labels, so Starling told its parts apart. "
    return "take", found.is_told, f"{apart}{_note(found)}"


def _note(found: FoundStory) -> str:
    """The one thing to say about a story."""
    if not found.report.english:
        return "This seems to be another language than English. It is kept, and not assessed."
    if found.mend is not None:
        return first_sentence(found.mend.message)[0]
    figures = len(found.numbers.figures)
    if figures < 2 or not all_fit(found):  # noqa: PLR2004 - one number has nothing to fit
        return "Nothing to mend first."
    return f"{hold_text(figures).capitalize()}."


def hold_text(number: int) -> str:
    """That two or more numbers hold, in words."""
    return "both numbers hold" if number == 2 else f"all {number} numbers hold"  # noqa: PLR2004 - both


def all_fit(found: FoundStory) -> bool:
    """Whether nothing at all is to be said against the numbers of a story."""
    return not any(
        found.numbers.of(verdict)
        for verdict in (Verdict.CONTRADICTION, Verdict.AMBIGUOUS, Verdict.UNVERIFIABLE)
    )
