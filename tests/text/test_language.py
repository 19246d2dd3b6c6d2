"""English is told from what the review cannot read."""

from __future__ import annotations

import pytest

from starling.text.language import is_english
from starling.text.words import words

ENGLISH = [
    "I rewrote the loader because the old one copied every image twice, and the job has ended by six since.",
    """- Profiled the loader and found a copy of each image
- Moved decoding to the workers
- Cut the batch by a third
- Wrote a test that fails if a copy comes back""",
    """- label printer svc, 3 depots; jobs stuck 2x/wk
- fix before peak, 5 wks
- traced: stale locks, retry storm
- split queue -> 200-row chunks, retries w/ jitter; dropped rewrite (no time)
- 0 stuck jobs since, peak OK""",
    """- Didn’t own intake; couldn’t see errors
- Added alerts, 40 rules, didn’t tune
- Noise: 300/day, nobody’s reading
- Cut rules 40 -> 6""",
    "Latency down.",
]
OTHER = [
    """Ich habe den Loader neu geschrieben, weil der alte jedes Bild zweimal kopierte, und seitdem ist
der nächtliche Lauf um sechs Uhr fertig.""",
    """J'ai réécrit le chargeur parce que l'ancien copiait chaque image deux fois, et depuis le travail de
nuit se termine avant six heures du matin.""",
    """- Deployment in der Cloud war alle drei Wochen kaputt, on call in meinem Team
- Ursache: ein Bug in der Pipeline, der Job war out of memory
- Habe den Service in Go neu geschrieben, A/B-Test mit 5 % der User""",
    """- De service was elke week down, we hadden geen alerts in het team
- Ik heb de logs bekeken en het was een bug in de cache
- Na een update is er niets meer mis, en de klant was blij""",
    "我重写了加载器，因为旧的加载器把每张图片复制了两次，从那以后夜间任务六点前就完成了。",
    "أعدت كتابة المحمل لأن القديم كان ينسخ كل صورة مرتين، ومنذ ذلك الحين ينتهي العمل قبل السادسة.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    """
    English prose, bullets without small words, and a few words pass as English.
    """
    assert is_english(text, words(text))


@pytest.mark.parametrize("text", OTHER)
def test_another_language_is_not(text: str) -> None:
    """
    Another language is not taken for English, its technical notes included.
    """
    assert not is_english(text, words(text))
