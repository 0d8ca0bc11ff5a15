"""Councils, mayors and governors side by side: on whose act or word how many ties stand as they do. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from cogs.lookup.lists import comparison_sentences
from cogs.lookup.reading.denials import ruled_out
from cogs.lookup.reading.intents import DECIDERS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from db.record.authorities import Authority
from db.record.register import Register
from db.record.standings import Standing

_TOLD = (Standing.SUSPENDED, Standing.ENDED, Standing.ACTIVE)
# Beside some deciders, that all the rest are asked about as well: "council / mayor / other".
_OTHERS = said_for("lists", "deciders", "others")
# Right before a decider that had no part in it.
_NO = re.compile(r"\b(?:no|without(?: an?y?| the)?|без|жодн\w*|ни одн\w*) $")


def deciders_part(question: Question, register: Register) -> TextBlock | None:
    """How many ties stand so by each decider that is asked about, where they are compared or counted; else None."""
    if question.mentions or question.all_states or question.period or question.narrowing.by_word:
        return None
    counts = Intent.COUNT in question.intents
    found = {authority: [*words.finditer(question.joined)] for authority, words in DECIDERS.items()}
    # "How many mayors did it, no council near it" compares none.
    asked = [
        it for it, said in found.items() if not all(_NO.search(question.joined[: match.start()]) for match in said)
    ]
    if asked and all(ruled_out(question.joined, match) for it in asked for match in found[it]):
        # "Not counting volunteers and newspapers": those by whom are left are listed, and none held against another.
        return None
    several = len(asked) > 1 and (counts or question.narrowing.compares)
    one = len(asked) == 1 and question.narrowing.compares and len(question.standings) > 1
    if not (several or one):
        return None
    by = _counted(register, register.version)
    told = question.standings if len(question.standings) == 1 else _TOLD
    if _OTHERS.search(question.joined):
        asked = [authority for authority in Authority if any(by[authority][it] for it in told)]
    lines = [comparison_sentences.by_decider(authority, {it: by[authority][it] for it in told}) for authority in asked]
    return TextBlock((*lines, Line(comparison_sentences.BEHIND_THE_STANDING)), comparison_sentences.BY_DECIDERS)


@lru_cache(maxsize=1)
def _counted(register: Register, _version: int) -> Mapping[Authority, Counter[Standing]]:
    """By whose act or word how many ties stand in which way."""
    counted: dict[Authority, Counter[Standing]] = {authority: Counter() for authority in Authority}
    for tie_id in register.record.ties:
        status = register.status(tie_id)
        if status.basis is not None:
            counted[status.basis.authority][status.standing] += 1
    return counted
