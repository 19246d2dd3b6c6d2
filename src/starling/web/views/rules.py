"""The rules as pages show them: the list by dimension, and what one of them looks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starling.review.rule import Rule
from starling.usecases.rules import Explained, ExplainedDimension, ExplainedRelation, Rules
from starling.usecases.settings import ShownSettings
from starling.web.views.ledger import HEADS
from starling.web.views.notes import BY_STRENGTH

_LONG, _BEGINS = 90, 12
"""Words from which a telling is folded, and those that are shown of it then."""
_HEADS = {verdict: head for verdict, _, head, _ in HEADS}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule or relation of the list; ``word`` says how much a finding of it matters."""

    name: str
    summary: str
    url: str
    kind: str = ""
    word: str = ""
    silent: bool = False


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """The rules of one dimension; ``url`` is its page."""

    name: str
    head: str
    asks: str
    url: str
    rows: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class RulesView:
    """Every rule below its dimension, then the relations between figures."""

    headline: str
    lede: str
    groups: tuple[RuleGroup, ...]
    relations: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling; ``begins`` are the first words of one that is too long to be shown at once, else ""."""

    text: str
    begins: str


@dataclass(frozen=True, slots=True)
class Tellings:
    """Tellings about which the same is said."""

    head: str
    texts: tuple[Telling, ...]


@dataclass(frozen=True, kw_only=True)
class ExplainedView:
    """One rule, relation or dimension.

    ``silences`` is what the button says, "" for what cannot be silenced, and
    ``ignore`` what the settings say once it was pressed.
    """

    name: str
    summary: str
    why: str = ""
    source: str
    kind: str = ""
    word: str = ""
    group: tuple[str, str] | None = None
    tellings: tuple[Tellings, ...] = ()
    anchors: tuple[str, ...] = ()
    rows: tuple[RuleRow, ...] = ()
    silences: str = ""
    ignore: str = ""


def rules_view(listed: Rules, settings: ShownSettings) -> RulesView:
    """The list, under a headline that says how many of the rules speak in this folder."""
    silent = _silent(listed.rules, settings)
    groups = tuple(
        RuleGroup(
            each.name,
            f"{each.name} {each.title}",
            each.asks,
            rule_url(each.name),
            _rows((rule for rule in listed.rules if rule.dimension == each.name), silent),
        )
        for each in listed.dimensions
    )
    relations = tuple(
        RuleRow(f"{each.code} {each.name}", each.summary, rule_url(each.name)) for each in listed.relations
    )
    every, speaking = len(listed.rules), len(listed.rules) - len(silent)
    headline = f"{speaking} of {every} rules speak here" if silent else f"All {every} rules speak here"
    lede = f"Figures are looked at for {len(relations)} relations besides."
    return RulesView(headline, lede, groups, relations)


def explained_view(
    explained: Explained | ExplainedRelation | ExplainedDimension, settings: ShownSettings
) -> ExplainedView:
    """What a name stands for."""
    if isinstance(explained, Explained):
        return _rule(explained, settings)
    return (
        _relation(explained) if isinstance(explained, ExplainedRelation) else _dimension(explained, settings)
    )


def rule_url(name: str) -> str:
    """Where a rule, a relation or a dimension is explained."""
    return f"/rules/{name}"


def _rule(explained: Explained, settings: ShownSettings) -> ExplainedView:
    rule = explained.rule
    ignored = [each.name for each in settings.ignore]
    others = [each for each in ignored if each != rule.name]
    is_silent = rule.name in ignored
    kind, word = BY_STRENGTH[rule.strength]
    return ExplainedView(
        name=rule.name,
        summary=rule.summary,
        why=rule.why,
        source=rule.source,
        kind=kind,
        word=word,
        group=(rule.dimension, rule_url(rule.dimension)),
        tellings=(
            _tellings("It speaks on", explained.speaks_on),
            _tellings("It is silent on", explained.silent_on),
        ),
        silences="Let it speak again" if is_silent else "Silence it in this folder",
        ignore=",".join(others if is_silent else [*ignored, rule.name]),
    )


def _relation(explained: ExplainedRelation) -> ExplainedView:
    relation = explained.relation
    told = [_tellings(_HEADS[verdict], tellings) for verdict, tellings in explained.verdicts]
    return ExplainedView(
        name=f"{relation.code} {relation.name}",
        summary=relation.summary,
        why=relation.why,
        source=relation.source,
        tellings=(*told, _tellings("Nothing is said on", explained.silent_on)),
    )


def _tellings(head: str, texts: Iterable[str]) -> Tellings:
    return Tellings(head, tuple(map(_telling, texts)))


def _telling(text: str) -> Telling:
    words = text.split()
    return Telling(text, f"{' '.join(words[:_BEGINS])} …" if len(words) > _LONG else "")


def _dimension(explained: ExplainedDimension, settings: ShownSettings) -> ExplainedView:
    dimension = explained.dimension
    return ExplainedView(
        name=f"{dimension.name} {dimension.title}",
        summary=dimension.asks,
        source=dimension.source,
        anchors=dimension.anchors,
        rows=_rows(explained.rules, _silent(explained.rules, settings)),
    )


def _rows(rules: Iterable[Rule], silent: frozenset[str]) -> tuple[RuleRow, ...]:
    return tuple(
        RuleRow(
            each.name, each.summary, rule_url(each.name), *BY_STRENGTH[each.strength], each.name in silent
        )
        for each in rules
    )


def _silent(rules: Iterable[Rule], settings: ShownSettings) -> frozenset[str]:
    """The rules that the settings silence: those they ignore, and all but those that alone shall speak."""
    only, ignored = ({each.name for each in some} for some in (settings.only, settings.ignore))
    return frozenset(rule.name for rule in rules if rule.name in ignored or (only and rule.name not in only))
