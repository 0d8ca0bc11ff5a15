"""Words that stand for one another in many phrases, by a name for them all: ``{many}`` is "(several|кілька|…)". Pure.

They are in ``data/vocabulary/word_classes.toml``, by name and language.
"""

from __future__ import annotations

import re
from functools import cache

from db.record.vocabulary import LANGUAGES, vocabulary

_NAMED = re.compile(r"\{([a-z_]+)\}")


def spelt_out(written: str) -> str:
    """Phrases with all words of a class in the place of its name. Raises KeyError where no class is called so."""
    return _NAMED.sub(lambda named: _either(named[1]), written) if "{" in written else written


@cache
def _either(name: str) -> str:
    """The words of a class in the notation of ``patterns``."""
    words = vocabulary("word_classes")[name]
    return f"({'|'.join(word for language in LANGUAGES for word in words.get(language, ()))})"
