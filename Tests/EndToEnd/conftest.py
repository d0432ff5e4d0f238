"""What every walk starts with: the built program, an empty home, and sessions that end with their test."""

import os
import pathlib
import time

import pytest
from session import Session
from tmux_session import TmuxSession
from walking import open_lesson, to_pane
from wording import Wording

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What stands at the top of the Roadmap, in each language.
ROADMAP = ("From linear regression to GPT", "从线性回归到 GPT")


@pytest.fixture(scope="session")
def gradus():
    path = pathlib.Path(os.environ.get("GRADUS", ROOT / ".build/release/gradus"))
    if not path.exists():
        pytest.fail(f"{path} is not built: run `make build`, or name the program in GRADUS")
    return str(path)


@pytest.fixture
def home(tmp_path):
    """A folder for everything that the program keeps."""
    return tmp_path / "home"


@pytest.fixture
def start(gradus, home):
    """Starts the program: `start(size=(80, 24))`, `start("demos", env={"NO_COLOR": "1"})`."""
    sessions = []

    def begin(*arguments, program=None, env=None, tmux=False, **options):
        kind = TmuxSession if tmux else Session
        settings = {"GRADUS_HOME": str(home), **(env or {})}
        session = kind([*(program or [gradus]), *arguments], env=settings, **options)
        sessions.append(session)
        return session

    yield begin
    for session in sessions:
        session.close()


def shows_roadmap(session):
    return any(title in session.text for title in ROADMAP)


def reach_roadmap(session):
    """Accepts what the first start asks: at most three Enters."""
    session.until(lambda: session.text.strip(), what="the first picture")
    for _ in range(3):
        if hasattr(session, "settle"):
            session.settle(quiet=0.15)
        if shows_roadmap(session):
            return session
        session.keys("Enter")
    session.until(lambda: shows_roadmap(session), what="the Roadmap after three Enters")
    if hasattr(session, "settle"):
        session.settle(quiet=0.15)
    return session


@pytest.fixture
def roadmap(start):
    """Starts the program and goes to its Roadmap."""
    return lambda *arguments, **options: reach_roadmap(start(*arguments, **options))


def is_moving(session):
    """Whether something on the screen changes by itself (a demo that plays)."""
    session.settle(quiet=0.15, most=0.5)
    before = len(session.raw)
    end = time.perf_counter() + 0.4
    while time.perf_counter() < end:
        session.pump(0.1)
    return len(session.raw) != before


@pytest.fixture
def lesson(roadmap):
    """Starts the program and opens a lesson: `lesson("self-attention", language="zh", size=(200, 60))`."""

    def begin(name="gradient-descent", language="en", **options):
        session = roadmap(**options)
        if language == "zh":
            session.keys("L")
            session.wait(ROADMAP[1])
        open_lesson(session, name, language)
        return session

    return begin


@pytest.fixture
def demo(lesson):
    """Starts the program with a lesson's demo before the learner, still at step 0."""

    def begin(name="gradient-descent", language="en", **options):
        session = lesson(name, language, **options)
        to_pane(session, Wording(language), "key.play")
        return session

    return begin


@pytest.fixture
def training(demo):
    """Starts the program and goes to a demo that plays."""

    def begin(name="gradient-descent", **options):
        session = demo(name, **options)
        session.keys("Space")
        session.until(lambda: is_moving(session), what="a demo that plays")
        return session

    return begin


@pytest.fixture
def quiz(lesson):
    """Starts the program with the first question of a lesson's quiz, its field ready to be typed in."""

    def begin(name="gradient-descent", language="en", **options):
        session = lesson(name, language, **options)
        to_pane(session, Wording(language), "key.type-answer")
        return session

    return begin
