"""What companies look for."""

from __future__ import annotations

from starling.model.principle import Principle
from starling.prep.question_bank import Unfit
from starling.usecases.principles import ListedPrinciple, PrincipleList
from starling.wire.common import Json, Shapes


def _principle_list(found: PrincipleList) -> Json:
    return {
        "company": found.company,
        "principles": [_listed(each) for each in found.principles],
        "unfit": [unfit_json(each) for each in found.unfit],
    }


def _listed(listed: ListedPrinciple) -> Json:
    return {"principle": principle_json(listed.principle), "questions": list(listed.questions)}


def principle_json(principle: Principle) -> Json:
    """One principle of a company."""
    return {
        "ref": principle.ref,
        "company": principle.company,
        "name": principle.name,
        "also": list(principle.also),
        "gist": principle.gist,
        "under": principle.under,
        "good": principle.good,
        "over": principle.over,
        "standing": principle.standing.value,
        "until": principle.until,
        "confidence": principle.confidence.value,
        "checked": None if principle.checked is None else principle.checked.isoformat(),
        "source": principle.source,
        "own": principle.own,
    }


def unfit_json(unfit: Unfit) -> Json:
    """What could not be read as meant in a file of the person's own."""
    problem = unfit.problem
    return {"where": unfit.where, "what": problem.what, "line": problem.line, "try_this": problem.try_this}


SHAPES: Shapes = {PrincipleList: ("principles", _principle_list)}
