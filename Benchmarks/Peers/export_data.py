"""Writes what the project's own side cannot make by itself: python export_data.py FOLDER"""
import os
import sys

import numpy as np
from sklearn.datasets import load_digits

import peerlib

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
digits = load_digits()
X, y = peerlib.moons()
for name, data, checksum in (("digits.u8", digits.data.astype(np.uint8), "493fa2f67df550a1"),
                             ("digits_labels.u8", digits.target.astype(np.uint8), "5c66ed875b0a9785"),
                             ("moons.f64", np.concatenate([X, y[:, None]], 1), None)):
    data = np.ascontiguousarray(data).tobytes()
    assert checksum in (None, peerlib.fnv64(data)), name
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)
