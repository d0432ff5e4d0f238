"""Trains four small models in PyTorch (CPU, one thread, float32) and records where they start and every loss.

    python curves.py        writes curves.json and curves.safetensors beside this file (needs scikit-learn for the digits)

The weights are recorded in the core's layouts: Linear [in, out], convolution [kh, kw, in, out], LSTM [in, 4 hidden] with
one bias. Images are digits 8x8 / 16; tokens follow t' = (7 t + 3) mod 17, with a random one now and then.
"""

import torch
import torch.nn.functional as F
from sklearn.datasets import load_digits

from recorder import write, write_safetensors

torch.manual_seed(11)
torch.set_num_threads(1)
STEPS, V = 100, 17
pixels, labels = load_digits(return_X_y=True)
pixels, labels = torch.tensor(pixels[:320]).float(), torch.tensor(labels[:320])
tokens = [0]
for r in torch.randint(0, 4 * V, (1999,)).tolist():
    tokens.append((7 * tokens[-1] + 3) % V if r >= V else r)
tokens = torch.tensor(tokens)


def normal(*shape, deviation=0.3):
    return torch.randn(*shape) * deviation


def images(step, batch=32):
    rows = torch.arange(step * batch, (step + 1) * batch) % len(pixels)
    return pixels[rows] / 16, labels[rows]


def texts(step, batch=4, T=16):
    starts = [(step * batch + b) * 37 % (len(tokens) - T) for b in range(batch)]
    return (torch.stack([tokens[s:s + T] for s in starts]), torch.stack([tokens[s + 1:s + T + 1] for s in starts]))


def mlp(w, step):
    x, y = images(step)
    h = F.relu(x @ w["a.weight"] + w["a.bias"])
    h = F.relu(h @ w["b.weight"] + w["b.bias"])
    return F.cross_entropy(h @ w["c.weight"] + w["c.bias"], y)


def cnn(w, step):
    x, y = images(step)
    x = x.reshape(-1, 1, 8, 8)
    for name in "ab":
        x = F.relu(F.conv2d(x, w[name + ".weight"].permute(3, 2, 0, 1), w[name + ".bias"], padding=1))
    x = F.max_pool2d(x, 2).permute(0, 2, 3, 1).flatten(1)
    return F.cross_entropy(x @ w["c.weight"] + w["c.bias"], y)


def lstm(w, step):
    ids, y = texts(step)
    x = w["embedding.weight"][ids]
    H = w["lstm.hidden"].shape[0]
    parts = (w["lstm.input"].t(), w["lstm.hidden"].t(), w["lstm.bias"], torch.zeros(4 * H))
    h = torch.zeros(1, len(ids), H)
    out, _, _ = torch.lstm(x, (h, h), parts, True, 1, 0.0, False, False, True)
    return F.cross_entropy((out @ w["head.weight"] + w["head.bias"]).reshape(-1, V), y.reshape(-1))


def gpt(w, step):
    ids, y = texts(step)
    B, T = ids.shape
    x = w["token.weight"][ids] + w["position.weight"][:T]
    d = x.shape[-1]

    def norm(x, name):
        return F.layer_norm(x, (d,), w[name + ".gain"], w[name + ".bias"])

    def linear(x, name):
        return x @ w[name + ".weight"] + w[name + ".bias"]

    for layer in range(2):
        block = f"block{layer}"
        q, k, v = (z.view(B, T, 4, d // 4).transpose(1, 2) for z in linear(norm(x, block + ".norm1"), block + ".qkv").chunk(3, -1))
        a = F.scaled_dot_product_attention(q, k, v, is_causal=True).transpose(1, 2).reshape(B, T, d)
        x = x + linear(a, block + ".out")
        x = x + linear(F.gelu(linear(norm(x, block + ".norm2"), block + ".up"), approximate="tanh"), block + ".down")
    return F.cross_entropy((norm(x, "norm") @ w["token.weight"].t()).reshape(-1, V), y.reshape(-1))


def dense(name, i, o, deviation=0.3):
    return {name + ".weight": normal(i, o, deviation=deviation), name + ".bias": normal(o, deviation=0.1)}


def gpt_start(d=32):
    w = {"token.weight": normal(V, d, deviation=0.1), "position.weight": normal(16, d, deviation=0.1)}
    for layer in range(2):
        block = f"block{layer}"
        for norm in (block + ".norm1", block + ".norm2"):
            w |= {norm + ".gain": 1 + normal(d, deviation=0.1), norm + ".bias": normal(d, deviation=0.1)}
        for part, i, o in (("qkv", d, 3 * d), ("out", d, d), ("up", d, 4 * d), ("down", 4 * d, d)):
            w |= dense(f"{block}.{part}", i, o, 0.1)
    return w | {"norm.gain": 1 + normal(d, deviation=0.1), "norm.bias": normal(d, deviation=0.1)}


H = 24
MODELS = {
    "mlp": (mlp, dense("a", 64, 32, 0.2) | dense("b", 32, 16) | dense("c", 16, 10),
            lambda p: torch.optim.Adam(p, lr=1e-3)),
    "cnn": (cnn, {"a.weight": normal(3, 3, 1, 8), "a.bias": normal(8, deviation=0.1),
                  "b.weight": normal(3, 3, 8, 16, deviation=0.15), "b.bias": normal(16, deviation=0.1)}
            | dense("c", 256, 10, 0.1), lambda p: torch.optim.Adam(p, lr=1e-3)),
    "lstm": (lstm, {"embedding.weight": normal(V, 12, deviation=1.0), "lstm.input": normal(12, 4 * H, deviation=0.2),
                    "lstm.hidden": normal(H, 4 * H, deviation=0.2), "lstm.bias": normal(4 * H, deviation=0.2)}
             | dense("head", H, V, 0.2), lambda p: torch.optim.Adam(p, lr=2e-3)),
    "gpt": (gpt, gpt_start(), lambda p: torch.optim.AdamW(p, lr=1e-3, weight_decay=0.01)),
}

losses, weights = {}, {}
for name, (loss_of, start, make) in MODELS.items():
    weights |= {f"{name}/{key}": value.clone() for key, value in start.items()}
    w = {key: value.clone().requires_grad_() for key, value in start.items()}
    optimiser = make(list(w.values()))
    losses[name] = []
    for step in range(STEPS):
        optimiser.zero_grad()
        loss = loss_of(w, step)
        loss.backward()
        optimiser.step()
        losses[name].append(float(loss.detach()))
    print(name, losses[name][0], losses[name][-1])
write_safetensors("curves", weights)
write("curves", {
    "torch": torch.__version__, "losses": losses, "tokens": tokens.tolist(), "labels": labels.tolist(),
    "pixels": pixels.int().flatten().tolist(),
})
