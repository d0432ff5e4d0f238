"""Drives a program inside tmux: a second opinion from a real terminal, with the words of `Session`."""

import os
import shlex
import subprocess
import time
import uuid

import keys
from session import PATIENCE


class TmuxSession:
    def __init__(self, argv, size=(80, 24), env=None):
        self._socket = "gradus-" + uuid.uuid4().hex[:8]
        self.size = size
        settings = [f"{name}={value}" for name, value in (env or {}).items()]
        command = shlex.join(["env", "-u", "NO_COLOR", "-u", "COLORTERM", *settings, *argv])
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), command)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-s", "escape-time", "0")
        self.resize(*size)

    def keys(self, words):
        """Presses keys: `"Down Down Enter"`; see keys.py for their names."""
        for word in words.split():
            self._tmux("send-keys", keys.TMUX.get(word, word))
            time.sleep(0.02)

    def type(self, text):
        self._tmux("send-keys", "-l", text)

    def resize(self, columns, rows):
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    @property
    def text(self):
        return self._tmux("capture-pane", "-p").rstrip("\n")

    @property
    def lines(self):
        return [line.rstrip() for line in self.text.split("\n")]

    @property
    def styled(self):
        """The screen with its colours, as escape sequences."""
        return self._tmux("capture-pane", "-p", "-e")

    @property
    def is_running(self):
        return self._tmux("list-sessions", check=False).strip() != ""

    def wait(self, text, timeout=PATIENCE):
        self.until(lambda: text in self.text, timeout, f"{text!r} to appear")

    def wait_gone(self, text, timeout=PATIENCE):
        self.until(lambda: text not in self.text, timeout, f"{text!r} to go")

    def until(self, condition, timeout=PATIENCE, what="a condition"):
        end = time.perf_counter() + timeout
        while not condition():
            assert time.perf_counter() < end, f"waited {timeout} s for {what}; the screen:\n{self.text}"
            time.sleep(0.03)

    def wait_exit(self, timeout=PATIENCE):
        end = time.perf_counter() + timeout
        while self.is_running:
            assert time.perf_counter() < end, f"still running after {timeout} s"
            time.sleep(0.03)

    def close(self):
        self._tmux("kill-server", check=False)

    def _tmux(self, *arguments, check=True):
        environment = {**os.environ, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
        environment.pop("TMUX", None)
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *arguments], capture_output=True, text=True, env=environment
        )
        assert not check or done.returncode == 0, f"tmux {arguments}: {done.stderr}"
        return done.stdout
