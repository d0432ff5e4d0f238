#!/usr/bin/env python3
"""Measures the mini-ML core beside the Python tools that do the same work, in turn, on this machine, in this hour.

    python Benchmarks/core.py [--only TEXT] [--threads 1,2] [--quick] [--program .build/release/gradus-bench]

Prints tables of ratios and writes .build/bench/results.jsonl, a JSON line a case, peer and thread count.
README.md here says how to read them.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import table
import turns
from table import Variant

ROOT = pathlib.Path(__file__).resolve().parents[1]
OUT = ROOT / ".build/bench"

# Training runs: which scripts do the case, and by how much to be faster than the best of their variants.
TRAINING = {
    "mlp.digits": (("bench_mlp", "bench_jax"), 3.0),
    "cnn.digits": (("bench_conv",), 2.0),
    "resnet.digits": (("bench_conv",), 1.5),
    "lstm.char": (("bench_lstm",), 1.6),
    "gpt_train.A": (("bench_gpt_train", "bench_jax"), 2.0),
    "gpt_train.B": (("bench_gpt_train", "bench_jax"), 1.4),
}
# Products: the share of the peak of multiply-adds that large ones are to reach, by thread count.
PEAK_SHARE = {1: 0.9, 2: 0.85}
LARGE = ("gemm.square256", "gemm.square512", "gemm.square1024")
# A product of one row reads its matrix once: 256 KiB, so the cache of that size sets the pace.
ONE_ROW = "gemm.decode"
SCALAR_TARGET, NODE_TARGET, START_TARGET = 100.0, 20.0, 1.0


class Bench:
    def __init__(self, options):
        self.options = options
        self.version = subprocess.run(
            ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
        self.results = (OUT / "results.jsonl").open("w")
        self.tables, self.notes = [], []

    def write(self, record):
        self.results.write(json.dumps(record) + "\n")
        self.results.flush()

    def say(self, text):
        print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)

    def core(self, threads):
        return turns.Core(self.options.program, OUT / "data", threads)

    def wants(self, case):
        return self.options.only in case

    def header(self):
        info = {}
        try:
            for line in open("/proc/cpuinfo"):
                key, _, value = line.partition(":")
                info.setdefault(key.strip(), value.strip())
        except OSError:
            pass
        flags = [f for f in ("avx2", "fma", "avx512f") if f in info.get("flags", "").split()]
        self.write({"header": True, "note": "from one machine, only ratios in one run count",
                    "cpu": " ".join([info.get("model name", platform.processor())] + flags), "cores": os.cpu_count(),
                    "system": f"{platform.system()} {platform.machine()}", "python": platform.python_version(),
                    "date": time.strftime("%Y-%m-%d"), "version": self.version})

    # One record of the core for a case, in the form of the peers'.
    def write_core(self, case, threads, blocks, memory, others, **more):
        wall = [x for block in blocks for x in block["wall"]]
        cpu = [x for block in blocks for x in block["cpu"]]
        metric = {key: statistics.median([block["metric"][key] for block in blocks if block["metric"][key] is not None]
                                         or [float("nan")]) for key in blocks[-1]["metric"]}
        self.write({"case": case, "peer": "gradus", "version": self.version, "threads": threads,
                    "seconds_median": significant(statistics.median(wall)), "seconds_min": significant(min(wall)),
                    "cpu_seconds_median": significant(statistics.median(cpu)), "runs": len(wall),
                    "metric": {**significant({**metric, **more}), "peak_rss_mb": significant(memory)},
                    "work": blocks[-1]["work"], "others_busy": others})
        return metric

    # A peer's script beside the core; records are written as they come.
    def peers(self, script, only, threads, core, case, before_turn=None):
        busy, runs = turns.Busy(core.process.pid), []
        for run in turns.run_peer(script, only, threads, core, case, before_turn, self.options.quick):
            runs.append(run)
            if "error" in run.record:
                self.notes.append(f"{run.record['case']} {run.record['peer']}: {run.record['error']}")
            else:
                run.record["metric"]["peak_rss_mb"] = significant(run.memory)
        others = busy.others
        if others is not None and others > 0.2:
            self.notes.append(f"{case or only or script}, {threads} threads: others took {others} cores meanwhile; distrust it")
        for run in runs:
            self.write({**run.record, "others_busy": others})
        return [run for run in runs if "error" not in run.record and run.samples], others

    # MARK: the parts

    def limits(self):
        rows = []
        for threads in self.options.threads:
            core = self.core(threads)
            names = ["limit.fma_gflops"] + [f"limit.read_{size}_GBps" for size in ("16KiB", "256KiB", "4MiB")]
            names = [name for name in names if self.wants(name)]
            if not names:
                continue
            self.say(f"limits, {threads} threads")
            runs, others = ([], None) if self.options.quick else self.limit_records(threads, core)
            for name in names:
                blocks = [core.turn(name) for _ in range(3)]
                ours = statistics.median(block["metric"]["rate"] for block in blocks)
                self.write_core(name, threads, blocks, core.peak_memory, others)
                theirs = next((run.record["metric"]["rate_median"] for run in runs if run.record["case"] == name), None)
                rows.append([name, threads, table.number(ours, "{:.1f}"), table.number(theirs, "{:.1f}")])
            core.end()
        self.add("Limits of this machine: GFLOP/s and GB/s", ["case", "threads", "here", "in C"], rows)

    def limit_records(self, threads, core):
        busy, runs = turns.Busy(core.process.pid), []
        for run in turns.run_peer("bench_limits", "", threads, core, None, None, self.options.quick):
            runs.append(run)
            self.write({**run.record, "others_busy": busy.others})
        return [run for run in runs if "error" not in run.record], busy.others

    def products(self):
        rows = []
        only = self.options.only if self.options.only.startswith("gemm.") else ""
        for threads in self.options.threads:
            if not (self.wants("gemm.") or only):
                continue
            self.say(f"products, {threads} threads")
            core = self.core(threads)
            runs, others = self.peers("bench_gemm", only, threads, core, None, before_turn=measure_limit)
            for case in dict.fromkeys(run.record["case"] for run in runs):
                beside = [run for run in runs if run.record["case"] == case]
                rows.append(self.product_row(case, threads, beside, core.peak_memory, others))
            core.end()
        self.add("Products: share of the peak measured in the same turns (one row: of the cache's read rate), and ratios",
                 ["case", "threads", "GFLOP/s", "of peak", "quartiles", "target", "", "best peer", "GFLOP/s", "ratio",
                  "quartiles", "ahead"], rows)

    def product_row(self, case, threads, runs, memory, others):
        blocks = [block for run in runs for block in run.ours]
        shares = [product_rate(case, block) / block["limit"] for block in blocks]
        share = statistics.median(shares)
        best = min((Variant(run) for run in runs), key=lambda variant: variant.ratio)
        metric = self.write_core(case, threads, blocks, memory, others, share_of_limit=share,
                                 limit=statistics.median(block["limit"] for block in blocks))
        target = PEAK_SHARE.get(threads) if case in LARGE else None
        return [case, threads, table.number(metric["gflops"], "{:.1f}"), table.number(share), table.spread(shares),
                table.number(target), table.verdict(share, target), best.name,
                table.number(best.metric["gflops"], "{:.1f}"), table.number(best.ratio), table.spread(best.pairs),
                table.verdict(best.ratio, 1.0)]

    def training(self):
        rows, memories = [], []
        for threads in self.options.threads:
            for case, (scripts, target) in TRAINING.items():
                if self.wants(case):
                    self.say(f"{case}, {threads} threads")
                    self.training_case(case, scripts, target, threads, rows, memories)
        self.add("Training: the best variant of any peer against the core, medians of alternate runs",
                 ["case", "threads", "core", "best peer", "its time", "ratio", "quartiles", "target", "", "quality"], rows)
        self.add("Peak memory in MB, and tensor storage allocated after the first step",
                 ["case", "threads", "core", "least of torch", "below", "after step 1", "", "after step 2"], memories)

    def training_case(self, case, scripts, target, threads, rows, memories):
        core, runs, others = self.core(threads), [], None
        try:
            for script in scripts:
                found, others = self.peers(script, case, threads, core, case)
                for run in found:
                    # One run so long that it counts as it is left the core no turn.
                    run.ours = run.ours or [core.turn(case) for _ in range(3)]
                runs += found
            if not runs:
                return
            blocks = [block for run in runs for block in run.ours]
            memory = core.peak_memory
            metric = self.write_core(case, threads, blocks, memory, others)
        except (RuntimeError, OSError) as error:
            self.notes.append(f"{case}: {error}")
            return
        finally:
            core.end()
        variants = sorted((Variant(run) for run in runs), key=lambda variant: variant.ratio)
        best = variants[0]
        rows.append([case, threads, table.seconds(best.ours), best.name, table.seconds(best.theirs),
                     table.number(best.ratio), table.spread(best.pairs), table.number(target),
                     table.verdict(best.ratio, target), quality(metric, variants)])
        torch = [v.memory for v in variants if v.name.startswith("torch") and v.memory]
        allocations = metric.get("storage_allocations_after_first_step")
        memories.append([case, threads, table.number(memory, "{:.0f}"), table.number(min(torch, default=None), "{:.0f}"),
                         table.verdict(memory, min(torch, default=None), below=True),
                         table.number(allocations, "{:.0f}"), table.verdict(allocations, 0, below=True),
                         table.number(metric.get("storage_allocations_after_second_step"), "{:.0f}")])

    def scalar(self):
        if not self.wants("scalar.moons") or 1 not in self.options.threads:
            return
        self.say("scalar.moons")
        case = "scalar.moons_short" if self.options.quick else "scalar.moons"
        core = self.core(1)
        runs, others = self.peers("bench_scalar", "micrograd", 1, core, case)
        # micrograd's one run takes minutes: the core has many beside it, before and after.
        blocks = [block for run in runs for block in run.ours] + [core.turn(case) for _ in range(9)]
        whole = blocks if case == "scalar.moons" else [core.turn("scalar.moons") for _ in range(5)]
        self.write_core(case, 1, blocks, core.peak_memory, others)
        ours = [block["wall"][0] for block in blocks]
        published = next(run for run in runs if run.record["case"] == case)
        theirs = statistics.median(published.samples)
        nanoseconds = statistics.median(block["metric"]["nanoseconds_per_node"] for block in whole)
        rows = [[case, "1", table.seconds(statistics.median(ours)), "micrograd", table.seconds(theirs),
                 table.number(theirs / statistics.median(ours), "{:.0f}"),
                 table.spread([theirs / x for x in ours], "{:.0f}"), table.number(SCALAR_TARGET, "{:.0f}"),
                 table.verdict(theirs / statistics.median(ours), SCALAR_TARGET), table.number(nanoseconds, "{:.1f}"),
                 table.verdict(nanoseconds, NODE_TARGET, below=True)]]
        core.end()
        self.add("Scalars: micrograd as published; nanoseconds a node to be at most 20",
                 ["case", "threads", "core", "peer", "its time", "ratio", "quartiles", "target", "", "ns a node", ""], rows)

    def startup(self):
        if not self.wants("startup") or 1 not in self.options.threads:
            return
        self.say("startup")
        runs = turns.run_whole([self.options.program, "startup"], 5 if self.options.quick else 25)
        own = [float(text) for _, _, _, text in runs]
        wall, cpu, memory = ([run[i] for run in runs] for i in range(3))
        self.write({"case": "startup.gradus_first_step", "peer": "gradus", "version": self.version, "threads": 1,
                    "seconds_median": significant(statistics.median(wall)), "seconds_min": significant(min(wall)),
                    "cpu_seconds_median": significant(statistics.median(cpu)), "runs": len(wall),
                    "metric": {"own_milliseconds": significant(statistics.median(own)),
                               "peak_rss_mb": significant(max(memory))},
                    "work": {"code": "gradus-bench startup"}})
        rows = [["gradus, first step of Adam", table.seconds(statistics.median(wall)), table.number(max(memory), "{:.0f}"),
                 table.number(statistics.median(own)), table.spread(own), table.verdict(statistics.median(own), START_TARGET, True)]]
        core = self.core(1)
        for run in turns.run_peer("bench_startup", "torch" if self.options.quick else "", 1, core, None):
            self.write(run.record)
            if "error" not in run.record:
                record = run.record
                rows.append([record["case"].removeprefix("startup."), table.seconds(record["seconds_median"]),
                             table.number(record["metric"]["peak_rss_mb"], "{:.0f}"), "-", "-", "-"])
        core.end()
        self.add("Start of a whole program; own: milliseconds from its first line to its first step, to be below 1",
                 ["program", "seconds", "MB", "own ms", "quartiles", ""], rows)

    def add(self, title, headings, rows):
        if rows:
            text = f"{title}\n\n{table.draw(headings, rows)}\n"
            self.tables.append(text)
            print("\n" + text, flush=True)

    def finish(self):
        notes = "".join(f"note: {note}\n" for note in self.notes)
        print(notes, end="")
        (OUT / "tables.txt").write_text("\n".join(self.tables) + "\n" + notes)
        self.say(f"written: {OUT / 'results.jsonl'}, {OUT / 'tables.txt'}")


def significant(x, digits=5):
    if isinstance(x, dict):
        return {key: significant(value) for key, value in x.items()}
    if isinstance(x, float):
        return float(f"{x:.{digits}g}") if x == x else None
    return x


def measure_limit(core, case):
    """What the machine gives at best in this very turn: multiply-adds, or reading for a product of one row."""
    name = "limit.read_256KiB_GBps" if case.startswith(ONE_ROW) else "limit.fma_gflops"
    return {"limit": core.turn(name)["metric"]["rate"]}


def product_rate(case, block):
    """GFLOP/s, or for a product of one row the GB/s at which it reads its matrix."""
    if not case.startswith(ONE_ROW):
        return block["metric"]["gflops"]
    return 4e-9 * block["work"]["k"] * block["work"]["n"] / statistics.median(block["wall"])


def quality(metric, variants):
    """Whether the core learnt as much: accuracy within 0.03 of a peer's, or the final loss within 2 %."""
    for key, fits in (("test_accuracy", lambda a, b: abs(a - b) <= 0.03), ("final_loss", lambda a, b: abs(a / b - 1) <= 0.02)):
        if key in metric:
            theirs = [v.metric[key] for v in variants if key in v.metric]
            mark = "alike" if any(fits(metric[key], x) for x in theirs) else "DIFFERS"
            return f"{key} {metric[key]:.4g} {mark}"
    return "-"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="cases whose name contains this text")
    parser.add_argument("--threads", default="1,2", type=lambda text: [int(x) for x in text.split(",")])
    parser.add_argument("--quick", action="store_true", help="few runs, no compiled peers: about five minutes")
    parser.add_argument("--program", default=str(ROOT / ".build/release/gradus-bench"))
    options = parser.parse_args()
    (OUT / "data").mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, str(turns.PEERS / "export_data.py"), str(OUT / "data")], check=True)
    bench = Bench(options)
    bench.header()
    for part in (bench.limits, bench.products, bench.training, bench.scalar, bench.startup):
        part()
    bench.finish()


if __name__ == "__main__":
    main()
