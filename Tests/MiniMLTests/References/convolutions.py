"""Records what PyTorch (CPU, float32) gives for convolutions, pooling and up-sampling.

    python convolutions.py            writes convolutions.json beside this file

The core keeps channels last and kernels as [kh, kw, in, out]; here they are turned to PyTorch's order and back.
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

torch.manual_seed(11)


def first(x):
    """Channels to the second place."""
    return x.movedim(-1, 1)


def last(x):
    return x.movedim(1, -1)


def convolution(**options):
    def run(x, w, *bias):
        kernel = w.movedim((-1, -2), (0, 1))
        function = F.conv1d if x.dim() == 3 else F.conv2d
        return last(function(first(x), kernel, *bias, **options))
    return run


def transposed(**options):
    def run(x, w, *bias):
        kernel = w.movedim((-2, -1), (0, 1))
        function = F.conv_transpose1d if x.dim() == 3 else F.conv_transpose2d
        return last(function(first(x), kernel, *bias, **options))
    return run


def on_channels_first(function):
    return lambda x: last(function(first(x)))


CASES = {
    "convolution": (convolution(padding=1), [uniform(2, 5, 4, 3), uniform(3, 3, 3, 2), uniform(2)]),
    "convolution k3 s1 p1, 1 to 8": (convolution(padding=1), [uniform(2, 5, 5, 1), uniform(3, 3, 1, 8)]),
    "convolution k3 s2 p1": (convolution(stride=2, padding=1), [uniform(1, 7, 5, 3), uniform(3, 3, 3, 8)]),
    "convolution k2 s3 p2": (
        convolution(stride=3, padding=2), [uniform(2, 5, 6, 2), uniform(2, 2, 2, 3), uniform(3)]),
    "convolution k3 d2 p2": (convolution(padding=2, dilation=2), [uniform(1, 6, 7, 3), uniform(3, 3, 3, 2)]),
    "convolution 1x1, 17 to 16": (convolution(), [uniform(1, 3, 2, 17), uniform(1, 1, 17, 16)]),
    "convolution 3x2 s1,2 p0,1": (
        convolution(stride=(1, 2), padding=(0, 1)), [uniform(2, 5, 6, 2), uniform(3, 2, 2, 3), uniform(3)]),
    "convolution of a sequence": (convolution(padding=1), [uniform(2, 9, 3), uniform(3, 3, 5), uniform(5)]),
    "convolution of a sequence s2": (convolution(stride=2), [uniform(2, 9, 2), uniform(4, 2, 3)]),
    "transposedConvolution": (transposed(padding=1), [uniform(2, 4, 3, 3), uniform(3, 3, 3, 2), uniform(2)]),
    "transposedConvolution k3 s2 p1 +1": (
        transposed(stride=2, padding=1, output_padding=1), [uniform(2, 3, 4, 3), uniform(3, 3, 3, 8), uniform(8)]),
    "transposedConvolution k2 s3": (transposed(stride=3), [uniform(2, 3, 2, 2), uniform(2, 2, 2, 3)]),
    "transposedConvolution of a sequence": (transposed(stride=2, padding=1), [uniform(2, 5, 3), uniform(4, 3, 2)]),
    "maxPool": (on_channels_first(lambda x: F.max_pool2d(x, 2)), [uniform(1, 5, 4, 9)]),
    "maxPool k3 s2 p1": (on_channels_first(lambda x: F.max_pool2d(x, 3, 2, 1)), [uniform(2, 5, 6, 3)]),
    "maxPool of a sequence": (on_channels_first(lambda x: F.max_pool1d(x, 2, 1)), [uniform(2, 6, 3)]),
    "averagePool": (on_channels_first(lambda x: F.avg_pool2d(x, 2)), [uniform(1, 5, 4, 9)]),
    "averagePool k3 s2 p1": (on_channels_first(lambda x: F.avg_pool2d(x, 3, 2, 1)), [uniform(2, 5, 6, 3)]),
    "averagePool of all": (on_channels_first(lambda x: F.adaptive_avg_pool2d(x, 1)), [uniform(2, 3, 2, 9)]),
    "upSample": (on_channels_first(lambda x: F.interpolate(x, scale_factor=2)), [uniform(2, 3, 2, 3)]),
    "upSample of a sequence": (on_channels_first(lambda x: F.interpolate(x, scale_factor=3)), [uniform(2, 3, 2)]),
    "upSample bilinear": (
        on_channels_first(lambda x: F.interpolate(x, scale_factor=2, mode="bilinear")), [uniform(2, 3, 4, 3)]),
    "upSample bilinear by 3": (
        on_channels_first(lambda x: F.interpolate(x, scale_factor=3, mode="bilinear")), [uniform(1, 2, 3, 5)]),
}

record("convolutions", CASES)
