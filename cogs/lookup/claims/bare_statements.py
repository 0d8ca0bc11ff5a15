"""Texts that ask nothing and say how many ties stand in some way, or which is the first: "8 cities ended". Pure.

Such a text says of itself neither that it is a claim nor that it is to be checked; what it says may be so or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cogs.lookup.claims.claim_parts import OF_ORDER, QUANTIFIERS
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.claims.claimed_numbers import numbers, share_in
from cogs.lookup.claims.claimed_of_partners import says_russia_cut
from cogs.lookup.claims.claimed_partners import says_most
from cogs.lookup.claims.claimed_speeches import says_whom_zelenskyy_named
from cogs.lookup.claims.claimed_ties import without_denials
from cogs.lookup.claims.claimed_traits import QUANTITIES
from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.yes_no import begins_with_yes_or_no
from db.record.text import Token, normalise

_NOT_ALL = LATE.compile(r"\b(?:not|не) (?:quite |nearly )?(?:all|every|each|most|вси|уси|все|кож\w+|кажд\w+)\b")
# Right before a word for what was done: who did it, or that it was done.
_DOER = LATE.compile(
    r"cit(?:y|ies|ys)|towns?|sisters?|partners?|places?|states?|count(?:y|ies)|ties?|twins?|partnerships?|relationships?|pairs?|mayors?"
    r"|councils?|governors?|assembly|commissions?|nobody|none|one|everybody|everyone|they|both|it|half|third"
)
_DONE = frozenset("have has had was were is are been be did got still already ever".split())
# "Everybody on hold" asks for those: without a verb it says nothing of all.
_ON, _EACH = frozenset({"on", "in"}), frozenset({"everybody", "everyone"})
# "Voted to suspend" says that it was done.
_DECIDED = frozenset("voted decided agreed chose moved opted refused declined".split())
# "Only councils can end these" says who alone does.
_MAY, _ALONE = frozenset({"can", "could", "may"}), frozenset({"only", "just", "solely"})
_ADVERB = LATE.compile(r"\w+ly|since|now|actually|then|not|never")
# "Every place that put its tie on hold" asks for them.
_ASKS_FOR_EACH = LATE.compile(r"(?:every|each) (?:\w+ ){1,2}(?:that|which|who|where) put (?:its|their)\b")
_RELATIVE = frozenset(
    "that which who whose where що який яка яке які что который которая которое которые кто хто".split()
)
# How verbs end in Ukrainian and Russian that say what was done: "розірвали", "призупинено", "приостановлены".
_FINITE = LATE.compile(
    r"\w+(?:[вл]|л[аои]|[вл]с[ья]|лис[ья]|[ное]но|[аеяи]н[аоы]|[аеияу]ют[ьс]?\w*|а[єе]т?|ит|ять|ят|ют|ні)"
)
# "Усі призупинені мерами" asks for those: with who did it behind it, it says nothing of all.
_PARTICIPLE = LATE.compile(r"\w+(?:ен|ан)і")
# "It was Russia that cancelled these" says who did.
_IT_WAS = LATE.compile(
    r"(?:(?:actually|no|but|and|so) )?(?:it|that) (?:was|is|s) (?:\w+ ){1,4}(?:that|who)\b|(?:це|то|это) "
)
_OBJECTS = frozenset("their theirs its his her it them ties relations relationships".split())
_COPULA = frozenset(
    map(normalise, "is was are were became remains remained це був була було були была были стал став стала".split())
)
_HAS = frozenset(map(normalise, "has have had are is there у в має мають имеет имеют є есть всього всего".split()))
_GAVE = frozenset("set put gave named attached wrote laid made posed imposed did asked".split())
_GIVEN = LATE.compile(r"(?:в|с|по|на|за|до|об)?[а-яіїє]+(?:ал[аоиі]?|ил[аоиі]?|ав|ив|їв)")
_NOUN = LATE.compile(r"suspensions?|endings?|cuts?|terminations?|pauses?|призупин\w*|розрив\w*|приостанов\w*|разрыв\w*")
_HAD = frozenset("had have came come happened fell".split())
_ASKS_ON = LATE.compile(
    r"[,;.!]\s+((?:so |and |but |then |а |і |и |то )?(?:why|what for|навіщо|нащо|чому|зачем|почему)\b.*)$",
    re.IGNORECASE,
)
_CONCLUDES = LATE.compile(
    r"[,;]\s+((?:so|hence|therefore|thus|which means|тому|отже|значить|поэтому|значит|следовательно)"
    r"\s(?!(?:far|that|what|who|when|how|which|і|и|far)\b)[^?]+)$",
    re.IGNORECASE,
)
_THOSE_BUT = LATE.compile(
    r"(?:the |all |all the |ти |те |ус |вс |все )?\w+ (?:(?:ones|ties|pairs|cities|citys|towns|places|пар\w*"
    r"|звязк\w*|связ\w*|побратим\w*|мист\w*|город\w*) )?"
    r"(?:but|yet|though|where|which|that|але|но|яки|котор\w*|де|где)\b"
)
# How votes went, and how ties were made, as verbs; "signed in 1992" alone asks for those.
_SAYS = LATE.compile(
    r"voted|went|passed|came|date|dates|began|started|проголос\w*|голосув\w*|голосов\w*|пройшл\w*|прошл\w*|заснован\w*"
    r"|основан\w*|почал\w*|начал\w*|виникл\w*|возникл\w*|появил\w*|зявил\w*|уклад\w*|уклал\w*|заключ[её]?н\w*"
)
# "Every council vote unanimous".
_EVERY_VOTE = LATE.compile(
    r"(?:every|each|all|not one|no)(?: \w+){0,4} votes? (?:(?:to|of|on) \w+ )?(?:unanimous|split)\w*"
)
_LONGEST, _FEW_BEFORE = 40, 3


def is_bare_statement(question: Question) -> bool:
    """Whether a text says something of ties by a number, a share, "all", "none" or "the first", and asks nothing."""
    if not 1 < len(question.words) <= _LONGEST or not asks_nothing(question):
        return False
    if _ASKS_FOR_EACH.match(question.joined):
        return False
    if {*question.excluded_standings} < {*question.standings} and _THOSE_BUT.match(question.joined):
        # "Dormant ones, but nobody officially ended them": which of them is said, and nothing of all.
        return False
    if says_when_made(question) or _says_a_trait(question):
        return True
    if not (question.claimed or question.speakers or any(word.norm in _HAS | _COPULA for word in question.words)):
        return False
    if _is_of_order(question) or _has_so_many(question) or says_whom_zelenskyy_named(question):
        return True
    # "Biggest Russian partner among the ended ones" asks for it.
    if (
        says_russia_cut(question)
        and not question.narrowing.sort
        and (_IT_WAS.match(question.joined) or not any(word.raw.casefold() in _RELATIVE for word in question.words))
    ):
        return True
    return _is_of_some(question) and any(_said(question))


def says_when_made(question: Question) -> bool:
    """Whether a text says that no tie was made in a time: "never heard of one that started after 2000"."""
    made = question.period is not None and Intent.FOUNDED in question.intents
    return made and not question.claimed and says_none(question)


def _says_a_trait(question: Question) -> bool:
    """Whether a text says of all, none or most how votes went, or when ties were made: "every vote was unanimous"."""
    said = QUANTIFIERS.found(question.joined).keys() & QUANTITIES
    voted = not {Trait.UNANIMOUS, Trait.SPLIT}.isdisjoint(question.narrowing.traits)
    made = question.period is not None and Intent.FOUNDED in question.intents
    verb = question.has_any_of(_COPULA) or any(_SAYS.fullmatch(word.norm) for word in question.words)
    verb = verb or _EVERY_VOTE.match(question.joined) is not None
    placed = any(named.places for named in question.mentions)
    asks = begins_with_yes_or_no(question) or question.narrowing.decided
    return bool(said and (voted or made) and verb and not (placed or question.claimed or asks))


def _has_so_many(question: Question) -> bool:
    """Whether a text says how many ties a place or a state has, or that it has most."""
    placed = question.all_states or any(named.places for named in question.mentions)
    has = question.has_any_of(_HAS) and not question.claimed
    return bool(placed and has) and (next(numbers(question), None) is not None or says_most(question))


def says_none(question: Question) -> bool:
    """Whether a text says that nobody did something."""
    return "none" in QUANTIFIERS.found(question.joined)


def statement_before(text: str) -> tuple[str, str]:
    """What a text says before it asks something else, or concludes, and that: "everybody cut theirs, why campaign"."""
    found = _ASKS_ON.search(text) or _CONCLUDES.search(text)
    return (text[: found.start()], found[1]) if found else ("", "")


def without_quantities(question: Question) -> Question:
    """A text without the words by which it says how many it is of, where a list is told that those do not narrow."""
    share = share_in(question.text)
    of_share = share.quote.split() if share is not None else []
    of_numbers = [word for number in numbers(question) for word in number.quote.split()]
    found = [match.group() for matches in QUANTIFIERS.found(question.joined).values() for match in matches]
    counted = frozenset(map(normalise, [*of_share, *of_numbers])) | frozenset(" ".join(found).split())
    left = tuple(word for word in question.asides if normalise(word) not in counted)
    # "Not one did not" is how Ukrainian and Russian say that none did.
    excluded = () if says_none(question) else question.excluded_standings
    unknown = tuple(word for word in question.unknown if word in left)
    if _NOT_ALL.search(question.joined):
        question = without_denials(question)
    return replace(question, asides=left, unknown=unknown, excluded_standings=excluded)


def _is_of_some(question: Question) -> bool:
    """Whether a text says of how many it speaks, or speaks of several places and what each did."""
    if question.narrowing.sort or question.narrowing.most:
        return False
    quantities = QUANTIFIERS.found(question.joined).items()
    # "Nobody knows" says how ties stand, and not how many.
    found = {name for name, matches in quantities if any(not _claims_so(match, question) for match in matches)}
    several = len(question.standings) > 1 and sum(bool(named.places) for named in question.mentions) > 1
    return bool(several or found - OF_ORDER or "only" in found) or _counts(question)


def _claims_so(match: re.Match[str], question: Question) -> bool:
    return question.claimed.issuperset(match.group().split())


def _counts(question: Question) -> bool:
    return next(numbers(question), None) is not None or share_in(question.text) is not None


def _is_of_order(question: Question) -> bool:
    """Whether a text says of a tie that it is the first, the last or the only one: a name, and a word for "is"."""
    found = QUANTIFIERS.found(question.joined).keys() & OF_ORDER
    is_ = question.has_any_of(_COPULA) or ("only" in found and _says_that_one_has(question))
    return bool(found) and is_ and any(named.places for named in question.mentions)


def _says_that_one_has(question: Question) -> bool:
    """Whether a text says by a verb what else than its standing a tie has: "only Chicago set a condition"."""
    verb = question.has_any_of(_HAS | _GAVE) or any(_GIVEN.fullmatch(word.raw.casefold()) for word in question.words)
    return bool(question.narrowing.traits) and verb


def _said(question: Question) -> Iterator[bool]:
    """For each word for what was done, whether the text says that somebody did it, and asks for no such thing."""
    for i, word in enumerate(question.words):
        if word.norm not in question.claimed or not i:
            continue
        before = question.words[:i]
        while before and _ADVERB.fullmatch(before[-1].norm):
            before = before[:-1]
        after = question.words[i + 1 : i + 1 + _FEW_BEFORE]
        if _NOUN.fullmatch(word.norm) and any(each.norm in _COPULA | _HAD for each in after):
            # "All suspensions were unanimous", "half of the endings came in March".
            yield True
        asks = any(each.raw.casefold() in _RELATIVE for each in before[-_FEW_BEFORE:])
        each_of_those = word.norm in _ON and before[-1:] and before[-1].norm in _EACH
        if before and not asks and not each_of_those:
            yield (
                _is_finite(word.raw, by_whom=bool(question.authorities))
                if word.cyrillic
                else _is_done_by(before, question.words[i + 1 :], question)
            )


def _is_finite(raw: str, *, by_whom: bool) -> bool:
    """Whether a word says that something was done; ``by_whom``: who did it is named behind what may be an adjective."""
    word = raw.casefold()
    return _FINITE.fullmatch(word) is not None and not (by_whom and _PARTICIPLE.fullmatch(word))


def _is_done_by(before: Sequence[Token], after: Sequence[Token], question: Question) -> bool:
    """Whether an English word for what was done has somebody before it who did it, or that it was done.

    "All cities suspended" may ask for them: there it must be said what they suspended.
    """
    last = before[-1]
    if last.norm in _MAY and question.has_any_of(_ALONE):
        return True
    decided = last.norm == "to" and len(before) > 1 and before[-2].norm in _DECIDED
    if last.norm in _DONE or decided:
        return True
    is_doer = last.capital or _DOER.fullmatch(last.norm) is not None
    of_all = any(match.group() == "all" for match in QUANTIFIERS.found(question.joined).get("all", ()))
    return is_doer and not (of_all and not any(word.norm in _OBJECTS for word in after[:_FEW_BEFORE]))
