"""Records what PyTorch (CPU, float32) gives for LSTM, GRU and RNN over sequences, with and without a first state.

    python recurrent.py            writes recurrent.json beside this file

The core has its weights the other way round, [in, gates * H], and one bias where PyTorch adds two; the GRU's bias has a
fourth part, of the state's product in n.
"""

import torch

from recorder import record, uniform

torch.manual_seed(17)
B, T, E, H = 2, 4, 3, 5


def lstm(x, Wx, Wh, b, h=None, c=None, cells=False):
    h, c = torch.zeros(B, H) if h is None else h, torch.zeros(B, H) if c is None else c
    parts = (Wx.t(), Wh.t(), b, torch.zeros(4 * H))
    y, _, last = torch.lstm(x, (h[None], c[None]), parts, True, 1, 0.0, False, False, True)
    return torch.cat([y, last[0][:, None]], 1) if cells else y


def gru(x, Wx, Wh, b, h=None):
    h = torch.zeros(B, H) if h is None else h
    parts = (Wx.t(), Wh.t(), b[:3 * H], torch.cat([torch.zeros(2 * H), b[3 * H:]]))
    return torch.gru(x, h[None], parts, True, 1, 0.0, False, False, True)[0]


def rnn(x, Wx, Wh, b, h=None):
    h = torch.zeros(B, H) if h is None else h
    return torch.rnn_tanh(x, h[None], (Wx.t(), Wh.t(), b, torch.zeros(H)), True, 1, 0.0, False, False, True)[0]


def inputs(gates, sums, states):
    return [uniform(B, T, E), uniform(E, gates * H), uniform(H, gates * H), uniform(sums * H)] + [
        uniform(B, H) for _ in range(states)]


record("recurrent", {
    "lstm": (lstm, inputs(4, 4, 0)),
    "lstm-state": (lstm, inputs(4, 4, 2)),
    "lstm-cells": (lambda *a: lstm(*a, cells=True), inputs(4, 4, 2)),
    "gru": (gru, inputs(3, 4, 0)),
    "gru-state": (gru, inputs(3, 4, 1)),
    "rnn": (rnn, inputs(1, 1, 0)),
    "rnn-state": (rnn, inputs(1, 1, 1)),
})
