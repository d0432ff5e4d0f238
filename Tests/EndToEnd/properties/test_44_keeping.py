"""Property 44: what is kept lies where it belongs, is the learner's alone, and survives a death in the middle."""

import os
import pathlib
import sqlite3
import stat
import time

import pytest
from conftest import reach_roadmap, shows_roadmap


def files(folder):
    return sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())


def test_44_the_folders_of_xdg_are_used_and_nothing_else(start, tmp_path):
    folders = {name: str(tmp_path / name) for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")}
    session = start(env={"GRADUS_HOME": None, **folders})
    reach_roadmap(session)
    session.keys("Enter q q")
    session.wait_exit(5)
    kept = files(tmp_path)
    assert kept, "something was kept"
    for path in kept:
        assert path.is_relative_to(folders["XDG_DATA_HOME"] + "/gradus") or path.is_relative_to(
            folders["XDG_CONFIG_HOME"] + "/gradus"
        ), path


def test_44_what_is_kept_is_the_learners_alone(roadmap, home):
    home.mkdir(mode=0o755)
    old = os.umask(0o022)
    try:
        session = roadmap()
    finally:
        os.umask(old)
    session.keys("Enter q q")
    session.wait_exit(5)
    assert files(home)
    for path in files(home):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, f"{path} is {oct(path.stat().st_mode)}"


@pytest.mark.parametrize("delay", [0, 0.002, 0.006, 0.02])
def test_44_a_death_in_the_middle_of_saving_loses_nothing_that_was_shown(quiz, start, home, delay):
    session = quiz()
    session.type("0.1")
    session.send(b"\r")
    end = time.perf_counter() + delay
    while time.perf_counter() < end:
        session.pump(0.001)
    shown = "1/10" in session.lines[0]
    session.signal("KILL")
    session.wait_exit(5)
    again = start()
    again.until(lambda: "/10" in again.lines[0] or shows_roadmap(again), what="a next start")
    if shows_roadmap(again):
        again.keys("Enter")
    again.until(lambda: "/10" in again.lines[0], what="the lesson of before")
    assert "1/10" in again.lines[0] or not shown
    again.keys("C-c")
    again.wait_exit(5)
    assert sqlite3.connect(home / "progress.sqlite").execute("pragma integrity_check").fetchone() == ("ok",)


def test_44_a_damaged_file_is_set_aside_and_said(roadmap, start, home):
    session = roadmap()
    session.keys("q")
    session.wait_exit(5)
    store = home / "progress.sqlite"
    store.write_bytes(b"not a database at all " * 400)
    again = start()
    again.until(lambda: again.text.strip(), what="a picture")
    again.settle(quiet=0.3)
    assert again.is_running
    assert any("damaged" in path.name for path in files(home)), files(home)
