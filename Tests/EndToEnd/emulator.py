"""A screen that understands what ncurses sends: pyte, the few sequences that it leaves out, and blanks that come in with
the background of the pen, as on xterm."""

import pyte


class Screen(pyte.Screen):
    last = " "

    def draw(self, data):
        super().draw(data)
        if data:
            self.last = data[-1]

    def select_graphic_rendition(self, *codes, private=False, **_):
        if not private:
            super().select_graphic_rendition(*codes)

    def report_device_status(self, *_, **__):
        """A mute terminal: no query is answered."""

    report_device_attributes = report_device_status

    def repeat_last(self, count=1, **_):
        self.draw(self.last * min(count or 1, self.columns * self.lines))

    def scroll_up(self, count=1, **_):
        self._scroll(count, self._region()[1], self.index)

    def scroll_down(self, count=1, **_):
        self._scroll(count, self._region()[0], self.reverse_index)

    def index(self):
        at_end = self.cursor.y == self._region()[1]
        super().index()
        if at_end:
            self._blank(self.cursor.y)

    def reverse_index(self):
        at_start = self.cursor.y == self._region()[0]
        super().reverse_index()
        if at_start:
            self._blank(self.cursor.y)

    def insert_lines(self, count=None):
        y, (top, bottom) = self.cursor.y, self._region()
        super().insert_lines(count)
        if top <= y <= bottom:
            for row in range(y, min(y + (count or 1), bottom + 1)):
                self._blank(row)

    def delete_lines(self, count=None):
        y, (top, bottom) = self.cursor.y, self._region()
        super().delete_lines(count)
        if top <= y <= bottom:
            for row in range(max(y, bottom + 1 - (count or 1)), bottom + 1):
                self._blank(row)

    def insert_characters(self, count=None):
        super().insert_characters(count)
        self._blank(self.cursor.y, self.cursor.x, min(self.cursor.x + (count or 1), self.columns))

    def delete_characters(self, count=None):
        super().delete_characters(count)
        self._blank(self.cursor.y, max(self.cursor.x, self.columns - (count or 1)), self.columns)

    def _blank(self, row, start=0, end=None):
        for column in range(start, self.columns if end is None else end):
            self.buffer[row][column] = self.cursor.attrs

    def _scroll(self, count, line, move):
        y, x = self.cursor.y, self.cursor.x
        self.cursor.y = line
        for _ in range(count or 1):
            move()
        self.cursor.y, self.cursor.x = y, x

    def _region(self):
        return self.margins or (0, self.lines - 1)


class Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat_last", "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"repeat_last", "scroll_up", "scroll_down"}
