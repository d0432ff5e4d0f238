"""Properties 37 to 43: everything can be reached by keys, is named where it is, and can be taken back."""

import re

import pytest
import settings
import stream
from conftest import ROADMAP, reach_roadmap, shows_roadmap
from swift_tests import assert_held
from walking import chosen_row, step
from wording import Wording

EN, ZH = Wording("en"), Wording("zh")
PLACES = ["", "Enter", "Enter Tab", "Enter Tab Tab Esc"]


def test_37_a_click_does_what_its_key_does(roadmap):
    session = roadmap()
    row = next(i for i, line in enumerate(session.lines) if "Linear regression" in line and i < 18)
    session.click(10, row)
    session.until(lambda: "Linear regression" in chosen_row(session), what="the clicked lesson to be chosen")


def test_37_clicks_anywhere_and_far_outside_are_survived(roadmap):
    session = roadmap()
    for column, row in [(0, 0), (79, 23), (500, 3), (3, 500), (9999, 9999)]:
        session.click(column, row)
        for button in (1, 2, 64, 65, 66, 35):
            session.send(f"\x1b[<{button};{column + 1};{row + 1}M".encode())
    session.settle(quiet=0.2)
    assert session.is_running


def test_37_the_mouse_can_be_left_to_the_terminal(start, home):
    settings.write(home, "mouse: off\n")
    session = reach_roadmap(start())
    assert not {1000, 1002, 1003, 1006} & set(stream.modes(session.raw))


@pytest.mark.parametrize("keys", PLACES)
def test_38_help_names_the_keys_of_this_place(roadmap, keys):
    session = roadmap(size=(110, 60))
    session.keys(keys)
    hints = re.findall(r"(?:^|· )(\S+) (\S[^·]*?)(?= ·|$)", session.lines[-1].split("   ")[-1].strip())
    session.keys("?")
    assert EN("help.title") in session.text
    for key, words in hints:
        assert re.search(rf"[┃│] .*{re.escape(words)}", session.text), f"{key} {words} is not in the help:\n{session.text}"
    session.keys("?")
    assert EN("help.title") not in session.text
    assert_held("KeyTests", "help lists every key of where the learner is")
    assert_held("KeyTests", "every key that help lists does something there")


@pytest.mark.parametrize("words", [EN, ZH], ids=["en", "zh"])
@pytest.mark.parametrize("keys", PLACES)
def test_39_the_last_line_names_the_main_keys(roadmap, keys, words):
    session = roadmap()
    if words is ZH:
        session.keys("L")
    session.keys(keys)
    last = session.lines[-1]
    assert f"q {words('key.back')}" in last and f"? {words('key.help')}" in last, last
    assert last.count(" · ") >= 2, f"a place has keys of its own: {last}"


@pytest.mark.parametrize("key", [":", "C-p"])
@pytest.mark.parametrize("keys", PLACES)
def test_40_the_palette_opens_everywhere_and_finds_what_is_half_typed(roadmap, keys, key):
    session = roadmap()
    session.keys(keys)
    before = session.lines
    session.keys(key)
    session.wait(EN("palette.title"))
    session.keys("Esc")
    assert session.lines == before
    session.keys(key)
    session.type("bckprp")
    session.keys("Enter")
    session.until(lambda: session.lines[0].strip().startswith("Backpropagation"), what="the lesson")


def test_40_all_lessons_are_searched_in_both_languages(roadmap):
    session = roadmap()
    for words, title in [("momentum", "Gradient descent"), ("动量", "梯度下降")]:
        session.keys("C-f")
        session.wait(EN("search-all.title"))
        session.type(words)
        session.until(lambda: title in session.text and "findings" in session.text, what=f"{words} in {title}")
        session.keys("Esc")


