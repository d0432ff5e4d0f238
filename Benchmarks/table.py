"""What a run found, as rows of ratios."""

import statistics


def quartiles(values):
    if len(values) < 2:
        return (values[0], values[0]) if values else (None, None)
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, high


class Variant:
    """One way of one peer of doing a case, beside the core's turns in between."""

    def __init__(self, run):
        record = run.record
        suffix = record["case"].removeprefix(".".join(record["case"].split(".")[:2]))
        self.name = record["peer"] + suffix
        self.theirs = statistics.median(run.samples)
        blocks = [statistics.median(turn["wall"]) for turn in run.ours]
        self.ours = statistics.median(blocks)
        # A peer's turn is one sample of a training run, or several of a call of microseconds.
        size = max(1, len(run.samples) // len(blocks))
        turns = [statistics.median(run.samples[i:i + size]) for i in range(0, len(run.samples), size)]
        self.pairs = [b / a for a, b in zip(blocks[-len(turns):], turns)]
        self.memory = run.memory
        self.metric = record["metric"]

    @property
    def ratio(self):
        return self.theirs / self.ours


def seconds(x):
    if x is None:
        return "-"
    for unit, scale in (("s", 1), ("ms", 1e-3), ("us", 1e-6)):
        if x >= scale:
            return f"{x / scale:.3g} {unit}"
    return f"{x / 1e-9:.3g} ns"


def number(x, form="{:.2f}"):
    return "-" if x is None else form.format(x)


def spread(values, form="{:.2f}"):
    low, high = quartiles(values)
    return "-" if low is None else f"{form.format(low)}..{form.format(high)}"


def verdict(value, target, below=False):
    if value is None or target is None:
        return "-"
    return "met" if (value <= target if below else value >= target) else "MISSED"


def draw(headings, rows):
    """Columns as wide as they need to be; the first is a name, the others end alike."""
    cells = [headings] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(headings))]
    lines = []
    for row in cells:
        lines.append("  ".join(cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))))
    lines.insert(1, "  ".join("-" * w for w in widths))
    return "\n".join(line.rstrip() for line in lines)
