"""How a learner gets about, in either kind of session and in both languages."""

import re

TITLES = {
    "gradient-descent": {"en": "Gradient descent", "zh": "梯度下降"},
    "backpropagation": {"en": "Backpropagation", "zh": "反向传播"},
    "self-attention": {"en": "Self-attention", "zh": "自注意力"},
}


def open_lesson(session, lesson, language="en"):
    """Goes down the Roadmap to a lesson and opens it."""
    title = TITLES[lesson][language]
    for _ in range(10):
        chosen = chosen_row(session)
        if title in chosen:
            break
        session.keys("n")
        session.until(lambda: chosen_row(session) != chosen, what="the next written lesson")
    session.keys("Enter")
    session.until(lambda: session.lines[0].strip().startswith(title), what=f"the lesson {title}")


def chosen_row(session):
    return next((line for line in session.lines if "❯" in line), "")


def to_pane(session, words, key, **arguments):
    """Tabs on until the status line says a pane's words."""
    sign = words(key, **arguments)
    for _ in range(3):
        if sign in session.lines[-1]:
            return
        session.keys("Tab")
    session.until(lambda: sign in session.lines[-1], what=sign)


def step(session):
    """The step that the demo's own line names; -1 where no demo is shown."""
    for line in session.lines:
        found = re.search(r"[‖▶■].*?(?:step (\d+)|第 (\d+) 步)", line)
        if found:
            return int(found[1] or found[2])
    return -1
