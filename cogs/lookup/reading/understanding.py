"""Understanding a question: what places, states, standings and times it names, and what it asks. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, TypeVar

from rapidfuzz import process
from rapidfuzz.distance import OSA

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from cogs.lookup.reading.and_the_others import head_before, tail_of, with_tail
from cogs.lookup.reading.asked_intents import (
    WhatWasRead,
    intents_asked,
    without_size_of_most,
)
from cogs.lookup.reading.asked_people import with_signs_spelt
from cogs.lookup.reading.clause_roles import only_what_is_asked
from cogs.lookup.reading.contrasts import contrast_in
from cogs.lookup.reading.denials import (
    MONTHS_NAMED,
    are_ruled_out,
    is_aside,
    is_partner_of_others,
    keys_asked,
    passed_over,
    standings_denied,
)
from cogs.lookup.reading.descriptions import with_names_for_descriptions
from cogs.lookup.reading.framing import (
    beside_the_question,
    without_talk_of_asker,
    without_what_was_told,
    words_found,
)
from cogs.lookup.reading.had_already import without_those_had
from cogs.lookup.reading.hits_meant import as_meant, meant_besides, of_their_country
from cogs.lookup.reading.intents import (
    ASKED_AUTHORITIES,
    ASKED_LEVELS,
    ASKED_STANDINGS,
    ELSEWHERE,
    HAPPENED,
    INTENTS,
    KIN,
    STRONG_SUBJECT,
    SUBJECT,
    Intent,
)
from cogs.lookup.reading.leaving_out import are_left_out, without_why_it_is_left_out, words_leaving_out
from cogs.lookup.reading.left_out_together import each_left_out
from cogs.lookup.reading.loose_standings import with_loose_standings, without_doubted, without_it
from cogs.lookup.reading.meanings import look_for_meanings
from cogs.lookup.reading.names_in_company import (
    in_company,
    in_one_country,
    without_second_readings,
    without_states_of_cities,
    without_words_known,
)
from cogs.lookup.reading.narrowing import Narrowing, read_narrowing
from cogs.lookup.reading.plain_words import in_plain_words
from cogs.lookup.reading.purposes import without_guesses, without_occasion, without_purposes
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.self_corrections import corrected, may_correct, without_taken_back
from cogs.lookup.reading.vocabulary import said_in_all, words_for
from cogs.lookup.reading.written_short import spelt_out
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.counted_times import without_first_of_a_time
from cogs.lookup.times.eras import words_of_the_speech
from cogs.lookup.times.known_events import numbers_of_events
from cogs.lookup.times.numeric_dates import century_of, in_words
from cogs.lookup.times.periods import WORDS_OF_TIME, names_a_time, read_periods
from db.record.authorities import Authority
from db.record.elsewhere import Abroad
from db.record.gazetteer import Gazetteer, Match, allowed_distance
from db.record.levels import Level
from db.record.mentions import Mention, Names, StateMention
from db.record.models import Country, UsRegion
from db.record.months import MONTHS
from db.record.name_reading import names_of
from db.record.no_places import find_places
from db.record.ordinary_words import is_familiar, is_ordinary
from db.record.standings import CUT, Standing
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, clean, normalise, tokens

_NEW_YEAR = LATE.compile(r"\bнов\w* (?:рок|рик|год)\w*")
# Words of the vocabulary that are worth recognising when mistyped.
_SHORTEST_SPELLING = 6
_SPELLINGS = (
    *(standing for standing in Standing if len(standing) >= _SHORTEST_SPELLING),
    *"cities confirmed council petition partner partners paired relationship russian signatures sister".split(),
    *"status suspension terminated twinned ukrainian volunteer".split(),
    *(month.casefold() for month in MONTHS if len(month) >= _SHORTEST_SPELLING),
)
_SPELT = frozenset(_SPELLINGS)
# Every tie has its American side: the country is no name that fits nothing.
_AMERICA = frozenset(map(normalise, "Америка Америке Америці американці американцы америкосы".split()))
_SUBJECT = "subject"
# "The class of ’91": what is cut off of a year; no number at the beginning of what is quoted.
_CUT_YEAR = LATE.compile(r"(?<!\w)['’‘](\d\d)\b(?!['’‘]?\w)(?![^'’‘]*\w['’‘](?!\w))")
_Wanted = TypeVar("_Wanted", Authority, Level)
_TOLD_ONE_BY_ONE = 2
# "3/28/22": month and day as they are written in America, unless the first cannot be a month; "28.03.2022".
_DRAWN_TOGETHER = {
    f"{asked}{verb}": asked
    for asked in ("why", "how", "what", "who", "when", "where", "which")
    for verb in ("d", "ve", "re", "ll")
    if f"{asked}{verb}" != "were"
}
# So many words that are neither names nor of the vocabulary are looked at: a text with more is talk.
_MOST_ASIDES = 60
# "In Seattle, and the rest of the state": of the place that is named.
ITS_STATE = said_in_all("lists", "its_state")
_SAID: tuple[str, ...] = (*ASKED_STANDINGS, *ASKED_AUTHORITIES, *ASKED_LEVELS)
# That fell in 1989: a time, and no place.
_BERLIN_WALL = LATE.compile(r"\bberlin wall\b", re.IGNORECASE)
# "Southern Russia" is no part of the United States.
_OF_RUSSIA = phrases(
    "\n".join(words_for("russian_regions", "parts", part) for part in ("Southern Russia", "Northwestern Russia"))
)
_DIRECTION = LATE.compile(r"\b(?:south|north|юг|южн|пивд|пивн|север)")
_RUSSIA = LATE.compile(r"\b(?:russia|рос|рф\b)")
# So much of a text is searched for the vocabulary, in which each word costs time.
_LONGEST_READ = 2_400
_PATTERNS: tuple[Mapping[Any, Phrases], ...] = (
    INTENTS,
    ASKED_STANDINGS,
    ASKED_AUTHORITIES,
    ASKED_LEVELS,
    {_SUBJECT: SUBJECT},
)
_VOCABULARY = PhraseTable[str]({key: found for patterns in _PATTERNS for key, found in patterns.items()})
_LISTING = frozenset({
    *ASKED_STANDINGS, *ASKED_AUTHORITIES, *ASKED_LEVELS, Intent.COUNT, Intent.LIST, Intent.EVERYTHING,
})  # fmt: skip


def understand(text: str, gazetteer: Gazetteer, today: date) -> Question:
    """Read a question. Any text is accepted; beyond 6,000 characters it is cut."""
    return at_once(understand_steps(text, gazetteer, today))


def understand_steps(text: str, gazetteer: Gazetteer, today: date) -> Steps[Question]:
    """The same step by step: of a long text it takes longer than the event loop may be held."""
    plain = spelt_out(without_those_had(clean(text)))
    cleaned = without_why_it_is_left_out(_BERLIN_WALL.sub("Wall", plain))
    words = read_words(cleaned, gazetteer)
    yield
    if (asking := in_plain_words(cleaned, words)) is not cleaned:
        cleaned, words = asking, read_words(asking, gazetteer)
    yield
    if first := tail_of(words):
        head = head_before(cleaned, words, first)
        if whole := with_tail((yield from understand_steps(head, gazetteer, today)), words[first:]):
            return whole
    asking, described = with_names_for_descriptions(cleaned, words, gazetteer)
    if asking is not cleaned:
        cleaned, words = asking, read_words(asking, gazetteer)
    for without in (
        partial(each_left_out, gazetteer=gazetteer),
        partial(only_what_is_asked, gazetteer=gazetteer),
        without_occasion,
        without_purposes,
        without_guesses,
    ):
        if (asking := without(cleaned, words)) is not cleaned:
            cleaned, words = asking, read_words(asking, gazetteer)
    yield
    found = find_places(words, gazetteer, cleaned)
    yield
    names = names_of(words, found, gazetteer, cleaned)
    if may_correct(cleaned) and (asking := _corrected(cleaned, names)) is not cleaned:
        return (yield from understand_steps(asking, gazetteer, today))
    yield
    joined = " ".join(word.norm for word in words)[:_LONGEST_READ]
    heard, talk = without_talk_of_asker(joined)
    asked = without_first_of_a_time(heard)
    hits = without_it(without_doubted(of_their_country(_settled(_VOCABULARY.found(asked)))))
    hits = with_loose_standings(hits, asked)
    hits = without_what_was_told(hits, words, asked, cleaned)
    yield
    if asked == joined and (contrast := contrast_in(cleaned, words, asked, hits, _VOCABULARY.found)):
        asked_for = yield from understand_steps(contrast.text, gazetteer, today)
        excluded = tuple(it for it in asked_for.standings if it in contrast.against)
        return replace(asked_for, excluded_standings=excluded, against=contrast.against)
    yield from look_for_meanings(asked)
    meant = () if _is_of_one(names) else meant_besides(hits, asked)
    by_phrases, hits = hits, as_meant(hits, meant)
    yield
    narrowing = without_size_of_most(read_narrowing(with_signs_spelt(cleaned, heard), meant), cleaned)
    yield
    period, made = read_periods(with_long_years(cleaned, joined), today)
    yield
    beside = beside_the_question(names, hits, narrowing.understood, cleaned)
    excluded = standings_denied(hits, _words_of_names(names))
    yield
    leaves_out = bool(excluded or narrowing.not_so) or _rules_out(names)
    rules_out = words_leaving_out(joined) if leaves_out else frozenset[str]()
    left = _asides(names, hits, narrowing.understood | talk | rules_out, timed=period is not None)
    of_speech = words_of_the_speech(joined)
    speech = words[of_speech.start : of_speech.stop] if period else []
    asides = [word for word in left if word not in beside and word not in speech][:_MOST_ASIDES]
    mentions = without_taken_back(names.mentions, words, cleaned)
    mentions = without_words_known(mentions, words, hits, narrowing.trait_words)
    mentions = without_second_readings(without_states_of_cities(mentions))
    mentions = in_one_country(mentions, words, compared=narrowing.compares)
    of_time = _of_new_year(joined) | (numbers_of_events(joined) if period else frozenset())
    mentions = [named for named in mentions if named.places or named.start not in {*of_speech, *of_time}]
    read = narrowing.sort_words | (WORDS_OF_TIME if period else frozenset())
    named = _named(cleaned, names) | {"mentions": in_company(mentions, words, asides, cleaned)}
    if not names.codes and ITS_STATE.search(joined):
        named["states"] = _states_of(mentions)
    yield
    return Question(
        **named,
        standings=keys_asked(ASKED_STANDINGS, hits),
        excluded_standings=excluded,
        authorities=_deciders(hits),
        levels=_levels(hits),
        intents=intents_asked(WhatWasRead(cleaned, joined, names, tuple(mentions), hits, narrowing, period, of_speech)),
        period=period,
        made=made,
        narrowing=narrowing,
        by_meaning=narrowing.by_meaning or hits is not by_phrases,
        unknown=tuple(word.raw for word in asides if _looks_like_name(word)),
        asides=tuple(word.raw for word in asides),
        passed_over=passed_over(names, mentions, hits, narrowing.understood | {word.norm for word in speech}),
        said={it: words_found(hits, (it,)) for it in _SAID if it in hits},
        claimed=words_found(hits, ASKED_STANDINGS) | narrowing.kind_words,
        of_lists=words_found(hits, _LISTING) | narrowing.understood,
        repairs=(*described, *_names_read(cleaned, names, mentions), *_words_read(words)),
        on_subject=_SUBJECT in hits and _is_said_besides_kin(SUBJECT, joined),
        off_subject=_is_elsewhere(joined, names, beside, read)
        and not _is_said_besides_kin(STRONG_SUBJECT, joined)
        and not (narrowing.over or narrowing.under or _is_sorted(narrowing, hits) or _asks_by_whom(hits))
        and not ((narrowing.sums or narrowing.traits) and any(it in hits for it in ASKED_STANDINGS))
        # "By the time he addressed the conference of mayors" speaks of no other conference.
        and not (of_speech and any(it in hits for it in CUT))
        and not (period and (_asks_of_a_time(hits, joined) or (Intent.LIST in hits and not names.mentions))),
    )


def _corrected(text: str, names: Names) -> str:
    """A text without the state or the standing that is taken back in it for another."""
    joined = " ".join([word.norm for word in names.words])
    states = [(state.start, state.end, state.code) for state in names.states if not state.negated]
    standings = [
        (joined.count(" ", 0, match.start()), joined.count(" ", 0, match.end()) + 1, standing)
        for standing, said in ASKED_STANDINGS.items()
        for match in said.finditer(joined)
    ]
    states_right = corrected(text, names.words, states)
    return states_right if states_right is not text else corrected(text, names.words, standings)


def _is_of_one(names: Names) -> bool:
    """Whether a place is named that may have a tie."""
    return any(named.places for named in names.mentions)


def _is_said_besides_kin(asked: Phrases, joined: str) -> bool:
    """Whether one of some phrases is said, but of somebody's family: "my sister's partner"."""
    found = asked.search(joined)
    if found is None:
        return False
    kin = [match.span() for match in KIN.finditer(joined)]
    if all(end <= found.start() or found.end() <= start for start, end in kin):
        return True
    return asked.search(KIN.sub(" ", joined)) is not None


