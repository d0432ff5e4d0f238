"""Case 8: scalar autograd. micrograd's published demo: MLP 2-16-16-1 on 100 moons points, full batch,
max-margin loss + 1e-4 L2, SGD with lr 1.0 - 0.9*k/100, 100 steps."""
import gc
import importlib.metadata
import random

import peerlib

args = peerlib.start(__doc__)
import numpy as np

X, Y = peerlib.moons()
STEPS = 100
WORK = {"steps": STEPS, "samples": STEPS * len(X), "parameters": 337}


def micrograd(case, steps, collect):
    from micrograd.engine import Value
    from micrograd.nn import MLP
    version = importlib.metadata.version("micrograd")
    rows, labels = X.tolist(), Y.tolist()

    def setup():
        random.seed(1337)
        return (MLP(2, [16, 16, 1]),)

    def train(model):
        for k in range(steps):
            scores = [model([Value(a) for a in row]) for row in rows]
            losses = [(1 + -y * s).relu() for y, s in zip(labels, scores)]
            reg = 1e-4 * sum(p * p for p in model.parameters())
            total = sum(losses) * (1.0 / len(losses)) + reg
            acc = sum((y > 0) == (s.data > 0) for y, s in zip(labels, scores)) / len(labels)
            model.zero_grad()
            total.backward()
            for p in model.parameters():
                p.data -= (1.0 - 0.9 * k / 100) * p.grad
        return total, acc

    def size(node):
        seen, todo = set(), [node]
        while todo:
            v = todo.pop()
            if v not in seen:
                seen.add(v)
                todo.extend(v._prev)
        return len(seen)

    if not collect:
        gc.disable()
    t, (total, acc) = peerlib.measure(train, setup, 1 if peerlib.QUICK else args.runs, warm=0)
    gc.enable()
    nodes = size(total)
    med = sorted(t.wall)[len(t.wall) // 2]
    peerlib.emit(case, "micrograd", version, 1, t,
                 {"final_loss": total.data, "accuracy": acc, "graph_nodes_per_step": nodes,
                  "nodes_per_s": nodes * steps / med},
                 dict(WORK, steps=steps, samples=steps * len(X)))


def torch_tensors():
    """The same model and steps as whole-array torch: what vectorising gives."""
    torch = peerlib.torch_with_threads(args.threads)
    tX, tY = torch.tensor(X, dtype=torch.float32), torch.tensor(Y, dtype=torch.float32)

    def setup():
        torch.manual_seed(0)
        return (torch.nn.Sequential(torch.nn.Linear(2, 16), torch.nn.ReLU(), torch.nn.Linear(16, 16),
                                    torch.nn.ReLU(), torch.nn.Linear(16, 1)),)

    def train(model):
        params = list(model.parameters())
        for k in range(STEPS):
            score = model(tX)[:, 0]
            loss = torch.relu(1 - tY * score).mean() + 1e-4 * sum((p * p).sum() for p in params)
            model.zero_grad()
            loss.backward()
            with torch.no_grad():
                for p in params:
                    p -= (1.0 - 0.9 * k / 100) * p.grad
        return loss.item(), ((score > 0) == (tY > 0)).float().mean().item()

    t, (loss, acc) = peerlib.measure(train, setup, args.runs)
    peerlib.emit("scalar.moons_vectorised", "torch", torch.__version__, args.threads, t,
                 {"final_loss": loss, "accuracy": acc}, WORK)


if args.threads == 1 and args.only in "micrograd":
    # As published, and with python's cycle collector off: its graphs are all cycles, and
    # collecting them is most of the time. Off, memory grows, so a fifth of the steps.
    if peerlib.QUICK:
        micrograd("scalar.moons_short", 3, True)       # all 100 take minutes
    else:
        micrograd("scalar.moons", STEPS, True)
        micrograd("scalar.moons_no_gc", STEPS // 5, False)
if args.only in "torch":
    torch_tensors()
