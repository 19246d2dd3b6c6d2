"""The types of own questions that do not say theirs: told from their words, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from starling.model.report import QuestionType
from starling.ports import Workspace
from starling.prep import question_bank as module

OWN = "Tell me about a beehive you had to move."


def asked(work: Workspace, page: str = "") -> list[QuestionType]:
    """
    The types of the own questions as a new start of the program has them, with what is written before it.
    """
    if page:
        (Path(work.where) / "questions.toml").write_text(page, "utf-8")
    module._bank.cache_clear()
    return [each.type for each in module.question_bank(work).questions if each.own]


def test_what_an_own_question_asks_for_is_told_once(work: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The next start takes the type from the cache, with the same answer; a changed page is told anew.
    """
    told: list[str] = []
    tell = module._type_of

    def watched(text: str) -> QuestionType | None:
        told.append(text)
        return tell(text)

    monkeypatch.setattr(module, "_type_of", watched)
    first = asked(work, f'[[question]]\ntext = "{OWN}"\n')

    assert [OWN] == told
    assert first == asked(work)
    assert [OWN] == told
    assert [QuestionType.CONFLICT] == asked(work, f'[[question]]\ntext = "{OWN}"\ntype = "conflict"\n')


def test_a_cache_that_is_spoilt_changes_no_type(work: Workspace) -> None:
    """
    What cannot be read in the cache is worked out again.
    """
    first = asked(work, f'[[question]]\ntext = "{OWN}"\n')
    work.cache.put(module.CACHE, b'{"key": 1')

    assert first == asked(work)
