"""Two programs that work in turn: the project's own core, and a script of the peers."""

import json
import os
import pathlib
import subprocess
import sys
import time

PEERS = pathlib.Path(__file__).resolve().parent / "Peers"
# Worker threads look for more work a while after each job: until they sleep they would take time from the other side.
PAUSE = 0.05


def peak_memory(pid):
    """The most memory that a process ever held, in MB; None where the system does not tell."""
    try:
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        return None


def forget_peak_memory(pid):
    """Lets a process's peak begin anew at what it holds now."""
    try:
        pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")
    except OSError:
        pass


class Core:
    """The project's own side: runs a case whenever it is asked to."""

    def __init__(self, program, data, threads):
        self.process = subprocess.Popen(
            [program, "--data", str(data), "--threads", str(threads), "--turns"], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def turn(self, case):
        """One turn of a case: its samples, metric and work. Ends this program where the core cannot do it."""
        self.process.stdin.write(case + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"gradus-bench ended at {case}")
        return json.loads(line)

    @property
    def peak_memory(self):
        return peak_memory(self.process.pid)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Busy:
    """How much processor time others than the two sides took, in cores."""

    def __init__(self, *own):
        self.own = own
        self.start = self.now()

    def now(self):
        try:
            fields = [int(x) for x in open("/proc/stat").readline().split()[1:9]]
        except OSError:
            return None
        user, nice, system, _, _, irq, soft, steal = fields
        tick = os.sysconf("SC_CLK_TCK")
        mine = sum(os.times()[:4])
        for pid in self.own:
            stat = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            mine += (int(stat[11]) + int(stat[12])) / tick
        return (user + nice + system + irq + soft + steal) / tick - mine, time.time()

    @property
    def others(self):
        now = self.now()
        if now is None or self.start is None:
            return None
        return round(max(0.0, (now[0] - self.start[0]) / max(0.1, now[1] - self.start[1])), 2)


class PeerRun:
    """What one variant of a peer did, and what the core did in between."""

    def __init__(self, record, samples, ours, memory):
        self.record, self.samples, self.ours, self.memory = record, samples, ours, memory


def run_peer(script, only, threads, core, case, before_turn=None, quick=False):
    """Runs a script of the peers; at each of its turns the core does the same case first.

    Gives a PeerRun for each variant. `before_turn(core, case)` may add to what is kept of the core's turn.
    """
    env = dict(os.environ, BENCH_TURNS="1")
    if quick:
        env["BENCH_QUICK"] = "1"
    command = [sys.executable, str(PEERS / f"{script}.py"), "--threads", str(threads)] + (["--only", only] if only else [])
    peer = subprocess.Popen(
        command, text=True, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    ours, samples = {}, []
    for line in peer.stdout:
        if not line.startswith("{"):
            continue
        message = json.loads(line)
        if "turn" in message:
            key = (message["turn"] or case, message["peer"])
            time.sleep(PAUSE)
            note = before_turn(core, key[0]) if before_turn else {}
            ours.setdefault(key, []).append({**core.turn(key[0]), **note})
            time.sleep(PAUSE)
            peer.stdin.write("go\n")
            peer.stdin.flush()
        elif "samples" in message:
            samples = message["samples"]
        elif "case" in message:
            # Work of microseconds is named by its case and its peer; a training run has the last turns to itself.
            turns = ours.get((message["case"], message["peer"])) or ours.pop((case, None), [])
            yield PeerRun(message, samples, turns, peak_memory(peer.pid))
            samples = []
            forget_peak_memory(peer.pid)
    error = peer.stderr.read()
    if peer.wait():
        record = {"case": case or script, "peer": script, "version": "", "threads": threads,
                  "error": (error.strip().splitlines() or [f"exit {peer.returncode}"])[-1][:300]}
        yield PeerRun(record, [], [], None)


def run_whole(command, runs):
    """Wall seconds, processor seconds and peak MB of a whole program, and what it prints, `runs` times."""
    results = []
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        wall = time.perf_counter() - start
        scale = 1024 if sys.platform == "linux" else 1024 * 1024
        results.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / scale, text))
    return results
