"""What all tests share: generated text has no deadline, because machines and their load differ."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("starling", deadline=None)
settings.load_profile("starling")
