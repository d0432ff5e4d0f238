"""Drives a program through a pseudo-terminal, as a learner would.

    session = Session([gradus], size=(80, 24))
    session.keys("Down Enter")
    session.wait("Roadmap")
"""

import fcntl
import os
import select
import signal
import struct
import termios
import time

import keys
from emulator import Screen, Stream

# How long a test waits for what must come: generous, because machines are busy.
PATIENCE = 20.0
# What the terminal of whoever runs the tests must not tell the program.
NOT_INHERITED = (
    "LINES", "COLUMNS", "NO_COLOR", "COLORTERM", "COLORFGBG", "LC_ALL", "LC_CTYPE", "SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY",
    "TMUX", "STY", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
)  # fmt: skip


class Session:
    def __init__(self, argv, size=(80, 24), env=None, term="xterm-256color", bare=False, replies=None):
        """Starts `argv` with a terminal of its own. `env` is added to the environment, None takes a variable away;
        with `bare` nothing is inherited but PATH. `replies` (replies.py) answers questions; without it none is answered."""
        self.screen = Screen(*size)
        self.raw = b""
        self.status = None
        self.read_at = 0.0
        self._stream = Stream(self.screen)
        self._replies = replies
        self.master, self.slave = os.openpty()
        self._set_size(size)
        self.modes_before = termios.tcgetattr(self.slave)
        environment = self._environment(env or {}, term, bare)
        self.started = time.perf_counter()
        self.pid = os.fork()
        if self.pid == 0:
            self._become(argv, environment)

    @staticmethod
    def _environment(env, term, bare):
        inherited = {"PATH": os.environ.get("PATH", "")} if bare else dict(os.environ)
        for name in NOT_INHERITED:
            inherited.pop(name, None)
        if not bare:
            inherited["LANG"] = "C.UTF-8"
        merged = {**inherited, "TERM": term, **env}
        return {name: value for name, value in merged.items() if value is not None}

    def _become(self, argv, environment):
        try:
            os.close(self.master)
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for descriptor in (0, 1, 2):
                os.dup2(self.slave, descriptor)
            os.closerange(3, 256)
            os.execvpe(argv[0], argv, environment)
        finally:
            os._exit(127)

    # Doing

    def keys(self, words, settle=True):
        """Presses keys: `"Down Down Enter"`; see keys.py for their names."""
        for word in words.split():
            self.send(keys.bytes_of(word))
            if settle:
                # Another key too soon after Esc would make it Alt.
                self.settle(quiet=0.12 if word == "Esc" else 0.03)

    def type(self, text):
        """Types text, a key a character."""
        self.send(text.encode())
        self.settle()

    def paste(self, text):
        """Pastes text as a terminal in bracketed paste mode does."""
        self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")
        self.settle()

    def click(self, column, row):
        """Clicks a cell; both count from 0."""
        self.send(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m".encode())
        self.settle()

    def send(self, data):
        """Writes bytes to the program."""
        while data:
            data = data[os.write(self.master, data[:1024]) :]
            if data:
                self.pump(0)

    def resize(self, columns, rows):
        self.screen.resize(rows, columns)
        self._set_size((columns, rows))

    def signal(self, name):
        os.kill(self.pid, getattr(signal, "SIG" + name))

    def hang_up(self):
        """Takes the terminal away, as a closed window does."""
        os.close(self.master)
        os.close(self.slave)
        self.master = self.slave = -1

    # Seeing

    @property
    def lines(self):
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self):
        return "\n".join(self.lines)

    @property
    def cells(self):
        """Every cell with its looks, to compare two screens exactly."""
        return [[self.screen.buffer[y][x] for x in range(self.screen.columns)] for y in range(self.screen.lines)]

    @property
    def is_running(self):
        return self._reap(os.WNOHANG) is None

    @property
    def cpu(self):
        """The processor time used so far, in seconds."""
        with open(f"/proc/{self.pid}/stat") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def modes(self):
        """The modes of the terminal's line, as `termios.tcgetattr` gives them."""
        return termios.tcgetattr(self.slave)

    # Waiting

    def pump(self, seconds):
        """Reads what comes within `seconds`, up to the first bytes; true when something came."""
        if self.master < 0 or not select.select([self.master], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.read_at = time.perf_counter()
        self.raw += data
        self._show(data)
        return bool(data)

    def _show(self, data):
        if not self._replies:
            return self._stream.feed(data)
        for piece, question in self._replies.pieces(data):
            self._stream.feed(piece)
            if question:
                os.write(self.master, self._replies.answer(question, self.screen.cursor))

    def settle(self, quiet=0.03, most=5.0):
        """Reads until nothing came for `quiet` seconds and the program, having read every key, waits for more."""
        end = time.perf_counter() + most
        while time.perf_counter() < end and (self.pump(quiet) or not self.is_waiting):
            pass

    @property
    def is_waiting(self):
        """Whether no key is unread and the program's first thread sleeps; also when the program is gone."""
        if self.slave < 0 or struct.unpack("i", fcntl.ioctl(self.slave, termios.FIONREAD, bytes(4)))[0]:
            return self.slave < 0
        try:
            with open(f"/proc/{self.pid}/task/{self.pid}/stat") as file:
                return file.read().rpartition(")")[2].split()[0] not in "RD"
        except OSError:
            return True

    def wait(self, text, timeout=PATIENCE):
        """Waits until `text` stands on the screen."""
        self.until(lambda: text in self.text, timeout, f"{text!r} to appear")

    def wait_gone(self, text, timeout=PATIENCE):
        """Waits until `text` no longer stands on the screen."""
        self.until(lambda: text not in self.text, timeout, f"{text!r} to go")

    def until(self, condition, timeout=PATIENCE, what="a condition"):
        end = time.perf_counter() + timeout
        while not condition():
            assert time.perf_counter() < end, f"waited {timeout} s for {what}; the screen:\n{self.text}"
            if not self.pump(0.05) and not self.is_running:
                assert condition(), f"the program ended ({self.status}) before {what}; the screen:\n{self.text}"
                return

    def wait_exit(self, timeout=PATIENCE, reading=True):
        """Waits for the end; returns the exit status, negative for a signal."""
        end = time.perf_counter() + timeout
        while self._reap(os.WNOHANG) is None:
            assert time.perf_counter() < end, f"still running after {timeout} s; the screen:\n{self.text}"
            if not reading or not self.pump(0.01):
                time.sleep(0.005)
        while reading and self.pump(0.02):
            pass
        return self.status

    def _reap(self, options):
        if self.status is None:
            pid, status, self.usage = os.wait4(self.pid, options)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
        return self.status

    def close(self):
        """Ends the program if it still runs, and gives the terminal back."""
        if self._reap(os.WNOHANG) is None:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)
        for descriptor in (self.master, self.slave):
            if descriptor >= 0:
                os.close(descriptor)
        self.master = self.slave = -1

    def _set_size(self, size):
        columns, rows = size
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
