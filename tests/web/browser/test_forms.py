"""Each form of the app is sent by a flow: by mouse, by keys alone, and without JavaScript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from starlette.testclient import TestClient

from tests.web.browser.forms import all_addresses, forms_on, kind, sent_without_script
from tests.web.conftest import TOKEN, AppFor
from tests.web.test_paste import paste

_LINK = re.compile(r'<a\b[^>]*\bhref="([^":#]+)')
_OF_A_KIND = 30
"""Pages of one kind that are looked at: every story of the demo, and not each of some hundred questions."""


def _walk(client: TestClient) -> Iterator[tuple[str, str]]:
    """The pages that links lead to from Today, some of each kind."""
    seen, of_kind, waiting = set[str](), Counter[str](), ["/"]
    while waiting:
        path = waiting.pop()
        if path in seen or path.startswith("/static") or of_kind[kind("GET", path)] >= _OF_A_KIND:
            continue
        seen.add(path)
        of_kind[kind("GET", path)] += 1
        answer = client.get(path)
        if "html" in answer.headers["content-type"]:
            yield answer.url.path, answer.text
            waiting += [urljoin(answer.url.path, unescape(link)) for link in _LINK.findall(answer.text)]


def _pages(app_for: AppFor, prep: Path, empty: Path) -> Iterator[tuple[str, str]]:
    """Every page that links lead to, and those that come after a paste, a deletion and before any day."""
    story = "/stories/bread-nobody-bought"
    with TestClient(app_for(prep), base_url="http://localhost") as client:
        fine = {"rule": "numbers-unclear", "about": "9%", "token": TOKEN}
        yield story, client.post(f"{story}/accept", data=fine).text
        with (prep / f"{story[1:]}.md").open("a", encoding="utf-8") as file:
            file.write("\nIt has been so since.\n")  # a second version
        yield from _walk(client)
        yield "/stories", client.post(f"{story}/delete", data={"token": TOKEN}).text
        yield f"{story}/versions", client.get(f"{story}/versions").text
    with TestClient(app_for(empty), base_url="http://localhost", follow_redirects=False) as client:
        yield "/", client.get("/").text
        draft = paste(client, shown="example")
        yield draft, client.get(draft).text
        client.post(draft, data={"token": TOKEN, "take": "1"})
        yield "/", client.get("/").text


def test_each_form_is_sent_by_a_flow_that_needs_no_script(app_for: AppFor, prep: Path, empty: Path) -> None:
    """
    What stands on any page and writes is done in these tests by every hand; there is no address besides.
    """
    settings = prep / "starling.toml"
    settings.write_text(f'ignore = ["too-long"]\n{settings.read_text("utf-8")}', "utf-8")
    found = {form for page, html in _pages(app_for, prep, empty) for form in forms_on(page, html)}

    assert found == sent_without_script()
    assert {form.partition(" → ")[2] for form in found} == all_addresses()
