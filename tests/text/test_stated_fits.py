"""What an author states about fits, in front matter: read, written, changed without touching the rest."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starling.model.story import StatedFit
from starling.text.stated_fits import FITS, forget, state, written
from starling.text.story_format import parse, render

BODY = "# Late trains\n\n## Situation\n\nThe forecast came late.\n\n## Action\n\nI moved the join.\n"
HEADS = {
    "no front matter": "",
    "empty front matter": "---\n---\n",
    "other facts": "---\nproject: Rail  # the control room\n\ntags: [delay, 'join']\n---\n",
    "a list below": "---\nfits:\n- kinds/hero is strong\n# mine\n- a-b is\n  none  # so\n---\n",
    "an indented list": '---\nfits:\n    - "kinds/hero is partly"\nproject: Rail\n---\n',
    "a list in brackets": "---\nfits: [kinds/hero is partly, a-b is none]\nproject: Rail\n---\n",
    "an empty list": "---\nfits: []\nproject: Rail\n---\n",
    "nothing": "---\nfits:\nproject: Rail\n---\n",
    "one text": "---\nfits: kinds/hero is strong, because I moved it\nproject: Rail\n---\n",
    "an entry that is not understood": "---\nfits:\n  - great\n---\n",
}
NEW = StatedFit("amazon/dive-deep", "strong", 'I said: "the #1 join", and moved it — 50 min.')


def others(text: str) -> list[str]:
    """
    The rows of a page that hold something and state no fit.
    """
    said = (row.rstrip() for row in text.split("\n"))
    return [
        row for row in said if row not in ("", "---") and not row.startswith("fits") and " is " not in row
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("head", HEADS)
def test_stating_a_fit_touches_no_other_row(head: str, ends: str) -> None:
    """
    Whatever the style of the front matter, the fit is read back, and all else stays.
    """
    page = (HEADS[head] + BODY).replace("\n", ends)
    before, _ = parse(page)
    text = state(page, NEW)
    assert text is not None
    after, _ = parse(text)

    assert (*before.fits, NEW) == after.fits
    assert others(page) == others(text)
    assert [part.text for part in before.parts] == [part.text for part in after.parts]
    assert text.count("\r\n") == (text.count("\n") if ends == "\r\n" else 0)
    assert page.endswith(BODY.replace("\n", ends))
    assert text.endswith(BODY.replace("\n", ends))


@pytest.mark.parametrize("head", HEADS)
def test_what_is_stated_again_replaces_what_was_stated(head: str) -> None:
    """
    One row has one stated fit: the last; taking it back leaves what was stated about other rows.
    """
    page = HEADS[head] + BODY
    first = state(page, NEW)
    assert first is not None
    second = state(first, StatedFit("Amazon/Dive-Deep", "none", ""))
    assert second is not None

    assert [("Amazon/Dive-Deep", "none")] == [(fit.row, fit.fit) for fit in parse(second)[0].fits][-1:]
    assert len(parse(first)[0].fits) == len(parse(second)[0].fits)
    back = forget(second, NEW.row)
    assert back is not None
    assert parse(page)[0].fits == parse(back)[0].fits
    assert parse(page)[0].parts[0].text == parse(back)[0].parts[0].text


@pytest.mark.parametrize("head", ["other facts", "a list below", "an indented list", "empty front matter"])
def test_stating_and_taking_back_leaves_the_page_as_it_was(head: str) -> None:
    """
    A list below its key grows by one row and loses it again; a page with facts is the same, sign by sign.
    """
    page = HEADS[head] + BODY
    text = state(page, NEW)

    assert text is not None
    assert page == forget(text, NEW.row)


@pytest.mark.parametrize(
    "head", ["---\nfits: [\n---\n", "---\nproject: Rail\n", "---\nfits:\n  a: b\n---\n", "---\nabc\n---\n"]
)
def test_broken_front_matter_is_left_alone(head: str) -> None:
    """
    Where the facts cannot be read, nothing is written into them.
    """
    assert state(head + BODY, NEW) is None
    assert forget(head + BODY, NEW.row) is None


SENTENCES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


@given(st.from_regex(r"[a-z]{1,8}(/[a-z-]{1,8})?", fullmatch=True), st.sampled_from(FITS), SENTENCES)
def test_every_stated_fit_is_read_back(row: str, fit: str, because: str) -> None:
    """
    Whatever the sentence, a page with a stated fit reads back the same fit, and is written again the same.
    """
    said = StatedFit(row, fit, " ".join(because.split()))
    text = state(BODY, said)
    assert text is not None
    story, problems = parse(text)

    assert (said,) == story.fits
    assert () == problems
    assert (said,) == parse(render(story))[0].fits
    assert render(story) == render(parse(render(story))[0])


def test_what_is_not_understood_is_told_with_how_to_write_it() -> None:
    """
    An entry that states no fit is a problem that shows the form, and the others are read.
    """
    story, problems = parse("---\nfits:\n  - a-b is none\n  - great\n---\n" + BODY)

    assert [StatedFit("a-b", "none")] == list(story.fits)
    assert ["“great” in the front matter states no fit."] == [each.what for each in problems]
    assert "is strong, because" in problems[0].try_this


def test_of_two_statements_about_one_row_the_last_holds() -> None:
    """
    A page that says two things about one row says the second.
    """
    story, _ = parse(
        f"---\nfits:\n  - {written(NEW).split(',')[0]}\n  - amazon/dive-deep is none\n---\n{BODY}"
    )

    assert [("amazon/dive-deep", "none")] == [(fit.row, fit.fit) for fit in story.fits]
