"""What the bytes that a program sent say, apart from the picture that they make."""

import re

FRAME = re.compile(rb"\x1b\[\?2026([hl])")
MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
GRAPHICS = re.compile(rb"\x1b\[([0-9;:]*)m")
COMMAND = re.compile(rb"\x1b\]([^\x07\x1b]*)")
CONTROL = re.compile(rb"[\x00-\x1f]")
SEQUENCE = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()][0-9A-Z]|[=>78cDEHM])")

# What must be off, and what on, when a program has given the terminal back.
OFF = (1, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026)
ON = (25,)


def modes(data):
    """The last state of every private mode that was set or reset."""
    state = {}
    for numbers, letter in MODE.findall(data):
        for number in numbers.split(b";"):
            state[int(number)] = letter == b"h"
    return state


def unrestored(data):
    """The modes that were left in the wrong state; empty when all is well."""
    state = modes(data)
    return [n for n in OFF if state.get(n, False)] + [n for n in ON if not state.get(n, True)]


def frames(data):
    """The bytes between each pair of frame marks; fails where marks do not alternate."""
    found, start = [], None
    for match in FRAME.finditer(data):
        opens = match.group(1) == b"h"
        assert opens == (start is None), "frame marks do not alternate"
        if opens:
            start = match.end()
        else:
            found.append(data[start : match.start()])
            start = None
    assert start is None, "the last frame was never closed"
    return found


def outside(data):
    """What stands outside frames, mode switches left out."""
    rest, start = b"", 0
    for match in FRAME.finditer(data):
        if match.group(1) == b"h":
            rest += data[start : match.start()]
        start = match.end()
    return MODE.sub(b"", rest + data[start:])


def colours(data):
    """Every graphics parameter that sets a colour."""
    found = []
    for parameters in GRAPHICS.findall(data):
        for number in re.split(rb"[;:]", parameters):
            value = int(number or 0)
            if 30 <= value <= 38 or 40 <= value <= 48 or 90 <= value <= 107:
                found.append(value)
    return found


def attributes(data):
    """Every graphics parameter that sets bold, dim, italic, underline or reverse."""
    numbers = [int(n or 0) for p in GRAPHICS.findall(data) for n in re.split(rb"[;:]", p)]
    return [n for n in numbers if n in (1, 2, 3, 4, 7)]


def commands(data):
    """All operating system commands (OSC) that order something, as text; a question, which ends with `?`, orders nothing."""
    found = [text.decode(errors="replace") for text in COMMAND.findall(data)]
    return [text for text in found if not text.endswith(";?")]


def painted_with_cursor(data):
    """The text of frames that was sent while the cursor could be seen."""
    shown, painted, at = True, b"", 0
    for match in SEQUENCE.finditer(data):
        if shown and at:
            painted += CONTROL.sub(b"", data[at : match.start()])
        at = match.end()
        if match.group() in (b"\x1b[?25l", b"\x1b[?25h"):
            shown = match.group().endswith(b"h")
    return painted
