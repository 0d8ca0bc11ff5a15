"""What is found of standings and deciders in a question, as the question's meaning has it. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.denials import is_partner_of_others
from cogs.lookup.reading.meanings import Meant, meant_in
from db.record.authorities import Authority
from db.record.standings import Standing

Hits = dict[str, list[re.Match[str]]]
# A Russian decider, and whether the tie is with it.
_RUSSIAN = LATE.compile(
    r"\b(with (?:the |any )?|из |з |с |со |зи )?(?:russian|росииськ|россииск|русск) (?:city |town )?\w+"
)

# "Тих" is "of those" as well as "quiet".
_THOSE = "тих"
_OF_THOSE = LATE.compile(r"\bтих (?:що|хто|яки|котр\w*|чи\w*|де|кого|з|из|у|в)\b")


def meant_besides(hits: Container[str], joined: str) -> tuple[Meant, ...]:
    """What narrows a list by its meaning alone, beside what is found: who says nothing either way is unconfirmed."""
    silent = Standing.UNCONFIRMED in hits
    # "Хто останній з тих, що призупинили" speaks of no quiet ones.
    those = _OF_THOSE.search(joined) is not None
    return tuple(
        each
        for each in meant_in(joined)
        if each.says is not Trait.NO_WORD or not (silent or (those and _THOSE in each.words))
    )


def as_meant(hits: Hits, meant: Iterable[Meant]) -> Hits:
    """What is found, with the deciders that are meant, where none is asked for by a phrase; and without what only
    sounds like a standing in what is meant: "які тримаються на блозі".
    """
    words = {word for each in meant if isinstance(each.says, Trait) for word in each.words}
    active = hits.get(Standing.ACTIVE, ())
    if active and words_matched(active) <= words:
        hits = {key: found for key, found in hits.items() if key != Standing.ACTIVE}
    if any(authority in hits for authority in Authority):
        return hits
    deciders: Hits = {
        each.says: [*each.said]
        for each in meant
        if isinstance(each.says, Authority) and not (each.denied or any(map(is_partner_of_others, each.said)))
    }
    return {**hits, **deciders} if deciders else hits


def of_their_country(hits: Hits) -> Hits:
    """What is found, with Russia's side in place of deciders that are Russian, "which Russian mayors ended ties"; those
    with whom ties are decide on none: "ties with Russian councils".
    """
    for key in [it for it in Authority if it in hits and it is not Authority.PARTNER]:
        found = [(match, _whose(match)) for match in hits[key]]
        if not any(russian for _, russian in found):
            continue
        decide = [match for match, russian in found if russian and not russian[1]]
        others = [match for match, russian in found if not russian]
        hits = {it: matches for it, matches in hits.items() if it != key}
        if others:
            hits[key] = others
        if decide:
            hits.setdefault(Authority.PARTNER, decide)
    return hits


def are_partners(decider: re.Match[str]) -> bool:
    """Whether a decider that is named is a Russian one with which ties are: "ties with Russian councils"."""
    found = _whose(decider)
    return found is not None and bool(found[1])


def _whose(decider: re.Match[str]) -> re.Match[str] | None:
    """Where a decider is said to be Russian; None for one that is not."""
    found = _RUSSIAN.finditer(decider.string[: decider.end()])
    return next((match for match in found if match.end() > decider.start()), None)
