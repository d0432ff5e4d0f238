"""Properties 8 to 13: keys are answered at once, and only keys are keys."""

import random
import time

import delays
import pytest
import stream
from conftest import shows_roadmap
from wording import Wording

EN = Wording("en")

UNKNOWN = {
    "Ctrl-Enter of the kitty protocol": b"\x1b[13;5u",
    "an unknown function key": b"\x1b[99~",
    "an unknown single shift": b"\x1bOE",
    "an unknown device control string": b"\x1bPq#0;2;0;0;0\x1b\\",
    "a graphics reply": b"\x1b_Gi=1;OK\x1b\\",
    "a private message": b"\x1b^hello\x1b\\",
    "a paste end alone": b"\x1b[201~",
    "an old mouse report": b"\x1b[M #q",
    "a right click": b"\x1b[<2;3;4M\x1b[<2;3;4m",
    "a click far outside": b"\x1b[<0;5000;5000M",
    "focus": b"\x1b[I\x1b[O",
    "broken UTF-8": b"\xff\xc3\xe6\xa2\xc0\x80\xed\xa0\x80",
    "C1 controls": b"\xc2\x9b\xc2\x9d",
}


@pytest.mark.parametrize("playing", [False, True], ids=["still", "training"])
def test_08_help_is_there_at_once_whatever_trains(playing, roadmap, training):
    session = training() if playing else roadmap()
    title, times = EN("help.title"), []
    for _ in range(30):
        times.append(delays.shown(session, b"?", lambda: title in session.text))
        session.send(b"?")
        session.until(lambda: title not in session.text)
    delays.assert_within(times, 0.95, 0.016)


def test_08_a_key_is_answered_within_milliseconds(roadmap):
    session = roadmap()
    times = [delays.answer(session, b"\x1b[B" if i % 2 else b"\x1b[A") for i in range(1, 60)]
    delays.assert_within(times, 0.5, 0.001)
    delays.assert_within(times, 0.95, 0.005)


def test_09_a_lone_escape_is_answered_at_once(roadmap):
    session = roadmap()
    times = []
    for _ in range(15):
        session.send(b"?")
        session.wait(EN("help.title"))
        times.append(delays.answer(session, b"\x1b"))
        session.wait_gone(EN("help.title"))
    delays.assert_within(times, 0.5, 0.030)
    assert shows_roadmap(session)


@pytest.mark.parametrize("key", ["q", "BS", "Esc"])
def test_09_three_keys_lead_back(lesson, key):
    session = lesson()
    session.keys(key)
    session.until(lambda: shows_roadmap(session))
    session.keys(key)
    assert session.wait_exit(5) == 0


def assert_all_swallowed(session):
    before = session.cells
    for name, data in UNKNOWN.items():
        session.send(data)
        session.settle(quiet=0.25)
        assert session.is_running, f"{name} ended the program"
        assert session.cells == before, f"{name} changed the screen:\n{session.text}"


def test_10_what_is_not_a_key_changes_nothing(roadmap):
    session = roadmap()
    assert_all_swallowed(session)
    session.keys("q")
    assert session.wait_exit(5) == 0


def test_10_what_is_not_a_key_types_nothing(lesson):
    session = lesson()
    session.keys("/")
    session.type("slope")
    assert_all_swallowed(session)


@pytest.mark.parametrize("keys", ["", "Enter", "Enter Tab", "Enter Tab Tab Esc", "?"])
def test_11_a_pasted_text_is_never_a_command(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    before = session.lines
    session.paste("q\rq:L\x1b?\x03\nq")
    session.settle(quiet=0.3)
    assert session.is_running
    assert session.lines == before, session.text


def test_11_a_paste_into_a_field_is_text_and_hands_nothing_in(lesson):
    session = lesson()
    session.keys("/")
    session.paste("slo\x1b[2J\x03\x07pe 梯")
    session.wait(EN("search.prompt") + "slo[2Jpe 梯")


@pytest.mark.parametrize("seed", range(4))
def test_12_random_bytes_never_crash(roadmap, seed):
    session = roadmap()
    numbers = random.Random(seed)
    likely = b"\x1b[]OP<>?;:0123456789~uMmAB\\\x07\r\t jkhl"
    data = bytes(numbers.choice(likely) if numbers.random() < 0.3 else numbers.randrange(256) for _ in range(65536))
    # Once the program has left, the line's own Ctrl-C, Ctrl-backslash and Ctrl-Z would hit it on its way out.
    data = data.translate(None, b"\x03\x1a\x1c")
    for i in range(0, len(data), 512):
        if not session.is_running:
            break
        try:
            session.send(data[i : i + 512])
        except OSError:
            break
        session.pump(0.001)
    session.settle(quiet=1.3, most=10)
    if session.is_running:
        session.send(b"\x1b\x03")
        session.settle(quiet=0.2)
        session.signal("TERM")
    assert session.wait_exit(10) >= 0
    assert stream.unrestored(session.raw) == []
    assert session.modes == session.modes_before


def test_13_keys_may_come_byte_by_byte(roadmap):
    whole, split = roadmap(), roadmap()
    whole.keys("Down Down")
    drip(split, b"\x1b[B\x1bOB")
    assert split.lines == whole.lines


def test_13_characters_may_come_byte_by_byte(lesson):
    session = lesson()
    session.keys("/")
    drip(session, "梯 é 🙂".encode())
    session.wait(EN("search.prompt") + "梯 é 🙂")


def drip(session, data):
    for byte in data:
        session.send(bytes([byte]))
        time.sleep(0.005)
    session.settle(quiet=0.3)
