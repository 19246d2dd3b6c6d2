"""What an author states about fits, as it stands in front matter: read, and changed there alone.

fits:
  - amazon/dive-deep is strong, because I read 500 empty searches by hand.
  - disagreed-with-a-peer is none, because we agreed from the first day.
"""

from __future__ import annotations

import re
from typing import Any

from starling.model.problem import Problem
from starling.model.story import StatedFit
from starling.text.front_matter import Facts, read_facts, scalar

KEY = "fits"
FITS = ("strong", "partly", "none")

_STATED = re.compile(r"(\S.*?) is (strong|partly|none)(?:,? because (\S.*)|[,.])?", re.IGNORECASE | re.DOTALL)


def read_fits(facts: Facts) -> tuple[tuple[StatedFit, ...], tuple[Problem, ...]]:
    """The stated fits, of two about one thing the last, and a problem for each that is not understood."""
    said = facts.values.get(KEY, ())
    found: dict[str, StatedFit] = {}
    problems: list[Problem] = []
    for each in (said,) if isinstance(said, str) else said:
        fit = _read(each)
        if fit is not None:
            found.pop(fit.row.casefold(), None)
            found[fit.row.casefold()] = fit
        elif each:
            advice = (
                f"Write it as: amazon/dive-deep is {FITS[0]}, because SENTENCE. Or {FITS[1]}, or {FITS[2]}."
            )
            problems.append(Problem(f"“{each}” in the front matter states no fit.", 2, advice))
    return tuple(found.values()), tuple(problems)


def _read(said: str) -> StatedFit | None:
    found = _STATED.fullmatch(said.strip())
    return None if found is None else StatedFit(found[1], found[2].lower(), found[3] or "")


def written(fit: StatedFit) -> str:
    """A stated fit as it stands in front matter."""
    because = " ".join(fit.because.split())
    return f"{fit.row} is {fit.fit}" + (f", because {because}" if because else "")


def state(text: str, fit: StatedFit) -> str | None:
    """The page *text*, in which a fit is stated, the rest as it is; None where its facts are broken."""
    page = _Page.of(text)
    if page is None:
        return None
    item = scalar(written(fit))
    if page.fits is None:
        return page.with_key(item)
    same = next((node for node in page.items if _is_about(node.value, fit.row)), None)
    if same is not None:
        return page.changed(same.start_mark.index, same.end_mark.index, item)
    return page.with_item(item)


def forget(text: str, row: str) -> str | None:
    """The page *text* without what its author stated about *row*; None where its front matter is broken."""
    page = _Page.of(text)
    if page is None:
        return None
    left = [node for node in page.items if not _is_about(node.value, row)]
    for node in reversed([node for node in page.items if _is_about(node.value, row)]):
        page = page.without(node, last=not left)
    return page.text


def _is_about(said: str, row: str) -> bool:
    fit = _read(" ".join(said.split()))
    return fit is not None and fit.row.casefold() == row.casefold()


class _Page:
    """A page whose front matter can be read: where its facts begin, and the node of the stated fits."""

    def __init__(self, text: str, start: int, end: int, key: Any, fits: Any) -> None:
        self.text, self._start, self._end = text, start, end
        self._key, self.fits = key, fits
        self._line = "\r\n" if "\r\n" in text else "\n"

    @classmethod
    def of(cls, text: str) -> _Page | None:
        """The page of a text; None where its facts are not closed, not YAML, or state fits in a table."""
        import yaml  # noqa: PLC0415 - 20 ms that `--help` need not pay

        rows = text.split("\n")
        facts = read_facts(rows, ())
        if not facts.rows:
            return None if facts.problems else cls(text, 0, 0, None, None)
        start = len(rows[0]) + 1
        front = "\n".join(rows[1 : facts.rows - 1])
        try:
            root = yaml.compose(front, getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        except (yaml.YAMLError, RecursionError, ValueError):
            return None
        pairs = root.value if isinstance(root, yaml.MappingNode) else []
        key, fits = next(((key, node) for key, node in pairs if key.value == KEY), (None, None))
        if isinstance(fits, yaml.MappingNode) or (root is not None and not pairs and front.strip()):
            return None
        end = start + len(front) + (1 if facts.rows > 2 else 0)  # noqa: PLR2004 - nothing between the two lines
        return cls(text, start, end, key, fits)

    @property
    def items(self) -> list[Any]:
        """The nodes of the single statements."""
        if self.fits is None:
            return []
        one = [self.fits] if self.fits.value else []
        return [each for each in self.fits.value if isinstance(each.value, str)] if self._is_list else one

    @property
    def _is_list(self) -> bool:
        return isinstance(self.fits.value, list)

    def changed(self, first: int, last: int, new: str) -> str:
        """The text with the front matter from *first* to *last* replaced."""
        return self.text[: self._start + first] + new + self.text[self._start + last :]

    def with_key(self, item: str) -> str:
        """The text with the first statement below the other facts."""
        rows = f"{KEY}:{self._line}  - {item}{self._line}"
        if not self._start:
            return f"---{self._line}{rows}---{self._line}{self._line}{self.text}"
        return self.text[: self._end] + rows + self.text[self._end :]

    def with_item(self, item: str) -> str:
        """The text with one more statement, in the style of the others."""
        if self._is_list and not self.fits.flow_style and self.fits.value:
            last = self.fits.value[-1]
            indent = " " * self.fits.start_mark.column
            at = self._past(last.end_mark.index)
            return self.changed(at, at, f"{indent}- {item}{self._line}")
        said = [*(scalar(" ".join(each.value.split())) for each in self.items), item]
        rows = "".join(f"{self._line}  - {each}" for each in said)
        return self.changed(self._key.end_mark.index + 1, self.fits.end_mark.index, rows)

    def without(self, node: Any, *, last: bool) -> _Page:
        """The page without one statement, and without the key where it was the *last*."""
        if last:
            text = self.changed(self._key.start_mark.index, self._past(self.fits.end_mark.index), "")
        elif self.fits.flow_style:
            others = ", ".join(
                scalar(" ".join(each.value.split())) for each in self.items if each is not node
            )
            text = self.changed(self.fits.start_mark.index, self.fits.end_mark.index, f"[{others}]")
        else:
            front = self.text[self._start :]
            begin = front.rfind("\n", 0, node.start_mark.index) + 1
            text = self.changed(begin, self._past(node.end_mark.index), "")
        page = _Page.of(text)
        return self if page is None else page

    def _past(self, index: int) -> int:
        """Where the row after a position of the front matter begins."""
        front = self.text[self._start : self._end]
        if index and front[index - 1 : index] == "\n":
            return index
        found = front.find("\n", index)
        return len(front) if found < 0 else found + 1
