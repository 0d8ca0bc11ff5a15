"""Whether somebody seems to be at an end, or in danger now: then nothing else is answered. Pure.

The words are in ``data/vocabulary/distress.toml``. A word too many of them costs a kind sentence, one too few may cost
a life; so what only may be meant so counts as well, unless the text speaks of ties.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

import tomli

from cogs.lookup.answers.distress_sentences import AT_AN_END, BURDENED, IN_DANGER
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.reading.languages import Tongue, tongue_of
from cogs.lookup.steps import Steps
from db.record.paths import DATA
from db.record.text import clean, norms, tokens

# Of a text that is longer than its first words are read, so much of the end is read as well.
_READ, _END = 3_000, 2_400
# To look a longer text through takes as long as all else here.
_LONG = 1_000
# In a text of more words, those of oneself, of life and of what is lacking need have nothing to do with each other.
_FEW = 30
_TEXTS = 2
# "It still lives" is said of a tie: stemmed, it would be "I live".
_IT_LIVES = re.compile(r"\bжив(?:е|ет|ёт|о|ое)\b", re.IGNORECASE)
# What is found is one of these, or of life and of what it lacks.
_EACH_ALONE = ("at_an_end", "in_danger", "in_danger_alone", "at_an_end_alone", "burdened", "death")


# Of a command's text it is asked twice: who may see the answer, and what it is.
@lru_cache(maxsize=_TEXTS)
def distress_answer(text: str) -> Answer | None:
    """What is said to a text of somebody who seems to be at an end, or in danger; None for any other text."""
    cleaned = clean(text)
    said = next(filter(None, map(_said, _parts(cleaned))), None)
    if said is None:
        return None
    told = said[tongue_of(tokens(cleaned))]
    return Answer.saying(Outcome.SUBJECT, told)


def distress_steps(text: str) -> Steps[Answer | None]:
    """The same step by step: what a long text may say of all that is known is found out first, part by part."""
    cleaned = clean(text)
    for part in _parts(cleaned) if len(cleaned) > _LONG else ():
        joined = _joined(part)
        yield
        _table().look_through(joined)
        yield
        _may_be_said(joined)
        yield
    return distress_answer(text)


def _parts(cleaned: str) -> tuple[str, ...]:
    return (cleaned, cleaned[-_END:]) if len(cleaned) > _READ else (cleaned,)


def _joined(part: str) -> str:
    return " ".join(norms(_IT_LIVES.sub(" ", part)))


def _said(cleaned: str) -> Mapping[Tongue | None, str] | None:
    words, whole = _words(), _joined(cleaned)
    # Without its figures of speech a text has no phrase that it has not with them: most need no closer look.
    if not (_may_be_said(whole) and _is_said(whole)):
        return None
    said = words["figures"].sub(" . ", whole)
    if words["at_an_end"].search(said):
        return AT_AN_END
    if words["in_danger"].search(said):
        return IN_DANGER
    return None if words["of_ties"].search(said) else _said_apart_from_ties(said)


def _may_be_said(whole: str) -> bool:
    """Whether a text has all words of any such phrase, wherever they stand: most have not, and are not searched."""
    said = {*_table().may_be_in(whole)}
    return not said.isdisjoint(_EACH_ALONE) or {"life", "lack"} <= said


def _is_said(whole: str) -> bool:
    """Whether a text has any such phrase, be it in a figure of speech."""
    words = _words()
    if any(words[name].search(whole) for name in _EACH_ALONE):
        return True
    return words["life"].search(whole) is not None and words["lack"].search(whole) is not None


def _said_apart_from_ties(said: str) -> Mapping[Tongue | None, str] | None:
    """What only may be meant so, where nothing else is about ties."""
    words = _words()
    if words["in_danger_alone"].search(said):
        return IN_DANGER
    if words["at_an_end_alone"].search(said) or _speaks_of_death(said):
        return AT_AN_END
    return BURDENED if words["burdened"].search(said) and not words["grieves"].search(said) else None


def _speaks_of_death(said: str) -> bool:
    """Whether somebody speaks of themselves and death, or of themselves and what their life lacks."""
    words = _words()
    if said.count(" ") > _FEW or not words["oneself"].search(said):
        return False
    if words["death"].search(said):
        return True
    alive = words["lives_there"].sub(" . ", said)
    return words["life"].search(alive) is not None and words["lack"].search(alive) is not None


@cache
def _table() -> PhraseTable[str]:
    return PhraseTable(_words())


@cache
def _words() -> dict[str, Phrases]:
    table: dict[str, str] = tomli.loads((DATA / "vocabulary" / "distress.toml").read_text(encoding="utf-8"))
    return {name: phrases(text) for name, text in table.items()}
