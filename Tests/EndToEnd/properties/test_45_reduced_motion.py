"""Property 45, its second half: what moves by itself moves in few jumps, and nothing is slower for it."""

import re
import time

import pytest
import stream
from conftest import reach_roadmap


def frames_in(session, seconds):
    before = len(stream.frames(session.raw))
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        session.pump(0.1)
    return len(stream.frames(session.raw)) - before


def step(session):
    return max((int(n) for n in re.findall(r"step (\d+)", session.text)), default=0)


@pytest.fixture(params=["option", "config.yaml"])
def training_calmly(request, start, home):
    """A demo that plays, at 30 steps a second, with reduced motion asked for in either way."""
    if request.param == "config.yaml":
        home.mkdir(parents=True, exist_ok=True)
        (home / "config.yaml").write_text("motion: reduced\n")
        session = start()
    else:
        session = start("--reduced-motion")
    reach_roadmap(session)
    session.keys("Enter Tab + Space")
    session.wait("reduced motion")
    return session


def test_45_reduced_motion_redraws_at_most_twice_a_second_while_training_goes_on(training_calmly):
    session = training_calmly
    session.until(lambda: step(session) > 0)
    before = step(session)
    assert frames_in(session, 3) <= 7
    assert step(session) - before > 40, "training goes on at its own speed"


def test_45_reduced_motion_answers_keys_at_once(training_calmly):
    session = training_calmly
    begin = time.perf_counter()
    session.send(b"?")
    session.until(lambda: "Keys here" in session.text)
    assert time.perf_counter() - begin < 0.4
