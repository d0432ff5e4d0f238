"""Property 46: text from outside, whatever it holds, can not command the terminal."""

import re
import subprocess

import hostile
import pytest
import stream
from conftest import ROOT
from walking import open_lesson

# Beyond the interface's own sequences: anything that starts a string, one-byte C1, bidirectional and unseen characters.
FORBIDDEN = re.compile("\x1b[P_^X\\]]|[\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\u00ad\U000e0000-\U000e0fff]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    folder = hostile.pack(ROOT / "Lessons", tmp_path_factory.mktemp("hostile") / "Lessons")
    (folder.parent / "Assets").symlink_to(ROOT / "Assets")
    return folder


def assert_harmless(session):
    # The program's own question for the background's colour is none of the lesson's.
    text = session.raw.replace(b"\x1b]11;?\x1b\\", b"").decode("utf-8", errors="strict")
    assert not FORBIDDEN.findall(text)
    assert stream.commands(session.raw) == []
    assert stream.modes(session.raw).get(1049) is True, "still on its own screen"
    assert session.raw.count(b"\x1b[6n") <= 1 and b"\x1b[c" not in session.raw


@pytest.mark.parametrize("size", [(80, 24), (200, 60), (31, 9)], ids=lambda size: "%dx%d" % size)
def test_46_a_hostile_lesson_is_read_to_its_end_and_commands_nothing(roadmap, pack, size):
    session = roadmap("--lessons", str(pack), size=(80, 24))
    open_lesson(session, "gradient-descent")
    session.resize(*size)
    session.keys("PgDn " * 12 + "/ e v i l Enter n N L PgDn PgDn L End PgUp Home Tab Tab BTab")
    session.settle(quiet=0.3)
    assert session.is_running
    before = session.cells
    session.keys("C-l")
    session.settle(quiet=0.2)
    assert session.cells == before
    assert_harmless(session)


@pytest.mark.parametrize("command", ["show gradient-descent", "show gradient-descent --lang zh", "check", "list", "list --json"])
def test_46_what_is_printed_of_a_hostile_pack_commands_nothing(gradus, pack, home, command):
    words = command.split()
    where = [str(pack)] if words == ["check"] else ["--lessons", str(pack)]
    done = subprocess.run([gradus, *words, *where], capture_output=True, timeout=60, env={"GRADUS_HOME": str(home), "PATH": "/usr/bin:/bin"})
    text = (done.stdout + done.stderr).decode("utf-8")
    assert text
    assert not CONTROL.findall(text) and not FORBIDDEN.findall(text)


@pytest.mark.parametrize(
    "arguments",
    [["--lessons", "{evil}"], ["show", "{evil}"], ["demo", "{evil}"], ["demo", "gradient-descent", "--set", "{evil}=1"],
     ["check", "{evil}"], ["{evil}"], ["quiz", "gradient-descent", "--answers", "{evil}"]],
)  # fmt: skip
def test_46_names_in_messages_command_nothing(gradus, home, arguments):
    evil = "no\x1b]52;c;aGFybQ==\x07\x9b2J\u202esuch"
    words = [word.replace("{evil}", evil) for word in arguments]
    environment = {"GRADUS_HOME": str(home), "PATH": "/usr/bin:/bin"}
    done = subprocess.run([gradus, *words], capture_output=True, timeout=60, env=environment)
    assert done.returncode != 0
    text = (done.stdout + done.stderr).decode("utf-8")
    assert text
    assert not CONTROL.findall(text) and not FORBIDDEN.findall(text)


def test_46_a_hostile_environment_commands_nothing(start, tmp_path):
    evil = "xterm\x1b]0;owned\x07"
    session = start(term=evil, env={"GRADUS_HOME": str(tmp_path / "a\x1b]52;c;aGFybQ==\x07b"), "LANG": "\x1b[2J"})
    session.settle(quiet=0.5)
    assert stream.commands(session.raw) == []
    assert b"owned" not in re.sub(rb"\x1b\[[^m]*m", b"", session.raw) or b"\x1b]0" not in session.raw
