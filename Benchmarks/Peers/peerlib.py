"""Shared helpers: command line, thread limits, timing, JSON output and the fixed synthetic data.

Nothing heavy is imported at module level, because thread limits must be in the
environment before numpy or torch is first imported.
"""
import argparse
import atexit
import gc
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
import warnings

MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


# ---------------------------------------------------------------- command line

def start(doc, default_runs=3):
    """Parse the common options and fix thread counts. Call before importing numpy/torch."""
    ap = argparse.ArgumentParser(description=doc)
    ap.add_argument("--threads", type=int, default=1)
    ap.add_argument("--runs", type=int, default=default_runs)
    ap.add_argument("--only", default="", help="run only sub-cases whose name contains this text")
    args = ap.parse_args()
    n = str(args.threads)
    for var in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS",
                "NUMBA_NUM_THREADS", "RAYON_NUM_THREADS", "LOKY_MAX_CPU_COUNT"):
        os.environ[var] = n
    # CPU_COUNT is how many threads tinygrad's CPU device uses
    os.environ["CPU_COUNT"] = n
    os.environ["TOKENIZERS_PARALLELISM"] = "true" if args.threads > 1 else "false"
    # an empty compiler cache for each process, so that compile times are a first user's
    cache = tempfile.mkdtemp(prefix="peers-")
    atexit.register(shutil.rmtree, cache, ignore_errors=True)
    os.environ["TORCHINDUCTOR_CACHE_DIR"] = os.path.join(cache, "inductor")
    os.environ["CACHEDB"] = os.path.join(cache, "tinygrad.db")
    warnings.filterwarnings("ignore")
    return args


def torch_with_threads(n):
    import torch
    torch.set_num_threads(n)
    torch.set_num_interop_threads(1)
    return torch


# ---------------------------------------------------------------------- timing

class Timing:
    def __init__(self):
        self.wall = []
        self.cpu = []


TURNS = os.environ.get("BENCH_TURNS")      # set by core.py, which lets two programs work in turn
QUICK = os.environ.get("BENCH_QUICK")      # set by core.py for a quick look: fewer runs, a bigger spread


def await_turn(case=None, peer=None):
    """Where two programs work in turn: says that this one is ready, and waits until it may go on."""
    if TURNS:
        print(json.dumps({"turn": case, "peer": peer}), flush=True)
        if not sys.stdin.readline():
            sys.exit("core.py has gone")


def measure(run, setup=None, runs=3, warm=1, long_s=20.0, fill_s=3.0, most=25):
    """Time run(*setup()) at least `runs` times after `warm` untimed ones; setup is not timed.

    Short cases are run again until fill_s seconds are spent or `most` runs are made, so that their
    median stands some noise. A run longer than long_s counts as it is (even a warm-up) and ends the
    measuring, so a slow case costs one run. Returns (Timing, value of the last run).
    """
    if QUICK:
        fill_s, runs = 0.0, min(runs, 2)
    t, last, i = Timing(), None, -1
    while len(t.wall) < runs or (sum(t.wall) < fill_s and len(t.wall) < most):
        i += 1
        if i >= warm:
            await_turn()
        state = setup() if setup else ()
        gc.collect()
        c0, w0 = time.process_time(), time.perf_counter()
        last = run(*state)
        w, c = time.perf_counter() - w0, time.process_time() - c0
        if i >= warm or w > long_s:
            t.wall.append(w)
            t.cpu.append(c)
        if w > long_s:
            break
    return t, last


def measure_rate(call, samples=9, target_s=0.03, case=None, peer=None):
    """For microsecond-sized work: seconds per call, `samples` samples of about target_s each.

    With the name of a case it waits for its turn.
    """
    if case:
        await_turn(case, peer)
    t0 = time.perf_counter()
    call()
    n = 1
    while True:
        t0 = time.perf_counter()
        for _ in range(n):
            call()
        dt = time.perf_counter() - t0
        if dt > target_s / 4:
            break
        n *= 4
    n = max(1, int(n * target_s / dt))
    t = Timing()
    for _ in range(samples):
        c0, w0 = time.process_time(), time.perf_counter()
        for _ in range(n):
            call()
        t.wall.append((time.perf_counter() - w0) / n)
        t.cpu.append((time.process_time() - c0) / n)
    return t


