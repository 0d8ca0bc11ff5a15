"""Who did an act, when, by what vote, and what was done in the record's own words. Pure."""

from __future__ import annotations

import re
from typing import assert_never

from cogs.wording.dates import on
from cogs.wording.english import capital, closed, full_stop, inside, paragraph, series, small
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING, Authority
from db.record.models import Act, DateBasis

_DONE = {
    ActKind.KEPT: "kept",
    ActKind.SUSPENDED: "suspended",
    ActKind.ENDED: "ended",
    ActKind.RESUMED: "resumed",
}
# What was added to an actor: how, where or on whose motion it was done.
_ADDED = re.compile(r", (?=(?:at|before|by|in|on|through|to|under) )")
_MOVED = re.compile(
    r"(?:\bon|at|after) [A-Z][^,.;]*(?:motion|resolution|proposal|request|recommendation)|\bproposed\b|\basked\b"
    r"|\bafter (?:a |the )?(?:letter|call|appeal|petition|request)"
)
_NUMBERED = re.compile(r"\b(?:Resolution|Order|Ordinance) (?:No\. )?\d")
# A summary that begins with what was done, or with when it was.
_DID = re.compile(
    r"(?P<before>(?:At|Having|In|On|Reversing) [^,;.]+, )?"
    r"(?:[A-Za-z][a-z]+ly )?(?:[A-Za-z][a-z]+ed|[Cc]hose|[Mm]ade|[Ss]aid|[Ss]ent|[Tt]old|[Tt]ook|[Pp]ut|[Ww]rote)"
    r"\b(?! by\b)"
)
# An actor that is more than one name: who answered whom, or what it is in brackets.
_SEVERAL = re.compile(r"[;(]")
# What takes an article as bodies do.
_GROUPS = frozenset(("Alliance", "Association", "Commission", "Committee", "Foundation", "Society"))
_BODIES = frozenset(("Assembly", "Board", "Commission", "Committee", "Council", "Supervisors"))


# Phrases: how an act and a search stand inside a sentence.


def who_and_when(act: Act, vote: str = "") -> str:
    """``the Juneau Assembly on 4 April 2022``; an actor with a comma in the name is closed by one.

    What is added to the actor stands behind the date, and behind the ``vote`` if that is told too: ``Tallahassee City
    Commission on 9 March 2022, 5–0, on Mayor John Dailey's motion``.
    """
    who, added = actor_and_more(act)
    who = _with_article(act, who)
    told = f"{who}, {on(act.date)}" if "," in who else f"{who} {on(act.date)}"
    if act.kind in _DONE and act.date_basis is DateBasis.MEETING:
        told = f"{told}, it appears"
    return series(filter(None, (told, vote, added)))


def actor_and_more(act: Act) -> tuple[str, str]:
    """The name of an actor, and what is added to it, or nothing: ``Mayor Brown`` and ``by executive order``."""
    who, *added = _ADDED.split(act.actor, maxsplit=1)
    return who, "".join(added)


def by_whom(act: Act) -> str:
    """An actor as it stands behind "by", with what is added: ``the Dallas City Council, on its mayor's resolution``."""
    who, added = actor_and_more(act)
    return series(filter(None, (_with_article(act, who), added)))


def _with_article(act: Act, who: str) -> str:
    return f"the {who}" if _takes_article(act, who) else who


def names_mover(act: Act) -> bool:
    """Whether what is added to an actor says on whose motion, proposal or request it was done."""
    return _MOVED.search(act.actor) is not None


def names_number(act: Act) -> bool:
    """Whether an actor is told with the number of the resolution or the order by which it was done."""
    return _NUMBERED.search(act.actor) is not None


def moved_by(act: Act) -> bool:
    """Whether an act names on whose motion, resolution or request it was done."""
    return names_mover(act) or _MOVED.search(f"{act.said or ''} {act.summary}") is not None


def _takes_article(act: Act, who: str) -> bool:
    last = who.rsplit(maxsplit=1)[-1]
    is_body = act.kind in _DONE and act.authority in VOTING and last in _BODIES
    is_group = act.authority is Authority.ASSOCIATION and last in _GROUPS
    return (is_body or is_group) and not who.startswith("The ")


