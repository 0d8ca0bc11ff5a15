"""What a text claims, part by part: of which places, in what words, and for how many. Pure.

A text is read sentence by sentence, and where it says "but" or "while" in parts; a part that says one thing of one
place and another of the next is divided between them, so that what is said of one is not held against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice

from cogs.lookup.claims.claim_cuts import (
    cuts_at_commas,
    cuts_before_names,
    cuts_before_numbers,
    cuts_before_quantities,
    cuts_before_ranks,
)
from cogs.lookup.claims.claimed_acts import DECIDERS_SAID
from cogs.lookup.claims.claimed_numbers import NUMBER_WORDS, ONES, Number, left_out_of_all, numbers, share_in
from cogs.lookup.people import speaker_parts, speakers
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import SEVERAL
from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.framing import is_of_a_teller
from cogs.lookup.reading.harmless import is_harmless
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import understand_steps
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.reading.votes import claimed_vote, vote_said
from cogs.lookup.steps import Steps
from cogs.lookup.times.dated import NUMBER_OF_MONTH
from cogs.lookup.times.yearless import names_a_season
from cogs.wording.english import ends_of_sentences
from cogs.wording.leads import Asked
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.register import Register
from db.record.resolver import Resolution, match_names
from db.record.standings import Standing
from db.record.text import clean

# So many parts of a text are read.
_MOST_CLAUSES = 30
# A name that may be one of so many places is held against each of them.
_MOST_MEANT = 3
# Behind a colon, what is quoted is what is claimed.
_TURN = re.compile(
    r";|\n|:(?= ?[“\"«„])|,? and (?=that |then |also |nobody |no one |none )|, (?=never\b)"
    r"|, (?=(?:only|just|лише|тільки|только|лишь) (?:the )?(?:city|cities|towns?|states?|міст[ао]|города?|штат[иы]?)\b)"
    # "All but three" turns to nothing else.
    rf"|,? (?:while|but(?! (?:one|{SEVERAL})\b)|whereas|although|however|а|но|але|тоді як|в то время как) ",
    re.IGNORECASE,
)
# The full stop of a shortened word ends no sentence.
_SHORTENED = LATE.compile(r"\b(incl|e\.g|i\.e|etc|approx|esp|ca|cf)\.", re.IGNORECASE)
_GOES_ON = LATE.compile(
    r"\s*(?:so|also|and|likewise|neither|nor|the same|same|as did|too|так само|також|также|и)\b", re.IGNORECASE
)
# "Berkeley's was symbolic. Also they only did one city."
_REFERS_BACK = LATE.compile(
    r"\s*(?:and |but |also |plus |that |і |й |та |але |также |и |но |ще |еще )*"
    r"(?:they|it|the (?:city|council|town)|вони|воно|місто|они|он|город)\b",
    re.IGNORECASE,
)
_AROUND_A_PART = LATE.compile(r"^[ ,]+|[ ,]+$")
_ASKED_OF = {Standing.ENDED: Asked.ENDED, Standing.SUSPENDED: Asked.SUSPENDED, Standing.ACTIVE: Asked.STILL}
_EITHER = (Standing.ENDED, Standing.SUSPENDED)
# "Only recommended it" limits what was done.
_SAID_ONLY = frozenset(
    "recommended advised asked urged called said wrote proposed suggested talked condemned discussed symbolic".split()
)
_ASKED_KIND = {
    ActKind.KEPT: Asked.KEPT,
    ActKind.RESUMED: Asked.RESUMED,
    ActKind.ENDED: Asked.ENDED,
    ActKind.SUSPENDED: Asked.SUSPENDED,
}
# Which place of an order, or whether alone in it, a text says that a tie has.
OF_ORDER = frozenset({"only", "first", "last", "oldest", "youngest", "biggest", "smallest"})
QUANTIFIERS = PhraseTable[str](
    {name: said_in_all("claims", name) for name in ("all", "none", "most", "few", *sorted(OF_ORDER))}
)
_ACTED = said_in_all("claims", "acted")
# "No mayor acted" says that somebody did something, and not that ties are active.
_ACTING = LATE.compile(r"acted|acting|деиствова\w+|дия(?:в|л|т)\w*")
_AT_FIRST = said_for("questions", "claim_parts", "at_first")
_LEFT = LATE.compile(r"лиши[влт]", re.IGNORECASE)
# "At most" is a bound, and not most of all.
_AT = LATE.compile(r"\bat $")
# "Not all", "not every", "hardly most".
_DENIABLE = frozenset({"all", "most"})
_NOT = LATE.compile(r"\b(not(?: quite| nearly)?|hardly|не|далеко не|зовсим не|совсем не) (?:the )?$")
_DENIED = LATE.compile(r"(?:not|hardly|не|далеко|зовсим|совсем)\b")
# "Among the last" is not the last.
_AMONG = LATE.compile(
    r"\b(?:among|amongst|one of|some of|серед|одна з|один з|одне з|среди|одна из|один из|одно из) (?:the )?$"
)
# "On the first day of the war" ranks nothing.
_OF_A_TIME = LATE.compile(
    r" (?:же |ж |full )?(?:days?|weeks?|months?|hours?|year|ден\w*|дн\w*|тижн\w*|тижден\w*|нед\w*|мис\w+|мес\w+)\b"
)
# What else than ties and places may be the first or the only one; "to the last one" is all.
_OF_THINGS = LATE.compile(
    r" (?:\w+ )?(?:delegations?|visits?|trips?|exchanges?|students?|letters?|speech\w*|meetings?|money"
    r"|funds?|funding|signs?|plaques?|flags?|events?|activit\w+|contacts?|gifts?|concerts?|flights?|ден[ьеё]?г\w*|финанс\w*|гроши?|кошт\w*"
    r"|делегаци?\w*|визит\w*|поездк\w*|поиздк\w*|обмен\w*|обмин\w*|письм\w*|лист|знак\w*|таблич\w*|мероприят\w*"
    r"|заход\w*|подар\w*|встреч\w*|зустрич\w*|студент\w*)\b"
)
_TO_THE_LAST = LATE.compile(r"\bдо $")
# "Only suspended" and "only a suspension" limit what was done, and no places.
_MAY = LATE.compile(r"\b(?:can|could|may|might|will|would|must|може|можут\w*|може|можна|можно|могут) $")
# "Asheville stands only by the word of volunteers" says how it stands, and of no other that it does not.
_SAYS_HOW = LATE.compile(
    r"(?:^only| only|^) ?(?:by|on|because|thanks|through|via|from|зи|за|из|со|по|через|тому|потому|завдяк\w*"
    r"|благодар\w*)\b"
)
_LIMITS_THE_ACT = LATE.compile(r" (?:ever |a |temporarily |formally |in |the |у |в |во )*(\w+)")


@dataclass(frozen=True)
class Clause:
    """A part of a text, as it was understood, and what its names come to."""

    text: str
    question: Question
    found: Resolution

    @property
    def asked(self) -> Asked:
        """What is claimed of the ties in it, as the question that its verdict answers."""
        kinds = [_ASKED_KIND[kind] for kind in self.question.narrowing.kinds if kind in _ASKED_KIND]
        if Standing.ACTIVE in self.question.standings and _AT_FIRST.search(self.question.joined):
            # What was kept at first is a decision of then, and not how it stands.
            return Asked.KEPT
        claimed = [it for it in self.question.standings if it not in self.question.excluded_standings]
        if set(_EITHER) <= set(claimed) and self._is_said_of_either:
            # "Quit" is said of what was ended, and of what was suspended.
            claimed = [Standing.ENDED]
        return next(iter([*kinds, *(_ASKED_OF[it] for it in claimed if it in _ASKED_OF)]), Asked.STATUS)

    @property
    def _is_said_of_either(self) -> bool:
        """Whether one word says both that ties were ended and that they were suspended."""
        ended, suspended = (self.question.said.get(it, frozenset()) for it in _EITHER)
        return bool(ended & suspended)

    @property
    def says_that_some_acted(self) -> bool:
        """Whether it claims that places acted, and not what they did: "the only city to act"."""
        acted = not self.says_something or all(map(_ACTING.fullmatch, self.question.claimed))
        return acted and _ACTED.search(self.question.joined) is not None

    @property
    def ties_named(self) -> bool:
        """Whether places are named in it, and not only states."""
        return bool(self.found.paired or self.found.named_below_state)

    @property
    def says_something(self) -> bool:
        """Whether it claims how ties stand, or what was done."""
        return bool(self.question.standings or self.question.narrowing.kinds)

    @property
    def is_all_read(self) -> bool:
        """Whether nothing stands in it that was not understood: only then is it said to be right or not."""
        return all(map(is_harmless, self.question.unknown))

    @property
    def deciders(self) -> tuple[Authority, ...]:
        """Who is claimed to have decided: by words that say so, else by any word for an office."""
        if self.question.authorities:
            return self.question.authorities
        return self.offices if self.says_something or self.vote else ()

    @property
    def offices(self) -> tuple[Authority, ...]:
        """The offices and bodies that are named in it, by whichever word."""
        found = DECIDERS_SAID.found(self.question.joined)
        return tuple(it for it, matches in found.items() if not all(map(is_of_a_teller, matches)))

    @property
    def vote(self) -> str:
        """The vote that it claims: "5–4", "unanimous"; empty for none."""
        return vote_said(self.text, self.question.joined)

    @property
    def is_of_a_state(self) -> bool:
        """Whether it says something of all, none or most of the ties in a state, and not of the state's own."""
        return not self.ties_named and self.quantifier[0] not in OF_ORDER | {""}

    @property
    def is_of_order(self) -> bool:
        """Whether it says that a tie is the first, the last, the only one or the like."""
        return self.quantifier[0] in OF_ORDER

    @cached_property
    def quantifier(self) -> tuple[str, str]:
        """What it takes in ("only", "all", "none", "most") or where it stands ("first", "oldest"), in which words."""
        every = QUANTIFIERS.found(self.question.joined)
        # Beside a place, "the oldest of them all" claims its rank, and nothing of all.
        # "Almost nobody" is few, and not none.
        names = sorted(every, key=lambda name: (self.ties_named and name not in OF_ORDER, name == "all", name != "few"))
        for name in names:
            for match in every[name]:
                if self.question.claimed.issuperset(match.group().split()):
                    # "Nobody talks" says how ties stand.
                    continue
                if name in OF_ORDER and _AMONG.search(match.string, 0, match.start()):
                    continue
                if name == "first" and _OF_A_TIME.match(match.string, match.end()):
                    continue
                if self._is_of_another_thing(name, match):
                    continue
                if match.group() == "most" and _AT.search(match.string, 0, match.start()):
                    continue
                if name in _DENIABLE and (denied := _NOT.search(match.string, 0, match.start())):
                    return name, f"{denied[1]} {match.group()}"
                if name != "only" or not (self._limits_the_act(match) or self._says_left(match.group())):
                    return name, match.group()
        return "", ""

    def _is_of_another_thing(self, name: str, match: re.Match[str]) -> bool:
        """Whether "only" or "the first" is of something else than places and ties: "the first delegation", "только
        деньги убрали"; or ends the words for "all": "до единого".
        """
        if name == "only" and _TO_THE_LAST.search(match.string[: match.start()]):
            return True
        return _OF_THINGS.match(match.string, match.end()) is not None

    @property
    def says_how_many_twice(self) -> bool:
        """Whether it says of which part it is so and of which something else: "few ended, most just paused"."""
        return {"few", "most"} <= QUANTIFIERS.found(self.question.joined).keys()

    @property
    def is_quantity_denied(self) -> bool:
        """Whether it says that something is not so of all or most: "not every city ended"."""
        return self.quantifier[0] in _DENIABLE and _DENIED.match(self.quantifier[1]) is not None

    @property
    def left_out(self) -> int:
        """How many it leaves out of all without a name: "all but three"."""
        return left_out_of_all(self.question) if self.quantifier[0] == "all" else 0

    @property
    def denies_others(self) -> bool:
        """Whether it says, beside what else it takes in, that nobody did something."""
        return "none" in QUANTIFIERS.found(self.question.joined)

    def _says_left(self, word: str) -> bool:
        """Whether a word is a Ukrainian verb whose stem is that of "only" ("лишив": left as it was)."""
        said = [each.raw for each in self.question.words if each.norm == word]
        return bool(said) and all(_LEFT.match(raw) for raw in said)

    def _limits_the_act(self, match: re.Match[str]) -> bool:
        if _MAY.search(match.string, 0, match.start()):
            # "It can only be lifted by Congress" says how, and of none that they are the only ones.
            return True
        if self.ties_named and (_SAYS_HOW.match(match.group()) or _SAYS_HOW.match(match.string[match.end() :])):
            return True
        after = _LIMITS_THE_ACT.match(match.string, match.end())
        if after is None:
            return False
        if after[1] in _SAID_ONLY or names_a_season(after[1]) or after[1] in NUMBER_OF_MONTH:
            # "Only in the fall" says when.
            return True
        if after[1] in ONES and not match.string.startswith("the ", max(0, match.start() - len("the "))):
            return any(number.stated == 1 for number in self.numbers())
        return (
            after[1] in self.question.claimed or after[1].isdigit() or (after[1] in NUMBER_WORDS and after[1] != "one")
        )

    @cached_property
    def only_partner(self) -> Mention | None:
        """The Russian place that is said to be the only one of an American place's partners: "cut only Dmitrov"."""
        words, russian = self.question.words, [it for it in self.question.mentions if it.countries == {Country.RU}]
        if self.quantifier[0] != "only" or not self.found.paired:
            return None
        behind = {i + 1 for i, word in enumerate(words) if word.norm == self.quantifier[1]}
        return next((mention for mention in russian if mention.start in behind), None)

    @cached_property
    def share(self) -> Number | None:
        """The share that it states, in per cent: "10 percent", "a third of"."""
        return share_in(self.text)

    def numbers(self) -> Iterator[Number]:
        """The numbers of ties or places that it states."""
        yield from numbers(self.question)

    def ties(self, register: Register) -> list[Tie]:
        """The ties of the names in it, of each place that a name may mean."""
        places = [place.id for named in self.found.alone if len(named.places) <= _MOST_MEANT for place in named.places]
        return [*self.found.paired, *(tie for place in places for tie in register.ties_of(place))]


