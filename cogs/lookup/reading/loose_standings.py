"""Words that mean a standing only where others are named beside them, or a list of such ones is asked for. Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import PhraseTable, any_of
from cogs.lookup.reading.asked_filters import SHARE
from cogs.lookup.reading.intents import ASKED_STANDINGS, Intent
from cogs.lookup.reading.vocabulary import loose_words_for, of_all_languages, said_for
from db.record.standings import CUT, Standing

# Words that mean a standing only beside others: "dead, frozen, breathing, nobody knows".
_BESIDE_STANDINGS = PhraseTable[str]({
    standing: any_of(said)
    for standing in Standing
    if (said := [*of_all_languages("beside_standings", standing), *loose_words_for(standing, decided=standing in CUT)])
})  # fmt: skip
_SEVERAL_STANDINGS = 3
# In a list that is asked for in so many letters at most, what stands before "ones" is one of them alone.
_SHORT_LIST = 60
# "Which towns ghosted", "які міста тримаються": what is said of the ties that are asked for.
_WHICH = LATE.compile(
    r"\b(?:which|what|how many|котор|скильк|скольк)(?: of| из| з| серед| среди)?(?: the| these| those| your)?"
    r"(?: (?:cities|citys|towns|places|counties|ones|ties|links|pairs|pairings|partnerships|мист|город|пар|побратимств"
    r"|побратим|звязк|звязок|связ|громад))"
    r"(?: (?:have|has|are|is|were|was|got|all|just|already|actually|really|вже|уже|все|ще|еще|там))* $"
)
_ENDS = LATE.compile(r"(?: (?:so far|now|today|yet|still|since|then|already|please|pls|out|зараз|дос|тепер|сеичас))*$")
_ONES = re.compile(r" (?:ones|ties|links|pairs|pairings|partnerships)\b")
# So many, where each is asked for by itself: "how many are on, how many off".
_IN_TURN = 2
_ASKED_IN_TURN = said_for("questions", "loose_standings", "asked_in_turn")
_OF_ALL = said_for("questions", "loose_standings", "of_all")
_TOLD_APART = said_for("questions", "loose_standings", "told_apart")
_WHOLE = re.compile(".+")
_OF_IT = re.compile(r"(?:did|do|done|doing) it\b")
_CALLED_SO = LATE.compile(r"(?:unconfirmed|unverified|непидтверд\w*|неподтвержд\w*)")
# What is doubted, behind words that doubt: "… whether the link is alive", "… чи ще діє", "… жива ли связь".
_DOUBTED = LATE.compile(
    r"(?: (?!and |but |how |which |а |и |та )\w+){0,2}"
    r"(?: (?:whether|if|чи)(?: (?!and |but |how |which |а )\w+){1,7}"
    r"| \w+ ли\b(?: (?:или|они|она|оно|он|еще|связ\w*|пар\w*|жив\w*|нет)\b)*)"
)


def with_loose_standings(hits: dict[str, list[re.Match[str]]], joined: str) -> dict[str, list[re.Match[str]]]:
    """What is found, with the standings that loose words mean beside others: "dead, frozen, breathing"."""
    named = [standing for standing in ASKED_STANDINGS if standing in hits]
    in_turn = _ASKED_IN_TURN.search(joined) is not None
    if not named and _OF_ALL.search(joined):
        # "All were dead by summer '22": all of them are said to stand so.
        return {**hits, **_BESIDE_STANDINGS.found(joined)}
    if not (named or in_turn) and Intent.LIST in hits and len(joined) <= _SHORT_LIST:
        # "The list minus the dead ones", "which towns ghosted": nothing else is called so there.
        alone = {
            it: [m for m in found if _ONES.match(joined, m.end()) or _is_all_said(m)]
            for it, found in _BESIDE_STANDINGS.found(joined).items()
        }
        return {**hits, **{standing: found for standing, found in alone.items() if found}}
    if not named and SHARE.search(joined):
        # "What share is over": of ties a share stands so.
        return {**hits, **_BESIDE_STANDINGS.found(joined)}
    if not (in_turn or (named and (len(named) > 1 or _TOLD_APART.search(joined)))):
        return hits
    loose = {standing: found for standing, found in _beside(joined, hits).items() if standing not in hits}
    enough = _IN_TURN if in_turn else _SEVERAL_STANDINGS
    return {**hits, **loose} if len(named) + len(loose) >= enough else hits


def _is_all_said(match: re.Match[str]) -> bool:
    """Whether loose words are all that is said of the ties that are asked for: "which towns ghosted"."""
    said = match.string
    if match.group().startswith(("what", "who")):
        # "Illinois: which towns, what standing".
        return False
    return _WHICH.search(said[: match.start()]) is not None and _ENDS.match(said, match.end()) is not None


def without_doubted(hits: dict[str, list[re.Match[str]]]) -> dict[str, list[re.Match[str]]]:
    """What is found, without the standings named within words that doubt them, or in what is doubted behind these:
    "can't tell if it is alive", "nobody knows whether the link is alive or dead". All of these words ask for what is
    unconfirmed.
    """
    doubts = [_with_what_is_doubted(it) for it in hits.get(Standing.UNCONFIRMED, ())]
    if not doubts:
        return hits
    left = {**hits, Standing.UNCONFIRMED: doubts}
    for standing in ASKED_STANDINGS:
        if standing != Standing.UNCONFIRMED and standing in hits:
            within = (it for it in hits[standing] if not any(each.start() < it.start() < each.end() for each in doubts))
            left[standing] = [*within]
    return {key: found for key, found in left.items() if found}


def without_it(hits: dict[str, list[re.Match[str]]]) -> dict[str, list[re.Match[str]]]:
    """What is found, without what is said of "it", where something else says what was done: "suspended ties where a
    mayor did it alone" asks for no endings.
    """
    if all(_OF_IT.match(it.group()) for standing in CUT for it in hits.get(standing, ())):
        return hits
    left = {**hits}
    for standing in CUT:
        left[standing] = [it for it in hits.get(standing, ()) if not _OF_IT.match(it.group())]
    return {key: found for key, found in left.items() if found}


def _with_what_is_doubted(doubt: re.Match[str]) -> re.Match[str]:
    """Words that doubt something, with what is doubted behind them."""
    if _CALLED_SO.fullmatch(doubt.group()):
        # "Якщо прибрати непідтверджені, більше зберегли чи порвали?"
        return doubt
    doubted = _DOUBTED.match(doubt.string, doubt.end())
    whole = _WHOLE.match(doubt.string, doubt.start(), doubted.end()) if doubted else None
    return whole or doubt


def _beside(joined: str, hits: dict[str, list[re.Match[str]]]) -> dict[str, list[re.Match[str]]]:
    """The loose words that are in a text, but for those within or on into what says a standing: "are on hold"."""
    taken = [match.span() for standing in ASKED_STANDINGS for match in hits.get(standing, ())]
    left = {
        standing: [it for it in found if not any(_runs_into(it, *span) for span in taken)]
        for standing, found in _BESIDE_STANDINGS.found(joined).items()
    }
    return {standing: found for standing, found in left.items() if found}


def _runs_into(said: re.Match[str], start: int, end: int) -> bool:
    """Whether words lie in others, or run on into them and no further than these."""
    return start < said.end() < end or (start <= said.start() and said.end() == end)
