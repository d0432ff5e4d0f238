"""Records 25 steps of every optimiser of PyTorch (CPU, float32), its learning-rate schedulers, and its clipping.

    python optimizers.py            writes optimizers.json and schedules.json beside this file
"""

import torch
import torch.nn.functional as F
from torch.optim import lr_scheduler as S

from recorder import flat, uniform, write

torch.manual_seed(19)

# A perceptron 2 -> 8 -> 1 with tanh, mean squared error, full batch.
X = uniform(16, 2)
y = (X[:, :1] * X[:, 1:]) + 0.1 * torch.randn(16, 1)
start = {"w1": uniform(2, 8), "b1": uniform(8), "w2": uniform(8, 1), "b2": uniform(1)}
MAKERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "sgd-decay": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "momentum-decay": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.1),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "nesterov-decay": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True, weight_decay=0.1),
    "adagrad": lambda p: torch.optim.Adagrad(p, lr=0.1),
    "adagrad-decay": lambda p: torch.optim.Adagrad(p, lr=0.1, weight_decay=0.1),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9),
    "rmsprop-decay": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9, weight_decay=0.1),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adam-decay": lambda p: torch.optim.Adam(p, lr=0.02, weight_decay=0.1),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.1),
}


def loss_of(w):
    return F.mse_loss(torch.tanh(X @ w["w1"] + w["b1"]) @ w["w2"] + w["b2"], y)


def train(make, clip=None):
    w = {k: v.clone().requires_grad_() for k, v in start.items()}
    optimiser = make(list(w.values()))
    losses, norms = [], []
    for _ in range(25):
        optimiser.zero_grad()
        loss = loss_of(w)
        loss.backward()
        if clip:
            norms.append(float(torch.nn.utils.clip_grad_norm_(w.values(), clip)))
        optimiser.step()
        losses.append(float(loss.detach()))
    return {"losses": losses, "norms": norms, "final": {k: flat(v) for k, v in w.items()}}


runs = {name: train(make) for name, make in MAKERS.items()}
runs["clipped"] = train(lambda p: torch.optim.SGD(p, lr=0.1), clip=0.3)
write("optimizers", {
    "torch": torch.__version__, "X": flat(X), "y": flat(y), "start": {k: flat(v) for k, v in start.items()}, "runs": runs,
})


def rates(make, steps=60, rate=0.1):
    optimiser = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=rate)
    scheduler = make(optimiser)
    result = []
    for _ in range(steps):
        result.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        scheduler.step()
    return result


write("schedules", {
    "constant": rates(lambda o: S.ConstantLR(o, factor=1)),
    "step": rates(lambda o: S.StepLR(o, 7, gamma=0.5)),
    "exponential": rates(lambda o: S.ExponentialLR(o, 0.9)),
    "cosine": rates(lambda o: S.CosineAnnealingLR(o, 59, eta_min=0.01)),
    "warmUp": rates(lambda o: S.LinearLR(o, start_factor=0.1, total_iters=10)),
    "warmUpCosine": rates(lambda o: S.SequentialLR(
        o, [S.LinearLR(o, start_factor=0.1, total_iters=10), S.CosineAnnealingLR(o, 49, eta_min=0.01)], milestones=[10])),
    "oneCycle": rates(lambda o: S.OneCycleLR(o, max_lr=0.1, total_steps=60), steps=60 - 1),
})
