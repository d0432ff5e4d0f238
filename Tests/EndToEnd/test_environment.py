"""The terminal is taken for what it is, and what cannot be is said clearly."""

import subprocess

import pytest
import stream
from conftest import ROADMAP


def refuse(gradus, home, term, **options):
    environment = {"PATH": "/usr/bin:/bin", "GRADUS_HOME": str(home), "LANG": "C.UTF-8"}
    if term is not None:
        environment["TERM"] = term
    return subprocess.run([gradus], env=environment, capture_output=True, timeout=20, **options)


@pytest.mark.parametrize("term", [None, "", "dumb"])
def test_a_terminal_that_cannot_draw_is_refused_with_the_cure(start, term):
    session = start(term=term)
    assert session.wait_exit() == 2
    assert "TERM=xterm-256color" in session.text.replace("\n", "")
    assert b"\x1b" not in session.raw
    assert session.modes == session.modes_before


@pytest.mark.parametrize("term", ["xterm-kitty", "no-such-terminal", "xterm-direct", "screen", "linux", "vt100"])
def test_every_terminal_that_can_draw_is_served(roadmap, term):
    session = roadmap(term=term)
    session.keys("q")
    assert session.wait_exit(5) == 0
    assert session.modes == session.modes_before


def test_without_a_terminal_a_sentence_says_what_to_do(gradus, home):
    result = refuse(gradus, home, "xterm-256color", stdin=subprocess.DEVNULL)
    assert result.returncode == 2
    assert b"terminal" in result.stderr and b"gradus show" in result.stderr
    assert b"\x1b" not in result.stdout + result.stderr


def test_without_a_locale_chinese_is_right(roadmap):
    session = roadmap(bare=True)
    session.keys("L")
    session.wait(ROADMAP[1])
    assert "�" not in session.text


def test_a_locale_that_is_not_utf8_is_not_believed(roadmap):
    session = roadmap(env={"LANG": "C", "LC_ALL": "POSIX"})
    session.keys("L")
    session.wait(ROADMAP[1])


def test_tmux_agrees_about_the_picture(roadmap):
    ours, theirs = roadmap(), roadmap(tmux=True)
    for session in (ours, theirs):
        session.keys("L")
        session.wait(ROADMAP[1])
    theirs.until(lambda: theirs.lines == strip(ours.lines), what="the same picture in tmux")


def strip(lines):
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def test_no_color_means_no_colour(roadmap):
    session = roadmap(env={"NO_COLOR": "1"})
    session.keys("Down Down L")
    assert stream.colours(session.raw) == []
    assert stream.attributes(session.raw), "what is selected must still be told apart"


def test_colour_is_used_where_there_is_colour(roadmap):
    assert stream.colours(roadmap().raw)
