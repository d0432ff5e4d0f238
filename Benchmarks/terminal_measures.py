"""What is measured in a pseudo-terminal, each by its own function: milliseconds, bytes, megabytes."""

import statistics
import time

import stream


def spread(values):
    """Median, 95th and 99th percentile, and largest."""
    ordered = sorted(values)
    if not ordered:
        return None
    at = lambda share: ordered[min(len(ordered) - 1, int(share * len(ordered)))]  # noqa: E731
    numbers = {"p50": statistics.median(ordered), "p95": at(0.95), "p99": at(0.99), "max": ordered[-1]}
    return {"n": len(ordered), **{name: round(number, 2) for name, number in numbers.items()}}


def starts(program, size, rounds, is_mute):
    """Milliseconds from fork to the first useful text."""
    times = []
    for _ in range(rounds):
        session = program.start(size, is_mute=is_mute)
        try:
            session.until(lambda: program.is_useful(session), 20, f"the first text of {program.name}")
            times.append(1000 * (session.read_at - session.started))
        finally:
            session.close()
    return spread(times)


def keys(session, program, count):
    """Milliseconds from a key to the first byte that answers it, and the bytes of each answer."""
    times, sizes = [], []
    for i in range(count):
        session.settle(quiet=0.02, most=0.3)
        before = len(session.raw)
        sent = time.perf_counter()
        session.keys(program.moves[i % len(program.moves)], settle=False)
        if session.pump(1.0):
            times.append(1000 * (session.read_at - sent))
            session.settle(quiet=0.02, most=0.3)
            sizes.append(len(session.raw) - before)
    return spread(times), spread(sizes)


def escapes(session, program, count):
    """Milliseconds from a lone Esc to the first byte that answers it."""
    times = []
    for _ in range(count):
        session.keys(program.escape)
        session.settle(quiet=0.05, most=0.3)
        sent = time.perf_counter()
        session.send(b"\x1b")
        if session.pump(2.0):
            times.append(1000 * (session.read_at - sent))
        session.settle(quiet=0.05, most=0.3)
    return spread(times)


def repaints(session, program, count):
    """Milliseconds from the key that draws everything anew to the last byte of the picture, and its bytes: building a
    frame and taking it through the terminal together."""
    times, sizes = [], []
    for _ in range(count):
        session.settle(quiet=0.05, most=0.3)
        before = len(session.raw)
        sent = time.perf_counter()
        session.keys(program.repaint, settle=False)
        session.settle(quiet=0.05, most=1)
        if len(session.raw) > before:
            times.append(1000 * (session.read_at - sent))
            sizes.append(len(session.raw) - before)
    return spread(times), spread(sizes)


def watch(session, seconds):
    """Bytes a second and processor share while nothing is pressed."""
    session.settle(quiet=0.3, most=2)
    sent, worked, begin = len(session.raw), session.cpu, time.perf_counter()
    while time.perf_counter() - begin < seconds and session.is_running:
        session.pump(0.1)
    elapsed = time.perf_counter() - begin
    return round((len(session.raw) - sent) / elapsed, 2), round(100 * (session.cpu - worked) / elapsed, 2)


def resident(session):
    """Resident memory in megabytes."""
    with open(f"/proc/{session.pid}/status") as file:
        return round(next(int(line.split()[1]) / 1024 for line in file if line.startswith("VmRSS")), 1)


def growth(session, program, count):
    """Megabytes that `count` keys leave behind, after a thousand that warm up."""
    press(session, program, 1000)
    before = resident(session)
    press(session, program, count)
    return round(resident(session) - before, 2)


def press(session, program, count):
    for i in range(count // 50):
        for j in range(50):
            session.keys(program.moves[j % len(program.moves)], settle=False)
        session.pump(0.05)
        session.settle(quiet=0.005, most=0.2)
    session.settle(quiet=0.1, most=1)


def resizes(program, size, count):
    """Milliseconds from a change of size to the last byte of the new picture."""
    session, times = program.opened(size), []
    try:
        for i in range(count):
            wider = (size[0] + 20 * ((i + 1) % 2), size[1] + 6 * ((i + 1) % 2))
            sent = time.perf_counter()
            session.resize(*wider)
            session.settle(quiet=0.25, most=1)
            if session.read_at > sent:
                times.append(1000 * (session.read_at - sent))
    finally:
        session.close()
    return spread(times)


def leaves(program, size, count):
    """Milliseconds from the key that ends a program to its end."""
    return spread([ended(program, size, lambda session: session.keys(program.leave, settle=False)) for _ in range(count)])


def hang_ups(program, size, count):
    """Milliseconds from the terminal's going away to the program's end."""
    return spread([ended(program, size, lambda session: session.hang_up()) for _ in range(count)])


def ended(program, size, act):
    session = program.opened(size)
    try:
        begin = time.perf_counter()
        act(session)
        while session.is_running and time.perf_counter() - begin < 5:
            if session.master < 0 or not session.pump(0.001):
                time.sleep(0.0005)
        return 1000 * (time.perf_counter() - begin)
    finally:
        session.close()


def whole_frames(data):
    """The frames that lie whole in a stretch of the stream."""
    start, end = data.find(b"\x1b[?2026h"), data.rfind(b"\x1b[?2026l")
    return stream.frames(data[start : end + 8]) if 0 <= start < end else []


def frames(session, seconds):
    """The sizes of the frames that come within a time, and how many came a second."""
    begin, first = time.perf_counter(), len(session.raw)
    while time.perf_counter() - begin < seconds:
        session.pump(0.05)
    sizes = [len(frame) for frame in whole_frames(session.raw[first:])]
    return sizes, round(len(sizes) / (time.perf_counter() - begin), 1)


def overlays(session, count):
    """Milliseconds from `?` to its help on the screen, while frames keep coming."""
    before = set(session.text.split())
    session.keys("?")
    words = sorted(set(session.text.split()) - before, key=len)
    session.keys("Esc")
    word = next((w for w in reversed(words) if w.isascii() and w.isalpha()), None)
    times = []
    for _ in range(count if word else 0):
        if word in session.text:
            break
        sent = time.perf_counter()
        session.send(b"?")
        session.until(lambda: word in session.text, 5)
        times.append(1000 * (session.read_at - sent))
        session.send(b"?")
        session.until(lambda: word not in session.text, 5)
    return spread(times)
