"""Case 6: GPT training. A: 2 layers, 4 heads, d 64, ctx 64, batch 16, 200 steps.
B: 4 layers, 4 heads, d 128, ctx 128, batch 12, 50 steps. AdamW 1e-3, tied head, no dropout."""
import time

import peerlib

args = peerlib.start(__doc__)
import numpy as np

torch = peerlib.torch_with_threads(args.threads)
from gpt_model import CONFIGS, GPT, VOCAB, train_flops_per_token

TOKENS = peerlib.markov_tokens()


def optimizer(model, fused):
    return torch.optim.AdamW(model.parameters(), lr=1e-3, betas=(0.9, 0.999), eps=1e-8,
                             weight_decay=0.01, fused=fused)


for name, cfg in CONFIGS.items():
    steps, batch, ctx = cfg["steps"], cfg["batch"], cfg["ctx"]
    x, y = (torch.from_numpy(a) for a in peerlib.lm_batches(TOKENS, steps, batch, ctx))
    tokens = steps * batch * ctx
    flops = train_flops_per_token(**cfg) * tokens

    def train(run, opt):
        losses = []
        for s in range(steps):
            loss = run(x[s], y[s])
            opt.zero_grad()
            loss.backward()
            opt.step()
            losses.append(loss.item())
        return losses

    def report(variant, t, losses, **extra):
        med = sorted(t.wall)[len(t.wall) // 2]
        peerlib.emit(f"gpt_train.{name}{variant}", "torch", torch.__version__, args.threads, t,
                     {"first_loss": losses[0], "final_loss": float(np.mean(losses[-10:])),
                      "tokens_per_s": tokens / med, "gflops": flops / med / 1e9, **extra},
                     {"steps": steps, "tokens": tokens, "flops": flops, "head": "tied",
                      "parameters": sum(p.numel() for p in GPT(**cfg).parameters())})

    for variant, fused in ((".eager", False), (".eager_fused_adamw", True)):
        if args.only in f"gpt_train.{name}{variant}" and (fused or not peerlib.QUICK):
            def setup():
                torch.manual_seed(0)
                model = GPT(**cfg)
                return model, optimizer(model, fused)

            t, losses = peerlib.measure(train, setup, args.runs)
            report(variant, t, losses)

    if args.only in f"gpt_train.{name}.compile" and not peerlib.QUICK:
        try:
            torch.manual_seed(0)
            model = GPT(**cfg)
            fresh = {k: v.clone() for k, v in model.state_dict().items()}
            torch._dynamo.reset()
            fast = torch.compile(model)
            opt = optimizer(model, True)
            w0 = time.perf_counter()
            loss = fast(x[0], y[0])
            loss.backward()
            opt.step()
            compile_s = time.perf_counter() - w0

            def again():
                model.load_state_dict(fresh)
                return fast, optimizer(model, True)

            t, losses = peerlib.measure(train, again, args.runs)
            report(".compile", t, losses, compile_seconds=compile_s)
        except Exception as e:
            peerlib.emit_error(f"gpt_train.{name}.compile", "torch", torch.__version__, args.threads, e)