def _of_new_year(joined: str) -> set[int]:
    """The numbers of the words that name the new year in Cyrillic: "Нового року" is no place."""
    return {joined[: match.start()].count(" ") for match in _NEW_YEAR.finditer(joined)}


def read_words(cleaned: str, gazetteer: Gazetteer) -> list[Token]:
    """The words of a cleaned text, those of the vocabulary that were mistyped put right."""
    return [_respelt(_whole(word), gazetteer) for word in tokens(cleaned)]


def with_long_years(text: str, joined: str) -> str:
    """The normalised words of a text; with the years in full that are cut short in it, and the dates that are written
    in figures: "’91", "3/28/22".
    """
    whole = in_words(_CUT_YEAR.sub(lambda match: f"{century_of(match[1])}{match[1]}", text))
    if whole == text:
        return joined
    return " ".join(word.norm for word in tokens(whole))[:_LONGEST_READ]


def _is_elsewhere(joined: str, names: Names, beside: Set[Token], read: Set[str]) -> bool:
    """Whether something else is spoken of besides the names of places on record: there is a beach in Long Beach.

    What was ``read`` as a filter or an order is none: "by population", "in the summer of 2022"; nor is what stands
    ``beside`` the question.
    """
    if len(joined) < _LONGEST_READ and ELSEWHERE.search(joined) is None:
        return False
    found = ELSEWHERE.finditer(_besides_names(names, beside))
    return any(not set(match.group().split()) <= read for match in found)


