"""Relations in sentences of our own that hold or fail by construction, for kinds that few real stories show.

A template is filled with figures that make it hold; its mutants are the same
sentences with one figure that makes it fail. Both come from seeded chance.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from starling.model.story import Story
from starling.review.rule import tell

Fill = dict[str, object]


@dataclass(frozen=True)
class Telling:
    """A made telling: its relation, what was changed ("" where it holds), and the story."""

    relation: str
    how: str
    story: Story


@dataclass(frozen=True)
class Template:
    """Sentences with gaps, figures that hold, and for each change figures that do not."""

    relation: str
    text: tuple[tuple[str, str], ...]
    holds: Callable[[random.Random], Fill]
    breaks: tuple[tuple[str, Callable[[Fill], Fill]], ...]

    def tellings(self, chance: random.Random) -> Iterator[Telling]:
        """The telling that holds, then each that is broken."""
        fill = self.holds(chance)
        yield self._told("", fill)
        for how, change in self.breaks:
            yield self._told(how, fill | change(fill))

    def _told(self, how: str, fill: Fill) -> Telling:
        return Telling(self.relation, how, tell(**{part: text.format(**fill) for part, text in self.text}))


def tellings(seed: int, rounds: int) -> Iterator[Telling]:
    """Every template *rounds* times, each time with other figures."""
    chance = random.Random(seed)
    for _ in range(rounds):
        for template in TEMPLATES:
            yield from template.tellings(chance)


def _made(
    relation: str,
    holds: Callable[[random.Random], Fill],
    *breaks: tuple[str, Callable[[Fill], Fill]],
    **text: str,
) -> Template:
    return Template(relation, tuple(text.items()), holds, breaks)


def _int(fill: Fill, name: str) -> int:
    return int(str(fill[name]))


def _fold(chance: random.Random) -> Fill:
    after, times = chance.randint(2, 20), chance.choice((3, 4, 5, 6, 8))
    return {"before": after * times, "after": after, "times": times, "unit": "minutes"}


def _fall(chance: random.Random) -> Fill:
    before, percent = chance.choice((20, 40, 60, 80, 200)), chance.choice((25, 40, 60, 75))
    return {"before": before, "after": before * (100 - percent) // 100, "percent": percent, "what": "hours"}


def _points(chance: random.Random) -> Fill:
    before, points = chance.randint(40, 60), chance.randint(12, 30)
    return {"before": before, "after": before + points, "points": points}


def _recovered(chance: random.Random) -> Fill:
    base = chance.choice((12, 20, 40))
    return {"base": base, "low": base // 2, "now": base // 2 + base // 4, "share": 50}


def _mean(chance: random.Random) -> Fill:
    fast, slow, share = chance.randint(5, 15), chance.randint(100, 300), chance.choice((60, 70, 80))
    mean = (share * fast + (100 - share) * slow) / 100
    return {
        "fast": fast,
        "slow": slow,
        "hit": share,
        "rest": 100 - share,
        "mean": round(mean),
        "wide": slow * 3,
    }


def _shares(chance: random.Random) -> Fill:
    one, two = chance.randint(30, 50), chance.randint(15, 30)
    return {"one": one, "two": two, "three": 100 - one - two}


def _complement(chance: random.Random) -> Fill:
    precision = chance.randint(55, 90)
    return {"precision": precision, "rest": 100 - precision}


def _sum(chance: random.Random) -> Fill:
    parts = [chance.randint(20, 90) for _ in range(3)]
    return {"one": parts[0], "two": parts[1], "three": parts[2], "total": sum(parts)}


def _part(chance: random.Random) -> Fill:
    whole = chance.randint(40, 90)
    return {"whole": whole, "part": whole - chance.randint(8, 20)}


def _percentiles(chance: random.Random) -> Fill:
    low = chance.randint(80, 200)
    return {"low": low, "high": low * chance.randint(2, 4), "top": low * 6}


def _target(chance: random.Random) -> Fill:
    target = chance.randint(200, 500)
    return {"target": target, "reached": target - chance.randint(20, 90), "before": target * 4}


def _deadline(chance: random.Random) -> Fill:
    weeks = chance.randint(6, 12)
    return {"weeks": weeks, "took": weeks - chance.randint(1, 3)}


_THINGS = (
    "a schema check",
    "a drift alarm",
    "a shadow run",
    "a replay of old traffic",
    "a cost report",
    "a rollback script",
)


def _list(chance: random.Random) -> Fill:
    number = chance.randint(3, 5)
    words = ("", "one", "two", "three", "four", "five")
    return {
        "number": words[number],
        "what": chance.choice(("guards", "checks", "changes", "steps")),
        "items": "\n".join(f"- {thing.capitalize()}" for thing in _THINGS[:number]),
    }


def _product(chance: random.Random) -> Fill:
    each, many = chance.choice((12, 25, 40, 150)), chance.choice((4, 8, 20, 30))
    return {"each": each, "many": many, "total": f"{each * many:,}", "product": each * many}


def _rate(chance: random.Random) -> Fill:
    per_day = chance.choice((40, 200, 1200))
    return {"day": f"{per_day:,}", "week": f"{per_day * 7:,}", "number": per_day}


def _saved(chance: random.Random) -> Fill:
    month = chance.choice((3, 5, 12, 40))
    return {"month": month, "year": month * 12}


def _f1(chance: random.Random) -> Fill:
    precision, recall = chance.randint(60, 92), chance.randint(60, 92)
    return {
        "precision": precision,
        "recall": recall,
        "f1": round(2 * precision * recall / (precision + recall) / 100, 3),
    }


def _auc(chance: random.Random) -> Fill:
    return {"auc": chance.choice((0.71, 0.84, 0.93))}


def _base(chance: random.Random) -> Fill:
    hours, people = chance.choice((30, 40, 60)), chance.choice((20, 25, 50))
    return {"hours": hours, "people": people, "product": hours * people, "base": "for each engineer"}


TEMPLATES = (
    _made(
        "R1", _fold,
        ("number", lambda fill: {"times": _int(fill, "times") * 3}),
        ("unit", lambda _: {"unit": "hours"}),
        situation="Retraining was the slowest step of our week.",
        action="I cached the features and ran the folds side by side.",
        result="A full run went from {before} {unit} to {after} minutes, so it is now {times}x faster.",
    ),
    _made(
        "R2", _fall,
        ("number", lambda fill: {"percent": 15 if _int(fill, "percent") > 50 else 88}),
        ("direction", lambda fill: {"before": fill["after"], "after": fill["before"]}),
        ("unit", lambda _: {"what": "days"}),
        situation="Labelling was done by hand.",
        action="I wrote a tool that suggests the label.",
        result="The backlog fell from {before} {what} to {after} hours, a reduction of {percent}%.",
    ),
    _made(
        "R2", _points,
        ("number", lambda fill: {"points": _int(fill, "points") + 25}),
        situation="The reader missed too many invoices.",
        action="I added a second pass for scans.",
        result="Recall rose from {before}% to {after}%, {points} percentage points more.",
    ),
    _made(
        "R3", _recovered,
        ("number", lambda _: {"share": 90}),
        ("number", lambda fill: {"now": float(str(fill["base"])) * 0.95}),
        situation="After the release the click rate dropped from {base}% to {low}%.",
        action="I put the old ranking back for new users.",
        result="The click rate recovered to {now}%, which is {share}% of the loss.",
    ),
    _made(
        "R4", _mean,
        ("number", lambda fill: {"mean": fill["wide"]}),
        situation="Search answered too slowly.",
        action="I put a cache in front: {hit}% of requests take {fast} ms and {rest}% take {slow} ms.",
        result="The average is now {mean} ms.",
    ),
    _made(
        "R5", _shares,
        ("number", lambda fill: {"three": _int(fill, "three") + 25}),
        ("number", lambda fill: {"one": _int(fill, "one") + 18}),
        situation="One model could not serve all shops.",
        action="I combined three models with weights of {one}%, {two}% and {three}%.",
        result="The merchants stopped calling.",
    ),
    _made(
        "R6", _complement,
        ("number", lambda fill: {"rest": _int(fill, "rest") + 20}),
        situation="Precision was {precision}%, meaning {rest}% of what we flagged were false positives.",
        action="I moved the threshold with the review team.",
        result="The review team kept up again.",
    ),
    _made(
        "R7", _sum,
        ("number", lambda fill: {"total": _int(fill, "total") * 3}),
        ("number", lambda fill: {"two": _int(fill, "two") + _int(fill, "total")}),
        situation="A request spent {one} ms in the gateway, {two} ms in the ranker, {three} ms in the store: "
        "{total} ms in total.",
        action="I traced a hundred of them.",
        result="We knew where to begin.",
    ),
    _made(
        "R7", _part,
        ("number", lambda fill: {"part": _int(fill, "whole") + 30}),
        situation="{part} of our {whole} pipelines had no owner.",
        action="I asked every team to claim theirs.",
        result="All were claimed by the end of the quarter.",
    ),
    _made(
        "R8", _percentiles,
        ("number", lambda fill: {"low": _int(fill, "high") * 3}),
        ("number", lambda fill: {"high": _int(fill, "low") // 4}),
        situation="Nobody measured the tail.",
        action="I added histograms to every service.",
        result="In May the p50 latency was {low} ms and the p95 latency {high} ms.",
    ),
    _made(
        "R9", _target,
        ("number", lambda fill: {"reached": _int(fill, "target") * 2}),
        situation="The p95 latency of the ranker was {before} ms.",
        task="The target was a p95 latency below {target} ms.",
        action="I moved the features next to the model.",
        result="We met the target: p95 latency is now {reached} ms.",
    ),
    _made(
        "R9", _deadline,
        ("number", lambda fill: {"took": _int(fill, "weeks") + 7}),
        situation="A partner wanted the export.",
        task="I had to deliver it within {weeks} weeks.",
        action="I cut the scope to the two formats they used.",
        result="It was delivered on time, in {took} weeks.",
    ),
    _made(
        "R10", _list,
        ("number", lambda _: {"number": "eight"}),
        ("number", lambda _: {"number": "two"}),
        situation="Releases broke the scorer.",
        action="I added {number} {what}:\n{items}",
        result="No release has broken it since.",
    ),
    _made(
        "R13", _base,
        ("base", lambda _: {"base": "for the whole team in total"}),
        situation="Manual checks cost about {hours} engineering hours per week {base}.",
        action="I automated the checks.",
        result="With {hours} hours per week × {people} engineers we get {product} hours per week back.",
    ),
    _made(
        "R15", _product,
        ("number", lambda fill: {"total": f"{_int(fill, 'product') * 3:,}"}),
        ("number", lambda fill: {"each": _int(fill, "each") * 4}),
        situation="{many} clients sent {each} requests per minute each, {total} requests per minute in all.",
        action="I put a queue in front.",
        result="The service stayed up.",
    ),
    _made(
        "R17", _rate,
        ("number", lambda fill: {"week": f"{_int(fill, 'number') * 22:,}"}),
        situation="The bot opened {day} tickets per day, that is {week} tickets per week.",
        action="I merged duplicates before they were filed.",
        result="The queue is read again.",
    ),
    _made(
        "R17", _saved,
        ("number", lambda fill: {"year": _int(fill, "year") * 4}),
        situation="The cluster was idle at night.",
        action="I scheduled the training for those hours.",
        result="It saves ${month}K per month, which is ${year}K per year.",
    ),
    _made(
        "R18", _f1,
        ("number", lambda fill: {"f1": 0.98 if float(str(fill["f1"])) < 0.85 else 0.55}),
        situation="The old detector was a list of words.",
        action="I trained a small classifier on two years of tickets.",
        result="It reaches a precision of {precision}%, a recall of {recall}% and an F1 of {f1}.",
    ),
    _made(
        "R18", _auc,
        ("number", lambda _: {"auc": 1.3}),
        situation="The old detector was a list of words.",
        action="I trained a small classifier on two years of tickets.",
        result="It reaches an AUC of {auc}.",
    ),
)  # fmt: skip
