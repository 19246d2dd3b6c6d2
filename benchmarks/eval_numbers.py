"""How well the numbers audit judges: CORPUS [--errors].

CORPUS is a folder with ``stories.jsonl`` and ``number_labels.jsonl``. The
worked examples are looked for beside it, in ``reference/numbers_examples.json``
and ``seeds/``. Goals: issue 3 and evaluation, section 4. What is natural and
what the harness made are reported apart.
"""

from __future__ import annotations

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import number_examples
from benchmarks.number_labels import Judged, Label, answer, is_about, load, touches, verdict_on
from benchmarks.number_mutations import LOOSE, STRICT, Mutant, is_found, mutants
from benchmarks.number_templates import tellings
from starling.model.report import Brief
from starling.review.numbers.audit import audit
from starling.review.numbers.relation import Claim, Verdict
from starling.review.reading import Reading

SEED, ROUNDS = 20, 10
RAISED = (Verdict.CONTRADICTION, Verdict.AMBIGUOUS)
ASKED = (*RAISED, Verdict.UNVERIFIABLE)
NO_HEADLINE = ("R9", "R11")
"""An open target, and a direction that nothing shows, are raised beside the two headline figures."""


class Goal(NamedTuple):
    """A measured figure beside what it must reach; None where it is only reported."""

    what: str
    measured: str
    goal: str
    reached: bool | None

    def __str__(self) -> str:
        """The row of the report."""
        said = "" if self.reached is None else f"{self.goal:<8} {'reached' if self.reached else 'MISSED'}"
        return f"  {self.what:<58}{self.measured:<18}{said}".rstrip()


def share(what: str, part: int, whole: int, least: float = 0) -> Goal:
    """*part* of *whole*, which must be *least* or more; 0 where it is only reported."""
    value = part / whole if whole else 0.0
    goal = f"≥ {least:.2f}" if least else ""
    return Goal(what, f"{part} of {whole}, {value:.3f}", goal, value >= least if least else None)


def by_relation(stories: Iterable[Judged], errors: list[str]) -> Iterator[str]:
    """A table of the labelled relations: how many, how many seen, how many with the right verdict."""
    labels, seen, right = Counter[str](), Counter[str](), Counter[str]()
    for judged in stories:
        for label in judged.of("relation"):
            verdict = verdict_on(judged, label)
            labels[label.relation] += 1
            seen[label.relation] += verdict is not None
            right[label.relation] += verdict == label.verdict
            if verdict != label.verdict:
                errors.append(f"{verdict or 'unseen':<14}{_told(label)}")
    yield f"  {'relation':<10}{'labels':>8}{'seen':>8}{'right':>8}"
    for name in sorted(labels, key=lambda relation: int(relation[1:])):
        yield f"  {name:<10}{labels[name]:>8}{seen[name]:>8}{right[name]:>8}"
    yield f"  {'all':<10}{labels.total():>8}{seen.total():>8}{right.total():>8}"


def _told(label: Label) -> str:
    spans = " | ".join(" ".join(span.split())[:60] for span in label.spans[:4])
    named = f"{label.story} {label.relation} {label.verdict} ({label.confidence})"
    return f"{named}: {spans}  [{label.computed[:80]}]"


def false_alarms(stories: list[Judged], errors: list[str]) -> Iterator[Goal]:
    """How often a contradiction is claimed where there is none."""
    quiet, alarms, true, allowed, claimed = 0, 0, 0, 0, 0
    for judged in stories:
        contradictions = judged.said(Verdict.CONTRADICTION)
        known = [label for label in judged.of("relation") if label.verdict == "contradiction"]
        open_to_it = [label for label in judged.of("relation") if label.verdict == "ambiguous"]
        hits = [c for c in contradictions if any(is_about(c, label) for label in known)]
        others = [c for c in contradictions if c not in hits]
        claimed, true = claimed + len(contradictions), true + len(hits)
        allowed += sum(any(is_about(c, label) for label in open_to_it) for c in others)
        errors.extend(f"false contradiction {judged.name}: {_claim(claim)}" for claim in others)
        for label in judged.of("relation", "hard_negative"):
            if label.verdict in ("consistent", "none"):
                quiet += 1
                meets = is_about if label.kind == "relation" else touches
                alarms += any(meets(claim, label) for claim in others)
    alarmed = alarms / quiet if quiet else 0.0
    what = "consistent and hard negatives called a contradiction"
    yield Goal(what, f"{alarms} of {quiet}, {alarmed:.3f}", "≤ .01", alarmed <= 0.01)
    yield share("contradictions that are labelled so (precision)", true, claimed, 0.95)
    yield Goal("  of the others labelled ambiguous", str(allowed), "", None)
    per_story = (claimed - true) / len(stories)
    yield Goal("false contradictions per story", f"{per_story:.3f}", "≤ .05", per_story <= 0.05)


