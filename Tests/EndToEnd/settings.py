"""The settings file of a learner, as a walk wants it before the program starts."""


def write(home, text):
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    (home / "config.yaml").write_text(text, encoding="utf-8")
