"""Records what PyTorch gives for the shipped self-attention checkpoint on two sentences, in float32.

    python attention.py             writes attention.json beside this file

Weights by torch.softmax of the scaled, masked scores; the mix by torch.nn.functional.scaled_dot_product_attention; the
logits of the whole model after it.
"""

import json
import pathlib
import struct

import numpy as np
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent
FOLDER = HERE.parents[2] / "Assets/checkpoints/self-attention"
SENTENCES = ["the queen lost her crown", "王后 丢 了 她 的 王冠"]

raw = (FOLDER / "weights.safetensors").read_bytes()
length = struct.unpack("<Q", raw[:8])[0]
header = json.loads(raw[8:8 + length])
heads = int(header.pop("__metadata__")["heads"])
W = {}
for name, entry in header.items():
    start, end = entry["data_offsets"]
    numbers = np.frombuffer(raw[8 + length + start:8 + length + end], dtype=np.float16).astype(np.float32)
    W[name] = torch.from_numpy(numbers.reshape(entry["shape"]))
words = (FOLDER / "vocabulary.txt").read_text().splitlines()

cases = []
for sentence in SENTENCES:
    tokens = [words.index(w) for w in sentence.split()]
    T, C = len(tokens), W["token.weight"].shape[1]
    x = W["token.weight"][tokens] + W["position.weight"][:T]
    n = F.layer_norm(x, (C,), W["norm.gain"], W["norm.bias"])
    q, k, v = ((n @ W[f"attention.{name}.weight"]).reshape(T, heads, C // heads).transpose(0, 1)
               for name in ("query", "key", "value"))
    mask = torch.full((T, T), float("-inf")).triu(1)
    weights = (q @ k.transpose(1, 2) / (C // heads) ** 0.5 + mask).softmax(-1)
    mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
    h = x + mixed.transpose(0, 1).reshape(T, C) @ W["attention.output.weight"]
    logits = F.layer_norm(h, (C,), W["final.gain"], W["final.bias"]) @ W["token.weight"].T
    cases.append({
        "text": sentence, "tokens": tokens, "weights": weights.flatten().tolist(), "mixed": mixed.flatten().tolist(),
        "best": logits.argmax(-1).tolist(), "bestLogits": logits.max(-1).values.tolist(),
        "loss": float(F.cross_entropy(logits[:-1], torch.tensor(tokens[1:]))),
    })
(HERE / "attention.json").write_text(json.dumps({"torch": torch.__version__, "cases": cases}, ensure_ascii=False) + "\n")
