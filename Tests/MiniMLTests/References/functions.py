"""Records what PyTorch gives for functions of one number, for softmax and for losses.

    python functions.py             writes functions.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

torch.manual_seed(11)
wide = dict(low=-6.0, high=6.0)
positive = dict(low=0.1, high=3.0)


def probabilities(*shape):
    return torch.softmax(uniform(*shape, low=-2, high=2), -1)


CASES = {
    "sqrt": (torch.sqrt, [uniform(3, 4, **positive)]),
    "square": (torch.square, [uniform(3, 4, **wide)]),
    "power": (lambda a: a**2.5, [uniform(3, 4, **positive)]),
    "power whole": (lambda a: a**3, [uniform(3, 4)]),
    "power two": (lambda a: a**2, [uniform(3, 4)]),
    "abs": (torch.abs, [uniform(3, 4)]),
    "negate": (torch.neg, [uniform(3, 4)]),
    "clamp": (lambda a: a.clamp(-0.5, 0.5), [torch.cat([uniform(2, 4), torch.tensor([[-0.5, 0.5, 0.6, -0.6]])])]),
    "sin": (torch.sin, [uniform(3, 4, **wide)]),
    "cos": (torch.cos, [uniform(3, 4, **wide)]),
    "tanh wide": (torch.tanh, [uniform(3, 7, **wide)]),
    "sigmoid wide": (torch.sigmoid, [uniform(3, 7, low=-20, high=20)]),
    "leakyRelu": (lambda a: F.leaky_relu(a, 0.2), [uniform(3, 4)]),
    "elu": (lambda a: F.elu(a, 0.7), [uniform(3, 4, **wide)]),
    "softplus": (lambda a: F.softplus(a, threshold=1000), [uniform(3, 7, low=-20, high=20)]),
    "silu": (F.silu, [uniform(3, 7, **wide)]),
    "gelu wide": (F.gelu, [uniform(3, 7, **wide)]),
    "geluTanh": (lambda a: F.gelu(a, approximate="tanh"), [uniform(3, 7, **wide)]),
    "softmax long": (lambda a: a.softmax(-1), [uniform(2, 2, 19, low=-20, high=20)]),
    "softmax one column": (lambda a: a.softmax(-1), [uniform(5, 1)]),
    "logSoftmax long": (lambda a: a.log_softmax(-1), [uniform(2, 2, 19, low=-20, high=20)]),
    "crossEntropy smoothed": (
        lambda a: F.cross_entropy(
            a.reshape(4, 11), torch.tensor([10, 0, -1, 4]), ignore_index=-1, label_smoothing=0.1),
        [uniform(2, 2, 11, low=-5, high=5)]),
    "meanSquaredError": (F.mse_loss, [uniform(3, 4), uniform(3, 4)]),
    "meanAbsoluteError": (F.l1_loss, [uniform(3, 4), uniform(3, 4)]),
    "huber": (lambda a, b: F.huber_loss(a, b, delta=0.5), [uniform(3, 4), uniform(3, 4)]),
    "huber squared": (F.huber_loss, [uniform(3, 4), uniform(3, 4)]),
    "binaryCrossEntropy": (
        F.binary_cross_entropy_with_logits, [uniform(3, 4, low=-20, high=20), uniform(3, 4, low=0, high=1)]),
    "klDivergence": (
        lambda a, b: F.kl_div(a, b, reduction="batchmean"), [torch.log(probabilities(3, 4)), probabilities(3, 4)]),
}

record("functions", CASES)
