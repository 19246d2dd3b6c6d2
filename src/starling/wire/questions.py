"""The questions of the bank."""

from __future__ import annotations

from starling.model.question import Asked, BankQuestion, Competency, InterviewType, Slot, StoryKind
from starling.usecases.questions import QuestionKept, QuestionList, QuestionShown
from starling.wire.common import Json, Shapes
from starling.wire.principles import principle_json, unfit_json


def _question_list(found: QuestionList) -> Json:
    return {
        "questions": [_question(each) for each in found.questions],
        "competencies": [_competency(each) for each in found.competencies],
        "interviews": [_interview(each) for each in found.interviews],
        "total": found.total,
        "others": found.others,
        "unfit": [unfit_json(each) for each in found.unfit],
    }


def _question(question: BankQuestion) -> Json:
    """One question of the bank."""
    return {
        "slug": question.slug,
        "text": question.text,
        "also": list(question.also),
        "competency": question.competency,
        "type": question.type.value,
        "level": None if question.level is None else question.level.value,
        "shows": list(question.shows),
        "traps": list(question.traps),
        "follow_ups": list(question.follow_ups),
        "probes": list(question.probes),
        "kinds": list(question.kinds),
        "asked": [_asked(each) for each in question.asked],
        "own": question.own,
        "source": question.source,
        "checked": None if question.checked is None else question.checked.isoformat(),
    }


def _asked(asked: Asked) -> Json:
    return {"company": asked.company, "day": None if asked.day is None else asked.day.isoformat()}


def _competency(competency: Competency) -> Json:
    return {
        "slug": competency.slug,
        "name": competency.name,
        "gist": competency.gist,
        "parent": competency.parent,
    }


def _interview(interview: InterviewType) -> Json:
    return {
        "slug": interview.slug,
        "name": interview.name,
        "minutes": list(interview.minutes),
        "focus": interview.focus,
        "source": interview.source,
    }


def _shown(shown: QuestionShown) -> Json:
    return {
        "question": _question(shown.question),
        "competency": None if shown.competency is None else _competency(shown.competency),
        "shows": [_slot(each) for each in shown.shows],
        "probes": [principle_json(each) for each in shown.probes],
        "kinds": [_kind(each) for each in shown.kinds],
    }


def _slot(slot: Slot) -> Json:
    return {"slug": slot.slug, "name": slot.name, "gist": slot.gist}


def _kind(kind: StoryKind) -> Json:
    return {
        "slug": kind.slug,
        "name": kind.name,
        "gist": kind.gist,
        "must": kind.must,
        "groups": list(kind.groups),
        "traps": list(kind.traps),
        "has": list(kind.has),
        "source": kind.source,
    }


def _kept(kept: QuestionKept) -> Json:
    return {
        "slug": kept.slug,
        "where": kept.where,
        "new": kept.new,
        "question": None if kept.question is None else _question(kept.question),
    }


SHAPES: Shapes = {
    QuestionList: ("questions", _question_list),
    QuestionShown: ("question", _shown),
    QuestionKept: ("question_kept", _kept),
}
