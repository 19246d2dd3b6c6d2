"""Others are blamed, and the speaker has no part in it."""

from __future__ import annotations

from collections.abc import Iterator

from starling.model.report import Strength
from starling.review.reading import Reading
from starling.review.reading.clauses import quote_around
from starling.review.rule import Mark, Rule, example, tell
from starling.review.signals.people import may_own_error, other_views, verdicts


def check(reading: Reading) -> Iterator[Mark]:
    """Mark the first verdict on others in a telling that has no own part and no view of theirs."""
    judged = verdicts(reading)
    if judged and not may_own_error(reading) and not other_views(reading):
        start, end = judged[0].start, judged[0].end
        said = quote_around(reading, start, end)
        yield Mark(
            start,
            end,
            f"Add your own part, or what they had to work with. “{said}” leaves all of it with others.",
        )


RULE = Rule(
    summary="Others are blamed, and no part of it is the speaker's.",
    why="An interviewer listens for what you could have done; a story without it sounds like a complaint.",
    source="rubric, D11 (anchor 2) and 6.2 failure: others' fault",
    strength=Strength.ACTIONABLE,
    dimension="D11",
    hits=(
        example(
            tell(
                situation="The data team dropped the ball on the export.",
                action="I rebuilt the table overnight.",
            )
        ),
        example(
            tell(
                action="The network team had moved a switch without telling anybody, and they never test "
                "anything. I spent six hours on it."
            )
        ),
        example(
            tell(
                situation="The vendor's manual was terrible and their support never answered.",
                action="I kept a list of open points and called them every day.",
            )
        ),
        example(
            tell(situation="My manager didn't listen, and the launch slipped.", result="We shipped in May.")
        ),
        example(tell(situation="The vendor never cared about the log.", action="I wrote it myself.")),
    ),
    misses=(
        example(
            tell(
                situation="The data team dropped the ball on the export.",
                action="I should have asked for a test file in week one, and from then on I did.",
            )
        ),
        example(
            tell(situation="The vendor changed the schema without notice.", action="I added a contract test.")
        ),
        example(tell(situation="They didn't listen at first, because their concern was the on-call load.")),
        example(tell(action="I ran a blameless review so that nobody was blamed.")),
    ),
    check=check,
    cues=("blame_phrases",),
)
