"""Records what PyTorch (CPU, float32) gives for attention and rotary positions.

    python attention.py            writes attention.json beside this file
"""

import torch
import torch.nn.functional as F

from recorder import record, uniform

torch.manual_seed(9)
INF = float("inf")


def heads(x, n):
    """[B, T, n d] -> [B, n, T, d]"""
    return x.view(x.shape[0], x.shape[1], n, -1).transpose(1, 2)


def attention(q, k, v, n, kv=None, **options):
    y = F.scaled_dot_product_attention(heads(q, n), heads(k, kv or n), heads(v, kv or n), enable_gqa=kv is not None, **options)
    return y.transpose(1, 2).reshape(q.shape)


def packed(x, n, kv, **options):
    d = x.shape[-1] // (n + 2 * kv)
    return attention(*x.split([n * d, kv * d, kv * d], -1), n, kv, **options)


def rotary(x, n, d, start=0, halves=True):
    """As the papers have it: pairs as complex numbers times e^(i position rate)."""
    B, T, C = x.shape
    rates = 10000.0 ** (-torch.arange(0, d, 2).double() / d)
    angles = torch.outer(torch.arange(start, start + T).double(), rates)
    cos, sin = angles.cos().float()[:, None], angles.sin().float()[:, None]
    z = x[..., : n * d].reshape(B, T, n, d)
    a, b = (z[..., : d // 2], z[..., d // 2 :]) if halves else (z[..., 0::2], z[..., 1::2])
    turned = (a * cos - b * sin, a * sin + b * cos)
    y = torch.cat(turned, -1) if halves else torch.stack(turned, -1).flatten(-2)
    return torch.cat([y.reshape(B, T, n * d), x[..., n * d :]], -1)


PAIRS = torch.tensor([[0, -INF, 0.5, -1], [1, 0, 0, -INF], [-INF, -INF, 0.25, 0]])
KEYS = torch.tensor([[True, True, False], [True, True, True]])[:, None, None]
LAST_TWO = torch.ones(2, 5, dtype=torch.bool).tril(3)

record("attention", {
    "attention": (lambda q, k, v: attention(q, k, v, 2, is_causal=True), [uniform(2, 5, 6) for _ in range(3)]),
    "attention.cross": (lambda q, k, v: attention(q, k, v, 2), [uniform(2, 3, 4), uniform(2, 7, 4), uniform(2, 7, 4)]),
    "attention.masked": (
        lambda q, k, v: attention(q, k, v, 2, attn_mask=PAIRS), [uniform(1, 3, 6), uniform(1, 4, 6), uniform(1, 4, 6)]),
    "attention.keys": (
        lambda q, k, v: attention(q, k, v, 1, attn_mask=KEYS), [uniform(2, 2, 3), uniform(2, 3, 3), uniform(2, 3, 3)]),
    "attention.grouped": (
        lambda q, k, v: attention(q, k, v, 4, 2, is_causal=True), [uniform(1, 5, 12), uniform(1, 5, 6), uniform(1, 5, 6)]),
    "attention.continued": (
        lambda q, k, v: attention(q, k, v, 1, attn_mask=LAST_TWO), [uniform(1, 2, 3), uniform(1, 5, 3), uniform(1, 5, 3)]),
    "packedAttention": (lambda x: packed(x, 2, 2, is_causal=True), [uniform(2, 4, 18)]),
    "packedAttention.grouped": (lambda x: packed(x, 2, 1), [uniform(1, 3, 8)]),
    "rotary": (lambda x: rotary(x, 2, 4), [uniform(2, 3, 10)]),
    "rotary.neighbours": (lambda x: rotary(x, 1, 6, start=5, halves=False), [uniform(1, 4, 6)]),
})
