"""Rules, relations and dimensions as terminal text: the list, and one of them explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from starling.cli.paper import Lines, bold, clean, count, dim, wrap
from starling.review.rule import Rule
from starling.usecases.rules import Explained, ExplainedDimension, ExplainedRelation, Rules


def _rules(listed: Rules) -> Iterator[str]:
    """The rules below the dimension that they belong to, then the relations."""
    room = max(len(rule.name) for rule in listed.rules)
    for dimension in listed.dimensions:
        yield bold(f"{dimension.name} {dimension.title}")
        yield from _rows((each for each in listed.rules if each.dimension == dimension.name), room)
        yield ""
    yield bold("Between figures")
    room = max(len(each.name) for each in listed.relations)
    for each in listed.relations:
        head = f"{each.code:<4} {each.name:<{room}}  "
        yield from wrap(each.summary, " " * len(head), first=head)
    told = (
        f"{count(len(listed.rules), 'rule')} and {count(len(listed.relations), 'relation')} between figures."
    )
    yield from ("", *wrap(f"{told} Next: starling explain NAME"))


def _rows(rules: Iterable[Rule], room: int) -> Iterator[str]:
    for rule in rules:
        head = f"{rule.name:<{room}}  {rule.strength.value:<11}  "
        yield from wrap(rule.summary, " " * len(head), first=head)


def _explained(explained: Explained) -> Iterator[str]:
    rule = explained.rule
    yield f"{bold(rule.name)}  {dim(f'{rule.strength.value}, {rule.dimension}')}"
    yield from ("", *wrap(rule.summary), *wrap(rule.why), "", *wrap(f"Source: {rule.source}"))
    yield from _tellings("Speaks on", explained.speaks_on)
    yield from _tellings("Silent on", explained.silent_on)
    yield f'Off for good: ignore = ["{rule.name}"] in starling.toml.'
    yield f"For one story: starling accept STORY {rule.name}"


def _explained_relation(explained: ExplainedRelation) -> Iterator[str]:
    relation = explained.relation
    yield f"{bold(f'{relation.code} {relation.name}')}  {dim('a relation between figures')}"
    yield from ("", *wrap(relation.summary), *wrap(relation.why), "", *wrap(f"Source: {relation.source}"))
    for verdict, tellings in explained.verdicts:
        yield from _tellings(f"NUM-{relation.code}-{verdict}", tellings)
    yield from _tellings("Silent on", explained.silent_on)
    yield "See it in your stories: starling numbers STORY"


def _explained_dimension(explained: ExplainedDimension) -> Iterator[str]:
    dimension = explained.dimension
    yield f"{bold(f'{dimension.name} {dimension.title}')}  {dim('a dimension of the rubric')}"
    yield from ("", *wrap(dimension.asks), "")
    for number, anchor in enumerate(dimension.anchors, 1):
        yield from wrap(anchor, "    ", first=f"{number}   ")
    yield from ("", *wrap(f"Source: {dimension.source}"), "", bold("Rules that look for it"))
    yield from _rows(explained.rules, max((len(rule.name) for rule in explained.rules), default=0))
    yield from ("", "See it in your stories: starling show STORY")


def _tellings(head: str, tellings: Iterable[str]) -> Iterator[str]:
    yield from ("", bold(head))
    for telling in tellings:
        for row in clean(telling).split("\n"):
            yield from (wrap(row, "    ") if row.strip() else ())
        yield ""


LINES: Lines = {
    Rules: _rules,
    Explained: _explained,
    ExplainedRelation: _explained_relation,
    ExplainedDimension: _explained_dimension,
}
