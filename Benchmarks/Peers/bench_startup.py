"""Case 10: what it costs a learner to start: seconds of a whole process that imports the tool and ends,
and its memory after the import. Cold: the packages' files dropped from the page cache first."""
import os
import subprocess
import sys
import time

import peerlib

args = peerlib.start(__doc__, default_runs=5)

CODES = [("python", "pass"), ("numpy", "import numpy"), ("torch", "import torch"),
         ("torch_first_step", "import torch; m = torch.nn.Linear(64, 10); o = torch.optim.Adam(m.parameters()); "
                              "m(torch.ones(8, 64)).sum().backward(); o.step()"),
         ("sklearn", "import sklearn"),
         ("sklearn_digits_logreg", "from sklearn.datasets import load_digits; "
                                   "from sklearn.linear_model import LogisticRegression; load_digits()"),
         ("jax", "import jax"), ("jax_first_jit", "import jax; jax.jit(lambda x: x + 1)(1.0)"),
         ("tinygrad", "import tinygrad"), ("micrograd", "import micrograd.nn")]
REPORT = ("; import resource; "
          "rss = [int(l.split()[1]) for l in open('/proc/self/status') if l.startswith('VmRSS')][0]; "
          "print(rss * 1024, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)")


def evict():
    """Drop the interpreter's and packages' files from the page cache; needs no special rights."""
    roots = {os.path.dirname(os.__file__), sys.prefix}
    for root in roots:
        for folder, _, names in os.walk(root):
            for n in names:
                try:
                    fd = os.open(os.path.join(folder, n), os.O_RDONLY)
                    os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_DONTNEED)
                    os.close(fd)
                except OSError:
                    pass


for name, code in CODES:
    if args.only not in name:
        continue
    cmd = [sys.executable, "-c", code + REPORT]

    def once():
        w0 = time.perf_counter()
        out = subprocess.run(cmd, capture_output=True, text=True)
        w = time.perf_counter() - w0
        if out.returncode:
            raise RuntimeError(out.stderr[-300:])
        return w, *map(int, out.stdout.split())

    try:
        evict()
        cold, _, _ = once()
        t = peerlib.Timing()
        for _ in range(args.runs):
            c0 = os.times()
            w, rss, peak = once()
            c1 = os.times()
            t.wall.append(w)
            t.cpu.append(c1.children_user + c1.children_system - c0.children_user - c0.children_system)
        peerlib.emit("startup." + name, name.split("_")[0], "", args.threads, t,
                     {"cold_seconds": cold, "rss_mb": rss / 2 ** 20, "peak_rss_mb": peak / 2 ** 20},
                     {"code": code})
    except Exception as e:
        peerlib.emit_error("startup." + name, name, "", args.threads, e)
