"""By what words something is left out, as ``data/vocabulary/leaving_out.toml`` has them: "except", "крім". Pure."""

from __future__ import annotations

from db.record.lazy_pattern import any_of
from db.record.text import tokens
from db.record.vocabulary import LANGUAGES, vocabulary


def words_of(*names: str) -> str:
    """What leaves out, of some kinds of the table, in all languages, for ``patterns``."""
    table = vocabulary("leaving_out")
    return "\n".join(phrase for name in names for of in LANGUAGES for phrase in table[of][name])


_BEFORE = [tuple(word.norm for word in tokens(text)) for text in words_of("before").splitlines()]
# "All but three" leaves out nothing that is named.
SEVERAL = r"two|three|four|five|six|seven|eight|nine|ten|двох|трьох|чотирьох|пят|двух|трех|четирех|\d{1,2}"
SO_MANY = f"[ ](?:{SEVERAL}) "
# What leaves out whatever follows, as a regular expression for a normalised text, and the last word of each; and what
# stands around it: "leave the counties out".
LEAVING_OUT = any_of(map(" ".join, _BEFORE)) + f"(?!{SO_MANY})"
PUT, OUT = (any_of(vocabulary("leaving_out")["en"][around]) for around in ("put", "out"))
LAST_WORDS = frozenset(words[-1] for words in _BEFORE)
