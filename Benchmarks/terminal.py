#!/usr/bin/env python3
"""Measures the tutor in a pseudo-terminal beside htop, less, vim, btop and a Textual program, in one run on one machine.

    python Benchmarks/terminal.py [--rounds 15] [--size 80x24] [--only gradus,less] [--json]

Prints a JSON line a program, then a table. README.md here says how to read it.
"""

import argparse
import contextlib
import json
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "Tests/EndToEnd"))

import terminal_measures as measures  # noqa: E402
import terminal_programs as programs  # noqa: E402
from walking import open_lesson, step, to_pane  # noqa: E402
from wording import Wording  # noqa: E402

# Rows of the table, and what the tutor is held to.
ROWS = {
    "start_ms": "p50 <= 50, p95 <= 100", "mute_start_ms": "p95 <= 100", "key_ms": "p50 <= 1, p95 <= 5",
    "key_bytes": "<= 300", "escape_ms": "p50 <= 30", "repaint_ms": "p95 <= 5 to build one, and its way",
    "repaint_bytes_a_cell": "<= 3", "idle_bytes": "0", "idle_cpu_percent": "< 0.1", "rss_mb": "<= 30",
    "growth_mb": "< 1 in 10000 keys", "resize_ms": "<= 100", "leave_ms": "<= 50", "hang_up_ms": "<= 100",
}  # fmt: skip
TRAINING_ROWS = {
    "training_key_ms": "p95 <= 16, p99 <= 33", "curve_frame_bytes": "<= 300 at 80x24, 600 at 200x60",
    "heatmap_bytes_a_cell": "<= 8", "frames_per_second": "30", "remote_frames_per_second": "10", "training_cpu_percent": "",
    "training_rss_mb": "<= 30", "page_bytes_a_cell": "<= 3",
}  # fmt: skip
SIZES = [(80, 24), (200, 60)]
# Faster than any picture needs to be, and slow enough to last while it is measured.
FASTER = "+ + +"
FAR = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"}


def measure(program, size, rounds, seconds):
    if program.prepare:
        program.prepare(program, size)
    few, cells = max(3, rounds // 3), size[0] * size[1]
    result = {"program": program.name, "size": "%dx%d" % size}
    result["start_ms"] = measures.starts(program, size, rounds, is_mute=False)
    result["mute_start_ms"] = measures.starts(program, size, rounds, is_mute=True)
    session = program.opened(size)
    try:
        result["key_ms"], result["key_bytes"] = measures.keys(session, program, 8 * rounds)
        if program.escape:
            result["escape_ms"] = measures.escapes(session, program, rounds)
        if program.repaint:
            result["repaint_ms"], sizes = measures.repaints(session, program, rounds)
            result["repaint_bytes_a_cell"] = round(sizes["p50"] / cells, 2) if sizes else None
        result["idle_bytes"], result["idle_cpu_percent"] = measures.watch(session, seconds)
        result["rss_mb"] = measures.resident(session)
        result["growth_mb"] = measures.growth(session, program, 10_000)
    finally:
        session.close()
    result["resize_ms"] = measures.resizes(program, size, few)
    result["leave_ms"] = measures.leaves(program, size, few)
    result["hang_up_ms"] = measures.hang_ups(program, size, few)
    return result


def measure_training(program, size, rounds, seconds):
    """What only the tutor has: keys and frames while a demo trains, at one size."""
    result = {"program": program.name, "size": "%dx%d" % size}
    with playing(program, size, "gradient-descent") as session:
        result["curve_frame_bytes"] = measures.spread(measures.frames(session, seconds)[0])
        result["training_cpu_percent"] = measures.watch(session, seconds)[1]
        result["training_rss_mb"] = measures.resident(session)
    with playing(program, size, "gradient-descent") as session:
        result["training_key_ms"] = measures.overlays(session, 6 * rounds)
    with playing(program, size, "gradient-descent", speed=FASTER) as session:
        result["frames_per_second"] = measures.frames(session, 1.5)[1]
    with playing(program, size, "gradient-descent", speed=FASTER, env=FAR) as session:
        result["remote_frames_per_second"] = measures.frames(session, 1.5)[1]
    with playing(program, size, "self-attention") as session:
        sizes = measures.frames(session, 1.5)[0]
        result["heatmap_bytes_a_cell"] = measures.spread([count / (size[0] * size[1]) for count in sizes])
    with lesson(program, size, "gradient-descent") as session:
        _, sizes = measures.repaints(session, program, 3)
        result["page_bytes_a_cell"] = round(sizes["p50"] / (size[0] * size[1]), 2)
    return result


@contextlib.contextmanager
def lesson(program, size, name, env=None):
    """A session in a lesson; goes back to the Roadmap at the end, where the next start begins."""
    session = program.opened(size, env=env)
    try:
        open_lesson(session, name)
        session.settle(quiet=0.2, most=1)
        yield session
        session.keys("q")
        session.until(lambda: program.is_useful(session), 5, "the Roadmap")
    finally:
        session.close()


@contextlib.contextmanager
def playing(program, size, name, speed="", env=None):
    """A session in which a lesson's demo plays from its beginning."""
    with lesson(program, size, name, env) as session:
        to_pane(session, Wording("en"), "key.play")
        session.keys("r " + speed)
        session.send(b" ")
        session.until(lambda: step(session) > 0, 5, "the first step")
        yield session


def table(results, rows):
    """A row a figure, a column a program or a size."""
    names = [result.get("column", result["program"]) for result in results]
    lines = ["".join([f"{'p50 / p95 / p99':26}", *(f"{name:>22}" for name in names), "   target of gradus"])]
    for row, target in rows.items():
        cells = [f"{show(result.get(row)):>22}" for result in results]
        lines.append("".join([f"{row:26}", *cells, "   " + target]).rstrip())
    return "\n".join(lines)


def show(value):
    if value is None:
        return "-"
    return f"{value['p50']} / {value['p95']} / {value['p99']}" if isinstance(value, dict) else str(value)


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15, help="starts a program; keys are eight times as many")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long idling and training are watched")
    parser.add_argument("--size", default="80x24", help="of the window of the first table")
    parser.add_argument("--only", default="", help="programs, joined by commas")
    parser.add_argument("--json", action="store_true", help="no tables")
    return parser.parse_args()


def main():
    chosen = options()
    size = tuple(int(number) for number in chosen.size.split("x"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        tutor = programs.gradus(folder)
        everyone = [p for p in [tutor, *programs.peers(folder)] if not chosen.only or p.name in chosen.only.split(",")]
        results, training = [], []
        for program in everyone:
            if not program.is_there:
                print(f"{program.argv[0]} is not there: skipped", file=sys.stderr)
                continue
            results.append(report(measure(program, size, chosen.rounds, chosen.seconds)))
            if program is tutor:
                training = [report(measure_training(program, s, chosen.rounds, chosen.seconds)) for s in SIZES]
    if not chosen.json and results:
        print("\n" + table(results, ROWS))
        if training:
            print("\n" + table([{**result, "column": result["size"]} for result in training], TRAINING_ROWS))


def report(result):
    print(json.dumps(result, ensure_ascii=False), flush=True)
    return result


if __name__ == "__main__":
    main()
