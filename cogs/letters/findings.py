"""What a review of a draft finds, and what mends it. Pure."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from cogs.letters import writer
from cogs.letters.shingles import words_in
from db.record.values import value
from db.store.letter_models import LetterDraft


class Fix(StrEnum):
    """What mends a finding: the button that stands beside it."""

    WORDS = "words"
    ABOUT = "about"
    REFRESH = "refresh"
    FRAME = "frame"
    KEEP = "keep"
    OTHER_SIDE = "other side"
    REQUEST = "request"
    MEANING = "meaning"
    NONE = "none"


@value
class Finding:
    """One thing to look at. ``blocks`` is true for what keeps a letter from being exported.

    What is asked about once has a ``mark``: it is not asked again of a draft that keeps the mark.
    """

    text: str
    fix: Fix = Fix.NONE
    blocks: bool = False
    mark: str = ""


def mark_of(kind: str, sentence: str) -> str:
    """What a draft remembers of a finding that was answered: its kind, and a hash of the words."""
    return f"{kind}:{hashlib.blake2b(' '.join(words_in(sentence)).encode(), digest_size=6).hexdigest()}"


def keeping_mark(draft: LetterDraft) -> str:
    """What a draft remembers when its writer goes on with words that seemed to speak for keeping the tie."""
    return mark_of("keeps", writer.keeps(draft.reason))
