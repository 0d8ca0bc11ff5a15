"""Which traits a question's phrases ask for, and which of them it denies or leaves out. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cogs.lookup.model import ConditionOf, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.asked_filters import VOTED_AGAINST_ENDING
from cogs.lookup.reading.asked_traits import ASKED_TRAITS
from cogs.lookup.reading.concepts import concepts
from cogs.lookup.reading.conditions_asked import names_examples, words_of_conditions
from cogs.lookup.reading.leaving_out import left_out_before, not_wanted_behind, words_leaving_out
from cogs.lookup.reading.meanings import Meant
from cogs.lookup.reading.over_the_war import is_done_to_the_ukrainian, is_of_the_war_alone
from cogs.lookup.reading.traits_meant import MAY_BE_DENIED, OPPOSITES, of_the_side_meant, with_those_meant
from cogs.lookup.reading.traits_of_places import ALL_KINDS_OF_PLACES, of_places_meant

_DENIES = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|not|no|never|arent|isnt|werent|wasnt|dont have|havent|hasnt|hadnt|didnt"
    r"|dont|doesnt|drop|remove|ditch|виключ\w*|исключ\w*|пропусти\w*|убра\w*|прибра\w*|откин\w*|видкин\w*"
    r"|не) "
    r"(?:(?:resting|based|named|listed|the|a|an|any|on|of|just|only|those|ones|that|which|who|were|was|are|by|with|in|from"
    r"|тех|тих|те|ти|що|яки|что|котор\w*|жодн\w*|никак\w*|нияк\w*|одн\w*|един\w*|single|formal|actual|real|public"
    r"|recorded|one|mean|use|used|need|needed|take|took|hold|held|get|got|involve|go through|council|city) ){0,5}$"
)
# Beside the Russian partner a Ukrainian one is asked for: "кто кроме российского имеет и украинского".
_BESIDE_THE_RUSSIAN = LATE.compile(
    r"\b(?:кром|крим|окрим|помимо|besides|apart from|in addition to|other than)"
    r" (?:the |a |its |their )?(?:росс|росии|russian)"
)
_WITH_RUSSIAN_ONES = LATE.compile(
    r"\b(?:with|have|has|having|got|keep|keeps|мають|мае|имеют|имеет|с|з|из|зи) (?:\w+ ){0,1}"
    r"(?:two|2|three|3|several|multiple|many|a few|more than one|кильк\w*|декильк\w*|нескольк\w*|двома|двум|дв\w{1,3}"
    r"|бильш\w* одн\w*|больш\w* одн\w*) (?:\w+ )?(?:russian|росииськ|россииск)"
)
_HAS_NONE = LATE.compile(
    r"\b(?:not|no|never|dont|doesnt|didnt|havent|hasnt|without|не|без|нет|нема|нияк\w*|жодн\w*|никак\w*) "
    r"(?:(?:name|names|state|states|say|says|give|gives|mention|mentions|contain|contains|include|includes|specify|list"
    r"|називают\w*|назива\w*|называют\w*|називает\w*|указ\w*|вказ\w*|став\w*|пропис\w*|мист\w*|содерж\w*|озвуч\w*"
    r"|передбач\w*|предусм\w*|зазнач\w*|визнач\w*|говор\w*|оговар\w*) )?"
    r"(?:(?:lifting|exit|return|written|explicit|formal|clear|named|given|known|specific|fixed|public|such|strings"
    r"|attached|published|official|precise|single|особ\w*|читк\w*|конкретн\w*|четк\w*|явн\w*|писан\w*"
    r"|dates?|deadlines?|дат\w*|срок\w*|строк\w*|терм\w*|or|nor|чи|або|или|ни|ани"
    r"|have|has|had|having|set|come|with|any|a|the|stated|мают|маэ|мае|имеют|имеет|було|было|жодн\w*) ){0,3}$"
)
_IS_NONE = LATE.compile(
    r" (?:\w+ )?(?:нет|нема\w*|нем|видсутн\w*|отсутств\w*|not (?:given|stated|named|set|known|on record)|missing|absent"
    r"|не (?:указан|назван|прописан|вказан|зазначен|оговорен|обозначен|визначен)\w*)\b"
)
_BY = LATE.compile(r"\s+by\b")
_DENIED_WITHIN = LATE.compile(r"\b(?:no|not|without|any)\b(?<!any)")
TRAITS = {asked: trait for trait, asked in ASKED_TRAITS.items()}
# An order, minutes and a city's own page are documents.
_OF_DOCUMENTS = frozenset({Trait.EXECUTIVE_ORDER, Trait.GRADE_A, Trait.GRADE_B})


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitsRead:
    """What is to be ``so`` of ties and what not, of what conditions speak (``topics``), whether any of that is known by
    its meaning, and the words for it.
    """

    so: tuple[Trait, ...]
    not_so: tuple[Trait, ...]
    topics: tuple[ConditionOf, ...]
    by_meaning: bool
    words: frozenset[str]


def read_traits(
    reader: PhraseReader,
    meant: Sequence[Meant],
    of_kind: tuple[Trait | None, frozenset[str]],
    *,
    by_order: bool,
    by_people: bool,
    waits: bool,
) -> TraitsRead:
    """What a question asks to be so of ties, or not, by phrases and by what is ``meant``.

    ``of_kind`` is the one kind of places that is asked for, with its words. ``by_order`` and ``by_people``: an order,
    or a number of people, is asked for beside it; ``waits``: ties are asked for by what their suspension waits for.
    """
    joined, before = reader.joined, frozenset(reader.understood)
    kind, words_of_kind = of_kind
    traits = tuple(trait for trait in _traits_said(reader) if trait is not Trait.NEVER_SEARCHED or not by_order)
    reader.understood.update(words_of_kind)
    traits = (*(it for it in traits if it not in ALL_KINDS_OF_PLACES), kind) if kind else traits
    topics = tuple(each.says for each in meant if isinstance(each.says, ConditionOf) and not each.denied)
    waits = waits or bool(topics)
    topics = () if topics and names_examples(joined) else topics
    if waits:
        traits = traits if {Trait.CONDITION, Trait.NO_CONDITION} & {*traits} else (*traits, Trait.CONDITION)
        reader.understood.update(words_of_conditions(joined))
        reader.understood.update(*(each.words for each in meant if each.says in topics))
    not_so = tuple(trait for trait in traits if trait in MAY_BE_DENIED and _is_not_so(trait, joined))
    said = (traits, not_so)
    traits, not_so = with_those_meant(traits, not_so, meant)
    traits = of_the_side_meant(traits, meant)
    if VOTED_AGAINST_ENDING.search(joined) and not ASKED_TRAITS[Trait.UNANIMOUS].search(joined):
        # "Not for, but against suspending": no word on how many.
        traits = tuple(it for it in traits if it is not Trait.UNANIMOUS)
    if concepts("meanings")["against_a_body"].search(joined):
        # "No mayor went against the council" says nothing of votes.
        traits = tuple(it for it in traits if it not in {Trait.UNANIMOUS, Trait.SPLIT})
    by_meaning = bool(topics) or said != (traits, not_so) or any(each.says in traits for each in meant)
    if by_people:
        # "Bigger than a million": than so many people, and than no other place.
        traits = tuple(it for it in traits if it not in {Trait.RUSSIAN_LARGER, Trait.US_LARGER})
    reader.understood.update(*(each.words for each in meant if each.says in {*traits, *not_so}))
    words = frozenset(reader.understood) - before
    return TraitsRead(so=traits, not_so=not_so, topics=topics, by_meaning=by_meaning, words=words)


def _is_not_so(trait: Trait, joined: str) -> bool:
    if trait is Trait.CHANGED_COURSE:
        # "Said no at first and then flipped": the "no" is what was changed.
        return _is_ruled_out(trait, joined)
    beside = trait is Trait.UKRAINIAN_PARTNER and _BESIDE_THE_RUSSIAN.search(joined) is not None
    left_out = trait not in OPPOSITES and _is_left_out(trait, joined)
    return not beside and (left_out or is_denied(ASKED_TRAITS[trait], joined))


def is_denied(asked: Phrases, joined: str) -> bool:
    """Whether a trait is ruled out wherever it is said: "not counties", "have no Ukrainian partner"."""
    return all(
        _DENIES.search(joined[: match.start()]) or _DENIED_WITHIN.search(match.group())
        for match in asked.finditer(joined)
    )


def _has_none(asked: Phrases, joined: str) -> bool:
    """Whether what is asked for is denied, a few words before or behind: "не мають умов", "у кого условий нет"."""
    return all(
        _HAS_NONE.search(joined[: match.start()]) or _IS_NONE.match(joined, match.end())
        for match in asked.finditer(joined)
    )


def _is_left_out(trait: Trait, joined: str) -> bool:
    """Whether the ties that have a trait are to be left out: "leave out those with no condition"."""
    found = [*ASKED_TRAITS[trait].finditer(joined)]
    return bool(found) and all(_goes(match) for match in found)


def _goes(match: re.Match[str]) -> bool:
    """Whether what is found is to be left out, by a word before it or behind it."""
    return left_out_before(match.string, match.start()) is not None or not_wanted_behind(match.string, match.end())


def _is_ruled_out(trait: Trait, joined: str) -> bool:
    """Whether the ties that have a trait are ruled out wherever it is said: "without the state governments"."""
    return all(_DENIES.search(joined[: match.start()]) for match in ASKED_TRAITS[trait].finditer(joined))


def _are_without(trait: Trait, joined: str) -> bool:
    """Whether those without it are to be left out: "except those with no condition"."""
    found = (left_out_before(joined, match.start()) for match in ASKED_TRAITS[trait].finditer(joined))
    return any(between is not None and between[1] for between in found)


def _traits_said(reader: PhraseReader) -> tuple[Trait, ...]:
    """The traits asked for; of one and its opposite the narrower wording, which stands first in the table."""
    found = reader.all_of(TRAITS)
    if Trait.HEADLINES in found:
        found = tuple(trait for trait in found if trait is not Trait.CHANGED_COURSE)
    if Trait.GRADE_E in found:
        found = tuple(trait for trait in found if trait is not Trait.ONLY_WIKIPEDIA)
    if Trait.SPLIT in found and VOTED_AGAINST_ENDING.search(reader.joined):
        found = tuple(trait for trait in found if trait is not Trait.SPLIT)
    if Trait.UNDECIDED in found and _is_by_somebody(reader.joined):
        # "Not decided by a mayor" was decided by others.
        found = tuple(trait for trait in found if trait is not Trait.UNDECIDED)
    if {Trait.UNDECIDED, Trait.UNANIMOUS} <= {*found}:
        # Where nothing was decided, nothing was decided unanimously: "no yes and no no".
        found = tuple(trait for trait in found if trait is not Trait.UNANIMOUS)
    if Trait.DOCUMENTED in found:
        found = tuple(trait for trait in found if trait not in _OF_DOCUMENTS)
    if {Trait.SPLIT, Trait.UNANIMOUS} <= {*found} and _is_all_within(Trait.SPLIT, Trait.UNANIMOUS, reader.joined):
        # "No dissent" is no dissent.
        found = tuple(trait for trait in found if trait is not Trait.SPLIT)
    found = _without_the_war(of_places_meant(found, reader.joined), reader.joined)
    out = _is_left_out(Trait.CONDITION, reader.joined)
    if Trait.CONDITION in found and not out and _has_none(ASKED_TRAITS[Trait.CONDITION], reader.joined):
        found = (*(trait for trait in found if trait is not Trait.CONDITION), Trait.NO_CONDITION)
    found = _without_left_out(found, reader)
    if {Trait.NO_WORD, Trait.NOT_ON_2022_LIST} <= {*found}:
        # "Nothing except the Chamber's list" leaves out no list.
        on_it = (Trait.ON_2022_LIST if trait is Trait.NOT_ON_2022_LIST else trait for trait in found)
        found = tuple(dict.fromkeys(on_it))
    opposite = {
        Trait.CONDITION: Trait.NO_CONDITION,
        Trait.UNANIMOUS: Trait.SPLIT,
        Trait.ON_2022_LIST: Trait.NOT_ON_2022_LIST,
        Trait.UNDECIDED: Trait.NO_WORD,
        # "No strings, no end date": all without a condition, whatever word they chose.
        Trait.INDEFINITE: Trait.NO_CONDITION,
    }
    # "Cities with two Russian partners": who has so many is meant, and not the partners.
    of_both = (Trait.SEVERAL, Trait.SEVERAL_RUSSIAN)
    goes, stays = of_both[::-1] if _WITH_RUSSIAN_ONES.search(reader.joined) else of_both
    double = {goes: stays}
    return tuple(trait for trait in found if (opposite | double).get(trait) not in found)


def _without_the_war(found: tuple[Trait, ...], joined: str) -> tuple[Trait, ...]:
    """The traits, but for a partner in Ukraine where something was done for its sake, "in solidarity with Ukraine", or
    to that partner: a tie with Ukraine is then asked about, and none with Russia.
    """
    of_neither = is_of_the_war_alone(joined) or is_done_to_the_ukrainian(joined)
    if Trait.UKRAINIAN_PARTNER not in found or not of_neither:
        return found
    return tuple(trait for trait in found if trait is not Trait.UKRAINIAN_PARTNER)


def _is_by_somebody(joined: str) -> bool:
    """Whether every lack of a decision is one by somebody who is named: "not decided by a mayor"."""
    return all(_BY.match(joined, it.end()) for it in ASKED_TRAITS[Trait.UNDECIDED].finditer(joined))


def _is_all_within(trait: Trait, other: Trait, joined: str) -> bool:
    """Whether a trait is only said as part of the words for another: "dissent" in "no dissent"."""
    whole = [match.span() for match in ASKED_TRAITS[other].finditer(joined)]
    said = (match.span() for match in ASKED_TRAITS[trait].finditer(joined))
    return all(any(first <= start and end <= last for first, last in whole) for start, end in said)


def _without_left_out(found: Sequence[Trait], reader: PhraseReader) -> tuple[Trait, ...]:
    """The traits with the opposite of each that is to be left out: "leave out those with no condition"."""
    joined = reader.joined
    left_out = {
        trait
        for trait in found
        if trait in OPPOSITES and _is_left_out(trait, joined) and not _are_without(trait, joined)
    }
    if Trait.OF_STATE in found and _is_ruled_out(Trait.OF_STATE, joined):
        left_out.add(Trait.OF_STATE)
    reader.understood.update(words_leaving_out(joined) if left_out else ())
    return tuple(dict.fromkeys(OPPOSITES[trait] if trait in left_out else trait for trait in found))
