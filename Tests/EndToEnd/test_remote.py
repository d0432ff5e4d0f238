"""From far away: through an ssh server on this machine. (Inside tmux: test_walks.py.)"""

import getpass
import os
import pathlib
import shutil
import socket
import subprocess
import time

import psutil
import pytest
import stream
from conftest import reach_roadmap, shows_roadmap
from walking import open_lesson, step

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
pytestmark = pytest.mark.skipif(not (SSHD and shutil.which("ssh")), reason="openssh-server and -client are not installed")


@pytest.fixture
def server(tmp_path):
    """An ssh server of this test alone; gives the words that log in to it."""
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    shutil.copy(tmp_path / "user.pub", tmp_path / "authorized")
    port = free_port()
    options = {
        "Port": port, "ListenAddress": "127.0.0.1", "HostKey": tmp_path / "host", "AuthorizedKeysFile": tmp_path / "authorized",
        "StrictModes": "no", "UsePAM": "no", "PidFile": "none", "PermitRootLogin": "yes", "PasswordAuthentication": "no",
    }  # fmt: skip
    config = tmp_path / "config"
    config.write_text("".join(f"{name} {value}\n" for name, value in options.items()))
    if os.getuid() == 0:
        pathlib.Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
    process = subprocess.Popen([SSHD, "-D", "-e", "-f", config], stderr=subprocess.DEVNULL)
    wait_for(port)
    quiet = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR"]
    yield ["ssh", "-tt", "-F", "none", "-p", str(port), "-i", str(tmp_path / "user"), *quiet, f"{getpass.getuser()}@127.0.0.1"]
    process.terminate()
    process.wait(10)


def free_port():
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def wait_for(port):
    end = time.perf_counter() + 10
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.perf_counter() < end, "the ssh server did not come up"
            time.sleep(0.02)


@pytest.fixture
def remote(server, start, gradus, home):
    return lambda **options: start(program=[*server, f"GRADUS_HOME={home} exec {gradus}"], **options)


def test_a_lesson_is_learnt_over_ssh_at_ten_pictures_a_second(remote):
    session = reach_roadmap(remote())
    open_lesson(session, "gradient-descent")
    session.keys("Tab + + +")
    session.send(b" ")
    session.until(lambda: step(session) > 10, what="ten steps of training")
    sent, end = len(session.raw), time.perf_counter() + 1.5
    while time.perf_counter() < end:
        session.pump(0.05)
    marks = session.raw[sent:].count(b"\x1b[?2026h")
    assert 8 <= marks <= 18, f"{marks / 1.5} pictures a second"
    session.keys("q")
    session.until(lambda: shows_roadmap(session))
    before = session.lines
    session.resize(100, 30)
    session.settle(quiet=0.3)
    session.resize(80, 24)
    session.until(lambda: session.lines == before, what="the picture of before")
    session.keys("q")
    assert session.wait_exit(10) == 0
    assert stream.unrestored(session.raw) == []


def test_a_line_that_breaks_ends_the_program(remote, gradus):
    session = reach_roadmap(remote())
    open_lesson(session, "gradient-descent")
    session.keys("Tab Space")
    running = [p for p in psutil.process_iter(["exe", "terminal"]) if p.info["exe"] == os.path.realpath(gradus)]
    ours = max(running, key=lambda process: process.create_time())
    session.signal("KILL")
    ours.wait(5)
