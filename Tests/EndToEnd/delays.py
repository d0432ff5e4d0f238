"""How long answers take, and what of it is the machine's doing.

A target is held at three times its value, and what a bare `cat` needs in the same minute comes on top: on a busy
machine every program is late.
"""

import statistics
import time

from session import Session


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def answer(session, data, timeout=3.0):
    """Seconds from sending bytes to the first byte that comes back."""
    session.settle(quiet=0.02)
    sent = time.perf_counter()
    session.send(data)
    assert session.pump(timeout), f"no answer to {data!r} within {timeout} s"
    return session.read_at - sent


def shown(session, data, condition, timeout=5.0):
    """Seconds from sending bytes until the screen meets a condition, whatever else moves on it."""
    sent = time.perf_counter()
    session.send(data)
    session.until(condition, timeout)
    return session.read_at - sent


def of_the_machine(share, count=40):
    """Seconds in which `cat` gives a byte back: what no program can be faster than, now."""
    session = Session(["sh", "-c", "stty raw -echo; echo ready; exec cat"], size=(80, 24))
    try:
        session.wait("ready")
        return percentile([answer(session, b"x") for _ in range(count)], share)
    finally:
        session.close()


def assert_within(times, share, target):
    """Holds a percentile to three times its target, in seconds, beyond what the machine needs anyway."""
    found, floor = percentile(times, share), of_the_machine(share)
    assert found <= 3 * target + floor, (
        f"{share:.0%} of {len(times)} came within {1000 * found:.1f} ms, the middle one in "
        f"{1000 * statistics.median(times):.1f}; the target is {1000 * target:.0f} ms, `cat` takes {1000 * floor:.1f}"
    )
