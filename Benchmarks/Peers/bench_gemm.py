"""Case 1: float32 matrix products, C = A B, all row-major, output preallocated."""
import time

import peerlib

args = peerlib.start(__doc__)
import numpy as np

torch = peerlib.torch_with_threads(args.threads)

SHAPES = [("square64", 64, 64, 64), ("square128", 128, 128, 128), ("square256", 256, 256, 256),
          ("square512", 512, 512, 512), ("square1024", 1024, 1024, 1024),
          ("gpt_256x128x512", 256, 128, 512),
          ("gptA_mlp_up_1024x64x256", 1024, 64, 256),
          ("gptB_qkv_1536x128x384", 1536, 128, 384),
          ("gptB_mlp_up_1536x128x512", 1536, 128, 512),
          ("gptB_mlp_down_1536x512x128", 1536, 512, 128),
          ("gptB_head_1536x128x65", 1536, 128, 65),
          ("gptB_wgrad_128x1536x512", 128, 1536, 512),
          ("decode_1x128x512", 1, 128, 512),
          ("decode_1x512x128", 1, 512, 128),
          ("digits_mlp_64x64x128", 64, 64, 128)]

ROUNDS, SAMPLES = 1 if peerlib.QUICK else 4, 5          # the rounds spread a shape's samples over the whole minute
rng = np.random.default_rng(0)
cases = []
for name, m, k, n in SHAPES:
    if args.only not in "gemm." + name:
        continue
    A = rng.standard_normal((m, k), dtype=np.float32)
    B = rng.standard_normal((k, n), dtype=np.float32)
    exact = A[0].astype(np.float64) @ B.astype(np.float64)
    C, tC = np.empty((m, n), np.float32), torch.empty(m, n)
    tA, tB = torch.from_numpy(A), torch.from_numpy(B)
    for peer, version, call, out in (
            ("numpy", np.__version__, lambda A=A, B=B, C=C: np.matmul(A, B, out=C), C),
            ("torch", torch.__version__, lambda A=tA, B=tB, C=tC: torch.mm(A, B, out=C), tC.numpy())):
        call()
        error = float(np.abs(out[0] - exact).max())
        cases.append((name, peer, version, call, (m, k, n), error, peerlib.Timing()))

for _ in range(ROUNDS):
    for peer in ("numpy", "torch"):
        time.sleep(0.5)              # let the other's worker threads stop spinning
        for c in cases:
            if c[1] == peer:
                t = peerlib.measure_rate(c[3], SAMPLES, case="gemm." + c[0], peer=peer)
                c[6].wall += t.wall
                c[6].cpu += t.cpu

for name, peer, version, _, (m, k, n), error, t in cases:
    flops = 2.0 * m * n * k
    med = sorted(t.wall)[len(t.wall) // 2]
    peerlib.emit("gemm." + name, peer, version, args.threads, t,
                 {"gflops": flops / med / 1e9, "gflops_best": flops / min(t.wall) / 1e9,
                  "max_abs_error_row0": error},
                 {"m": m, "k": k, "n": n, "flops_per_call": flops})
