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
    f"{STORY}/answers",
    "/questions",
    "/questions?competency=conflict",
    "/questions/disagreed-with-a-peer",
    "/principles/amazon",
    "/coverage/amazon",
    "/coverage/questions",
    "/coverage/kinds",
    "/coverage/amazon/fit?story=bread-nobody-bought&row=amazon/dive-deep",
    "/coverage/amazon/choice",
    "/coverage/kinds/choice?most=2",
    "/match?question=Tell+me+about+a+mistake",
    "/sets",
    "/loop?company=amazon&draws=200",
    "/paste",
    "/settings",
    "/doctor",
    "/facts/bread-nobody-bought",
    "/api/docs",
    "/rules",
    "/rules/too-long",
    "/rules/R2",
    "/rules/D3",
    "/export",
    "/find?q=story",
    "/keys",
    "/_parts",
    "/no-such-page",
)
"""Each kind of page once."""
