"""Employers that notes name, so that a question or principle is filed under the right one."""

from __future__ import annotations

import re

_KNOWN = (
    "Accenture, Adobe, Airbnb, Amazon, Anthropic, Apple, Atlassian, Bloomberg, ByteDance, Capital One, Cisco,"
    " Cohere, Coinbase, Databricks, DeepMind, DoorDash, Dropbox, eBay, Expedia, Goldman Sachs, Google, Grab,"
    " HubSpot, Hugging Face, IBM, Instacart, Intel, Intuit, JPMorgan, LinkedIn, Lyft, McKinsey, Meta,"
    " Microsoft, Mistral, Netflix, Nvidia, OpenAI, Oracle, Palantir, PayPal, Pinterest, Qualcomm, Reddit,"
    " Roblox, Salesforce, Samsung, SAP, Scale AI, Shopify, Slack, Snap, Snowflake, Spotify, Stripe, Tesla,"
    " TikTok, Twilio, Twitter, Uber, Walmart, Waymo"
)
_ALSO = {"facebook": "Meta", "aws": "Amazon", "faang": "", "alphabet": "Google", "jp morgan": "JPMorgan"}


_NAMES = {name.lower(): name for name in _KNOWN.split(", ")} | _ALSO
_NAMED = re.compile(
    rf"(?<![\w.@/-])(?:{'|'.join(sorted(map(re.escape, _NAMES), key=len, reverse=True))})(?![\w@-]|\.\w)",
    re.IGNORECASE,
)


def company_in(text: str) -> str | None:
    """The first employer that *text* names, by its present name."""
    if text.startswith("Company: "):
        return text.removeprefix("Company: ").strip() or None
    found = (_NAMES[match.group().lower()] for match in _NAMED.finditer(text) if not match.group().islower())
    return next(filter(None, found), None)