def _deciders(hits: Mapping[str, list[re.Match[str]]]) -> tuple[Authority, ...]:
    """The deciders that are asked for, without those that are ruled out beside them: "no governors, just councils"."""
    return _wanted(ASKED_AUTHORITIES, hits, are_ruled_out)


def _levels(hits: Mapping[str, list[re.Match[str]]]) -> tuple[Level, ...]:
    """The levels that are asked for; all others, where some are left out: "except friendships"."""
    return _wanted(ASKED_LEVELS, hits, are_left_out)


def _wanted(
    patterns: Mapping[_Wanted, Phrases],
    hits: Mapping[str, list[re.Match[str]]],
    is_out: Callable[[Iterable[re.Match[str]]], bool],
) -> tuple[_Wanted, ...]:
    asked = keys_asked(patterns, hits)
    out = {it for it in asked if is_out(hits[it])}
    return tuple(it for it in asked if it not in out) or tuple(it for it in patterns if out and it not in out)


def _asks_by_whom(hits: Container[str]) -> bool:
    """Whether it is asked by whom ties came to stand in some way: "whats the score, ended by council or others"."""
    return any(it in hits for it in CUT) and any(authority in hits for authority in ASKED_AUTHORITIES)


def _is_sorted(narrowing: Narrowing, hits: Container[str]) -> bool:
    """Whether a list is to be sorted, or its first are asked for by how they stand: "top five frozen by population"."""
    counted = bool(narrowing.most) and any(standing in hits for standing in Standing)
    return bool(narrowing.sort) and (narrowing.ranks or narrowing.by_order or counted)


