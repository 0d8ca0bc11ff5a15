"""Make the lists of ordinary words in ``data/vocabulary/words``: frequent by wordfreq, known to a spelling dictionary.

``make words`` runs it. It needs Debian's packages ``hunspell hunspell-en-us hunspell-en-gb hunspell-ru hunspell-uk``.
The lists hold normalised words, so they are made anew when ``db.record.text.normalise`` changes.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping
from itertools import groupby

from wordfreq import freq_to_zipf, get_frequency_dict

from db.record.dataset import DATA
from db.record.text import normalise

DICTIONARIES = {"en": ("en_US", "en_GB"), "ru": ("ru_RU",), "uk": ("uk_UA",)}
# On the Zipf scale: 3 is once in a million words, where wordfreq's small lists end. Without their endings words are
# known from fewer of their forms. A common word is seldom meant as a name: "tally" (3.62) is no Tallahassee.
LEAST = {"en": 3.0, "ru": 3.5, "uk": 3.5}
LEAST_COMMON = 3.6


def frequent(language: str) -> Mapping[str, float]:
    """The frequent words of a language in its own letters, without possessives, and how frequent they are."""
    found: dict[str, float] = {}
    for typed, frequency in get_frequency_dict(language, "small").items():
        word = typed.removesuffix("'s").removesuffix("’s")
        zipf = round(freq_to_zipf(frequency), 2)
        if word.replace("'", "").isalpha() and word.isascii() == (language == "en") and zipf >= LEAST[language]:
            found[word] = max(zipf, found.get(word, 0.0))
    return found


def spelt(words: Iterable[str], *dictionaries: str) -> set[str]:
    """Which words a spelling dictionary takes as they are, in small letters: names it takes with a capital alone."""
    asked = "\n".join(words)
    command = ["hunspell", "-G", "-i", "utf-8", "-d", ",".join(dictionaries)]
    return set(subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout.split("\n"))


def write(name: str, words: Iterable[str]) -> None:
    """Write a list: words that share their first three letters on one line, as ``WordList`` keeps them."""
    known = sorted({norm for word in words if (norm := normalise(word)).isalpha()})
    lines = [" ".join(same) for _, same in groupby(known, key=lambda word: word[:3])]
    (DATA / "vocabulary" / "words" / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(known):,} words")


def main() -> None:
    """Write all lists."""
    for language, dictionaries in DICTIONARIES.items():
        words = frequent(language)
        ordinary = spelt(words, *dictionaries)
        write(f"ordinary.{language}", ordinary)
        write(f"names.{language}", words.keys() - ordinary)
    english = frequent("en")
    write("common.en", (word for word in spelt(english, "en_US") if english.get(word, 0) >= LEAST_COMMON))


if __name__ == "__main__":
    main()
