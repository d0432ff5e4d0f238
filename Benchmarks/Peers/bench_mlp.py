"""Case 2: MLP 64-128-64-10 on 8x8 digits. ReLU, softmax cross-entropy, Adam 1e-3, batch 64, 20 epochs."""
import time

import peerlib

args = peerlib.start(__doc__)
import numpy as np

X, Y, XT, YT = peerlib.digits()
EPOCHS, BATCH, LR = 20, 64, 1e-3
ORDERS = peerlib.epoch_orders(len(X), EPOCHS)
STEPS = EPOCHS * -(-len(X) // BATCH)
WORK = {"steps": STEPS, "samples": EPOCHS * len(X),
        "flops": 6.0 * (64 * 128 + 128 * 64 + 64 * 10) * EPOCHS * len(X)}
CASE = "mlp.digits"


def report(variant, peer, version, timing, losses, acc, **extra):
    peerlib.emit(CASE + variant, peer, version, args.threads, timing,
                 {"test_accuracy": acc, "final_loss": float(np.mean(losses[-23:])), **extra}, WORK)


def torch_cases():
    torch = peerlib.torch_with_threads(args.threads)
    import torch.nn.functional as F
    tX, tY, tXT, tYT = (torch.from_numpy(a) for a in (X, Y, XT, YT))
    orders = [torch.from_numpy(p) for p in ORDERS]

    def build(fused=False, compiled=False):
        torch.manual_seed(0)
        model = torch.nn.Sequential(
            torch.nn.Linear(64, 128), torch.nn.ReLU(),
            torch.nn.Linear(128, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
        # each build starts the compiler's cache of this function anew, as a fresh process would
        if compiled:
            torch._dynamo.reset()
        opt = torch.optim.Adam(model.parameters(), lr=LR, fused=fused)
        run = torch.compile(model) if compiled else model
        return model, run, opt

    def step(run, opt, xb, yb):
        loss = F.cross_entropy(run(xb), yb)
        opt.zero_grad()
        loss.backward()
        opt.step()
        return loss.item()

    def train(model, run, opt):
        losses = []
        for order in orders:
            for i in range(0, len(order), BATCH):
                idx = order[i:i + BATCH]
                losses.append(step(run, opt, tX[idx], tY[idx]))
        return model, losses

    def train_loader(model, run, opt):
        """The way most tutorials write it: TensorDataset and DataLoader (its own shuffling)."""
        data = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(tX, tY),
                                           batch_size=BATCH, shuffle=True)
        losses = []
        for _ in range(EPOCHS):
            for xb, yb in data:
                losses.append(step(run, opt, xb, yb))
        return model, losses

    def accuracy(model):
        with torch.no_grad():
            return (model(tXT).argmax(1) == tYT).float().mean().item()

    for variant, setup, loop in (
            (".eager", lambda: build(), train),
            (".eager_fused_adam", lambda: build(fused=True), train),
            (".eager_dataloader", lambda: build(), train_loader)):
        if args.only in CASE + variant:
            t, (model, losses) = peerlib.measure(loop, setup, args.runs)
            report(variant, "torch", torch.__version__, t, losses, accuracy(model))

    if args.only in CASE + ".compile" and not peerlib.QUICK:
        try:
            # compile on one epoch (both batch shapes), then train from scratch with the same code
            model, run, opt = build(fused=True, compiled=True)
            w0 = time.perf_counter()
            for i in (0, BATCH, 1408):
                step(run, opt, tX[i:i + BATCH], tY[i:i + BATCH])
            compile_s = time.perf_counter() - w0
            fresh = {k: v.clone() for k, v in build()[0].state_dict().items()}

            def setup():
                model.load_state_dict(fresh)
                return model, run, torch.optim.Adam(model.parameters(), lr=LR, fused=True)

            t, (model, losses) = peerlib.measure(train, setup, args.runs)
            report(".compile", "torch", torch.__version__, t, losses, accuracy(model),
                   compile_seconds=compile_s)
        except Exception as e:
            peerlib.emit_error(CASE + ".compile", "torch", torch.__version__, args.threads, e)


def sklearn_case():
    import sklearn
    from sklearn.neural_network import MLPClassifier

    def fit():
        # its own shuffling; tol and n_iter_no_change keep it from stopping early
        return MLPClassifier((128, 64), solver="adam", alpha=0.0, batch_size=BATCH,
                             learning_rate_init=LR, max_iter=EPOCHS, tol=0.0,
                             n_iter_no_change=EPOCHS + 1, random_state=0).fit(X, Y)

    t, m = peerlib.measure(fit, None, args.runs)
    report("", "sklearn", sklearn.__version__, t, [m.loss_], m.score(XT, YT))


def numpy_case():
    """The by-hand version a learner would write."""
    def init():
        r = np.random.default_rng(0)
        dims = [64, 128, 64, 10]
        W = [(r.standard_normal((a, b)) * np.sqrt(2 / a)).astype(np.float32)
             for a, b in zip(dims, dims[1:])]
        P = W + [np.zeros(b, np.float32) for b in dims[1:]]
        return P, [np.zeros_like(p) for p in P], [np.zeros_like(p) for p in P]

    def forward(P, x):
        h1 = np.maximum(x @ P[0] + P[3], 0)
        h2 = np.maximum(h1 @ P[1] + P[4], 0)
        return h1, h2, h2 @ P[2] + P[5]

    def train(P, M, V):
        losses, t = [], 0
        for order in ORDERS:
            for i in range(0, len(order), BATCH):
                idx = order[i:i + BATCH]
                x, y = X[idx], Y[idx]
                h1, h2, z = forward(P, x)
                z = z - z.max(1, keepdims=True)
                p = np.exp(z)
                p /= p.sum(1, keepdims=True)
                rows = np.arange(len(y))
                losses.append(float(-np.log(p[rows, y]).mean()))
                p[rows, y] -= 1
                p /= np.float32(len(y))
                d2 = (p @ P[2].T) * (h2 > 0)
                d1 = (d2 @ P[1].T) * (h1 > 0)
                G = [x.T @ d1, h1.T @ d2, h2.T @ p, d1.sum(0), d2.sum(0), p.sum(0)]
                t += 1
                a = np.float32(LR * np.sqrt(1 - 0.999 ** t) / (1 - 0.9 ** t))
                for q, g, m, v in zip(P, G, M, V):
                    m *= np.float32(0.9)
                    m += np.float32(0.1) * g
                    v *= np.float32(0.999)
                    v += np.float32(0.001) * g * g
                    q -= a * m / (np.sqrt(v) + np.float32(1e-8))
        return P, losses

    t, (P, losses) = peerlib.measure(train, init, args.runs)
    report("", "numpy", np.__version__, t, losses, float((forward(P, XT)[2].argmax(1) == YT).mean()))


def tinygrad_case():
    import importlib.metadata
    version = importlib.metadata.version("tinygrad")
    try:
        from tinygrad import Device, Tensor, TinyJit, nn
        from tinygrad.helpers import Context
        Tensor.manual_seed(0)

        def batch(idx):
            return Tensor(X[idx]).realize(), Tensor(Y[idx].astype(np.int32)).realize()

        class Net:
            def __init__(self):
                self.a, self.b, self.c = nn.Linear(64, 128), nn.Linear(128, 64), nn.Linear(64, 10)

            def __call__(self, x):
                return self.c(self.b(self.a(x).relu()).relu())

        def setup():
            net = Net()
            opt = nn.optim.Adam(nn.state.get_parameters(net), lr=LR)

            def step(xb, yb):
                opt.zero_grad()
                loss = net(xb).sparse_categorical_crossentropy(yb).backward()
                return loss.realize(*opt.schedule_step())

            full, rest = TinyJit(step), TinyJit(step)      # one per batch shape
            w0 = time.perf_counter()
            with Context(TRAINING=1):
                for _ in range(3):
                    full(*batch(ORDERS[0][:64])).item()
                    rest(*batch(ORDERS[0][1408:])).item()
            setup.compile_s = setup.compile_s or time.perf_counter() - w0
            return net, full, rest

        setup.compile_s = None

        def train(net, full, rest):
            losses = []
            with Context(TRAINING=1):
                for p in ORDERS:
                    for i in range(0, len(p), BATCH):
                        idx = p[i:i + BATCH]
                        losses.append((full if len(idx) == BATCH else rest)(*batch(idx)).item())
            return net, losses

        t, (net, losses) = peerlib.measure(train, setup, args.runs)
        acc = float((net(Tensor(XT)).argmax(1).numpy() == YT).mean())
        report(".jit", "tinygrad", version, t, losses, acc,
               compile_seconds=setup.compile_s, device=Device.DEFAULT,
               note="3 warm-up steps of each batch shape run before timing")
    except Exception as e:
        peerlib.emit_error(CASE + ".jit", "tinygrad", version, args.threads, e)


if args.only in CASE + ".numpy":
    numpy_case()
if args.only in CASE + ".sklearn":
    sklearn_case()
torch_cases()
if args.threads == 1 and args.only in CASE + ".tinygrad" and not peerlib.QUICK:
    tinygrad_case()
