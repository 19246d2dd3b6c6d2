"""The prep folder looked over, and what can be made anew."""

from __future__ import annotations

from fastapi import APIRouter

from starling.usecases.doctor import Health, examine
from starling.web.frame import Said
from starling.web.late import LateRoute
from starling.web.respond import Done, Work, twin, write
from starling.web.views.doctor import doctor_view, repaired_text

router = APIRouter(tags=["doctor"], route_class=LateRoute)


@twin(router, "/doctor", "settings_doctor.html", doctor_view)
def doctor(work: Work) -> Health:
    """What is wrong in the prep folder; nothing, as a rule."""
    return examine(work)


def _repaired(health: Health) -> Done:
    return Done("/doctor", Said(repaired_text(health)))


@write(router, "/doctor/repair", _repaired)
def repair(work: Work) -> Health:
    """Make anew what can be: the cache, and what the history does not know."""
    return examine(work, repair=True)
