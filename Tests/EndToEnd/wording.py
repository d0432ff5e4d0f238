"""The interface's words, for walks that are made in both languages."""

import pathlib

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Wording:
    def __init__(self, language):
        self.language = language
        text = (ROOT / f"Assets/strings.{language}.yaml").read_text(encoding="utf-8")
        self._words = yaml.safe_load(text)

    def __call__(self, key, **arguments):
        text = self._words[key]
        for name, value in arguments.items():
            text = text.replace("{" + name + "}", str(value))
        return text