def _claim(claim: Claim) -> str:
    words = " | ".join(" ".join(each.text.split()) for each in claim.quantities)
    return f"{claim.code}{' (asked)' if claim.escapable else ''}: {words} [{claim.arithmetic}]"


def seen(stories: list[Judged], errors: list[str]) -> Iterator[Goal]:
    """What the audit sees of what is labelled."""
    stated = [(j, each) for j in stories for each in j.of("relation") if each.states]
    consistent = [(j, each) for j, each in stated if each.verdict == "consistent"]
    confirmed = sum(verdict_on(judged, label) is Verdict.CONSISTENT for judged, label in consistent)
    nine = [(j, each) for j in stories for each in j.of("relation") if each.verdict == "contradiction"]
    found = [_raised(judged, label, (Verdict.CONTRADICTION,)) for judged, label in nine]
    asked = [_raised(judged, label, ASKED) for judged, label in nine]
    for (_, label), is_found_, is_asked in zip(nine, found, asked, strict=True):
        errors.append(f"{'found' if is_found_ else 'asked' if is_asked else 'missed':<14}{_told(label)}")
    doubts = [(j, each) for j in stories for each in j.of("relation") if each.verdict == "ambiguous"]
    raised = sum(verdict_on(judged, label) in ASKED for judged, label in doubts)
    any_way = sum(_raised(judged, label, ASKED) for judged, label in doubts)
    yield share("consistent that state a claim, confirmed", confirmed, len(consistent), 0.75)
    yield share("labelled contradictions found", sum(found), len(nine))
    yield share("labelled contradictions raised, also as a question", sum(asked), len(nine), 6 / 9)
    yield share("ambiguities raised under their relation", raised, len(doubts), 0.50)
    yield share("  raised under any relation", any_way, len(doubts))


def _raised(judged: Judged, label: Label, verdicts: tuple[Verdict, ...]) -> bool:
    """Whether any claim with one of these verdicts is about a label, under whatever relation."""
    return any(is_about(claim, label) for claim in judged.said(*verdicts))


def headlines(stories: list[Judged], errors: list[str]) -> Iterator[Goal]:
    """The figures without basis: those raised against those labelled, in whatever relation."""
    good, bad, found, missed, reachable, most = 0, 0, 0, 0, 0, 0
    for judged in stories:
        claims, wanted = judged.said(Verdict.UNVERIFIABLE), judged.of("unverifiable")
        open_ones = [*wanted, *(each for each in judged.of("relation") if each.verdict == "unverifiable")]
        stray = [claim for claim in claims if not any(touches(claim, label) for label in open_ones)]
        unheard = [label for label in wanted if not any(touches(claim, label) for claim in claims)]
        good, bad = good + len(claims) - len(stray), bad + len(stray)
        found, missed = found + len(wanted) - len(unheard), missed + len(unheard)
        reachable += min(2, len(wanted))
        most = max(most, sum(claim.relation not in NO_HEADLINE for claim in claims))
        errors.extend(f"not unverifiable {judged.name}: {_claim(claim)}" for claim in stray)
        errors.extend(f"headline missed {_told(label)}" for label in unheard)
    yield share("figures without basis raised that are labelled (precision)", good, good + bad, 0.80)
    yield share("labelled figures without basis raised (recall)", found, found + missed, 0.60)
    yield share("  that two a story can reach", reachable, found + missed)
    yield Goal("headline figures raised in one story, at most", str(most), "≤ 2", most <= 2)


def macro_f1(stories: list[Judged]) -> Iterator[Goal]:
    """Four-way F1 of the verdicts on labelled relations, with those not seen as misses and without them."""
    pairs = [(each.verdict, verdict_on(j, each)) for j in stories for each in j.of("relation")]
    for what, counted in (
        ("with unseen", pairs),
        ("without unseen", [pair for pair in pairs if pair[1] is not None]),
    ):
        yield Goal(f"verdict macro-F1 {what}", f"{_macro_f1(counted):.3f}", "", None)


def _macro_f1(pairs: list[tuple[str, Verdict | None]]) -> float:
    scores = []
    for verdict in Verdict:
        both = sum(wanted == verdict == said for wanted, said in pairs)
        either = sum(wanted == verdict for wanted, _ in pairs) + sum(said == verdict for _, said in pairs)
        scores.append(2 * both / either if either else 0.0)
    return sum(scores) / len(scores)


class Tried(NamedTuple):
    """One broken relation: which, where it came from, how it was broken, and what the audit said."""

    relation: str
    natural: bool
    how: str
    verdict: Verdict | None


