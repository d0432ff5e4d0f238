"""Properties 17 to 20: however the program ends, the terminal is as it was and nothing learnt is lost."""

import time

import delays
import pytest
import stream
from conftest import shows_roadmap


def assert_restored(session):
    assert stream.unrestored(session.raw) == []
    assert session.modes == session.modes_before


@pytest.fixture(params=["roadmap", "training"])
def place(request):
    """Where the program is when it happens: still, or with a demo that trains."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("keys", ["q", "C-c", "Enter q q", "Enter / C-c", "Enter Tab Space C-c", "? C-c C-c"])
def test_17_leaving_gives_the_terminal_back(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    assert session.wait_exit(5) == 0
    assert_restored(session)


def test_17_leaving_takes_a_moment(roadmap):
    times = []
    for _ in range(5):
        session = roadmap()
        begin = time.perf_counter()
        session.send(b"q")
        session.wait_exit(5)
        times.append(time.perf_counter() - begin)
    delays.assert_within(times, 0.5, 0.050)


@pytest.mark.parametrize("name", ["TERM", "INT", "HUP", "QUIT"])
def test_18_a_signal_to_end_gives_the_terminal_back(place, name):
    session = place()
    session.signal(name)
    assert session.wait_exit(5) >= 0, "it should leave by itself, not be killed"
    assert_restored(session)


@pytest.mark.parametrize("name", ["TERM", "INT", "HUP", "KILL"])
def test_18_an_answer_given_is_kept_whatever_ends_the_program(quiz, start, name):
    session = quiz()
    session.type("0.1")
    session.keys("Enter")
    session.until(lambda: "1/10" in session.lines[0], what="the answer in the count")
    session.signal(name)
    session.wait_exit(5)
    again = start()
    again.until(lambda: "/10" in again.lines[0] or shows_roadmap(again), what="a next start")
    if shows_roadmap(again):
        again.keys("Enter")
    again.until(lambda: "1/10" in again.lines[0], what="the answer of before")


def test_18_two_signals_at_once_leave_once(roadmap):
    session = roadmap()
    session.signal("TERM")
    session.signal("HUP")
    assert session.wait_exit(5) >= 0
    assert session.raw.count(b"\x1b[?1049l") == 1
    assert_restored(session)


def test_18_a_terminal_that_nobody_reads_does_not_hold_the_program(roadmap):
    session = roadmap(size=(200, 60))
    for i in range(60):
        session.resize(200 - i % 2, 60)
        session.send(b"\x1b[B\x0c")
        time.sleep(0.01)
    session.signal("TERM")
    assert session.wait_exit(3, reading=False) >= 0
    assert session.modes == session.modes_before


@pytest.mark.parametrize("name, number", [("ILL", 4), ("TRAP", 5), ("ABRT", 6), ("BUS", 7), ("FPE", 8), ("SEGV", 11)])
def test_19_a_crash_gives_the_terminal_back_and_is_still_a_crash(place, name, number):
    session = place()
    begin = time.perf_counter()
    session.signal(name)
    assert session.wait_exit(5) == -number
    assert time.perf_counter() - begin < 1
    assert_restored(session)


def test_20_a_closed_window_ends_the_program_at_once(place):
    session = place()
    before = session.cpu
    begin = time.perf_counter()
    session.hang_up()
    session.wait_exit(1, reading=False)
    delays.assert_within([time.perf_counter() - begin], 0.5, 0.100)
    assert session.usage.ru_utime + session.usage.ru_stime - before < 0.3, "it span instead of leaving"
