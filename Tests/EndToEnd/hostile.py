"""A lesson pack whose author means harm: every text of a real lesson, laced with what commands a terminal."""

import shutil

# What must never reach a terminal, each harmful in its own way.
CHARGES = {
    "a clipboard order": "\x1b]52;c;aGFybQ==\x07",
    "a title": "\x1b]0;owned\x07",
    "a lying link": "\x1b]8;;http://evil.example\x1b\\bank\x1b]8;;\x1b\\",
    "a palette": "\x1b]4;1;#00ff00\x1b\\",
    "a cleared screen": "\x1b[2J\x1b[H",
    "a left screen": "\x1b[?1049l",
    "a question": "\x1b[6n\x1b[c",
    "an open string": "\x1bPq",
    "one-byte C1": "\x9b31m\x9d0;c1\x9c",
    "a turned text": "\u202egnp.exe\u2066x\u2069",
    "new lines of other kinds": "a\u2028b\u2029c\x0bd\x0ce\x85f",
    "a backspace": "safe\b\b\b\bevil\rover",
    "a bell and a null": "\x07\x00",
    "zalgo": "Z" + "\u0301\u0316\u0334\u0489" * 60 + "algo",
    "joiners": "👩\u200d👩\u200d👧\u200d👦 \U0001f1e8\U0001f1f3 \U0001f3f4\U000e0067\U000e007f",
    "unseen letters": "\u200b\ufeff\u00ad\U000e0041",
}


def lace(text):
    """Puts every charge into a lesson's text, after its front matter."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    charges = "\n\n".join(f"{name}: {charge} end" for name, charge in CHARGES.items())
    return f"---\n{head}\n---\n# Harm {CHARGES['a clipboard order']}\n\n{charges}\n\n{vast()}\n\n{body}"


def vast():
    """What is too long, too deep and too wide."""
    wide = "| " + " | ".join(f"c{i}" for i in range(80)) + " |\n" + "|---" * 80 + "|\n"
    return "\n\n".join(
        [
            "x" * 10_000,
            "中" * 10_000,
            "word " * 4_000,
            "> " * 300 + "deep",
            "".join("  " * i + "- item\n" for i in range(120)),
            wide + ("| " + " | ".join(["cell"] * 80) + " |\n") * 60,
            "$" + r"\frac{1}{" * 60 + "x" + "}" * 60 + "$",
            "$$\n" + "x + " * 800 + "y\n$$",
            "```swift\n" + "let a = 1 // " + "z" * 5_000 + "\n```",
            "*_" * 500 + "x",
            "[" * 500 + "x",
        ]
    )


def pack(lessons, folder, lesson="gradient-descent"):
    """Copies the lessons and laces one of them in both languages, with its quiz; returns the folder."""
    shutil.copytree(lessons, folder)
    place = next(folder.glob(f"*/*/{lesson}"))
    for language in ("en", "zh"):
        file = place / f"lesson.{language}.md"
        file.write_text(lace(file.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    return folder
