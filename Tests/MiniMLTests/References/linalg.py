"""Records what NumPy (float64, on matrices stored as float32) gives for the factorisations.

    python linalg.py            writes linalg.json beside this file

Signs of eigenvectors, of singular vectors and of R's rows are left to the test, which fixes them; repeated values have
no vectors here.
"""

import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent
random = np.random.default_rng(7)


def flat(a):
    a = np.asarray(a, dtype=np.float32)
    return {"shape": list(a.shape), "data": [float(x) for x in a.reshape(-1)]}


def hilbert(n):
    return np.array([[1 / (i + j + 1) for j in range(n)] for i in range(n)])


def normal(*shape):
    return random.standard_normal(shape)


low = normal(9, 3) @ normal(3, 6)
zeros = normal(8, 5)
zeros[:, [0, 3]] = 0
MATRICES = {
    "one": np.array([[-2.5]]),
    "square": normal(6, 6),
    "tall": normal(11, 4),
    "wide": normal(3, 8),
    "hilbert": hilbert(5),
    "rank three of nine by six": low,
    "two columns of zeros": zeros,
    "graded": np.diag([1e-6, 1, 1e6]) @ normal(3, 3),
    "symmetric": (lambda a: a + a.T)(normal(7, 7)),
    "covariance": np.cov(normal(4, 30)),
}

cases = {}
for name, matrix in MATRICES.items():
    A = matrix.astype(np.float32).astype(np.float64)
    m, n = A.shape
    b = normal(m, 2).astype(np.float32).astype(np.float64)
    U, S, Vt = np.linalg.svd(A, full_matrices=False)
    Q, R = np.linalg.qr(A)
    cutoff = max(m, n) * float(np.finfo(np.float32).eps)
    x, _, rank, _ = np.linalg.lstsq(A, b, rcond=cutoff)
    case = {
        "A": flat(A), "b": flat(b), "S": flat(S), "R": flat(R), "leastSquares": flat(x), "rank": int(rank),
        "residual": flat(((A @ x - b) ** 2).sum(axis=0)),
    }
    if rank == min(m, n):
        case |= {"U": flat(U), "Vt": flat(Vt), "Q": flat(Q)}
    if m == n:
        sign, log = np.linalg.slogdet(A)
        case |= {
            "solve": flat(np.linalg.solve(A, b)), "inverse": flat(np.linalg.inv(A)),
            "determinant": float(np.linalg.det(A)), "logDeterminant": [float(sign), float(log)],
        }
        if np.array_equal(A, A.T):
            values, vectors = np.linalg.eigh(A)
            case |= {"eigenvalues": flat(values), "eigenvectors": flat(vectors)}
            if values[0] > 0:
                case["cholesky"] = flat(np.linalg.cholesky(A))
    cases[name] = case

(HERE / "linalg.json").write_text(json.dumps({"numpy": np.__version__, "cases": cases}) + "\n")
