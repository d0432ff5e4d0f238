"""Writes english.txt and chinese.txt, one short sentence a line, from the three files that SOURCE.md names.

    python make.py FOLDER_OF_THE_ORIGINALS
"""

import collections
import html
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
originals = pathlib.Path(sys.argv[1])
LIMIT = 16
COARSE = re.compile(
    r"\b(\w*fuck\w*|\w*shit\w*|bitch\w*|ass|\w*asshole\w*|dick\w*|cunt\w*|cock|porn\w*|sex\w*|slut\w*|whore\w*|damn\w*|nigg\w*"
    r"|gay\w*|retard\w*|rape\w*|kill\w*|murder\w*|suicid\w*|drunk\w*|hell|crap\w*|piss\w*|boob\w*|naked|god|jesus|lord|christ"
    r"|obama|bush|trump|muslim\w*|jew\w*|wtf|omfg|lmf?ao|die|dead|weed|hate\w*)\b")

def cut(text):
    """The sentences of at most LIMIT words and marks."""
    for sentence in re.findall(r"[^.!?;:]+[.!?]?", text):
        words = re.findall(r"[a-z]+(?:'[a-z]+)?|\d+|[.,!?]", sentence)
        if 4 <= len(words) <= LIMIT and words[0].isalpha():
            yield words


def common(sentences, least):
    """The sentences of which every word occurs at least so often."""
    counts = collections.Counter(w for s in sentences for w in s)
    return [s for s in sentences if all(counts[w] >= least for w in s)]


# English of today: messages of the VADER set that people did not rate as unkind, without names, tags and addresses.
messages = []
for line in (originals / "sentiment_en_tweets.tsv").read_text().splitlines():
    rating, text = line.split("\t", 1)
    text = re.sub(r"http\S+|@\w+|#\w+|\brt\b", " ", html.unescape(text).lower().replace("’", "'"))
    if float(rating) >= -0.5 and not COARSE.search(text):
        messages += cut(text)
# English of the plays: spoken lines, without stage directions and the names of speakers.
plays = (originals / "shakespeare8.txt").read_text().replace("’", "'").replace("\r", "")
speech = [p for p in re.split(r"\n\s*\n", plays) if "[" not in p and "_" not in p]
speech = [" ".join(line.strip() for line in p.splitlines() if not line.isupper() and len(line) > 12) for p in speech]
spoken = [s for p in speech if not COARSE.search(p.lower()) for s in cut(p.lower())]
both = common(messages, 3) + [s for s in common(spoken, 14) if len(s) >= 6]
(HERE / "english.txt").write_text("\n".join(dict.fromkeys(" ".join(s) for s in both)) + "\n")

# Chinese: the couplets of the Tang poems.
lines = []
for line in (originals / "tang300.txt").read_text().splitlines():
    line = line.strip()
    if re.fullmatch(r"[\u4e00-\u9fff]{5}，[\u4e00-\u9fff]{5}[。？！]", line):
        lines.append(line)
    elif re.fullmatch(r"[\u4e00-\u9fff]{7}，[\u4e00-\u9fff]{7}[。？！]", line):
        lines.append(line)
(HERE / "chinese.txt").write_text("\n".join(dict.fromkeys(lines)) + "\n")
print(len(both), "English sentences,", len(lines), "Chinese couplets")
