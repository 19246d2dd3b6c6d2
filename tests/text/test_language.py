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
    "Latency down.",
]
OTHER = [
    """Ich habe den Loader neu geschrieben, weil der alte jedes Bild zweimal kopierte, und seitdem ist
der nächtliche Lauf um sechs Uhr fertig.""",
    """J'ai réécrit le chargeur parce que l'ancien copiait chaque image deux fois, et depuis le travail de
nuit se termine avant six heures du matin.""",
    "我重写了加载器，因为旧的加载器把每张图片复制了两次，从那以后夜间任务六点前就完成了。",
    "أعدت كتابة المحمل لأن القديم كان ينسخ كل صورة مرتين، ومنذ ذلك الحين ينتهي العمل قبل السادسة.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    """
    English prose, bare bullets and a few words pass as English.
    """
    assert is_english(text, words(text))


@pytest.mark.parametrize("text", OTHER)
def test_another_language_is_not(text: str) -> None:
    """
    Prose in another language is not taken for English.
    """
    assert not is_english(text, words(text))
