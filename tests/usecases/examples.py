"""A story on which some rules speak."""

from __future__ import annotations

PAGE = """\
# The label nobody checked

> Tell me about a hard technical problem.

## Situation

Our labels for broken doors came from one depot, and it never happened before.

## Action

I labelled 300 doors with two mechanics. We will never ship an unchecked label again.

## Result

It never failed again.
"""
RULE = "absolute-claim"