def attribution(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """Who, when and by what vote, as it stands after "by": ``Juneau Assembly on 4 April 2022, 5–4 [1]``.

    ``thin`` adds that there is one report only.
    """
    who = who_and_when(act, vote=act.vote or "")
    return f"{who}, on one report{marks}" if thin else f"{who}{marks}"


def done(act: Act, marks: str = "", *, thin: bool = False) -> str:
    """What was done, by whom, when and by what vote: ``Kept by Juneau Assembly on 4 April 2022, 5–4 [1]``."""
    label = ACT_KINDS[act.kind].label
    if _is_reported(act):
        return f"Reported as {small(label)} by {attribution(act, marks, thin=thin)}"
    return f"{label} by {attribution(act, marks, thin=thin)}"


def _is_reported(act: Act) -> bool:
    """Whether a decision is entered by the word of the press alone, which decides nothing itself."""
    return act.kind in _DONE and act.authority is Authority.PRESS


# How a tie stands: the first words of an answer, in bold. Each is a sentence that is true by itself.


def reports_differ(word: str) -> str:
    """An act's own word for what was done, on which reports differ: ``suspended or ended: reports differ``."""
    return f"{word}: reports differ"


def in_own_word(act: Act, word: str) -> str:
    """What an act itself calls what it did, with who did it: ``The council suspended its own support.``"""
    if "own" not in word.split():
        return f"{capital(word)}."
    match act.authority:
        case Authority.COUNCIL:
            return f"The council {word}."
        case Authority.MAYOR:
            return f"The mayor {word}."
        case Authority.ASSOCIATION:
            return f"The association {word}."
        case Authority.STATE:
            return f"The state {word}."
        case Authority.CITY_PAGE:
            return f"The city {word}."
        case Authority.PARTNER | Authority.PRESS:
            return f"{capital(word)}."
        case _:
            assert_never(act.authority)


# And the sentences behind them.


def decided(act: Act, marks: str) -> str:
    """What was done, of an act without words of its own: ``The Juneau Assembly ended it on 4 April 2022 (5–4) [1].``

    An official's word is told as a word, and what decides nothing by what it is.
    """
    if act.kind is ActKind.KEPT and not act.vote and act.authority not in VOTING:
        return f"That is the word of {attribution(act, marks)}."
    if act.kind not in _DONE:
        return f"{ACT_KINDS[act.kind].label} by {attribution(act, marks)}."
    name, added = actor_and_more(act)
    who = f"{name}," if "," in name else name
    is_named = act.authority in VOTING or _takes_article(act, name)
    who = f"The {who}" if is_named and not who.startswith("The ") else who
    if _is_reported(act):
        return f"{capital(done(act, marks))}."
    done_, dated = _DONE[act.kind], on(act.date)
    what = f"{done_} it, it appears, {dated}" if act.date_basis is DateBasis.MEETING else f"{done_} it {dated}"
    what = f"{what} ({act.vote})" if act.vote else what
    return f"{who} {what}, {added}{marks}." if added else f"{who} {what}{marks}."


# What goes with it.


def summary(act: Act, marks: str) -> str:
    """The act that decides, in the record's own words; a summary that begins with what was done gets who did it."""
    told = full_stop(_in_full(act) or f"In more detail: {inside(act.summary)}")
    return f"{told[:-1]}{marks}{told[-1]}"


def in_full(act: Act) -> str:
    """The record's own words on an act where it has just been named: with who did it, if they begin with what was."""
    return full_stop(_in_full(act) or act.summary)


def _in_full(act: Act) -> str | None:
    """A summary that begins with what was done, as a sentence with who did it; None for any other summary."""
    who = _subject(act)
    found = _DID.match(act.summary)
    if who is None or found is None:
        return None
    if found["before"]:
        inner = small(who) if who.startswith("The ") else who
        return f"{found['before']}{inner} {act.summary[found.end('before') :]}"
    return f"{who} {small(act.summary)}"


def _subject(act: Act) -> str | None:
    """Who did it, told again: ``The council``, ``The mayor``, ``The governor``, or the name; None of several."""
    name, _ = actor_and_more(act)
    if (body := name.split()[-1]) in _BODIES:
        return f"The {body.lower()}"
    if act.authority is Authority.MAYOR and name.startswith("Mayor "):
        return "The mayor"
    if name.startswith("Governor "):
        return "The governor"
    return None if _SEVERAL.search(name) else closed(name)


def decides_nothing(act: Act, told: str) -> str:
    """What is on record after the act that decides; ``told`` is its sentence, and its own words need no more."""
    return told if act.said else paragraph([f"On record since then: {inside(told)}", summary(act, "")])
