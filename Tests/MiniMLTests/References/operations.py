"""Records what PyTorch (CPU, float32) gives for every operation of the core.

    python operations.py            writes operations.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

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
