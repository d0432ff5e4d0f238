"""Properties 22 to 29: the terminal is taken for what it is, and what cannot be is said clearly."""

import os
import re
import subprocess

import delays
import pytest
import stream
from conftest import ROADMAP, shows_roadmap
from session import Session
from wording import Wording

WALK = "Enter Down PgDn ? Esc L Down L End Home Tab . . Tab BS Down Down Up ? Esc L".split()


def walk(session):
    for word in WALK:
        session.keys(word)
    assert session.is_running
    session.settle(quiet=0.3)
    return session


def refuse(gradus, home, term="xterm-256color", **streams):
    environment = {"PATH": "/usr/bin:/bin", "GRADUS_HOME": str(home), "LANG": "C.UTF-8", "TERM": term}
    return subprocess.run([gradus], env=environment, timeout=20, **streams)


def test_22_without_a_keyboard_a_sentence_says_what_to_do(gradus, home):
    result = refuse(gradus, home, stdin=subprocess.DEVNULL, capture_output=True)
    assert result.returncode == 2
    assert b"terminal" in result.stderr and b"gradus show" in result.stderr
    assert b"\x1b" not in result.stdout + result.stderr


def test_22_into_a_pipe_nothing_is_drawn(gradus, home):
    master, slave = os.openpty()
    try:
        result = refuse(gradus, home, stdin=slave, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        os.close(master), os.close(slave)
    assert result.returncode == 2
    assert b"terminal" in result.stderr
    assert b"\x1b" not in result.stdout + result.stderr


@pytest.mark.parametrize("term", [None, "", "dumb"])
def test_23_a_terminal_that_cannot_draw_is_refused_with_the_cure(start, term):
    session = start(term=term)
    assert session.wait_exit() == 2
    assert "TERM=xterm-256color" in session.text.replace("\n", "")
    assert b"\x1b" not in session.raw
    assert session.modes == session.modes_before


@pytest.mark.parametrize("term", ["xterm-kitty", "no-such-terminal", "xterm-direct", "screen", "linux", "vt100"])
def test_23_every_terminal_that_can_draw_is_served(roadmap, term):
    session = roadmap(term=term)
    session.keys("q")
    assert session.wait_exit(5) == 0
    assert session.modes == session.modes_before


def test_24_a_mute_terminal_is_not_waited_for(roadmap, start):
    roadmap().close()
    times = []
    for _ in range(9):
        session = start()
        session.until(lambda: shows_roadmap(session))
        times.append(session.read_at - session.started)
        session.close()
    delays.assert_within(times, 0.5, 0.050)
    delays.assert_within(times, 0.9, 0.100)


LATE = {
    "a cursor report": b"\x1b[12;40R",
    "device attributes": b"\x1b[?62;22c",
    "secondary attributes": b"\x1b[>1;10;0c",
    "a mode report": b"\x1b[?2026;2$y",
    "the background": b"\x1b]11;rgb:1a1a/2b2b/3c3c\x1b\\",
    "a palette colour": b"\x1b]4;1;rgb:ff/00/00\x07",
    "the clipboard": b"\x1b]52;c;cQ==\x07",
    "a version": b"\x1bP>|XTerm(390)\x1b\\",
    "a setting": b"\x1bP1$r0m\x1b\\",
}


@pytest.mark.parametrize("keys", ["", "Enter /", "Enter Tab", "?"])
def test_25_answers_to_questions_never_act_as_keys(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    before = session.lines
    for name, data in LATE.items():
        session.send(data)
        session.settle(quiet=0.15)
        assert session.is_running, f"{name} ended the program"
        assert session.lines == before, f"{name} changed the screen:\n{session.text}"


def test_26_no_color_means_no_colour_and_attributes_stay(roadmap):
    session = walk(roadmap(env={"NO_COLOR": "1"}))
    assert stream.colours(session.raw) == []
    assert stream.attributes(session.raw), "what is selected must still be told apart"


def test_26_an_empty_no_color_asks_for_nothing(roadmap):
    assert stream.colours(roadmap(env={"NO_COLOR": ""}).raw)


@pytest.mark.parametrize(
    "term, colorterm, allowed",
    [
        ("vt100", None, []),
        ("linux", None, [rb"3\d", rb"4\d"]),
        ("xterm", None, [rb"3\d", rb"4\d"]),
        ("xterm-256color", None, [rb"3\d", rb"4\d", rb"9\d", rb"10\d", rb"[34]8;5;\d+"]),
        ("xterm-256color", "truecolor", [rb"3\d", rb"4\d", rb"9\d", rb"10\d", rb"[34]8;5;\d+"]),
    ],
)
def test_27_a_terminal_is_sent_the_colours_that_it_has(roadmap, term, colorterm, allowed):
    session = walk(roadmap(term=term, env={"COLORTERM": colorterm}))
    # 10: the font that the console's description resets with everything else.
    attribute = rb"0|1|2|3|4|7|10|22|23|24|27"
    whole = re.compile(rb"(?:(?:%s)(?:;|$))*" % b"|".join([attribute, *allowed]))
    wrong = {found for found in stream.GRAPHICS.findall(session.raw) if not whole.fullmatch(found)}
    assert wrong == set()
    assert bool(stream.colours(session.raw)) == bool(allowed)


def test_27_the_screen_says_the_same_at_every_tier(roadmap, tmp_path):
    homes = {term: {"GRADUS_HOME": str(tmp_path / term)} for term in ("vt100", "xterm", "xterm-256color")}
    texts = {term: walk(roadmap(term=term, env=home)).lines for term, home in homes.items()}
    assert texts["vt100"] == texts["xterm"] == texts["xterm-256color"]


def test_29_the_learners_palette_clipboard_and_title_are_left_alone(roadmap):
    session = walk(roadmap())
    session.signal("TERM")
    session.wait_exit(5)
    assert stream.commands(session.raw) == []