def natural_mutants(stories: Iterable[Judged], errors: list[str]) -> Iterator[Tried]:
    """The confirmed relations of the corpus, each broken."""
    chance = random.Random(SEED)
    for judged in stories:
        done: set[int] = set()
        for label in judged.of("relation"):
            claim = answer(judged, label) if label.verdict == "consistent" and label.states else None
            if (
                claim is None
                or claim.verdict is not Verdict.CONSISTENT
                or not claim.stated
                or id(claim) in done
            ):
                continue
            done.add(id(claim))
            for mutant in mutants(judged.reading.story, claim, chance):
                verdict = is_found(mutant)
                if verdict is None:
                    errors.append(f"mutant missed ({mutant.how}) {_told(label)}: {_changed(mutant)}")
                yield Tried(mutant.relation, natural=True, how=mutant.how, verdict=verdict)


def _changed(mutant: Mutant) -> str:
    text = "\n\n".join(part.text for part in mutant.story.parts)
    return " ".join(text[max(0, mutant.start - 30) : mutant.end + 30].split())


def made_mutants(errors: list[str]) -> Iterator[Tried]:
    """Tellings of our own, broken; those that hold and are called a contradiction are errors."""
    for telling in tellings(SEED, ROUNDS):
        claims = audit(Reading(telling.story, Brief())).claims
        raised = [claim.verdict for claim in claims if claim.verdict in RAISED]
        verdict = min(raised, key=RAISED.index, default=None)
        said = " / ".join(part.text for part in telling.story.parts)
        if telling.how:
            yield Tried(telling.relation, natural=False, how=telling.how, verdict=verdict)
            if verdict is None:
                errors.append(f"made mutant missed {telling.relation} ({telling.how}): {said}")
        elif verdict is Verdict.CONTRADICTION:
            errors.append(f"made telling that holds called a contradiction {telling.relation}: {said}")


def mutation_lines(tried: list[Tried]) -> Iterator[str]:
    """Recall by relation; natural and made apart, and how much of it was called a contradiction."""
    yield f"  {len(tried)} broken relations, by what was changed: " + ", ".join(
        f"{how} {count}" for how, count in Counter(each.how for each in tried).most_common()
    )
    yield f"  {'relation':<10}{'natural':>16}{'made':>16}{'both':>8}{'contradiction':>15}  goal"
    grouped: dict[str, list[Tried]] = defaultdict(list)
    for each in tried:
        grouped[each.relation].append(each)
    for relation in (*STRICT, *LOOSE):
        yield _recall_row(relation, grouped[relation], 0.9 if relation in STRICT else 0.75)
    rest = [each for name in grouped if name not in (*STRICT, *LOOSE) for each in grouped[name]]
    if rest:
        yield _recall_row("others", rest, 0)
    yield _recall_row("all", tried, 0)


def _recall_row(name: str, tried: list[Tried], goal: float) -> str:
    natural, made = ([each for each in tried if each.natural is kind] for kind in (True, False))
    recall = _recall(tried)
    hard = sum(each.verdict is Verdict.CONTRADICTION for each in tried)
    said = f"≥ {goal:.2f} {'reached' if recall >= goal else 'MISSED'}" if goal else ""
    cells = "".join(
        f"{f'{_recall(each):.2f} of {len(each)}' if each else '–':>16}" for each in (natural, made)
    )
    share = f"{hard / len(tried):.2f}" if tried else "–"
    return f"  {name:<10}{cells}{recall:>8.2f}{share:>15}  {said}".rstrip()


def _recall(tried: list[Tried]) -> float:
    return sum(each.verdict is not None for each in tried) / len(tried) if tried else 0.0


def main(corpus: Path, *, show_errors: bool) -> None:
    """Print every figure; a goal that is missed says so."""
    errors: list[str] = []
    lines = list(number_examples.lines(corpus.parent, errors))
    stories = load(corpus)
    lines += [f"\nnatural relations: {len(stories)} labelled stories", *by_relation(stories, errors)]
    goals = [
        *false_alarms(stories, errors),
        *seen(stories, errors),
        *headlines(stories, errors),
        *macro_f1(stories),
    ]
    lines += map(str, goals)
    tried = [*natural_mutants(stories, errors), *made_mutants(errors)]
    lines += ["\nmutations: contradiction or ambiguity on what was changed", *mutation_lines(tried)]
    print("\n".join(lines))
    if show_errors:
        print("\nerrors")
        print("\n".join(f"  {line}" for line in errors))


if __name__ == "__main__":
    folder = next((each for each in sys.argv[1:] if not each.startswith("-")), "../shared/corpus")
    main(Path(folder), show_errors="--errors" in sys.argv)
