"""Records what PyTorch (CPU, float32) gives for the norms and dropout, and for a batch norm that trains.

    python normalization.py         writes normalization.json and batch-norm.json beside this file

Channels are last here. Dropout drops what the core's hash of seed and place drops: PyTorch's own choice is another.
"""

import torch
import torch.nn.functional as F

from recorder import flat, record, uniform, write

torch.manual_seed(17)


def rms_norm(x, gain):
    return F.rms_norm(x, (x.shape[-1],), gain, 1e-5)


def layer_norm(x, gain, bias):
    return F.layer_norm(x, (x.shape[-1],), gain, bias)


def batch_norm(x, gain, bias):
    return F.batch_norm(x.reshape(-1, x.shape[-1]), None, None, gain, bias, True).reshape(x.shape)


def batch_norm_evaluation(x, gain, bias):
    mean, variance = torch.tensor([0.1, -0.2, 0.3]), torch.tensor([0.5, 1.5, 2.0])
    return F.batch_norm(x.reshape(-1, 3), mean, variance, gain, bias, False).reshape(x.shape)


def mix(z):
    z = ((z ^ (z >> 16)) * 0x7FEB352D) & 0xFFFFFFFF
    z = ((z ^ (z >> 15)) * 0x846CA68B) & 0xFFFFFFFF
    return z ^ (z >> 16)


def kept(count, rate, seed):
    first = mix((seed & 0xFFFFFFFF) ^ 0x9E3779B9)
    second = mix((seed >> 32) ^ first ^ 0x85EBCA6B)
    return torch.tensor([float(mix(mix(i ^ first) ^ second) >= int(rate * 2**32)) for i in range(count)])


def dropout(x):
    return x * kept(x.numel(), 0.4, 0x123456789ABCDEF).reshape(x.shape) / 0.6


record("normalization", {
    "layerNormWide": (layer_norm, [uniform(2, 3, 19, low=2, high=5), uniform(19), uniform(19)]),
    "rmsNorm": (rms_norm, [uniform(3, 5), uniform(5)]),
    "rmsNormWide": (rms_norm, [uniform(2, 2, 35, low=-3, high=4), uniform(35)]),
    "batchNorm": (batch_norm, [uniform(2, 2, 3, 5, low=-1, high=3), uniform(5), uniform(5)]),
    "batchNormWide": (batch_norm, [uniform(7, 18), uniform(18), uniform(18)]),
    "batchNormEvaluation": (batch_norm_evaluation, [uniform(4, 2, 3), uniform(3), uniform(3)]),
    "dropout": (dropout, [uniform(3, 7)]),
})

layer = torch.nn.BatchNorm1d(4)
batches = [uniform(6, 4, low=-1, high=2 + i) for i in range(3)]
outputs = [layer(batch) for batch in batches]
layer.eval()
write("batch-norm", {
    "torch": torch.__version__, "batches": [flat(x) for x in batches], "outputs": [flat(y) for y in outputs],
    "runningMean": flat(layer.running_mean), "runningVariance": flat(layer.running_var),
    "evaluated": flat(layer(batches[0])),
})
