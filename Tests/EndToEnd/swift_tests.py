"""What is proved inside the program: a property that can't be seen from outside names the Swift test that holds it."""

import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
NAME = re.compile(r"@Test\b(?:(?!@Test)[\s\S])*?\bfunc `([^`]+)`")


def assert_held(file, name):
    """Fails where `file` (a name under Tests) no longer has the test `name`."""
    found = list((ROOT / "Tests").glob(f"*/{file}.swift"))
    assert found, f"Tests/*/{file}.swift is gone; which test holds this property now?"
    names = NAME.findall(found[0].read_text(encoding="utf-8"))
    assert name in names, f"{found[0]} has no test `{name}`; it has {names}"
