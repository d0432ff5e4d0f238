"""Cases 3 and 4: a small CNN and a tiny ResNet on 8x8 digits."""
import time

import peerlib

args = peerlib.start(__doc__)
import numpy as np

torch = peerlib.torch_with_threads(args.threads)
import torch.nn as nn
import torch.nn.functional as F

X, Y, XT, YT = peerlib.digits()
BATCH, LR = 64, 1e-3
tX, tXT = (torch.from_numpy(a).reshape(-1, 1, 8, 8) for a in (X, XT))
tY, tYT = torch.from_numpy(Y), torch.from_numpy(YT)


def cnn():
    return nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(),
                         nn.Conv2d(16, 32, 3, padding=1), nn.ReLU(),
                         nn.MaxPool2d(2), nn.Flatten(), nn.Linear(512, 10))


class Block(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.c1, self.b1 = nn.Conv2d(c, c, 3, padding=1, bias=False), nn.BatchNorm2d(c)
        self.c2, self.b2 = nn.Conv2d(c, c, 3, padding=1, bias=False), nn.BatchNorm2d(c)

    def forward(self, x):
        y = F.relu(self.b1(self.c1(x)))
        return F.relu(x + self.b2(self.c2(y)))


def resnet():
    return nn.Sequential(nn.Conv2d(1, 32, 3, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
                         Block(32), Block(32), Block(32),
                         nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(32, 10))


MACS = {"cnn": 64 * 9 * 16 + 64 * 9 * 16 * 32 + 5120,
        "resnet": 64 * 9 * 32 + 6 * 64 * 9 * 32 * 32 + 320}


def run(case, make, epochs):
    orders = [torch.from_numpy(p) for p in peerlib.epoch_orders(len(X), epochs)]
    work = {"steps": epochs * -(-len(X) // BATCH), "samples": epochs * len(X),
            "flops": 6.0 * MACS[case.split(".")[0]] * epochs * len(X)}

    def step(run, opt, xb, yb):
        loss = F.cross_entropy(run(xb), yb)
        opt.zero_grad()
        loss.backward()
        opt.step()
        return loss.item()

    def train(model, run, opt):
        model.train()
        losses = []
        for order in orders:
            for i in range(0, len(order), BATCH):
                idx = order[i:i + BATCH]
                losses.append(step(run, opt, tX[idx], tY[idx]))
        return model, losses

    def report(variant, t, model, losses, **extra):
        model.eval()
        with torch.no_grad():
            acc = (model(tXT).argmax(1) == tYT).float().mean().item()
        med = sorted(t.wall)[len(t.wall) // 2]
        peerlib.emit(case + variant, "torch", torch.__version__, args.threads, t,
                     {"test_accuracy": acc, "final_loss": float(np.mean(losses[-23:])),
                      "gflops": work["flops"] / med / 1e9, **extra}, work)

    def setup(fused=False, channels_last=False):
        torch.manual_seed(0)
        model = make()
        if channels_last:
            model = model.to(memory_format=torch.channels_last)
        return model, model, torch.optim.Adam(model.parameters(), lr=LR, fused=fused)

    for variant, kw in ((".eager", {}), (".eager_fused_adam", {"fused": True}),
                        (".eager_channels_last", {"fused": True, "channels_last": True})):
        if args.only in case + variant and not (peerlib.QUICK and variant == ".eager"):
            t, (model, losses) = peerlib.measure(train, lambda: setup(**kw), args.runs)
            report(variant, t, model, losses)

    if args.only in case + ".compile" and not peerlib.QUICK:
        try:
            model, _, opt = setup()
            fresh = {k: v.clone() for k, v in model.state_dict().items()}
            fast = torch.compile(model)
            w0 = time.perf_counter()
            model.train()
            for i in (0, 64, 1408):
                step(fast, opt, tX[i:i + BATCH], tY[i:i + BATCH])
            compile_s = time.perf_counter() - w0

            def again():
                model.load_state_dict(fresh)
                return model, fast, torch.optim.Adam(model.parameters(), lr=LR, fused=True)

            t, (model, losses) = peerlib.measure(train, again, args.runs)
            report(".compile", t, model, losses, compile_seconds=compile_s)
        except Exception as e:
            peerlib.emit_error(case + ".compile", "torch", torch.__version__, args.threads, e)


run("cnn.digits", cnn, 10)
run("resnet.digits", resnet, 3)
