"""Finds the coefficients of the elementary functions in Sources/MiniML/Kernels (Exponential, Logarithm, ...).

    python elementary.py            prints them; needs numpy and mpmath

Each is the polynomial of least largest relative error (Lawson's iteration: least squares, weights moved to where the
error is large). Coefficients become float32 one after the other, lowest first, and the rest is fitted again each time.
"""

import mpmath
import numpy as np

mpmath.mp.dps = 30


def fit(target, weight, u, powers, rounds=60):
    """c with sum c_j u^powers_j near target, the error times weight being as small as it can be everywhere."""
    basis = np.stack([u**p for p in powers], axis=1)
    importance = np.ones_like(u)
    for _ in range(rounds):
        w = weight * np.sqrt(importance)
        c = np.linalg.lstsq(basis * w[:, None], target * w, rcond=None)[0]
        error = np.abs((basis @ c - target) * weight)
        importance = importance * (error / error.max() + 1e-3)
        importance /= importance.mean()
    return c, error.max()


def fit_float32(target, weight, u, powers):
    powers, found = list(powers), []
    while powers:
        c, error = fit(target, weight, u, powers)
        found.append(np.float32(c[0]))
        target = target - float(found[-1]) * u ** powers.pop(0)
    return found, np.abs(target * weight).max()


def show(name, coefficients, error):
    print(f"{name}: largest relative error {error:.2e} = {error * 2**24:.3f} half-ulps")
    for c in coefficients:
        print(f"  {c:.9g}")


def nodes(low, high, n=3000):
    return (low + high) / 2 + (high - low) / 2 * np.cos(np.pi * (np.arange(n) + 0.5) / n)


def exact(function, x):
    return np.array([float(function(mpmath.mpf(float(v)))) for v in x])


def exponential():
    """e^r = 1 + r + r^2 Q(r) for |r| <= log(2) / 2."""
    r = nodes(-np.log(2) / 2 - 1e-4, np.log(2) / 2 + 1e-4)
    Q = exact(lambda v: (mpmath.expm1(v) - v) / v**2, r)
    weight = r**2 / np.exp(r)
    show("exponential Q", *fit_float32(Q, weight, r, range(5)))


def logarithm():
    """log(1 + f) = f - f^2 / 2 + f^3 P(f) for 1 + f from sqrt(1/2) to sqrt(2)."""
    f = nodes(np.sqrt(0.5) - 1, np.sqrt(2) - 1)
    P = exact(lambda v: (mpmath.log1p(v) - v + v**2 / 2) / v**3, f)
    weight = np.abs(f**3 / np.log1p(f))
    show("logarithm P", *fit_float32(P, weight, f, range(9)))


def logarithm_of_one_plus():
    """log(1 + u) = 2 s + s^3 R(s^2), s = u / (2 + u), for u from 0 to 1."""
    z = nodes(1e-6, 1 / 9)
    R = exact(lambda v: (2 * mpmath.atanh(mpmath.sqrt(v)) - 2 * mpmath.sqrt(v)) / mpmath.sqrt(v) ** 3, z)
    weight = z / (2 + 2 * z / 3)
    show("log(1 + u) R", *fit_float32(R, weight, z, range(5)))


def normal_tail():
    """Phi(-a) = e^(-a^2 / 2) M(s), s = (a - 3) / (a + 3), for a from 0 to 14.5."""
    a = np.concatenate([nodes(0, 14.5, 1500), nodes(0, 3, 1500)])
    M = exact(lambda v: mpmath.ncdf(-v) * mpmath.exp(v**2 / 2), a)
    s = (a - 3) / (a + 3)
    show("normal tail M", *fit_float32(M, 1 / M, s, range(10)))


exponential()
logarithm()
logarithm_of_one_plus()
normal_tail()
