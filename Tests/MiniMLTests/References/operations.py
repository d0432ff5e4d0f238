"""Records what PyTorch (CPU, float32) gives for every operation of the core, and for 20 steps of every optimiser.

    python operations.py            writes operations.json and optimizers.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import flat, record, uniform, write

torch.manual_seed(7)

CASES = {
    "add": (lambda a, b: a + b, [uniform(2, 3, 4), uniform(3, 1)]),
    "subtract": (lambda a, b: a - b, [uniform(3, 4), uniform(4)]),
    "multiply": (lambda a, b: a * b, [uniform(3, 1), uniform(1, 4)]),
    "divide": (lambda a, b: a / b, [uniform(3, 4), uniform(4, low=0.5, high=2)]),
    "scale": (lambda a: a * 0.3, [uniform(3, 4)]),
    "exp": (torch.exp, [uniform(3, 4)]),
    "log": (torch.log, [uniform(3, 4, low=0.2, high=3)]),
    "tanh": (torch.tanh, [uniform(3, 4)]),
    "relu": (torch.relu, [uniform(3, 4)]),
    "sigmoid": (torch.sigmoid, [uniform(3, 4)]),
    "gelu": (F.gelu, [uniform(3, 4, low=-3, high=3)]),
    "matmul": (torch.matmul, [uniform(2, 5, 7), uniform(2, 7, 18)]),
    "transpose": (lambda a: a.transpose(-1, -2), [uniform(2, 3, 4)]),
    "permute": (lambda a: a.permute(2, 0, 1), [uniform(2, 3, 4)]),
    "reshape": (lambda a: a.reshape(4, 6), [uniform(2, 3, 4)]),
    "columns": (lambda a: a[..., 1:3], [uniform(2, 3, 4)]),
    "joinColumns": (lambda a, b: torch.cat([a, b], dim=-1), [uniform(3, 2), uniform(3, 4)]),
    "gather": (lambda a: F.embedding(torch.tensor([2, 0, 2]), a), [uniform(4, 3)]),
    "sum": (torch.sum, [uniform(3, 4)]),
    "mean": (torch.mean, [uniform(3, 4)]),
    "sumAxis": (lambda a: a.sum(dim=1), [uniform(2, 3, 4)]),
    "meanAxis": (lambda a: a.mean(dim=0, keepdim=True), [uniform(2, 3, 4)]),
    "softmax": (lambda a: a.softmax(-1), [uniform(3, 4, low=-3, high=3)]),
    "logSoftmax": (lambda a: a.log_softmax(-1), [uniform(3, 4, low=-3, high=3)]),
    "crossEntropy": (
        lambda a: F.cross_entropy(a, torch.tensor([1, -1, 3]), ignore_index=-1), [uniform(3, 4, low=-3, high=3)]),
    "layerNorm": (lambda a, g, b: F.layer_norm(a, (4,), g, b), [uniform(3, 4), uniform(4), uniform(4)]),
}

record("operations", CASES)

# A perceptron 2 -> 8 -> 1 with tanh, mean squared error, full batch.
X = uniform(16, 2)
y = (X[:, :1] * X[:, 1:]) + 0.1 * torch.randn(16, 1)
start = {"w1": uniform(2, 8), "b1": uniform(8), "w2": uniform(8, 1), "b2": uniform(1)}
MAKERS = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01, alpha=0.9),
    "adam": lambda p: torch.optim.Adam(p, lr=0.02),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.02, weight_decay=0.1),
}
runs = {}
for name, make in MAKERS.items():
    w = {k: v.clone().requires_grad_() for k, v in start.items()}
    optimiser = make(list(w.values()))
    losses = []
    for _ in range(20):
        optimiser.zero_grad()
        loss = F.mse_loss(torch.tanh(X @ w["w1"] + w["b1"]) @ w["w2"] + w["b2"], y)
        loss.backward()
        optimiser.step()
        losses.append(float(loss.detach()))
    runs[name] = {"losses": losses, "final": {k: flat(v) for k, v in w.items()}}
write("optimizers", {
    "torch": torch.__version__, "X": flat(X), "y": flat(y), "start": {k: flat(v) for k, v in start.items()}, "runs": runs,
})
