"""Records the paths that torch.optim's SGD, momentum, RMSprop and Adam take on the five surfaces (float64, autograd).

    python gradient_descent.py      writes gradient_descent.json beside this file
"""

import json
import pathlib

import torch

SURFACES = {
    "bowl": lambda x, y: 0.5 * (x**2 + y**2),
    "ravine": lambda x, y: 0.5 * (x**2 + 20 * y**2),
    "saddle": lambda x, y: 0.5 * x**2 + 0.25 * (y**2 - 1) ** 2,
    "rosenbrock": lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    "two-minima": lambda x, y: x**4 / 4 + x**3 / 6 - 0.75 * x**2 + 63 / 64 + 0.5 * y**2,
}
OPTIMIZERS = {
    "sgd": lambda w, rate: torch.optim.SGD([w], lr=rate),
    "momentum": lambda w, rate: torch.optim.SGD([w], lr=rate, momentum=0.9),
    "rmsprop": lambda w, rate: torch.optim.RMSprop([w], lr=rate, alpha=0.99, eps=1e-8),
    "adam": lambda w, rate: torch.optim.Adam([w], lr=rate, betas=(0.9, 0.99), eps=1e-8),
}
RUNS = {
    "bowl": (0.2, (4.0, 3.0)),
    "ravine": (0.08, (4.0, 1.0)),
    "saddle": (0.1, (2.5, 0.25)),
    "rosenbrock": (0.001, (-1.25, 1.0)),
    "two-minima": (0.05, (2.5, 1.0)),
}
STEPS = 100


def path(surface, optimizer):
    rate, start = RUNS[surface]
    w = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    walker = OPTIMIZERS[optimizer](w, rate)
    places = []
    for _ in range(STEPS):
        walker.zero_grad()
        SURFACES[surface](w[0], w[1]).backward()
        walker.step()
        places.append([float(v) for v in w.detach()])
    return places


runs = [
    {"surface": s, "optimizer": o, "rate": RUNS[s][0], "start": list(RUNS[s][1]), "path": path(s, o)}
    for s in SURFACES
    for o in OPTIMIZERS
]
out = pathlib.Path(__file__).with_suffix(".json")
out.write_text(json.dumps({"torch": torch.__version__, "runs": runs}))
