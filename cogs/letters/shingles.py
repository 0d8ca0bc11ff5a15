"""Hashes by which a text that is passed around is known again. Pure."""

from __future__ import annotations

import hashlib

from cogs.letters.style_checks import WORD
from db.store.letter_models import LetterDraft

# Of so few words nothing is said of likeness: a few could be tried until they are told to be somebody's.
FEWEST_SHINGLES = 25
FEWEST_SHARED = 15

_SHINGLE = 4


def shingles(draft: LetterDraft) -> frozenset[int]:
    """Hashes of every run of four words of the writer's reason and respect; empty for fewer than four words.

    Only these are kept, to tell a text that was passed around; the words cannot be read from them.
    """
    words = words_in(f"{draft.reason}\n{draft.respect}")
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
    return frozenset(_hash(run, draft.server) for run in runs)


def _hash(run: str, server: int | None) -> int:
    digest = hashlib.blake2b(run.encode(), digest_size=8, key=str(server or 0).encode()).digest()
    return int.from_bytes(digest, "big", signed=True)


def words_in(text: str) -> list[str]:
    """The words of a text, in small letters and with one apostrophe."""
    return [word.casefold().replace("’", "'").replace("ʼ", "'") for word in WORD.findall(text)]
