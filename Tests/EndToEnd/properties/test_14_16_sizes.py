"""Properties 14 to 16: any size and any walk is survived, and the picture is that of a full repaint."""

import random

import pytest
from conftest import ROADMAP, is_moving, reach_roadmap, shows_roadmap
from wording import Wording

SIZES = [(1, 1), (2, 1), (1, 24), (3, 5), (2, 200), (10, 3), (40, 12), (60, 10), (200, 2), (200, 60), (500, 200)]
WALK = "Enter Down PgDn ? Esc L Down L End Home Tab Tab Tab BS Down Down Up ? Esc L".split()
STEPS = "Up Down Left Right Down Down PgDn PgUp Home End Tab BTab Enter Space L ? g G j k h l . +".split()


@pytest.mark.parametrize("keys", ["", "Enter", "Enter Tab . .", "Enter Tab Tab"])
def test_14_after_a_storm_of_sizes_the_picture_is_that_of_a_fresh_start(start, roadmap, keys):
    session = roadmap()
    session.keys(keys)
    numbers = random.Random(1)
    for _ in range(200):
        session.resize(numbers.randint(1, 220), numbers.randint(1, 70))
        session.pump(0.002)
    session.resize(100, 30)
    session.settle(quiet=0.4)
    before = session.cells
    session.keys("C-l")
    assert session.cells == before
    if not keys:
        fresh = reach_roadmap(start(size=(100, 30)))
        fresh.settle(quiet=0.4)
        assert session.lines == fresh.lines


@pytest.mark.parametrize("size", [(1, 1), (3, 5), (2, 200), (60, 10), (200, 2), (500, 200)], ids=lambda s: "%dx%d" % s)
def test_15_a_start_at_any_size_is_survived(start, roadmap, size):
    roadmap().close()
    session = start(size=size)
    session.settle(quiet=0.3)
    session.keys("Down Up Tab ? Esc")
    assert session.is_running
    session.resize(80, 24)
    reach_roadmap(session)


@pytest.mark.parametrize("keys", ["", "Enter", "Enter Tab", "Enter Tab Tab Esc", "?"])
def test_15_any_change_of_size_is_survived(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    before = session.lines
    for size in SIZES:
        session.resize(*size)
        session.settle(quiet=0.1)
        session.keys("Down Up")
        assert session.is_running, size
        session.resize(80, 24)
        session.settle(quiet=0.1)
    if not keys:
        session.until(lambda: session.lines == before, what="the picture of before")


def test_15_a_window_that_is_too_small_says_so(roadmap):
    session = roadmap()
    session.resize(23, 8)
    session.wait(Wording("en")("small.title"))
    session.resize(24, 8)
    session.wait_gone(Wording("en")("small.title"))


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=lambda size: "%dx%d" % size)
def test_15_sizes_in_the_environment_do_not_freeze_the_screen(roadmap, size):
    session = roadmap(size=size, env={"LINES": "7", "COLUMNS": "20"})
    assert shows_roadmap(session)
    assert max(len(line) for line in session.lines) > 20, f"drawn as if the screen were 20 wide: {ROADMAP}"


def test_16_the_picture_is_what_a_full_repaint_shows(roadmap):
    session = roadmap()
    for word in WALK:
        session.keys(word)
        if is_moving(session):
            continue
        assert_repaint_changes_nothing(session, word)


@pytest.mark.parametrize("seed, size", enumerate([(100, 30), (80, 24), (120, 40), (200, 60), (60, 16)]))
def test_16_any_walk_leaves_the_picture_that_a_full_repaint_shows(roadmap, seed, size):
    session = roadmap(size=size)
    numbers, taken = random.Random(seed), []
    for _ in range(40):
        taken.append(numbers.choice(STEPS))
        session.keys(taken[-1])
        if session.pump(0.15):
            continue  # a demo plays
        assert_repaint_changes_nothing(session, taken)
    assert session.is_running


def assert_repaint_changes_nothing(session, taken):
    before = session.cells
    session.keys("C-l")
    session.settle(quiet=0.1)
    assert session.cells == before, f"after {taken}:\n{session.text}"