def _asks_of_a_time(hits: Mapping[str, object], joined: str) -> bool:
    """Whether it is asked how many stand in some way, or what happened: "in summer 2022" is then no talk of summer."""
    counted = Intent.COUNT in hits and any(standing in hits for standing in Standing)
    return counted or Intent.LATEST in hits or HAPPENED.search(joined) is not None


def _besides_names(names: Names, beside: Set[Token]) -> str:
    """The normalised words without the names of places on record, and without those ``beside`` the question."""
    covered = {i for named in names.mentions if named.places for i in range(named.start, named.end)}
    words = ("_" if i in covered or word in beside else word.norm for i, word in enumerate(names.words))
    return " ".join(words)[:_LONGEST_READ]


def only_names(text: str, names: Names) -> Question:
    """A question that says nothing but the names in a text."""
    return Question(**_named(text, names))


def _named(text: str, names: Names) -> dict[str, Any]:
    """What a question has of the names in a text, by its fields."""
    return {
        "text": text,
        "words": names.words,
        "mentions": names.mentions,
        "states": names.codes,
        "states_within": tuple(
            dict.fromkeys(state.code for state in names.states if state.within and not state.negated)
        ),
        "excluded_states": names.excluded,
        "regions": _not_told_by_state(names),
        "abroad": names.abroad,
    }


