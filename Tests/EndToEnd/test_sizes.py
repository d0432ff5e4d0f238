"""Any size, and any change of size, is survived and drawn right."""

import random

import pytest
from conftest import ROADMAP, reach_roadmap, shows_roadmap

SIZES = [(1, 1), (2, 1), (1, 24), (3, 5), (2, 200), (10, 3), (40, 12), (60, 10), (200, 2), (200, 60), (500, 200)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "%dx%d" % size)
def test_any_size_is_survived(start, roadmap, size):
    roadmap().close()
    session = start(size=size)
    session.settle(quiet=0.3)
    session.keys("Down Up Tab ? Esc")
    assert session.is_running
    session.resize(80, 24)
    reach_roadmap(session)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "%dx%d" % size)
def test_any_change_of_size_is_survived(roadmap, size):
    session = roadmap()
    before = session.lines
    session.resize(*size)
    session.settle(quiet=0.15)
    session.keys("Down Up")
    assert session.is_running
    session.resize(80, 24)
    session.until(lambda: session.lines == before, what="the picture of before")


def test_after_a_storm_of_sizes_the_picture_is_that_of_a_fresh_start(start, roadmap):
    session = roadmap()
    numbers = random.Random(1)
    for _ in range(200):
        session.resize(numbers.randint(1, 220), numbers.randint(1, 70))
        session.pump(0.002)
    session.resize(100, 30)
    session.settle(quiet=0.4)
    fresh = reach_roadmap(start(size=(100, 30)))
    fresh.settle(quiet=0.4)
    assert session.lines == fresh.lines


@pytest.mark.parametrize("size", [(80, 24), (200, 60)], ids=lambda size: "%dx%d" % size)
def test_sizes_in_the_environment_do_not_freeze_the_screen(roadmap, size):
    session = roadmap(size=size, env={"LINES": "7", "COLUMNS": "20"})
    assert shows_roadmap(session)
    assert max(len(line) for line in session.lines) > 20, f"drawn as if the screen were 20 wide: {ROADMAP}"