def clauses(text: str, register: Register, today: date, *, asked: Question | None = None) -> Iterator[Clause | None]:
    """The parts of a text; one that claims nothing by itself goes on with what its sentence claimed before.

    None comes between the steps of reading one: of a long part it takes longer than the event loop may be held.
    ``asked``: what was understood of the whole, where it says itself that it is to be checked.
    """
    said: Question | None = None
    whole = _SHORTENED.sub(r"\1", clean(text.replace("\n", " ; ")))
    before: Clause | None = None
    for sentence in islice(_sentences(whole), _MOST_CLAUSES):
        said = said if _GOES_ON.match(sentence) else None
        before = before if _REFERS_BACK.match(sentence) else None
        for question in _parts(sentence, register, today, asked):
            if question is None:
                yield None
                continue
            part = question
            if question.standings or question.narrowing.kinds:
                said = question
            elif said is not None and question.mentions and not _says_more(question):
                part = replace(
                    question,
                    standings=said.standings,
                    excluded_standings=said.excluded_standings,
                    narrowing=said.narrowing,
                )
            yield None
            clause = _of_those_before(clause_of(part, register, asked=asked is not None), before)
            before = clause if _names(clause.question) else before
            yield clause


def _names(question: Question) -> bool:
    return bool(question.mentions or question.all_states)


