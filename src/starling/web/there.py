"""The story that a form speaks of, if it is there: what a page of a deleted one sends may change no other."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends

from starling.model.problem import UnknownError
from starling.web.respond import Work


def _there(work: Work, slug: str) -> str:
    """The slug of a story that is there; UnknownError for one that is not."""
    if work.stories.get(slug) is None:
        raise UnknownError(
            f"There is no story “{slug}”.", try_this="It was renamed or deleted since its page was opened."
        )
    return slug


There = Annotated[str, Depends(_there)]
