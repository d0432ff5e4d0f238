"""What a newcomer does, from the first start to coming back, in tmux: in both languages, at two sizes, without colour."""

import re
import unicodedata

import pytest
from walking import TITLES, open_lesson, step, to_pane
from wording import Wording

ROADMAP = {"en": "From linear regression to GPT", "zh": "从线性回归到 GPT"}
NARROW, WIDE = (80, 24), (200, 60)


def first_start(start, language, **options):
    """Answers the first start's questions; ends on a still roadmap."""
    words = Wording(language)
    session = start(tmux=True, **options)
    session.wait(Wording("en")("welcome.title"))
    if language == "zh":
        session.keys("Down")
        session.wait(words("welcome.title"))
    session.keys("Enter")
    session.wait(words("colours.title"))
    session.keys("Enter")
    session.wait(words("tour.title"))
    session.keys("Enter")
    session.wait(ROADMAP[language])
    return session, words


def loss(session):
    return float(re.search(r"(?:loss|损失) (\d[\d.e+-]*)", session.text)[1])


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colour", "no-colour"])
@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "200x60"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_newcomer_reads_trains_answers_quits_and_comes_back_to_the_same_place(start, language, size, environment):
    session, words = first_start(start, language, size=size, env=environment)
    open_lesson(session, "gradient-descent", language)

    to_pane(session, words, "key.play")
    session.keys("Space")
    session.until(lambda: step(session) >= 3, what="three steps of training")
    early, early_loss = session.text, loss(session)
    session.until(lambda: step(session) >= 20, what="twenty steps of training")
    session.keys("Space")
    assert session.text != early
    assert loss(session) < early_loss
    if environment:
        assert not re.search(r"\x1b\[[\d;]*\b(3[0-7]|38|4[0-7]|48|9[0-7])[;m]", session.styled)

    to_pane(session, words, "quiz.question", n=1, count=10)
    session.type("0.1")
    session.keys("Enter")
    session.wait(words("quiz.right"))
    session.until(lambda: "1/10" in session.lines[0], what="the answer in the count")
    session.keys("C-c")
    session.wait_exit()

    again = start(tmux=True, size=size, env=environment)
    again.until(lambda: again.lines[0].strip().startswith(TITLES["gradient-descent"][language]), what="the same lesson")
    assert "1/10" in again.lines[0]
    assert words("quiz.question", n=2, count=10) in again.lines[-1]
    again.keys("q q")
    again.wait_exit()


@pytest.mark.parametrize("lesson", ["backpropagation", "self-attention"])
@pytest.mark.parametrize("language, size", [("en", NARROW), ("zh", WIDE)])
def test_the_other_lessons_step_their_demos_and_resume_to_the_line(start, lesson, language, size):
    session, words = first_start(start, language, size=size)
    open_lesson(session, lesson, language)
    to_pane(session, words, "key.play")
    before = session.text
    session.keys(". . . .")
    session.until(lambda: step(session) == 4, what="four steps")
    assert session.text != before
    session.keys("BTab")
    session.until(lambda: words("key.search") in session.lines[-1] or size == NARROW and step(session) < 0, what="the theory")
    session.keys("Down Down Down PgDn Down")
    page = settled(session)
    session.keys("C-c")
    session.wait_exit()

    again = start(tmux=True, size=size)
    again.until(lambda: again.lines[0] == page[0], what="the same lesson")
    assert theory(settled(again)) == theory(page)


def theory(lines):
    """The text of the theory alone: the first 60 columns, which the demo beside it never reaches."""
    return [columns(line, 60) for line in lines[1:-1]]


def columns(line, count):
    taken = ""
    for character in line:
        count -= 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if count < 0:
            break
        taken += character
    return taken


def settled(session):
    """The lines, once two looks in a row agree."""
    looks = [session.lines]

    def is_still():
        looks.append(session.lines)
        return looks[-1] == looks[-2]

    session.until(is_still, what="a still screen")
    return looks[-1]


def test_the_learning_rate_turned_up_makes_the_run_diverge_and_says_so(start):
    session, words = first_start(start, "en", size=NARROW)
    open_lesson(session, "gradient-descent", "en")
    to_pane(session, words, "key.play")
    while "[learning rate" not in session.text:
        session.keys("s")
    session.keys("d d d d d Space")
    session.until(lambda: "diverge" in session.text.lower(), what="the word for it")
