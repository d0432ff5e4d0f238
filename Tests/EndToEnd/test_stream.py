"""What goes out: whole frames, only what changed, and nothing while nothing moves."""

import time

import stream
from conftest import shows_roadmap

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


def is_moving(session):
    """Whether something on the screen changes by itself (a demo that plays)."""
    session.settle(quiet=0.15)
    before = len(session.raw)
    session.pump(0.3)
    return len(session.raw) != before


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
