"""Every one of the 46 properties that a terminal program should have is checked somewhere, under its number."""

import pathlib
import re


def test_every_number_from_1_to_46_has_a_test():
    folder = pathlib.Path(__file__).parent / "properties"
    names = [name for file in folder.glob("test_*.py") for name in re.findall(r"^def test_(\d\d)_", file.read_text(), re.M)]
    assert sorted({int(name) for name in names}) == list(range(1, 47))
