"""Export: one archive with everything in plain files, the same for the same folder."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from starlette.testclient import TestClient

from starling import wiring
from starling.settings import Settings
from starling.usecases.versions import delete_story, save_story
from tests.web.conftest import AppFor


def archive(client: TestClient) -> dict[str, bytes]:
    """
    The files of the archive, in its order.
    """
    answer = client.get("/export.zip")
    assert "application/zip" == answer.headers["content-type"]
    with zipfile.ZipFile(BytesIO(answer.content)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}


def test_everything_is_in_it_as_it_stands(client: TestClient, prep: Path) -> None:
    """
    Every plain file of the folder is in the archive byte for byte, and nothing hidden.
    """
    (prep / "stories" / "umlaut-ä.md").write_text("# Später\r\n")
    held = archive(client)
    files = {
        path.relative_to(prep).as_posix(): path.read_bytes()
        for path in prep.rglob("*")
        if path.is_file() and not path.relative_to(prep).parts[0].startswith(".")
    }

    assert files == {name: data for name, data in held.items() if name in files}
    assert not [name for name in held if name.startswith(".") or "/." in name]
    assert b"stories/" in held["README.txt"]


def test_every_version_is_in_it_also_of_a_deleted_story(client: TestClient, prep: Path) -> None:
    """
    A story that is gone is in the archive with all its texts, each in a file that says what it was.
    """
    work = wiring.open_workspace(prep, Settings())
    kept = work.stories.get("bread-nobody-bought")
    assert kept is not None
    save_story(work, kept.slug, f"{kept.text}\nMore.\n", kept.seen)
    delete_story(work, kept.slug)
    versions = {
        name.rpartition("/")[2][:12]: data.decode()
        for name, data in archive(client).items()
        if name.startswith("history/bread-nobody-bought/")
    }

    assert ["0001-seen-20", "0002-saved-2", "0003-deleted"] == list(versions)
    assert [kept.text, f"{kept.text}\nMore.\n"] == list(versions.values())[:2]


def test_the_same_folder_gives_the_same_archive(client: TestClient, prep: Path) -> None:
    """
    Order, dates and bytes do not depend on the moment, nor on an archive that stands in the folder already.
    """
    first = client.get("/export.zip").content
    (prep / "starling-2026-11-21.zip").write_bytes(first)

    assert first == client.get("/export.zip").content


def test_recordings_and_what_links_lead_to_are_left_out(
    client: TestClient, prep: Path, tmp_path: Path
) -> None:
    """
    An archive holds no recording, and nothing from outside of the folder.
    """
    (tmp_path / "diary.md").write_text("Not for others.")
    (prep / "notes" / "diary.md").symlink_to(tmp_path / "diary.md")
    (prep / "takes").mkdir()
    (prep / "takes" / "one.wav").write_bytes(b"RIFF")
    held = archive(client)

    assert not [name for name in held if name.startswith("takes/") or "diary" in name]


def test_the_page_says_what_is_in_it(client: TestClient, app_for: AppFor, empty: Path) -> None:
    """
    The headline counts stories and versions; the page and its twin list the same archive.
    """
    client.get("/stories/bread-nobody-bought")
    page = client.get("/export").text
    listed = [each["name"] for each in client.get("/export.json").json()["files"]]

    assert "and 1 version, in plain files</h1>" in page
    assert listed == list(archive(client))
    assert (
        "Your folder, in plain files"
        in TestClient(app_for(empty), base_url="http://localhost").get("/export").text
    )
