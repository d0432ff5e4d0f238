"""Properties 31 to 36: what stands on the screen, in both languages and for every eye."""

import re
import unicodedata

import pytest
from conftest import ROADMAP
from replies import Replies
from swift_tests import assert_held
from walking import step
from wording import Wording

# What may not begin a line, and what may not end one.
NOT_FIRST = "，。、！？；：）」』”’》】…％"
NOT_LAST = "（「『“‘《【"
DRAWN = re.compile("[\u2500-\u27bf\u2800-\u28ff]")


def test_31_tmux_agrees_about_the_picture(roadmap):
    ours, theirs = roadmap(), roadmap(tmux=True)
    for session in (ours, theirs):
        session.keys("L")
        session.wait(ROADMAP[1])
    theirs.until(lambda: theirs.lines == strip(ours.lines), what="the same picture in tmux")
    for session in (ours, theirs):
        session.keys("Enter")
        session.wait(Wording("zh")("lesson.predict-open"))
    theirs.until(lambda: theirs.lines == strip(ours.lines), what="the same lesson in tmux")


def strip(lines):
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


@pytest.mark.parametrize("width", [61, 79, 80, 100])
def test_31_borders_right_of_chinese_stand_in_one_column(lesson, width):
    session = lesson(language="zh", size=(width, 24))
    for _ in range(8):
        for line in session.lines[1:-1]:
            if line.endswith(("┃", "│")):
                assert columns(line) == width, f"{width} columns: {line!r}"
            assert columns(line) <= width
        session.keys("PgDn")


@pytest.mark.parametrize("width", [40, 53, 66, 80, 100])
@pytest.mark.parametrize("name", ["gradient-descent", "self-attention"])
def test_32_no_line_begins_or_ends_with_a_mark_that_may_not_stand_there(lesson, name, width):
    session = lesson(name, language="zh", size=(width, 40))
    seen = set()
    for _ in range(30):
        page = [re.sub(r"[│┃▶❯╭╮╰╯─▸]", " ", line).strip() for line in session.lines[1:-1]]
        for line in filter(None, page):
            assert line[0] not in NOT_FIRST, f"{line!r}\n{session.text}"
            assert line[-1] not in NOT_LAST, f"{line!r}\n{session.text}"
        if tuple(page) in seen:
            break
        seen.add(tuple(page))
        session.keys("PgDn")
    assert len(seen) > 3


def test_33_without_a_locale_chinese_is_right(roadmap):
    session = roadmap(bare=True)
    session.keys("L")
    session.wait(ROADMAP[1])
    assert "�" not in session.text


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "no_SUCH.UTF-8"])
def test_33_a_locale_that_is_not_utf8_is_not_believed(roadmap, locale):
    session = roadmap(env={"LANG": "C", "LC_ALL": locale})
    session.keys("L")
    session.wait(ROADMAP[1])
    assert "�" not in session.text


def test_34_in_plain_ascii_nothing_is_drawn_with_other_characters(roadmap):
    session = roadmap("--ascii")
    for keys in ("Down Down", "?", "Esc Enter", "Tab . . .", "Tab"):
        session.keys(keys)
        found = DRAWN.findall(session.text)
        # A lesson's own words may hold an arrow or a sign; lines, boxes and dots are drawings.
        assert not found, f"after {keys}: {found}\n{session.text}"


def test_34_a_terminal_that_draws_borders_double_is_found_out_and_spared(roadmap):
    session = roadmap(replies=Replies(draws_wide=True))
    session.until(lambda: "─" not in session.text and "┃" not in session.text, what="borders of plain characters")
    session.keys("Enter Tab . .")
    found = re.findall("[\u2500-\u259f]", session.text)
    assert not found, session.text


def test_35_curves_are_braille_and_fields_half_blocks_and_both_have_an_ascii_form(demo):
    curve = demo("gradient-descent")
    curve.keys(". . . .")
    assert re.search("[\u2801-\u28ff]", curve.text)
    assert_held("HeatmapTests", "a heatmap of noise costs at most eight bytes a cell")


def test_36_a_run_that_diverges_is_drawn_and_says_so(demo):
    session = demo("gradient-descent")
    while "[learning rate" not in session.text:
        session.keys("s")
    session.keys("d d d d d Space")
    session.until(lambda: "diverge" in session.text.lower(), what="the word for it")
    assert session.is_running and step(session) > 0
    assert "loss" in session.text


def test_36_a_plot_names_its_axes_and_what_it_shows(demo):
    session = demo("gradient-descent", size=(120, 40))
    session.keys(". . .")
    text = session.text
    assert re.search(r"^.*\bstep$", text, re.M), "the axis below is named, at its end"
    assert re.search(r"[┤]", text) and re.search(r"└[┴─]+", text), "ticks"
    assert "● SGD" in text, "the legend says which mark is which"