def _not_told_by_state(names: Names) -> tuple[UsRegion, ...]:
    """The parts of the country that are named without two of their states: "New England: NH, VT, Maine" is of three;
    none where the south is Russia's.
    """
    joined = " ".join([word.norm for word in names.words])[:_LONGEST_READ] if names.regions else ""
    of_russia = [match.group() for match in _OF_RUSSIA.finditer(joined) if _RUSSIA.search(match.group())]
    if of_russia and len(of_russia) == len(_DIRECTION.findall(joined)):
        return ()
    said = set(names.codes)
    return tuple(region for region in names.regions if len(said.intersection(region.states)) < _TOLD_ONE_BY_ONE)


def _whole(word: Token) -> Token:
    """A question word without the verb that is drawn together with it: "why'd", "who've"."""
    asked = _DRAWN_TOGETHER.get(word.norm)
    return replace(word, norm=asked) if asked else word


def _respelt(word: Token, gazetteer: Gazetteer) -> Token:
    """A word of the vocabulary that was mistyped, put right; any other word as it was."""
    if len(word.norm) < _SHORTEST_SPELLING or is_familiar(word.norm) or gazetteer.knows_word(word.norm):
        return word
    allowed = allowed_distance(word.norm) - 1
    found = process.extractOne(word.norm, _SPELLINGS, scorer=OSA.distance, score_cutoff=allowed)
    return replace(word, norm=found[0]) if found and found[0][0] == word.norm[0] else word


def _names_read(text: str, names: Names, mentions: Iterable[Mention]) -> Iterator[tuple[str, str]]:
    """The mistyped names that are taken for a place, a state or a region, each with what it was taken for."""
    states = {state.start for state in names.states}
    places = {named.start for named in mentions}
    for match in names.matches:
        first = match.named[0]
        if match.distance and (isinstance(first, UsRegion) or match.start in states | places):
            yield text[names.words[match.start].start : names.words[match.end - 1].end], first.name


def _words_read(words: Iterable[Token]) -> Iterator[tuple[str, str]]:
    """The mistyped words of the vocabulary, each with the word it was taken for."""
    for word in words:
        if word.norm in _SPELT and normalise(word.raw) != word.norm:
            yield word.raw, word.norm.capitalize() if word.norm in MONTHS_NAMED else word.norm


def _settled(hits: Mapping[str, list[re.Match[str]]]) -> dict[str, list[re.Match[str]]]:
    """What is found, without the standings that are asked for "or not": either will do; and "the end of" a time."""
    return {
        key: left
        for key, found in hits.items()
        if (left := [match for match in found if not (is_aside(key, match) or _is_with_partner(key, match))])
    }


def _is_with_partner(key: str, match: re.Match[str]) -> bool:
    """Whether the Russian side is only the one that ties are with, and did nothing: "which ties with Russia ended"."""
    return key == Authority.PARTNER and is_partner_of_others(match)


def _states_of(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The state of the one American place that is named; none, where several may be meant."""
    of_ties = (place.state for it in mentions for place in it.places if place.country is Country.US)
    of_others = (place.state for it in mentions if not it.places for place in it.others[:1])
    codes = dict.fromkeys(filter(None, (*of_ties, *of_others)))
    return tuple(codes) if len(codes) == 1 else ()


def _words_of_names(names: Names) -> frozenset[str]:
    """The normalised words of the states and the places on record that are named."""
    spans: list[Mention | StateMention] = [*names.states, *(named for named in names.mentions if named.places)]
    return frozenset(names.words[i].norm for span in spans for i in range(span.start, span.end))


def _rules_out(names: Names) -> bool:
    """Whether any name is left out of what is asked."""
    return any(named.negated for named in names.mentions) or any(state.negated for state in names.states)


def _asides(
    names: Names, hits: Mapping[str, Iterable[re.Match[str]]], read: frozenset[str], *, timed: bool
) -> list[Token]:
    """The words that are neither names nor of the vocabulary; where a time is read, without those that name it."""
    understood = {word for found in hits.values() for match in found for word in match.group().split()} | read
    spans: list[Match | StateMention | Abroad] = [*names.matches, *names.states, *names.beside, *names.abroad]
    covered = {i for span in spans for i in range(span.start, span.end)}
    return [
        word
        for i, word in enumerate(names.words)
        if i not in covered
        and word.norm.isalpha()
        and len(word.norm) > 1
        and word.norm not in STOP_WORDS
        and word.norm not in understood
        and not (timed and names_a_time(word.norm))
    ]


def _looks_like_name(word: Token) -> bool:
    return len(word.norm) > 3 and word.norm not in _AMERICA and not is_ordinary(word.norm)
