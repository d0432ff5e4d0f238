#!/usr/bin/env python3
"""Measures the tutor in a pseudo-terminal beside htop, less and vim, in the same run on the same machine.

    python Benchmarks/terminal.py [--rounds 15] [--size 80x24] [--demo "Enter Tab Space"] [--json]

Prints a JSON line a program, then a table. README.md here says how to read it.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))

import stream  # noqa: E402
from session import Session  # noqa: E402

TARGETS = {
    "start_ms": "p50 <= 50, p95 <= 100", "key_ms": "p50 <= 1, p95 <= 5", "training_key_ms": "p95 <= 16",
    "idle_bytes": "0", "idle_cpu_percent": "< 0.1", "frame_bytes": "<= 300 a chart, <= 8 a cell a heatmap",
    "frames_per_second": "30", "rss_mb": "<= 30",
}


class Program:
    """A program to measure: how it starts, and when its screen says something useful."""

    def __init__(self, name, argv, useful, moves=("Down", "Up"), env=None, prepare=None):
        self.name, self.argv, self.useful, self.moves, self.env = name, argv, useful, moves, env
        self.prepare = prepare

    @property
    def is_there(self):
        return shutil.which(self.argv[0]) is not None

    def start(self, size):
        return Session(self.argv, size=size, env=self.env)

    def is_useful(self, session):
        return any(text in session.text for text in self.useful)


def spread(values):
    """Median, 95th percentile and largest."""
    ordered = sorted(values)
    if not ordered:
        return None
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return {"n": len(ordered), "p50": round(statistics.median(ordered), 2), "p95": round(p95, 2), "max": round(ordered[-1], 2)}


def time_to_useful(program, size):
    session = program.start(size)
    try:
        session.until(lambda: program.is_useful(session), 20, f"the first text of {program.name}")
        return 1000 * (session.read_at - session.started)
    finally:
        session.close()


def key_latencies(session, program, count):
    """Milliseconds from a key to the first byte that answers it, and the bytes of each answer."""
    times, sizes = [], []
    for i in range(count):
        session.settle(quiet=0.02)
        before = len(session.raw)
        sent = time.perf_counter()
        session.keys(program.moves[i % len(program.moves)], settle=False)
        if session.pump(1.0):
            times.append(1000 * (session.read_at - sent))
            session.settle(quiet=0.02)
            sizes.append(len(session.raw) - before)
    return times, sizes


def watch(session, seconds):
    """Bytes a second and processor share while nothing is pressed."""
    session.settle(quiet=0.3, most=2)
    sent, worked, begin = len(session.raw), session.cpu, time.perf_counter()
    while time.perf_counter() - begin < seconds and session.is_running:
        session.pump(0.1)
    elapsed = time.perf_counter() - begin
    return (len(session.raw) - sent) / elapsed, 100 * (session.cpu - worked) / elapsed


def resident(session):
    with open(f"/proc/{session.pid}/status") as file:
        return next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS"))


def measure(program, size, rounds, seconds):
    result = {"program": program.name, "size": "%dx%d" % size}
    if program.prepare:
        program.prepare(program, size)
    result["start_ms"] = spread([time_to_useful(program, size) for _ in range(rounds)])
    session = program.start(size)
    try:
        session.until(lambda: program.is_useful(session), 20)
        session.settle(quiet=0.3, most=2)
        result["first_picture_bytes"] = len(session.raw)
        times, sizes = key_latencies(session, program, 4 * rounds)
        result["key_ms"], result["key_bytes"] = spread(times), spread(sizes)
        result["idle_bytes"], result["idle_cpu_percent"] = (round(value, 2) for value in watch(session, seconds))
        result["rss_mb"] = round(resident(session), 1)
    finally:
        session.close()
    return result


def measure_training(program, size, rounds, seconds, demo):
    """The same while a demo trains: frames, and keys that must be answered in between."""
    session = program.start(size)
    try:
        session.until(lambda: program.is_useful(session), 20)
        session.keys(demo)
        rate, cpu = watch(session, seconds)
        if rate == 0:
            return {"training": f"nothing moved after {demo!r}: give the keys that play a demo with --demo"}
        begin, first = time.perf_counter(), len(session.raw)
        while time.perf_counter() - begin < seconds:
            session.pump(0.05)
        sizes = [len(frame) for frame in whole_frames(session.raw[first:])]
        elapsed = time.perf_counter() - begin
        return {
            "frame_bytes": spread(sizes), "frames_per_second": round(len(sizes) / elapsed, 1),
            "training_cpu_percent": round(cpu, 1), "training_key_ms": spread(overlay_latencies(session, 2 * rounds)),
            "training_rss_mb": round(resident(session), 1),
        }
    finally:
        session.close()


def whole_frames(data):
    """The frames that lie whole in a stretch of the stream."""
    start, end = data.find(b"\x1b[?2026h"), data.rfind(b"\x1b[?2026l")
    return stream.frames(data[start : end + 8]) if 0 <= start < end else []


def overlay_latencies(session, count):
    """Milliseconds from `?` to its help on the screen, while frames keep coming."""
    before = set(session.text.split())
    session.keys("?")
    words = sorted(set(session.text.split()) - before, key=len)
    session.keys("Esc")
    word = next((w for w in reversed(words) if w.isascii() and w.isalpha()), None)
    times = []
    for _ in range(count if word else 0):
        if word in session.text:
            break
        sent = time.perf_counter()
        session.send(b"?")
        session.until(lambda: word in session.text, 5)
        times.append(1000 * (session.read_at - sent))
        session.send(b"\x1b")
        session.until(lambda: word not in session.text, 5)
    return times


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


def programs(folder):
    text = folder / "text.txt"
    text.write_text("".join(f"line {i}: the gradient points uphill\n" for i in range(1000)))
    gradus = os.environ.get("GRADUS", str(ROOT / ".build/release/gradus"))
    home = {"GRADUS_HOME": str(folder / "home")}
    return [
        Program("gradus", [gradus], ("From linear regression to GPT", "从线性回归到 GPT"), env=home, prepare=accept_first_start),
        Program("htop", ["htop"], ("PID",)),
        Program("less", ["less", str(text)], ("gradient points",), ("PgDn", "PgUp")),
        Program("vim", ["vim", "-u", "NONE", str(text)], ("gradient points",)),
    ]


def table(results):
    rows = ["start_ms", "key_ms", "key_bytes", "first_picture_bytes", "idle_bytes", "idle_cpu_percent", "rss_mb",
            "training_key_ms", "frame_bytes", "frames_per_second", "training_cpu_percent", "training_rss_mb"]
    names = [result["program"] for result in results]
    lines = ["".join([f"{'p50 / p95':24}", *(f"{name:>18}" for name in names), "   target of gradus"])]
    for row in rows:
        cells = [f"{show(result.get(row)):>18}" for result in results]
        lines.append("".join([f"{row:24}", *cells, "   " + TARGETS.get(row, "")]).rstrip())
    return "\n".join(lines)


def show(value):
    if value is None:
        return "-"
    return f"{value['p50']} / {value['p95']}" if isinstance(value, dict) else str(value)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="starts a program; keys are four times as many")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long idling and training are watched")
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--demo", default="Enter Tab Space", help="keys from the Roadmap to a demo that plays")
    parser.add_argument("--json", action="store_true", help="no table")
    options = parser.parse_args()
    size = tuple(int(number) for number in options.size.split("x"))
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for program in programs(pathlib.Path(folder)):
            if not program.is_there:
                print(f"{program.argv[0]} is not there: skipped", file=sys.stderr)
                continue
            result = measure(program, size, options.rounds, options.seconds)
            if program.name == "gradus":
                result |= measure_training(program, size, options.rounds, options.seconds, options.demo)
            results.append(result)
            print(json.dumps(result, ensure_ascii=False), flush=True)
    if not options.json and results:
        print("\n" + table(results))


if __name__ == "__main__":
    main()
