"""Properties 1 to 7: what goes out is whole, small, only what changed, and nothing while nothing moves."""

import statistics
import time

import pytest
import stream
from conftest import shows_roadmap
from walking import step

# A lesson with its tabs, its help, both languages, and back to the Roadmap.
WALK = "Enter Down PgDn ? Esc L Down L End Home Tab Tab Tab BS Down Down Up ? Esc L".split()
LESSONS = ["gradient-descent", "backpropagation", "self-attention"]
SIZES = [(80, 24), (200, 60)]


def watch(session, seconds):
    """Reads for a time; returns the bytes that came."""
    sent, end = len(session.raw), time.perf_counter() + seconds
    while time.perf_counter() < end:
        session.pump(0.05)
    return session.raw[sent:]


def whole_frames(data):
    """The frames that lie whole in a stretch of the stream."""
    first, last = data.find(b"\x1b[?2026h"), data.rfind(b"\x1b[?2026l")
    return stream.frames(data[first : last + 8]) if 0 <= first < last else []


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "%dx%d" % size)
def test_01_a_key_sends_only_what_it_changed(roadmap, size):
    session = roadmap(size=size)
    session.settle(quiet=0.3)
    sizes = []
    for word in "Down Down Up Down Up Up Down".split():
        before = len(session.raw)
        session.keys(word)
        sizes.append(len(session.raw) - before)
    assert statistics.median(sizes) <= 400 and max(sizes) <= 1000, sizes


def test_01_the_screen_is_never_cleared_after_the_start(roadmap):
    session = roadmap()
    before = len(session.raw)
    for word in WALK:
        session.keys(word)
    assert b"\x1b[2J" not in session.raw[before:]
    session.keys("C-l")
    assert b"\x1b[2J" in session.raw[before:], "Ctrl-L is the one key that paints everything anew"


def test_02_every_picture_is_a_whole_frame(roadmap):
    session = roadmap()
    for word in WALK:
        session.keys(word)
    assert stream.frames(session.raw)
    assert stream.SEQUENCE.sub(b"", stream.outside(session.raw)).strip() == b""


def test_02_a_training_run_is_sent_in_whole_frames(training):
    session = training()
    watch(session, 1)
    session.keys("Space")
    session.settle(quiet=0.3)
    assert len(stream.frames(session.raw)) > 5
    assert stream.SEQUENCE.sub(b"", stream.outside(session.raw)).strip() == b""


def test_03_the_cursor_is_hidden_while_painting_and_shown_where_text_is_typed(lesson):
    session = lesson()
    assert stream.modes(session.raw)[25] is False
    session.keys("/")
    session.type("gradient")
    assert stream.modes(session.raw)[25] is True
    row, column = session.screen.cursor.y, session.screen.cursor.x
    assert session.lines[row][:column].endswith("gradient"), f"the cursor stands at column {column} of row {row}"
    session.keys("Esc")
    assert stream.modes(session.raw)[25] is False
    assert stream.painted_with_cursor(session.raw) == b""


@pytest.mark.parametrize("keys", ["", "?", "Enter", "Enter /", "Enter Tab . .", "Enter Tab Tab"])
def test_04_nothing_moves_means_no_bytes_and_no_work(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    session.settle(quiet=0.5)
    worked = session.cpu
    assert watch(session, 2.5) == b""
    assert session.cpu - worked <= 0.02


@pytest.mark.parametrize("place, allowed", [({}, (20, 33)), ({"SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}, (6, 12))], ids=["here", "far"])
def test_05_only_so_many_pictures_a_second_are_sent(demo, place, allowed):
    session = demo(env=place)
    # Slow enough to last, and faster than any picture needs to be.
    session.keys("+ + +")
    session.send(b" ")
    session.until(lambda: step(session) > 3)
    found = len(whole_frames(watch(session, 1.5))) / 1.5
    assert allowed[0] <= found <= allowed[1], f"{found} frames a second"


def test_05_keys_that_come_together_share_a_picture(roadmap):
    session = roadmap()
    before = len(session.raw)
    session.send(b"\x1b[B\x1b[A" * 150 + b"\x1b[B")
    session.settle(quiet=0.3)
    assert len(stream.frames(session.raw[before:])) < 60


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "%dx%d" % size)
@pytest.mark.parametrize("name", LESSONS)
def test_06_a_frame_of_a_playing_demo_is_at_most_eight_bytes_a_cell(demo, name, size):
    session = demo(name, size=size)
    sent = len(session.raw)
    session.keys("r Space")
    watch(session, 1.5)
    frames = stream.frames(session.raw[sent:])
    assert len(frames) > 3
    assert max(len(frame) for frame in frames) <= 8 * size[0] * size[1]


def test_07_a_slow_reader_gets_the_newest_picture_and_no_queue(roadmap):
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


def test_07_a_stalled_terminal_costs_no_memory_and_then_shows_what_is_new(training):
    session = training(size=(200, 60))
    before, begun = resident(session), step(session)
    time.sleep(4)
    assert resident(session) - before < 4
    data = watch(session, 0.5)
    assert len(data) < 600_000, "old pictures were queued"
    # At ten steps a second the run is forty steps on.
    assert step(session) - begun >= 30, f"from step {begun} to {step(session)}: the newest picture did not come"


def resident(session):
    """Resident memory in megabytes."""
    with open(f"/proc/{session.pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))
