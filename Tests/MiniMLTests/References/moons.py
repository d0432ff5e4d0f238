"""Records moons.json: 100 steps of micrograd's published demo, for ScalarMLPTests.

    pip install micrograd==0.1.0 && python moons.py

An MLP 2-16-16-1 learns two half moons of 100 points: the mean of relu(1 - y score) plus 1e-4 times the sum of the
squares of all parameters, plain gradient descent with the rate 1 - 0.9 k/100.
"""
import gc
import json
import math
import pathlib
import random

from micrograd.engine import Value
from micrograd.nn import MLP

STEPS, POINTS = 100, 100

random.seed(1337)
rows, labels = [], []
for i in range(POINTS):
    angle, inner = math.pi * (i // 2) / (POINTS // 2 - 1), i % 2
    x, y = (1 - math.cos(angle), 0.5 - math.sin(angle)) if inner else (math.cos(angle), math.sin(angle))
    rows.append([x + random.gauss(0, 0.1), y + random.gauss(0, 0.1)])
    labels.append(1.0 if inner else -1.0)

model = MLP(2, [16, 16, 1])
# In the order of the parameters; every neuron's weights and then its bias, which starts at 0.
weights = [w.data for layer in model.layers for neuron in layer.neurons for w in neuron.w]
losses, accuracies = [], []
gc.disable()  # The collector would run over every node again and again: once a step does.
for k in range(STEPS):
    scores = [model([Value(x) for x in row]) for row in rows]
    margins = [(1 + -y * score).relu() for y, score in zip(labels, scores)]
    penalty = 1e-4 * sum(p * p for p in model.parameters())
    total = sum(margins) * (1.0 / len(margins)) + penalty
    model.zero_grad()
    total.backward()
    for p in model.parameters():
        p.data -= (1.0 - 0.9 * k / 100) * p.grad
    losses.append(total.data)
    accuracies.append(sum((y > 0) == (s.data > 0) for y, s in zip(labels, scores)) / POINTS)
    del scores, margins, penalty, total
    gc.collect()

record = {"rows": rows, "labels": labels, "weights": weights, "losses": losses, "accuracies": accuracies,
          "final": [p.data for p in model.parameters()]}
pathlib.Path(__file__).with_name("moons.json").write_text(json.dumps(record))
