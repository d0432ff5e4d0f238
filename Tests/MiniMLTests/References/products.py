"""Records what PyTorch (CPU, float32) gives for products of transposed operands and for linear layers.

    python products.py            writes products.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

torch.manual_seed(13)

ACTIVATIONS = {
    "relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "silu": F.silu, "gelu": F.gelu,
    "geluTanh": lambda z: F.gelu(z, approximate="tanh"),
}


def linear(f):
    # F.linear wants the weight as [out, in].
    return lambda x, w, b: f(F.linear(x, w.t(), b))


CASES = {
    "matmul, first transposed": (lambda a, b: a.t() @ b, [uniform(11, 9), uniform(11, 17)]),
    "matmul, second transposed": (lambda a, b: a @ b.t(), [uniform(2, 3, 17), uniform(9, 17)]),
    "matmul, both transposed": (
        lambda a, b: a.transpose(1, 2) @ b.transpose(1, 2), [uniform(2, 9, 5), uniform(2, 8, 9)]),
    "linear": (linear(lambda z: z), [uniform(2, 3, 7), uniform(7, 17), uniform(17)]),
    "linear without bias": (lambda x, w: F.linear(x, w.t()), [uniform(5, 7), uniform(7, 9)]),
}
for name, f in ACTIVATIONS.items():
    CASES[f"linear, {name}"] = (linear(f), [uniform(2, 3, 5), uniform(5, 9), uniform(9)])
record("products", CASES)
