"""Properties 28 and 30: colour says nothing alone, and every theme can be read."""

import subprocess

import palette
import pytest
import settings
from conftest import reach_roadmap
from swift_tests import assert_held
from walking import chosen_row

# Themes that paint their own background, and the contrast that their text keeps.
PAINTED = {"dark": 4.5, "light": 4.5, "high-contrast": 7}
PLACES = ["", "Enter", "Enter PgDn PgDn", "Enter Tab . . .", "Enter Tab Tab", "?"]


def test_28_what_is_chosen_and_where_one_stands_has_a_sign(roadmap):
    session = roadmap(env={"NO_COLOR": "1"})
    assert chosen_row(session)
    session.keys("Enter")
    assert "[Theory]" in session.lines[0]
    session.keys("Tab .")
    assert "[Demo]" in session.lines[0] and "● SGD" in session.text


@pytest.mark.parametrize("glyphs", [[], ["--ascii"]], ids=["unicode", "ascii"])
def test_28_classes_differ_by_their_marks_in_a_pipe_without_any_colour(gradus, home, glyphs):
    environment = {"GRADUS_HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    words = [gradus, "gallery", "--chart", "scatter", "--lang", "en", *glyphs]
    done = subprocess.run(words, capture_output=True, timeout=60, env=environment)
    text = done.stdout.decode()
    assert done.returncode == 0 and "\x1b" not in text, done.stderr
    marks = "ox+*#^" if glyphs else "●×✕■▲◆+○"
    assert sum(mark in text for mark in marks) >= 2, text


def test_28_series_stay_apart_to_every_eye():
    """How a colour-blind eye sees colours is computed: it can't be seen from outside."""
    assert_held("ThemeTests", "no two series look alike to any eye, the first four least of all")
    assert_held("ThemeTests", "good, bad and warning stay apart, most in the colour-blind theme")


@pytest.mark.parametrize("theme", PAINTED)
def test_30_every_letter_of_a_painted_theme_contrasts_with_its_background(start, home, theme):
    settings.write(home, f"theme: {theme}\n")
    session = reach_roadmap(start())
    for keys in PLACES:
        session.keys(keys)
        assert_readable(session, PAINTED[theme], keys)
        for _ in range(3):
            if chosen_row(session) and "Keys here" not in session.text:
                break
            session.keys("Esc")


def assert_readable(session, least, keys):
    for y, row in enumerate(session.cells):
        for x, cell in enumerate(row):
            front, back = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
            assert back != "default", f"{x},{y} after {keys!r} is left to the terminal"
            if cell.data.isalnum():
                found = palette.contrast(front, back)
                assert found >= least, f"{cell.data!r} at {x},{y} after {keys!r}: {front} on {back} is {found:.1f}\n{session.text}"


@pytest.mark.parametrize("theme", ["automatic", "colour-blind", "mono"])
def test_30_other_themes_leave_the_background_to_the_terminal(start, home, theme):
    settings.write(home, f"theme: {theme}\n")
    session = reach_roadmap(start())
    blank = [cell for row in session.cells for cell in row if cell.data == " " and not cell.reverse]
    assert {cell.bg for cell in blank} == {"default"}


def test_30_a_theme_is_changed_in_place_and_kept(roadmap, start):
    session = roadmap()
    session.keys(":")
    session.type("theme high contrast")
    session.keys("Enter")
    session.until(lambda: session.cells[3][3].bg != "default", what="the theme's own background")
    session.keys("q")
    session.wait_exit(5)
    again = reach_roadmap(start())
    assert again.cells[3][3].bg != "default"
