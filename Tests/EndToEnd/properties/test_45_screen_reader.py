"""Property 45: the tutor as a conversation in lines, on a plain terminal and through pipes."""

import os
import random
import re
import signal
import subprocess
import time

import pytest

# Arrows, box drawing, blocks, shapes, dot patterns, and signs that voices skip.
PICTURES = re.compile("[\u00b7\u00d7\u2022\u2190-\u21ff\u2212\u2500-\u25ff\u27f0-\u297f\u2b00-\u2bff]")

# A walk through all there is: roadmap, lesson, guess, experiment, demo, quiz, the other language.
WALK = [
    "", "?", "1", "1", "4", "3", "", "", "part", "part 5", "try", "back", "demo", "", "run 20", "numbers", "table", "why",
    "history", "code", "knobs", "set 3 0.1", "goal", "back", "quiz", "hint", "0.1", "", "skip", "results", "back", "language",
    "again", "language", "find Adam", "back", "quit",
]  # fmt: skip


@pytest.fixture
def speak(start):
    """The program in screen-reader mode behind a terminal."""
    return lambda *arguments, **options: start("--screen-reader", *arguments, **options)


def say(session, line, answer):
    """Types a line and waits until something is said."""
    before = len(session.raw)
    session.send(line.encode() + b"\n")
    session.until(lambda: answer in session.raw[before:].decode(errors="replace"), what=f"{answer!r} after {line!r}")


def reach_demo(session):
    session.wait("Type 1 or 2.")
    say(session, "1", "Enter opens Gradient descent")
    say(session, "", "Type your guess")
    say(session, "demo", "Step 0. Enter takes a step")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_45_nothing_but_lines_is_ever_sent(speak, language):
    session = speak("--lang", language)
    session.until(lambda: b"1. English" in session.raw)
    for line in WALK:
        session.send(line.encode() + b"\n")
        session.settle(quiet=0.2)
    assert session.wait_exit() == 0
    assert b"\x1b" not in session.raw, "no control sequence at all: no colour, no alternate screen, no cursor addressing"
    controls = {byte for byte in session.raw if byte < 0x20 or byte == 0x7F} - {0x0A, 0x0D}
    assert not controls
    assert b"\r" not in session.raw.replace(b"\r\n", b""), "a line is never gone back over"
    assert not PICTURES.findall(session.raw.decode())


def test_45_the_terminal_keeps_its_own_line_editing(speak):
    session = speak()
    session.wait("Type 1 or 2.")
    assert session.modes == session.modes_before
    session.send(b"3\x7f1\n")
    session.until(lambda: "Roadmap:" in session.text)


def test_45_pipes_do_as_well_as_terminals(gradus, home):
    run = subprocess.run(
        [gradus, "--screen-reader", "--lang", "en"], input="\n".join(WALK) + "\n", capture_output=True, text=True, timeout=120,
        env={"PATH": os.environ["PATH"], "GRADUS_HOME": str(home)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "You guessed 3; the run gave 10." in run.stdout
    assert "What came of it:" in run.stdout
    assert run.stdout.endswith("Everything is kept. Goodbye.\n")
    assert not PICTURES.findall(run.stdout)
    assert "\x1b" not in run.stdout


@pytest.mark.parametrize("seed", range(4))
def test_45_random_bytes_are_survived_and_never_echoed(gradus, home, seed):
    numbers = random.Random(seed)
    words = [b"1", b"", b"demo", b"quiz", b"back", b"step 3", b"knobs", b"set 3 0.1", b"part 3", b"find a", b"try", b"language", b"hint"]
    lines = [numbers.choice(words) if numbers.random() < 0.5 else numbers.randbytes(numbers.randrange(200)) for _ in range(600)]
    run = subprocess.run(
        [gradus, "--screen-reader", "--lang", "en"], input=b"\n".join(lines), capture_output=True, timeout=120,
        env={"PATH": os.environ["PATH"], "GRADUS_HOME": str(home)},
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    said = run.stdout.decode()
    assert not [c for c in said if c != "\n" and (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E)]


def test_45_the_environment_switches_it_on(gradus, home):
    environment = {"PATH": os.environ["PATH"], "GRADUS_HOME": str(home), "GRADUS_SCREEN_READER": "1"}
    run = subprocess.run([gradus], input="1\nquit\n", capture_output=True, text=True, timeout=60, env=environment)
    assert run.returncode == 0
    assert "Roadmap: From linear regression to GPT" in run.stdout


def test_45_what_changes_is_announced_and_Enter_pauses(speak):
    session = speak("--lang", "en")
    reach_demo(session)
    say(session, "run", "Running. Enter pauses.")
    session.until(lambda: len(re.findall(r"step \d+: loss \S+, (falling|rising|steady)", session.text)) >= 2)
    say(session, "", "Paused.")
    session.settle()
    before = len(session.raw)
    session.settle(quiet=1.5)
    assert len(session.raw) == before, "nothing is said while nothing runs"


@pytest.mark.parametrize("name", ["INT", "TERM", "HUP", "QUIT"])
@pytest.mark.parametrize("running", [False, True])
def test_45_told_to_end_it_keeps_everything(speak, name, running):
    session = speak("--lang", "en")
    reach_demo(session)
    say(session, "set 3 0.05", "learning rate 0.05")
    if running:
        say(session, "run", "Running. Enter pauses.")
    session.signal(name)
    assert session.wait_exit(5) == 0
    again = speak()
    again.wait("learning rate 0.05")


def test_45_Ctrl_C_leaves_with_everything_kept(speak):
    session = speak("--lang", "en")
    reach_demo(session)
    session.send(b"\x03")
    assert session.wait_exit(5) == 0
    assert "Everything is kept." in session.text
    speak().wait("Demo: Gradient descent.")


def test_45_a_hang_up_ends_it_at_once(speak):
    session = speak("--lang", "en")
    reach_demo(session)
    session.hang_up()
    assert session.wait_exit(5, reading=False) in (0, -signal.SIGHUP)
    speak().wait("Demo: Gradient descent.")


def test_45_a_reader_who_goes_away_ends_it_with_everything_kept(gradus, home):
    environment = {"PATH": os.environ["PATH"], "GRADUS_HOME": str(home)}
    program = subprocess.Popen(
        [gradus, "--screen-reader", "--lang", "en"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    program.stdin.write(b"1\ngradient-descent\npart 4\n")
    program.stdin.flush()
    while b"Part 4 of" not in (line := program.stdout.readline()):
        assert line, "it ended before part 4"
    program.stdout.close()
    program.stdin.write(b"part 5\npart 6\n")
    program.stdin.close()
    assert program.wait(10) in (0, 1)
    run = subprocess.run([gradus, "--screen-reader"], input="", capture_output=True, text=True, env=environment, timeout=60)
    assert re.search(r"Gradient descent, part [456] of", run.stdout)


def test_45_who_leaves_here_goes_on_there(speak, start):
    session = speak("--lang", "en")
    session.wait("Type 1 or 2.")
    say(session, "1", "Enter opens")
    say(session, "gradient-descent", "Part 1 of")
    say(session, "part 10", "Pitfalls")
    say(session, "quit", "Everything is kept.")
    assert session.wait_exit() == 0
    start().wait("Pitfalls")


def test_45_while_nothing_is_typed_nothing_is_done(speak):
    session = speak("--lang", "en")
    reach_demo(session)
    session.settle()
    cpu, sent = session.cpu, len(session.raw)
    end = time.perf_counter() + 2
    while time.perf_counter() < end:
        session.pump(0.2)
    assert len(session.raw) == sent
    assert session.cpu - cpu <= 0.02
