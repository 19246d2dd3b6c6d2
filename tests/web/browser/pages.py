"""The pages that every check visits."""

from __future__ import annotations

STORY = "/stories/bread-nobody-bought"
PAGES = (
    "/",
    "/stories",
    STORY,
    f"{STORY}/edit",
    f"{STORY}/numbers",
    f"{STORY}/versions",
    f"{STORY}/v/1",
    f"{STORY}/delete",
    "/questions",
    "/coverage",
    "/paste",
    "/settings",
    "/export",
    "/find?q=story",
    "/keys",
    "/_parts",
    "/no-such-page",
)
"""Each kind of page once."""
