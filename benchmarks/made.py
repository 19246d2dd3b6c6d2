"""Made-up stories for measuring speed: sentences of our own, put together by a seeded chance."""

from __future__ import annotations

import random
import re

SYSTEMS = (
    "fraud scorer",
    "search ranker",
    "invoice reader",
    "demand forecast",
    "support bot",
    "ad pricer",
    "route planner",
)
TEAMS = (
    "the platform team",
    "the analysts",
    "Marek from billing",
    "our product manager",
    "the on-call group",
)
METHODS = (
    "a gradient boosted model",
    "a small correction step",
    "a two-stage ranker",
    "an index of embeddings",
)
DATA = ("two years of till data", "six weeks of logs", "4,000 labelled pages", "half of the live traffic")
MEASURES = ("latency", "recall", "the error", "the share of empty answers", "the cost per request")

SITUATION = (
    "In {season} {year} I worked on the {system} of a company with about {many},000 customers.",
    "It ran every night and {team} read its output in the morning.",
    "About {low}% of its answers were wrong, and most of those came from rare cases.",
    "Two earlier attempts to mend it had been given up after a few weeks.",
)
TASK = (
    "I was asked to bring {measure} from {high} to {low} before the end of {month}.",
    "It also had to stay within {budget} dollars a month, as it did before.",
)
ACTION = (
    "I first read {count} failures by hand, because I wanted to know what was broken before I chose a model.",
    "I compared {method} with the rule that was there, on {data}.",
    "{team} expected the opposite, so I showed them the cases where the two disagreed.",
    "I dropped the larger model: it was {low}% better offline and four times as slow.",
    "Then I moved the features into one table, so that training and serving read the same values.",
    "I wrote a check that refuses a release when {measure} gets worse by more than two points.",
    "I rolled it out to a tenth of the traffic and watched {measure} for {count} hours.",
    "When an alert fired on the second day I rolled back within the hour and found a stale cache.",
    "I asked {team} to own the labels, since they knew the edge cases better than I did.",
)
RESULT = (
    "After {weeks} weeks {measure} had gone from {high} to {low}, next to the old version on the same days.",
    "{team} stopped checking the output by hand and told us so in the review.",
    "It cost {budget} dollars a month, which was within the limit.",
)
REFLECTION = (
    "I would bring {team} in before the first experiment, not after it.",
    "Since then I read a few hundred failures before I touch a model, and I did so again on the {system}.",
)
_LONGER = re.compile(r"\b[a-z]{5,}\b")
FULL = {"Situation": SITUATION, "Task": TASK, "Action": ACTION, "Result": RESULT, "Learning": REFLECTION}
WORDS = sorted({word for told in FULL.values() for row in told for word in _LONGER.findall(row)})


def _sentence(template: str, chance: random.Random) -> str:
    said = template.format(
        season=chance.choice(("spring", "summer", "autumn", "winter")),
        year=chance.randint(2017, 2025),
        month=chance.choice(("March", "June", "October")),
        system=chance.choice(SYSTEMS),
        team=chance.choice(TEAMS),
        method=chance.choice(METHODS),
        data=chance.choice(DATA),
        measure=chance.choice(MEASURES),
        many=chance.randint(2, 900),
        low=chance.randint(2, 40),
        high=chance.randint(41, 90),
        budget=chance.randint(2, 90) * 100,
        count=chance.randint(20, 700),
        weeks=chance.randint(2, 9),
    )
    return said[0].upper() + said[1:]


def parts(number: int, share: float = 1.0) -> dict[str, str]:
    """The parts of made-up story *number*, the same ones at every call, with a *share* of all sentences."""
    chance = random.Random(number)
    told: dict[str, str] = {}
    for label, templates in FULL.items():
        chosen = templates[: max(1, round(share * len(templates)))]
        told[label] = " ".join(_sentence(each, chance) for each in chosen)
    return told


def page(number: int) -> str:
    """Made-up story *number* as a page of a prep folder, of 100 to 350 words, as real ones have."""
    share = (0.25, 0.35, 0.5, 0.65, 1.0)[number % 5]
    told = "\n\n".join(f"## {label}\n\n{text}" for label, text in parts(number, share).items())
    return f"# Made-up story {number}\n\n> Tell me about a hard technical problem.\n\n{told}\n"


def event(number: int) -> str:
    """Made-up story *number* as a page that tells its own event: half of the longer words are exchanged."""
    chance = random.Random(number)
    rows = page(number).split("\n")
    return "\n".join(row if row.startswith(("#", ">")) else _exchanged(row, chance) for row in rows)


def _exchanged(text: str, chance: random.Random) -> str:
    return _LONGER.sub(lambda found: chance.choice(WORDS) if chance.random() < 0.5 else found[0], text)


def answer(count: int, number: int = 0) -> str:
    """An answer of *count* words in labelled parts; actions are added until it is long enough."""
    told = parts(number)
    chance = random.Random(number + 1)
    while len(" ".join(told.values()).split()) < count:
        told["Action"] += " " + _sentence(chance.choice(ACTION), chance)
    spare = len(" ".join(told.values()).split()) - count
    told["Action"] = told["Action"].rsplit(maxsplit=spare)[0] if spare else told["Action"]
    return "\n\n".join(f"**{label}:** {text}" for label, text in told.items())
