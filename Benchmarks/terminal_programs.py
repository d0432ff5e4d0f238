"""The programs of the terminal that are measured beside each other, and how each is driven."""

import os
import pathlib
import shutil
import sys

from replies import Replies
from session import Session

ROOT = pathlib.Path(__file__).resolve().parents[1]
HERE = pathlib.Path(__file__).resolve().parent
ROADMAP = ("From linear regression to GPT", "从线性回归到 GPT")


class Program:
    """A program: how it starts, when its screen says something useful, and its keys for what all of them can do.

    `moves` are two keys that undo each other, `escape` opens something that Esc closes, `repaint` draws everything anew.
    """

    def __init__(self, name, argv, useful, moves=("Down", "Up"), escape=None, repaint=None, leave="q", env=None, prepare=None):
        self.name, self.argv, self.useful, self.moves, self.env = name, argv, useful, moves, env
        self.escape, self.repaint, self.leave, self.prepare = escape, repaint, leave, prepare

    @property
    def is_there(self):
        return shutil.which(self.argv[0]) is not None

    def start(self, size, is_mute=True, env=None):
        """Starts it; a mute terminal answers no question."""
        return Session(self.argv, size=size, env={**(self.env or {}), **(env or {})}, replies=None if is_mute else Replies())

    def is_useful(self, session):
        return any(text in session.text for text in self.useful)

    def opened(self, size, **options):
        """Started, and still."""
        session = self.start(size, **options)
        session.until(lambda: self.is_useful(session), 20, f"the first text of {self.name}")
        session.settle(quiet=0.3, most=2)
        return session


def accept_first_start(program, size):
    """Answers what the tutor asks once, so that every measured start is a later one."""
    session = program.start(size)
    try:
        for _ in range(4):
            session.settle(quiet=0.3)
            session.keys("Enter" if not program.is_useful(session) else "")
        session.keys("q")
        session.settle(quiet=0.3)
    finally:
        session.close()


def gradus(folder):
    path = os.environ.get("GRADUS", str(ROOT / ".build/release/gradus"))
    home = {"GRADUS_HOME": str(folder / "home")}
    return Program("gradus", [path], ROADMAP, escape="?", repaint="C-l", env=home, prepare=accept_first_start)


def peers(folder):
    """The others. Textual is a Python package: it counts as missing where this Python has none."""
    text = folder / "text.txt"
    text.write_text("".join(f"line {i}: the gradient points uphill\n" for i in range(1000)))
    textual = Program("textual", [sys.executable, str(HERE / "Peers/textual_list.py")], ("gradient points",))
    return [
        Program("htop", ["htop"], ("PID",), escape="F1", repaint="C-l"),
        Program("less", ["less", str(text)], ("gradient points",), ("PgDn", "PgUp"), repaint="C-l"),
        Program("vim", ["vim", "-u", "NONE", str(text)], ("gradient points",), escape="i", repaint="C-l", leave=": q ! Enter"),
        Program("btop", ["btop", "--utf-force"], ("cpu", "Cpu"), escape="F1"),
        textual if has_textual() else Program("textual", ["textual, a Python package,"], ()),
    ]


def has_textual():
    try:
        import textual  # noqa: F401
    except ImportError:
        return False
    return True
