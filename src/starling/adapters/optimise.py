"""Choices made exactly, with HiGHS (port: Optimiser); it is imported when there is something to choose."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

from starling.model.choice import Program, Progress, Solved

_BEAT = 0.25
"""Seconds between two reports, and the longest that Ctrl-C waits for to be seen."""
_NEARLY = 1 - 1e-6
"""Totals are whole, so that a bound nearer than this to the best choice proves it."""


def is_installed() -> bool:
    """Whether the ``optimise`` extra is there; nothing is imported to find out."""
    return find_spec("highspy") is not None


class HighsOptimiser:
    """HiGHS: branch and cut, on the processors that are there."""

    def solve(self, program: Program, start: Sequence[int], progress: Progress, seconds: float) -> Solved:
        """The best choice, or the best found in *seconds* or until Ctrl-C; *start* is one that is allowed."""
        import highspy  # noqa: PLC0415 - 70 MB and numpy, for this alone

        solver = _model(highspy, program, seconds)
        solver.setSolution(len(start), list(start), [1.0] * len(start))
        stopped = _run(solver, progress)
        info = solver.getInfo()
        found = solver.getSolution().col_value if math.isfinite(info.objective_function_value) else []
        chosen = tuple(at for at, value in enumerate(found[: program.whole]) if value > 0.5)  # noqa: PLR2004
        best = chosen if found else tuple(sorted(start))
        proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        bound = info.mip_dual_bound if math.isfinite(info.mip_dual_bound) else -math.inf
        return Solved(chosen=best, bound=bound, proven=proven, stopped=stopped)


def _model(highspy: Any, program: Program, seconds: float) -> Any:
    solver = highspy.Highs()
    solver.silent()
    count = len(program.costs)
    solver.addVars(count, [0.0] * count, [1.0] * count)
    solver.changeColsCost(count, list(range(count)), list(program.costs))
    kinds = [highspy.HighsVarType.kInteger] * program.whole
    solver.changeColsIntegrality(program.whole, list(range(program.whole)), kinds)
    for each in program.conditions:
        places, weights = zip(*each.terms, strict=True) if each.terms else ((), ())
        solver.addRow(each.least, highspy.kHighsInf, len(places), list(places), list(weights))
    solver.setOptionValue("time_limit", float(seconds))
    solver.setOptionValue("mip_abs_gap", _NEARLY)
    solver.setOptionValue("mip_rel_gap", 0.0)
    return solver


def _run(solver: Any, progress: Progress) -> bool:
    """Solve in a thread and report; whether the person pressed Ctrl-C."""
    solver.HandleUserInterrupt = True
    seen = [math.inf, -math.inf]

    def note(event: Any) -> None:
        seen[:] = event.data_out.mip_primal_bound, event.data_out.mip_dual_bound

    solver.cbMipInterrupt += note
    solver.startSolve()
    stopped = False
    while True:
        try:
            if solver.wait(_BEAT)[0]:
                return stopped
            progress(*seen)
        except KeyboardInterrupt:
            stopped = True
            solver.cancelSolve()
