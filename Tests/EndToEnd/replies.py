"""What a talkative terminal answers when it is asked; a mute one, as most tests use, answers nothing."""

import re

# A question, whole; and the beginning of one at the end of what was read.
QUESTION = re.compile(
    rb"\x1b\[0?c|\x1b\[>0?c|\x1b\[6n|\x1b\[5n|\x1b\[>0?q|\x1b\[\?u|\x1b\[\?(\d+)\$p|\x1b\](1[012]|4;\d+);\?(?:\x07|\x1b\\)"
)
UNFINISHED = re.compile(rb"\x1b(\[[?>0-9;$]*|\][^\x07\x1b]*\x1b?)?$")

FIXED = {
    b"c": b"\x1b[?62;22c", b">c": b"\x1b[>41;390;0c", b"5n": b"\x1b[0n", b">q": b"\x1bP>|XTerm(390)\x1b\\", b"?u": b"\x1b[?0u",
}  # fmt: skip


class Replies:
    """Answers as xterm does, on a background given as its colour in hexadecimal. One that draws wide gives characters
    whose width Unicode leaves open two columns, and says so where it is asked for the cursor behind them."""

    def __init__(self, background="1a1a/1a1a/1a1a", draws_wide=False):
        self.background, self.draws_wide = background, draws_wide
        self._held = b""

    def pieces(self, data):
        """Cuts what was read after every question, which comes with it; else None."""
        data, self._held = self._held + data, b""
        cut = UNFINISHED.search(data)
        if cut:
            data, self._held = data[: cut.start()], data[cut.start() :]
        at = 0
        for question in QUESTION.finditer(data):
            yield data[at : question.end()], question
            at = question.end()
        yield data[at:], None

    def answer(self, question, cursor):
        """The bytes that answer, with the cursor at a column and row counted from 0."""
        text = question.group()
        if text == b"\x1b[6n":
            return b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x * (2 if self.draws_wide else 1) + 1)
        if question.group(1):
            return b"\x1b[?%s;2$y" % question.group(1)
        if question.group(2):
            return b"\x1b]%s;rgb:%s\x1b\\" % (question.group(2), self.background.encode())
        return FIXED.get(text[2:].replace(b"0", b""), b"")