def sig(x, digits=5):
    if isinstance(x, dict):
        return {k: sig(v, digits) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [sig(v, digits) for v in x]
    if isinstance(x, (bool, int, str)) or x is None:
        return x
    return float(f"{float(x):.{digits}g}")


def emit(case, peer, version, threads, timing, metric, work):
    """One JSON line; timing None means that the metric is a rate measured elsewhere."""
    t = timing or Timing()
    if TURNS:
        print(json.dumps({"samples": t.wall}), flush=True)
    print(json.dumps({
        "case": case, "peer": peer, "version": version, "threads": threads,
        "seconds_median": sig(statistics.median(t.wall)) if timing else None,
        "seconds_min": sig(min(t.wall)) if timing else None,
        "cpu_seconds_median": sig(statistics.median(t.cpu)) if timing else None,
        "runs": len(t.wall),
        "metric": sig(metric), "work": sig(work, 7),
    }), flush=True)


def emit_error(case, peer, version, threads, error):
    text = f"{type(error).__name__}: {error}".replace("\n", " ")[:300]
    print(json.dumps({"case": case, "peer": peer, "version": version,
                      "threads": threads, "error": text}), flush=True)


# -------------------------------------------------- SplitMix64 and fixed data

def draws(seed, n):
    """The first n outputs of SplitMix64 seeded with `seed`, as a numpy uint64 array.

    Output k (from 0) is mix(seed + (k+1)*GOLDEN) mod 2**64.
    """
    import numpy as np
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + np.arange(1, n + 1, dtype=np.uint64) * np.uint64(GOLDEN)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))


def permutation(n, seed):
    """Fisher-Yates: for i = n-1 down to 1, swap a[i] with a[draw % (i+1)], one draw each."""
    import numpy as np
    r = draws(seed, n - 1).tolist()
    a = list(range(n))
    for k, i in enumerate(range(n - 1, 0, -1)):
        j = r[k] % (i + 1)
        a[i], a[j] = a[j], a[i]
    return np.array(a, dtype=np.int64)


def epoch_orders(n, epochs):
    """Sample order of epoch e (from 0): permutation(n, 1000 + e)."""
    return [permutation(n, 1000 + e) for e in range(epochs)]


def fnv64(data):
    """FNV-1a 64 of bytes, as hex: the checksum quoted in the README."""
    h = 0xCBF29CE484222325
    for b in bytes(data):
        h = ((h ^ b) * 0x100000001B3) & MASK
    return f"{h:016x}"


def digits():
    """Xtrain, ytrain, Xtest, ytest: float32 pixels/16, int64 labels; the last 360 rows are test."""
    from sklearn.datasets import load_digits
    X, y = load_digits(return_X_y=True)
    X = (X / 16.0).astype("float32")
    y = y.astype("int64")
    return X[:-360], y[:-360], X[-360:], y[-360:]


def iris():
    """Rows with index % 5 == 4 are test (30 rows), the other 120 train. float32."""
    from sklearn.datasets import load_iris
    import numpy as np
    X, y = load_iris(return_X_y=True)
    X = X.astype("float32")
    test = np.arange(len(X)) % 5 == 4
    return X[~test], y[~test], X[test], y[test]


def markov_tokens(n=100_000, vocab=65, seed=65):
    """Token text: t0 = 0; with probability 3/4 t = (7*prev + 3) % vocab, else uniform.

    One draw r per token: if (r >> 32) % 4 < 3 the rule, else (r & 0xffffffff) % vocab.
    The best possible loss (its entropy) is about 1.582 nats.
    """
    import numpy as np
    out, prev = [0], 0
    for r in draws(seed, n - 1).tolist():
        prev = (7 * prev + 3) % vocab if (r >> 32) % 4 < 3 else (r & 0xFFFFFFFF) % vocab
        out.append(prev)
    return np.array(out, dtype=np.int64)


def lm_batches(tokens, steps, batch, ctx, seed=7):
    """Step s, row b starts at draw[s*batch + b] % (len - ctx); targets are shifted by one.

    Returns x, y of shape (steps, batch, ctx).
    """
    import numpy as np
    o = (draws(seed, steps * batch) % np.uint64(len(tokens) - ctx)).astype(np.int64)
    idx = o.reshape(steps, batch, 1) + np.arange(ctx)
    return tokens[idx], tokens[idx + 1]


