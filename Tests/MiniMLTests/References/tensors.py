"""Records what PyTorch (CPU, float32) gives for slices, joins and reductions along axes.

    python tensors.py            writes tensors.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

torch.manual_seed(11)

MASK = torch.tensor([[True, False, True, False], [False, False, True, True], [True, True, False, False]])
PICKS = torch.tensor([[[3, 0], [1, 1], [0, 2]], [[2, 2], [3, 1], [0, 0]]])

record("tensors", {
    "slice": (lambda a: a[:, 1:6:2, :], [uniform(2, 7, 3)]),
    "slice of the last axis": (lambda a: a[..., 2:], [uniform(3, 5)]),
    "flip": (lambda a: a.flip(1), [uniform(2, 3, 4)]),
    "take": (lambda a: a.index_select(1, torch.tensor([3, 0, 3])), [uniform(2, 4, 3)]),
    "gatherElements": (lambda a: a.gather(2, PICKS), [uniform(2, 3, 4)]),
    "gatherElements of the first axis": (
        lambda a: a.gather(0, torch.tensor([[2, 1, 0], [2, 2, 1]])), [uniform(3, 3)]),
    "concatenate": (lambda a, b, c: torch.cat([a, b, c], dim=1), [uniform(2, 1, 3), uniform(2, 3, 3), uniform(2, 2, 3)]),
    "pad": (lambda a: F.pad(a, (0, 0, 1, 2), value=0.5), [uniform(2, 3, 4)]),
    "expand": (lambda a: a.expand(2, 3, 4), [uniform(3, 1)]),
    "choose": (lambda a, b: torch.where(MASK, a, b), [uniform(3, 4), uniform(4)]),
    "sumAxes": (lambda a: a.sum(dim=(0, 2)), [uniform(2, 3, 4)]),
    "meanAxes": (lambda a: a.mean(dim=(0, 1), keepdim=True), [uniform(2, 3, 4)]),
    "maximum": (lambda a: a.max(dim=1)[0], [uniform(2, 5, 3)]),
    "minimum": (lambda a: a.min(dim=-1, keepdim=True)[0], [uniform(3, 6)]),
    "variance": (lambda a: a.var(dim=(0, 2), correction=0), [uniform(3, 2, 4)]),
    "variance of a sample": (lambda a: a.var(dim=1, correction=1, keepdim=True), [uniform(3, 5)]),
})
