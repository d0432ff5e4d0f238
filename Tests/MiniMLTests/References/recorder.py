"""What every script here shares: random inputs, and the record of a function's values and gradients by PyTorch (CPU)."""

import json
import pathlib

import torch

HERE = pathlib.Path(__file__).parent


def flat(t):
    return {"shape": list(t.shape), "data": [float(f"{x:.9g}") for x in t.detach().reshape(-1).tolist()]}


def uniform(*shape, low=-1.0, high=1.0):
    return torch.rand(*shape) * (high - low) + low


def record(name, cases):
    """Writes name.json: for each case {name: (function, inputs)} its inputs, output, the gradient that is sent back
    through it, and the gradients that arrive at the inputs."""
    recorded = {}
    for case, (function, inputs) in cases.items():
        leaves = [x.clone().requires_grad_() for x in inputs]
        output = function(*leaves)
        seed = uniform(*output.shape) if output.dim() else torch.tensor(0.7)
        output.backward(seed)
        recorded[case] = {
            "inputs": [flat(x) for x in inputs], "output": flat(output), "seed": flat(seed),
            "gradients": [flat(x.grad) for x in leaves],
        }
    write(name, {"torch": torch.__version__, "cases": recorded})


def write(name, value):
    (HERE / f"{name}.json").write_text(json.dumps(value) + "\n")


def write_safetensors(name, tensors):
    """Writes name.safetensors (float32) by the format's own description: a JSON header, then the numbers."""
    header, start = {}, 0
    for key, t in tensors.items():
        size = t.numel() * 4
        header[key] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [start, start + size]}
        start += size
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    numbers = b"".join(t.detach().contiguous().numpy().tobytes() for t in tensors.values())
    (HERE / f"{name}.safetensors").write_bytes(len(text).to_bytes(8, "little") + text + numbers)
