"""What goes out: whole frames, only what changed, and nothing while nothing moves."""

import random
import time

import pytest
import stream
from conftest import is_moving, shows_roadmap

# A lesson with its tabs, its help, both languages, and back to the Roadmap.
WALK = "Enter Down PgDn ? Esc L Down L End Home Tab Tab Tab BS Down Down Up ? Esc L".split()


def test_nothing_moves_means_no_bytes_and_no_work(roadmap):
    session = roadmap()
    session.settle(quiet=0.5)
    sent, worked = len(session.raw), session.cpu
    end = time.perf_counter() + 3
    while time.perf_counter() < end:
        session.pump(0.1)
    assert len(session.raw) == sent, session.raw[sent:]
    assert session.cpu - worked <= 0.02


def walk(session):
    for word in WALK:
        session.keys(word)
    assert session.is_running


def test_every_picture_is_a_whole_frame(roadmap):
    session = roadmap()
    walk(session)
    picture = session.raw
    assert stream.frames(picture)
    assert stream.SEQUENCE.sub(b"", stream.outside(picture)).strip() == b""


def test_the_learners_palette_clipboard_and_title_are_left_alone(roadmap):
    session = roadmap()
    walk(session)
    session.signal("TERM")
    session.wait_exit(5)
    assert stream.commands(session.raw) == []


def test_the_picture_is_what_a_full_repaint_shows(roadmap):
    session = roadmap()
    for word in WALK:
        session.keys(word)
        if is_moving(session):
            continue
        before = session.cells
        session.keys("C-l")
        session.settle(quiet=0.1)
        assert session.cells == before, f"after {word}:\n{session.text}"


STEPS = "Up Down Left Right Down Down PgDn PgUp Home End Tab BTab Enter Space L ? g G j k h l . +".split()


@pytest.mark.parametrize("seed", range(2))
def test_any_walk_leaves_the_picture_that_a_full_repaint_shows(roadmap, seed):
    session = roadmap(size=(100, 30))
    numbers, taken = random.Random(seed), []
    for _ in range(40):
        taken.append(numbers.choice(STEPS))
        session.keys(taken[-1])
        if session.pump(0.25):
            continue  # a demo plays
        before = session.cells
        session.keys("C-l")
        assert session.cells == before, f"after {taken}:\n{session.text}"
    assert session.is_running


def test_a_key_sends_only_what_it_changed(roadmap):
    session = roadmap()
    session.settle(quiet=0.3)
    before = len(session.raw)
    session.keys("Down")
    assert b"\x1b[2J" not in session.raw[before:]
    assert len(session.raw) - before < 80 * 24


def test_a_slow_reader_gets_the_newest_picture(roadmap):
    session = roadmap(size=(200, 60))
    session.settle(quiet=0.3)
    before = len(session.raw)
    for i in range(400):
        session.send(b"\x0c" if i % 2 else b"\x1b[B")
        time.sleep(0.003)
    session.settle(quiet=0.3)
    assert len(session.raw) - before < 400_000, "old pictures were queued"
    cells = session.cells
    session.keys("C-l")
    session.settle(quiet=0.2)
    assert session.cells == cells
    assert shows_roadmap(session)


def test_a_stalled_terminal_costs_no_memory_and_then_shows_what_is_new(training):
    session = training(size=(200, 60))
    before = resident(session)
    time.sleep(4)
    assert resident(session) - before < 4
    sent = len(session.raw)
    end = time.perf_counter() + 0.5
    while time.perf_counter() < end:
        session.pump(0.05)
    assert len(session.raw) - sent < 600_000, "old pictures were queued"
    session.keys("?")
    session.until(lambda: session.is_running, 2)


def resident(session):
    """Resident memory in megabytes."""
    with open(f"/proc/{session.pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def test_frames_of_a_playing_demo_are_whole_and_small(training):
    session = training()
    sent = len(session.raw)
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        session.pump(0.05)
    session.keys("Space")
    session.settle(quiet=0.5)
    frames = stream.frames(session.raw[session.raw.index(b"\x1b[?2026h", sent) :])
    assert len(frames) > 5
    assert max(len(frame) for frame in frames) <= 8 * 80 * 24
