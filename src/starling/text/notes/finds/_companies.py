"""Employers that notes name, so that a question or principle is filed under the right one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_KNOWN = (
    "Accenture, Adobe, Airbnb, Amazon, Anthropic, Apple, Atlassian, Bloomberg, ByteDance, Capital One, Cisco,"
    " Cohere, Coinbase, Databricks, DeepMind, DoorDash, Dropbox, eBay, Expedia, Goldman Sachs, Google, Grab,"
    " HubSpot, Hugging Face, IBM, Instacart, Intel, Intuit, JPMorgan, LinkedIn, Lyft, McKinsey, Meta,"
    " Microsoft, Mistral, Netflix, Nvidia, OpenAI, Oracle, Palantir, PayPal, Pinterest, Qualcomm, Reddit,"
    " Roblox, Salesforce, Samsung, SAP, Scale AI, Shopify, Slack, Snap, Snowflake, Spotify, Stripe, Tesla,"
    " TikTok, Twilio, Twitter, Uber, Walmart, Waymo"
)
_ALSO = {"facebook": "Meta", "aws": "Amazon", "faang": "", "alphabet": "Google", "jp morgan": "JPMorgan"}


@lru_cache(maxsize=8)
def _finder(more: frozenset[str]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {name.lower(): name for name in (*_KNOWN.split(", "), *sorted(more))} | _ALSO
    words = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w.@/-])(?:{words})(?![\w@-]|\.\w)", re.IGNORECASE), names


def company_in(text: str, more: Iterable[str] = ()) -> str | None:
    """The first employer that *text* names, by its present name; *more* are further names to know."""
    if text.startswith("Company: "):
        return text.removeprefix("Company: ").strip() or None
    pattern, names = _finder(frozenset(more))
    found = (names[match.group().lower()] for match in pattern.finditer(text) if not match.group().islower())
    return next(filter(None, found), None)
