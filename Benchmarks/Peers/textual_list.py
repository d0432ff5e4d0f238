"""A list in Textual, as its own examples make one: what `terminal.py` measures beside the tutor."""

from textual.app import App, ComposeResult
from textual.widgets import Footer, Header, Label, ListItem, ListView


class ListApp(App):
    TITLE = "Lessons"
    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield ListView(*(ListItem(Label(f"line {i}: the gradient points uphill")) for i in range(100)))
        yield Footer()


if __name__ == "__main__":
    ListApp().run()