def _of_those_before(clause: Clause, before: Clause | None) -> Clause:
    """A part that names nothing, of what its sentence named before: "Ohio has eight, and all of them work"."""
    claims = clause.says_something or clause.vote or clause.quantifier[0]
    if before is None or _names(clause.question) or not claims:
        return clause
    named = before.question
    question = replace(
        clause.question,
        states=named.states,
        states_within=named.states_within or named.all_states,
        regions=named.regions,
    )
    return replace(clause, question=question, found=before.found)


def _says_more(question: Question) -> bool:
    """Whether a part of a text says something of its own, though not in words for how ties stand."""
    return bool(question.authorities or question.narrowing.how or claimed_vote(question.text)) or bool(question.asides)


def clause_of(question: Question, register: Register, *, asked: bool) -> Clause:
    """A question as a part of a text; where it names people, a name means the place that they had to do with.

    ``asked``: it is to be checked, so no name in it stands in talk of something else, unless it is a common word.
    """
    if asked:
        found = match_names(
            question.mentions, question.all_states, question.excluded_states, register, lambda named, _: named.weak
        )
    else:
        found = resolve(question, register)
    open_to = [(named, [tie for place in named.places for tie in register.ties_of(place.id)]) for named in found.alone]
    open_to = [(named, ties) for named, ties in open_to if len(named.places) > 1 or _of_several(named, ties)]
    meant = speaker_parts.ties_concerned(question, [tie for _, ties in open_to for tie in ties], register)
    if meant:
        told = [named for named, ties in open_to if len(named.places) > 1 or any(tie in meant for tie in ties)]
        alone = tuple(named for named in found.alone if named not in told)
        found = replace(found, paired=(*found.paired, *meant), alone=alone)
    return Clause(question.text, question, found)


def _of_several(named: Mention, ties: Sequence[Tie]) -> bool:
    """Whether a Russian place is named that several American ones are paired with."""
    return {place.country for place in named.places} == {Country.RU} and len(ties) > 1


def _sentences(text: str) -> Iterator[str]:
    starts = [0, *ends_of_sentences(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end]


def _parts(sentence: str, register: Register, today: date, whole: Question | None) -> Iterator[Question | None]:
    for part in islice((part.strip() for part in _TURN.split(sentence) if part.strip()), _MOST_CLAUSES):
        if whole is not None and whole.text == part:
            question = whole
        else:
            question = yield from _understood(part, register, today)
        yield None
        cuts = (
            cuts_before_ranks(question)
            or cuts_before_names(question)
            or cuts_before_numbers(question)
            or cuts_before_quantities(question)
            or cuts_at_commas(question)
        )
        if not cuts:
            yield question
            continue
        for start, end in zip([0, *cuts], [*cuts, len(part)], strict=True):
            yield (yield from _understood(_AROUND_A_PART.sub("", question.text[start:end]), register, today))


def _understood(text: str, register: Register, today: date) -> Steps[Question]:
    question = yield from understand_steps(text, register.gazetteer, today)
    yield
    return speakers.with_speakers(question, register)
