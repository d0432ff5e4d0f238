"""Property 21: Ctrl-Z and fg, under a shell as a learner has it."""

import os
import re
import signal
import termios

import pytest
import stream
from conftest import reach_roadmap, shows_roadmap

PROMPT = "ready>"


def is_cooked(session):
    return bool(session.modes[3] & termios.ICANON and session.modes[3] & termios.ECHO)


@pytest.fixture
def shell(start):
    session = start(program=["bash", "--norc", "--noprofile", "-i"], env={"PS1": PROMPT + " ", "HISTFILE": None})
    session.wait(PROMPT)
    return session


@pytest.mark.parametrize("through_make", [False, True], ids=["by itself", "under make"])
def test_21_control_z_gives_the_shell_back_and_fg_the_picture(shell, gradus, tmp_path, through_make):
    makefile = tmp_path / "Makefile"
    makefile.write_text(f"run:\n\t@{gradus}\n")
    shell.type((f"make -f {makefile} run" if through_make else gradus) + "\r")
    reach_roadmap(shell)
    before = shell.lines
    shell.keys("C-z")
    shell.until(lambda: re.search(rb"Stopped", shell.raw), what="the shell's word that the job is stopped")
    shell.settle(quiet=0.2)
    assert is_cooked(shell) or PROMPT in shell.text
    assert stream.modes(shell.raw).get(1049) is False
    assert stream.modes(shell.raw).get(25) is not False
    shell.type("fg\r")
    shell.until(lambda: stream.modes(shell.raw).get(1049), what="the alternate screen")
    shell.until(lambda: shows_roadmap(shell) and shell.lines == before, what="the picture of before")
    shell.keys("q")
    shell.until(lambda: stream.unrestored(shell.raw.replace(b"\x1b[?2004h", b"")) == [], what="a clean terminal")
    shell.type("echo still $((40 + 2))\r")
    shell.wait("still 42")


def test_21_a_stop_from_outside_is_survived(shell, gradus):
    shell.type(gradus + "\r")
    reach_roadmap(shell)
    before = shell.lines
    os.kill(child_of(shell.pid), signal.SIGTSTP)
    shell.until(lambda: b"Stopped" in shell.raw, what="the shell's word that the job is stopped")
    shell.type("fg\r")
    shell.until(lambda: shell.lines == before, what="the picture of before")


def child_of(pid):
    with open(f"/proc/{pid}/task/{pid}/children") as file:
        return int(file.read().split()[0])
