"""The names of keys, and the bytes that a terminal sends for them."""

NAMED = {
    "Up": "\x1b[A", "Down": "\x1b[B", "Right": "\x1b[C", "Left": "\x1b[D", "Home": "\x1b[H", "End": "\x1b[F",
    "Enter": "\r", "Esc": "\x1b", "Tab": "\t", "BTab": "\x1b[Z", "Space": " ", "BS": "\x7f", "Del": "\x1b[3~",
    "Ins": "\x1b[2~", "PgUp": "\x1b[5~", "PgDn": "\x1b[6~", "F1": "\x1bOP", "F2": "\x1bOQ", "F5": "\x1b[15~",
}

TMUX = {"BS": "BSpace", "Del": "DC", "Ins": "IC", "Esc": "Escape", "PgUp": "PageUp", "PgDn": "PageDown"}


def bytes_of(word):
    """One key word (`Down`, `C-l`, `M-x`, `q`) as bytes."""
    if word in NAMED:
        return NAMED[word].encode()
    if word.startswith("C-") and len(word) == 3:
        return bytes([ord(word[2].upper()) & 0x1F])
    if word.startswith("M-") and len(word) == 3:
        return b"\x1b" + word[2].encode()
    if len(word) == 1:
        return word.encode()
    raise ValueError(f"no such key: {word!r}; known are {', '.join(NAMED)}, C-x, M-x and single characters")