def uniform_pm1(r):
    """uint64 draws -> float32 in [-1, 1): (r >> 40) / 2**23 - 1, exact in float32."""
    import numpy as np
    return ((r >> np.uint64(40)).astype(np.float64) / 2.0 ** 23 - 1.0).astype(np.float32)


def tabular(rows=12_500, train=10_000, seed=20):
    """Binary task with 20 uniform features; the first 10,000 rows train, the last 2,500 test.

    21 draws per row, row by row: 20 features, then noise e. All in [-1, 1).
    s = 2*x0 + 3*x1*x2 + 1.5*sgn(x3 - 0.3)*x4 + 2*x5*x5 - 0.66 + e;  y = s > 0
    (computed in float64).
    """
    import numpy as np
    u = uniform_pm1(draws(seed, rows * 21)).reshape(rows, 21)
    X, d = u[:, :20].copy(), u.astype(np.float64)
    s = (2 * d[:, 0] + 3 * d[:, 1] * d[:, 2] + 1.5 * np.where(d[:, 3] > 0.3, 1, -1) * d[:, 4]
         + 2 * d[:, 5] ** 2 - 0.66 + d[:, 20])
    y = (s > 0).astype(np.int64)
    return X[:train], y[:train], X[train:], y[train:]


def moons(n=100, noise=0.1, seed=100):
    """Two half circles of n/2 points each plus Gaussian noise; labels -1 (outer), +1 (inner)."""
    import numpy as np
    a = np.linspace(0, np.pi, n // 2)
    X = np.concatenate([np.stack([np.cos(a), np.sin(a)], 1),
                        np.stack([1 - np.cos(a), 0.5 - np.sin(a)], 1)])
    u = (draws(seed, 4 * n) >> np.uint64(11)).astype(np.float64) / 2.0 ** 53
    g = np.sqrt(-2 * np.log(1 - u[: 2 * n])) * np.cos(2 * np.pi * u[2 * n:])
    X = X + noise * g.reshape(n, 2)
    y = np.concatenate([-np.ones(n // 2), np.ones(n // 2)])
    p = permutation(n, seed + 1)
    return X[p], y[p]


WORDS, FUNCTION_WORDS, TOPICS = 2000, 60, 20


def spell(w):
    """Word number -> letters: one syllable below 60, else the base-60 digits of 13*w, lowest first."""
    syl = [c + v for c in "bdfgklmnprst" for v in "aeiou"]
    if w < FUNCTION_WORDS:
        return syl[w]
    k, out = 13 * w, ""
    while k:
        out += syl[k % 60]
        k //= 60
    return out


def topic_of(w):
    return w % TOPICS if w >= FUNCTION_WORDS else -1


def topic_text(size=1_000_000, seed=1):
    """Exactly `size` bytes of lower-case text: lines of 12 words, one hidden topic per line.

    13 draws per line: topic = d0 % 20; word j from r = d[1+j]: if r >> 63 is 0, any word by
    rank weight 2**20 // (rank + 3) over all 2,000 words; else a word of the topic by the same
    weight over its own rank list (word numbers >= 60 with w % 20 == topic, in order).
    The pick is (r & 0xffffffff) % total weight, first cumulative weight above it.
    """
    import numpy as np
    names = [spell(w) for w in range(WORDS)]
    lists = [list(range(WORDS))] + [[w for w in range(FUNCTION_WORDS, WORDS) if w % TOPICS == t]
                                    for t in range(TOPICS)]
    cums = [np.cumsum([2 ** 20 // (k + 3) for k in range(len(x))]) for x in lists]
    lines = size // 40                      # more than enough
    d = draws(seed, lines * 13).reshape(lines, 13)
    out, length = [], 0
    for row in d:
        t = int(row[0] % np.uint64(TOPICS))
        words = []
        for r in row[1:].tolist():
            k = 0 if r >> 63 == 0 else 1 + t
            pick = (r & 0xFFFFFFFF) % int(cums[k][-1])
            words.append(names[lists[k][int(np.searchsorted(cums[k], pick, side="right"))]])
        out.append(" ".join(words))
        length += len(out[-1]) + 1
        if length >= size:
            break
    text = "\n".join(out) + "\n"
    assert len(text) >= size
    return text[:size]
