"""A screen that understands what ncurses sends: pyte, and the few sequences that it leaves out."""

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