def test_41_search_counts_marks_and_goes_both_ways(lesson):
    session = lesson()
    session.keys("/")
    session.type("slope")
    session.keys("Enter")
    counts = found(session)
    assert counts and counts[0] == 1 and counts[1] > 3, session.lines[-1]
    marked = [cell for row in session.cells for cell in row if cell.reverse or cell.bg != "default"]
    assert "slope" in "".join(cell.data for cell in marked), "what was found stands out"
    session.keys("n n")
    assert found(session) == (3, counts[1])
    session.keys("N")
    assert found(session) == (2, counts[1])
    session.keys("n " * (counts[1] - 1))
    assert found(session) == (1, counts[1]), "after the last comes the first"
    session.keys("/")
    session.type("zzz")
    session.keys("Enter")
    assert "zzz" in session.lines[-1]
    assert session.is_running


def found(session):
    match = re.search(r"(\d+) of (\d+)", session.lines[-1]) or re.search(r"(\d+)/(\d+)", session.lines[-1])
    return match and (int(match[1]), int(match[2]))


def test_42_a_key_can_be_given_to_another_command(start, home):
    settings.write(home, "keys: {down: [down, x]}\n")
    session = reach_roadmap(start())
    before = chosen_row(session)
    session.keys("x")
    assert chosen_row(session) != before


@pytest.mark.parametrize("keys", ["", "Enter"])
def test_42_letters_move_as_arrows_do(roadmap, keys):
    arrows, letters = roadmap(), roadmap()
    for session in (arrows, letters):
        session.keys(keys)
    for arrow, letter in zip("Down Down Down Up Left Right End Home Down PgDn Up".split(), "j j j k h l G g j PgDn k".split()):
        if keys and letter in "hl":
            continue
        arrows.keys(arrow)
        letters.keys(letter)
        assert letters.lines == arrows.lines, f"{letter} is not {arrow}"


def test_42_tab_goes_round_and_back(lesson):
    session = lesson()
    heads = [session.lines[0]]
    for _ in range(3):
        session.keys("Esc" if "Esc" in session.lines[-1] else "")
        session.keys("Tab")
        heads.append(session.lines[0])
    assert heads[3] == heads[0] and len(set(heads)) == 3, heads
    session.keys("BTab")
    assert session.lines[0] == heads[2]


@pytest.mark.parametrize("keys", [*PLACES, "?", "Enter /", "Enter Tab t", "Enter Tab v", "Enter Tab ?"])
def test_42_escape_leads_back_from_everywhere(roadmap, keys):
    session = roadmap()
    session.keys(keys)
    for _ in range(6):
        if shows_roadmap(session) and EN("help.title") not in session.text:
            break
        session.keys("Esc")
    assert shows_roadmap(session), session.text
    session.keys("Esc")
    assert session.wait_exit(5) == 0


def test_43_what_cannot_be_undone_is_asked_for_twice(quiz):
    session = quiz()
    session.keys("u")
    session.wait(EN("quiz.try-first"))
    session.type("77")
    session.keys("Enter")
    session.until(lambda: "77" not in session.lines[-1] and EN("quiz.wrong") in session.text, what="the grade")
    session.keys("Esc u" if "Esc" in session.lines[-1] else "u")
    session.wait(EN("quiz.reveal-confirm"))
    assert EN("quiz.revealed") not in session.text
    session.keys("u")
    session.wait(EN("quiz.revealed"))


def test_43_a_step_taken_can_be_taken_back(demo):
    session = demo()
    session.keys(". .")
    before = losses(session)
    session.keys(".")
    session.until(lambda: step(session) == 3)
    assert losses(session) != before
    session.keys(",")
    session.until(lambda: step(session) == 2 and losses(session) == before, what="the numbers of before")


def losses(session):
    return re.findall(r"^loss .*", session.text, re.M)


def test_43_a_key_that_can_do_nothing_says_why(lesson, demo):
    session = demo("gradient-descent")
    before = session.lines
    session.keys("w")
    session.until(lambda: session.lines != before, what="an explanation or the reason why there is none")
