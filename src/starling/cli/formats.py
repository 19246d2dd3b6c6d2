"""A check for machines: JSON, GitHub annotations, SARIF 2.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from starling import __version__
from starling.model.report import Finding, Strength
from starling.usecases.check import Checked
from starling.usecases.rules import list_rules
from starling.wire import to_json

_LEVELS = {
    Strength.ESSENTIAL: "error",
    Strength.ACTIONABLE: "warning",
    Strength.INFORMATIVE: "note",
    Strength.CELEBRATORY: "none",
}


def json_lines(checked: Checked) -> Iterator[str]:
    """The answer as every ``--json`` prints it."""
    yield to_json(checked)


def github_lines(checked: Checked) -> Iterator[str]:
    """One workflow command for each open finding: errors, warnings and notices at their lines."""
    for name, finding in _findings(checked):
        if not finding.accepted and finding.strength is not Strength.CELEBRATORY:
            level = _LEVELS[finding.strength].replace("note", "notice")
            where = f"file={_property(name)},line={finding.start.line},col={finding.start.column}"
            where += f",endLine={finding.end.line},endColumn={finding.end.column}"
            yield f"::{level} {where},title={_property(finding.rule)}::{_data(finding.message)}"


def sarif_lines(checked: Checked) -> Iterator[str]:
    """The Static Analysis Results Interchange Format, as code hosts read it."""
    rules = list_rules().rules
    index = {rule.name: number for number, rule in enumerate(rules)}
    driver = {
        "name": "Starling",
        "version": __version__,
        "rules": [
            {
                "id": rule.name,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": rule.why},
                "help": {"text": f"Source: {rule.source}. More: starling explain {rule.name}"},
                "defaultConfiguration": {"level": _LEVELS[rule.strength]},
            }
            for rule in rules
        ],
    }
    results = [_result(name, finding, index[finding.rule]) for name, finding in _findings(checked)]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    yield json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _result(name: str, finding: Finding, index: int) -> dict[str, Any]:
    region = {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
    }
    place = {"artifactLocation": {"uri": _uri(name)}, "region": region}
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.strength],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": place}],
    }
    if finding.strength is Strength.CELEBRATORY:
        result["kind"] = "informational"  # a level of none says that nothing failed
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "justification": "accepted by the author"}]
    return result


def _findings(checked: Checked) -> Iterator[tuple[str, Finding]]:
    """Every finding with its file, in the order of files and places."""
    for source in checked.sources:
        found = [finding for report in source.reports for finding in report.findings]
        for finding in sorted([*found, *source.page]):
            yield source.name, finding


def _uri(name: str) -> str:
    """The path of a file as a URI: one from the root names its scheme."""
    from pathlib import Path
    from urllib.parse import quote

    return Path(name).as_uri() if Path(name).is_absolute() else quote(name.replace("\\", "/"))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
