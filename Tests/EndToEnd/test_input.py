"""Whatever comes in, only keys are keys."""

import random
import time

import pytest
import stream
from conftest import shows_roadmap

UNKNOWN = {
    "Ctrl-Enter of the kitty protocol": b"\x1b[13;5u",
    "an unknown function key": b"\x1b[99~",
    "a cursor report": b"\x1b[12;40R",
    "device attributes": b"\x1b[?62;22c",
    "a mode report": b"\x1b[?2026;2$y",
    "a colour reply": b"\x1b]11;rgb:1a1a/2b2b/3c3c\x1b\\",
    "a clipboard reply": b"\x1b]52;c;cQ==\x07",
    "a version reply": b"\x1bP>|XTerm(390)\x1b\\",
    "a graphics reply": b"\x1b_Gi=1;OK\x1b\\",
    "an unknown single shift": b"\x1bOE",
    "a paste end alone": b"\x1b[201~",
    "an old mouse report": b"\x1b[M #q",
    "a right click": b"\x1b[<2;3;4M\x1b[<2;3;4m",
    "a click far outside": b"\x1b[<0;5000;5000M",
    "focus": b"\x1b[I\x1b[O",
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_is_not_a_key_changes_nothing(roadmap, name):
    session = roadmap()
    before = session.cells
    session.send(UNKNOWN[name])
    session.settle(quiet=0.4)
    assert session.is_running
    assert session.cells == before, session.text
    session.keys("q")
    assert session.wait_exit(5) == 0


def test_a_pasted_text_is_never_a_command(roadmap):
    session = roadmap()
    before = session.lines
    session.paste("q\rq:L\x1b?\x03\nq")
    session.settle(quiet=0.4)
    assert session.is_running
    assert session.lines == before, session.text


def test_keys_may_come_byte_by_byte(roadmap):
    whole, split = roadmap(), roadmap()
    whole.keys("Down Down")
    for byte in b"\x1b[B\x1bOB":
        split.send(bytes([byte]))
        time.sleep(0.005)
    split.settle(quiet=0.3)
    assert split.lines == whole.lines


@pytest.mark.parametrize("seed", range(4))
def test_random_bytes_never_crash(roadmap, seed):
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


def test_a_lone_escape_is_answered_at_once(roadmap):
    session = roadmap()
    session.send(b"?")
    session.settle(quiet=0.2)
    begin = time.perf_counter()
    session.send(b"\x1b")
    session.until(lambda: shows_roadmap(session), 2)
    assert time.perf_counter() - begin < 1
