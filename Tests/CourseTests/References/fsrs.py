"""Records random histories of reviews as the reference package schedules them (fsrs 6.3.2, fuzzing off).

    pip install fsrs==6.3.2 && python fsrs.py

A row: seconds since the review before, rating, then what the package says: phase (1 learning, 2 review, 3 relearning),
step (-1: none), stability, difficulty, seconds until due, and the retrievability just before the review.
"""

import json
import pathlib
import random
import sys

sys.path.pop(0)  # the package bears the name of this file
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

START = datetime(2026, 1, 1, tzinfo=timezone.utc)


def gap(source: random.Random, card: Card, now: datetime) -> int:
    """Seconds to the next review: when it is due, a little early or late, on the same day, or after a long pause."""
    due = int((card.due - now).total_seconds())
    kind = source.random()
    if kind < 0.5:
        return max(1, due)
    if kind < 0.7:
        return max(1, int(due * source.uniform(0.3, 3)))
    if kind < 0.85:
        return source.randrange(1, 86_400)
    return source.randrange(86_400, 400 * 86_400)


def history(seed: int, scheduler: Scheduler, length: int) -> list[list[float]]:
    source = random.Random(seed)
    card, now, rows = Card(card_id=seed), START, []
    for index in range(length):
        wait = gap(source, card, now) if index else 0
        now += timedelta(seconds=wait)
        before = scheduler.get_card_retrievability(card, now)
        rating = source.choices([1, 2, 3, 4], [2, 2, 5, 1])[0]
        card, _ = scheduler.review_card(card, Rating(rating), now)
        step = -1 if card.step is None else card.step
        due = int((card.due - now).total_seconds())
        rows.append([wait, rating, int(card.state), step, card.stability, card.difficulty, due, before])
    return rows


def main() -> None:
    usual = Scheduler(enable_fuzzing=False)
    keen = Scheduler(enable_fuzzing=False, desired_retention=0.95, learning_steps=[timedelta(minutes=5)], maximum_interval=365)
    plain = Scheduler(enable_fuzzing=False, learning_steps=[], relearning_steps=[])
    cases = [("usual", usual, range(0, 30)), ("keen", keen, range(30, 36)), ("plain", plain, range(36, 42))]
    record = {name: [history(seed, scheduler, 30) for seed in seeds] for name, scheduler, seeds in cases}
    lines = [f'"{name}": [\n' + ",\n".join(json.dumps(h, separators=(",", ":")) for h in rows) + "\n]" for name, rows in record.items()]
    pathlib.Path(__file__).with_suffix(".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")


main()
