"""What a text claims, part by part: of which places, in what words, and for how many. Pure.

A text is read sentence by sentence, and where it says "but" or "while" in parts; a part that says one thing of one
place and another of the next is divided between them, so that what is said of one is not held against another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice

from cogs.lookup import speakers
from cogs.lookup.disambiguate import resolve
from cogs.lookup.framing import is_of_a_teller
from cogs.lookup.intents import DECIDERS
from cogs.lookup.patterns import PhraseTable, phrases
from cogs.lookup.question import Question, understand
from cogs.lookup.vocabulary import of_all_languages
from cogs.lookup.votes import UNANIMOUSLY, claimed_vote, is_of_vote
from cogs.wording.english import clip, ends_of_sentences
from cogs.wording.leads import Asked
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.resolver import Resolution, match_names
from db.record.standings import Standing
from db.record.text import clean, normalise

# So many parts of a text are read.
_MOST_CLAUSES = 30
_LONGEST_QUOTE = 80
# A name that may be one of so many places is held against each of them.
_MOST_MEANT = 3
# Behind a colon, what is quoted is what is claimed.
_TURN = re.compile(
    r";|\n|:(?= ?[“\"«„])|,? (?:while|but|whereas|although|however|а|но|але|тоді як|в то время как) ", re.IGNORECASE
)
# The full stop of a shortened word ends no sentence.
_SHORTENED = re.compile(r"\b(incl|e\.g|i\.e|etc|approx|esp|ca|cf)\.", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:so|also|and|likewise|neither|nor|the same|same|as did|too|так само|також|также|и)\b", re.IGNORECASE
)
_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozens": 24, "hundreds": 200,
    "десят": 10, "двадцат": 20, "тридцат": 30, "сот": 100, "дюжин": 12,
    "дв": 2, "три": 3, "трьох": 3, "трех": 3, "чотир": 4, "четыр": 4, "пят": 5, "шіст": 6, "шест": 6, "сім": 7,
    "сем": 7, "вісім": 8, "восем": 8, "девят": 9,
}  # fmt: skip
_COUNTED = re.compile(
    r"cit(?:ies|ys)|towns|places|ties|relationships|partnerships|pairs|pairings|sisters|mayors|councils|governors"
    r"|communities|municipalities|twins|agreements|counties|states|signatures|signers|supporters"
    r"|город\w*|мист\w*|побрат\w*|связ\w*|звяз\w*|пар|мер\w*|отношен\w*|видносин\w*|штат\w*|подпис\w*|пидпис\w*"
)
_SIGNED = re.compile(r"signatures|signers|supporters|подпис\w*|пидпис\w*")
# These count no ties, but who decided about them.
_DECIDERS = re.compile(r"mayors|councils|governors|мер\w*|states|counties|штат\w*")
_AT_LEAST = frozenset("more over least above понад больш более свыше".split())
_AT_MOST = frozenset("fewer less under most up менше менее".split())
_ABOUT = frozenset("nearly almost about around some roughly approximately близко майж почти около".split())
_BEFORE = _AT_LEAST | _AT_MOST | _ABOUT | frozenset("than at only just to all of the exactly чем всего лише".split())
_AROUND_A_PART = re.compile(r"^[ ,]+|[ ,]+$")
_PART_OF = frozenset({"of", "из", "з", "із"})
# Between a number and what it counts stand so many words at most: "68 active U.S.–Russia sister cities".
_GAP = 5
_PER_CENT = re.compile(
    r"(\d{1,3}|[a-zа-яіїєґ]+)(?:[.,]\d+)? ?(?:%|percent\b|per cent\b|процент\w*|відсотк\w*)", re.IGNORECASE
)
# Shares that are told by a word, in per cent.
_PART = re.compile(
    r"\b(?:(?:a|one) )?(half|third|quarter|fifth|tenth) (?:of|were|was|have|has|had|ended|suspended|cut|gone)\b"
    r"|\b(половин|третин|треть|чверт|четверт)\w*",
    re.IGNORECASE,
)
_PARTS = {
    "half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10,
    "половин": 50, "третин": 33, "треть": 33, "чверт": 25, "четверт": 25,
}  # fmt: skip
_BEFORE_SHARE = re.compile(r"([a-zа-яіїєґ]+)(?: than| a| one| the)? ?$", re.IGNORECASE)
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_ASKED_OF = {Standing.ENDED: Asked.ENDED, Standing.SUSPENDED: Asked.SUSPENDED, Standing.ACTIVE: Asked.STILL}
_ASKED_KIND = {
    ActKind.KEPT: Asked.KEPT,
    ActKind.RESUMED: Asked.RESUMED,
    ActKind.ENDED: Asked.ENDED,
    ActKind.SUSPENDED: Asked.SUSPENDED,
}
# Which place of an order, or whether alone in it, a text says that a tie has.
OF_ORDER = frozenset({"only", "first", "last", "oldest", "youngest", "biggest", "smallest"})
_QUANTIFIERS = PhraseTable[str](
    {name: phrases("\n".join(of_all_languages("claims", name))) for name in ("all", "none", "most", *sorted(OF_ORDER))}
)
_ACTED = phrases("\n".join(of_all_languages("claims", "acted")))
_OFFICES = PhraseTable[Authority](DECIDERS)
_DECIDING = frozenset({Authority.COUNCIL, Authority.MAYOR, Authority.STATE})
# The words of an order by themselves, each of which claims something of its own.
_RANK = re.compile(
    r"first|last|oldest|earliest|newest|youngest|biggest|largest|smallest|перв\w*|последн\w*|перш\w*|останн\w*"
    r"|наистар\w*|наидавн\w*|наинов\w*|наимолод\w*|стареиш\w*|сам\w*"
)
_LEFT = re.compile(r"лиши[влт]", re.IGNORECASE)
# "Only suspended" and "only a suspension" limit what was done, and no places.
_LIMITS_THE_ACT = re.compile(r" (?:a |temporarily |formally |in )?(\w+)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number that a text states: its words, how many that is, at least or at most, and what it counts."""

    quote: str
    stated: int
    about: frozenset[str]
    counted: str

    @property
    def of_signatures(self) -> bool:
        """Whether it counts who signed the petition."""
        return _SIGNED.fullmatch(self.counted) is not None

    @property
    def of_deciders(self) -> bool:
        """Whether it counts councils, mayors or states, of which one may have several ties, and not ties."""
        return _DECIDERS.fullmatch(self.counted) is not None

    def holds(self, counted: int) -> bool | None:
        """Whether the record's count bears it out; None for a rough number."""
        if self.about & _ABOUT or self.quote.casefold().startswith(("dozens", "hundreds")):
            return None
        if "least" in self.about:
            return counted >= self.stated
        if self.about & _AT_LEAST:
            return counted > self.stated
        if self.about & _AT_MOST:
            return counted <= self.stated if self.about & {"most", "up"} else counted < self.stated
        return counted == self.stated


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
        claimed = [it for it in self.question.standings if it not in self.question.excluded_standings]
        return next(iter([*kinds, *(_ASKED_OF[it] for it in claimed if it in _ASKED_OF)]), Asked.STATUS)

    @property
    def says_that_some_acted(self) -> bool:
        """Whether it claims that places acted, and not what they did: "the only city to act"."""
        return not self.says_something and _ACTED.search(self.question.joined) is not None

    @property
    def ties_named(self) -> bool:
        """Whether places are named in it, and not only states."""
        return bool(self.found.paired or self.found.named_below_state)

    @property
    def says_something(self) -> bool:
        """Whether it claims how ties stand, or what was done."""
        return bool(self.question.standings or self.question.narrowing.kinds)

    @property
    def deciders(self) -> tuple[Authority, ...]:
        """Who is claimed to have decided: by words that say so, else by any word for an office."""
        if self.question.authorities:
            return self.question.authorities
        return self.offices if self.says_something or self.vote else ()

    @property
    def offices(self) -> tuple[Authority, ...]:
        """The offices and bodies that are named in it, by whichever word."""
        found = _OFFICES.found(self.question.joined)
        named = (it for it, matches in found.items() if not all(map(is_of_a_teller, matches)))
        return tuple(authority for authority in named if authority in _DECIDING)

    @property
    def vote(self) -> str:
        """The vote that it claims: "5–4", "unanimous"; empty for none."""
        return claimed_vote(self.text)

    @property
    def is_of_order(self) -> bool:
        """Whether it says that a tie is the first, the last, the only one or the like."""
        return self.quantifier[0] in OF_ORDER

    @cached_property
    def quantifier(self) -> tuple[str, str]:
        """What it takes in ("only", "all", "none", "most") or where it stands ("first", "oldest"), in which words."""
        for name, found in _QUANTIFIERS.found(self.question.joined).items():
            for match in found:
                if name != "only" or not (self._limits_the_act(match) or self._says_left(match.group())):
                    return name, match.group()
        return "", ""

    def _says_left(self, word: str) -> bool:
        """Whether a word is a Ukrainian verb whose stem is that of "only" ("лишив": left as it was)."""
        said = [each.raw for each in self.question.words if each.norm == word]
        return bool(said) and all(_LEFT.match(raw) for raw in said)

    def _limits_the_act(self, match: re.Match[str]) -> bool:
        after = _LIMITS_THE_ACT.match(match.string, match.end())
        if after is None:
            return False
        return after[1] in self.question.claimed or after[1].isdigit() or (after[1] in _WORDS and after[1] != "one")

    @cached_property
    def only_partner(self) -> Mention | None:
        """The Russian place that is said to be the only one of an American place's partners: "cut only Dmitrov"."""
        words, russian = self.question.words, [it for it in self.question.mentions if it.countries == {Country.RU}]
        if self.quantifier[0] != "only" or not self.found.paired:
            return None
        behind = {i + 1 for i, word in enumerate(words) if word.norm == self.quantifier[1]}
        return next((mention for mention in russian if mention.start in behind), None)

    @property
    def share(self) -> Number | None:
        """The share that it states, in per cent: "10 percent", "a third of"."""
        if found := _PER_CENT.search(self.text):
            word = found[1].casefold()
            stated = int(word) if word.isdigit() else _WORDS.get(normalise(word))
        else:
            found = _PART.search(self.text)
            stated = _PARTS[(found[1] or found[2]).casefold()] if found else None
        if found is None or stated is None:
            return None
        before = _BEFORE_SHARE.search(self.text[: found.start()])
        return Number(found.group(), stated, frozenset({normalise(before[1])} if before else ()), "")

    def numbers(self) -> Iterator[Number]:
        """The numbers of ties or places that it states."""
        yield from numbers(self.question)

    def ties(self, register: Register) -> list[Tie]:
        """The ties of the names in it, of each place that a name may mean."""
        places = [place.id for named in self.found.alone if len(named.places) <= _MOST_MEANT for place in named.places]
        return [*self.found.paired, *(tie for place in places for tie in register.ties_of(place))]


def clauses(text: str, register: Register, today: date, *, asked: Question | None = None) -> Iterator[Clause]:
    """The parts of a text; one that claims nothing by itself goes on with what its sentence claimed before.

    ``asked``: what was understood of the whole, where it says itself that it is to be checked.
    """
    said: Question | None = None
    whole = _SHORTENED.sub(r"\1", clean(text.replace("\n", " ; ")))
    for sentence in islice(_sentences(whole), _MOST_CLAUSES):
        said = said if _GOES_ON.match(sentence) else None
        for question in _parts(sentence, register, today, asked):
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
            yield clause_of(part, register, asked=asked is not None)


def _says_more(question: Question) -> bool:
    """Whether a part of a text says something of its own, though not in words for how ties stand."""
    return bool(question.authorities or question.narrowing.how or claimed_vote(question.text)) or bool(question.asides)


def clause_of(question: Question, register: Register, *, asked: bool) -> Clause:
    """A question as a part of a text; where it names people, a name means the place that they had to do with.

    ``asked``: it is to be checked, so no name in it stands in talk of something else, unless it is a common word.
    """
    found = resolve(question, register)
    if asked:
        found = match_names(
            question.mentions, question.all_states, question.excluded_states, register, lambda named, _: named.weak
        )
    places = [place.id for named in found.alone if len(named.places) > 1 for place in named.places]
    meant = speakers.ties_concerned(question, [tie for place in places for tie in register.ties_of(place)], register)
    if meant:
        alone = tuple(named for named in found.alone if len(named.places) == 1)
        found = replace(found, paired=(*found.paired, *meant), alone=alone)
    return Clause(question.text, question, found)


def _sentences(text: str) -> Iterator[str]:
    starts = [0, *ends_of_sentences(text)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:end]


def _parts(sentence: str, register: Register, today: date, whole: Question | None) -> Iterator[Question]:
    for part in islice((part.strip() for part in _TURN.split(sentence) if part.strip()), _MOST_CLAUSES):
        question = whole if whole is not None and whole.text == part else _understood(part, register, today)
        cuts = _cuts_before_ranks(question) or _cuts(question) or _cuts_before_numbers(question)
        if not cuts:
            yield question
            continue
        for start, end in zip([0, *cuts], [*cuts, len(part)], strict=True):
            yield _understood(_AROUND_A_PART.sub("", question.text[start:end]), register, today)


def _understood(text: str, register: Register, today: date) -> Question:
    return speakers.with_speakers(understand(text, register.gazetteer, today), register)


def _cuts(question: Question) -> list[int]:
    """Where a part is divided: before each name, or each claim, whichever is first, that is followed by its other."""
    names = {mention.start: mention for mention in question.mentions if mention.places or mention.others}
    if len(names) < 2:
        return []
    votes = {i for i, word in enumerate(question.words) if _is_vote(question, i) or UNANIMOUSLY.match(word.raw)}
    events: list[tuple[int, bool]] = []
    for i, word in enumerate(question.words):
        if i in names and not (names[i].countries == {Country.RU} and _american_before(names, i)):
            events.append((i, True))
        elif word.norm in question.claimed or i in votes or (events and events[0][1] and word.raw in question.asides):
            events.append((i, False))
    if not events:
        return []
    leads = events[0][1]
    seen: set[bool] = set()
    cuts: list[int] = []
    for number, (i, is_name) in enumerate(events):
        followed = any(other is not leads for _, other in events[number + 1 :])
        if is_name is leads and len(seen) == 2 and followed:
            cuts.append(question.words[i].start)
            seen = set()
        seen.add(is_name)
    return cuts


def _cuts_before_numbers(question: Question) -> list[int]:
    """Where a part is divided that says one thing of one number and another of the next: "20 suspended, 8 ended"."""
    words = question.words
    starts = [i for i in range(len(words)) if _number(question, i) is not None and _counted(question, i) is not None]
    if len(starts) < 2 or len(set(question.standings)) < 2:
        return []
    ends = [*starts[1:], len(words)]
    claimed = [any(word.norm in question.claimed for word in words[i:end]) for i, end in zip(starts, ends, strict=True)]
    return [words[i].start for i in starts[1:]] if all(claimed) else []


def _cuts_before_ranks(question: Question) -> list[int]:
    """Where a part is divided that names the first of one order and of another: "oldest Murmansk, newest Saratov"."""
    words = question.words
    starts = [i for i, word in enumerate(words) if _RANK.fullmatch(word.norm)]
    if len(starts) < 2:
        return []
    ends = [*starts[1:], len(words)]
    names = [mention.start for mention in question.mentions if mention.places]
    named = [any(start < at < end for at in names) for start, end in zip(starts, ends, strict=True)]
    return [words[i].start for i in starts[1:]] if all(named) else []


def _american_before(names: dict[int, Mention], place: int) -> bool:
    return any(at < place and Country.US in named.countries for at, named in names.items())


def _is_vote(question: Question, word: int) -> bool:
    return is_of_vote(question.text, question.words[word].start)


def numbers(question: Question) -> Iterator[Number]:
    """The numbers of ties, places or signatures that a text states, each in its own words."""
    words = question.words
    for i, word in enumerate(words):
        number = _number(question, i)
        if number is None or _FIRST_YEAR <= number <= _LAST_YEAR or _is_mark(question, i) or _is_vote(question, i):
            continue
        counted = _counted(question, i)
        if counted is None or word.norm == "one" or _is_whole(question, i) or _is_share(question, i):
            continue
        first = i
        while first and words[first - 1].norm in _BEFORE:
            first -= 1
        last = max([counted, *_claimed(question, counted)])
        quote = clip(question.text[words[first].start : words[last].end], _LONGEST_QUOTE)
        before = frozenset(each.norm for each in words[first:i])
        yield Number(quote, number, before, words[counted].norm)


def _number(question: Question, i: int) -> int | None:
    """The number that a word is, with the thousands behind its comma."""
    norm = question.words[i].norm
    if not norm.isdigit():
        return _WORDS.get(norm)
    if i and question.text[question.words[i - 1].end : question.words[i].start] == "," and len(norm) == 3:
        return None
    after = question.words[i + 1] if i + 1 < len(question.words) else None
    thousands = after is not None and question.text[question.words[i].end : after.start] == "," and len(after.norm) == 3
    if thousands and after is not None and after.norm.isdigit():
        return int(norm + after.norm)
    return int(norm) if len(norm) < len("1000000") else None


def _is_whole(question: Question, i: int) -> bool:
    """Whether a number is the whole of which another is a part: "16 of 69"."""
    before = [word.norm for word in question.words[max(0, i - 2) : i]]
    return len(before) == 2 and before[0].isdigit() and before[1] in _PART_OF


def _is_share(question: Question, i: int) -> bool:
    """Whether a number is in per cent."""
    return _PER_CENT.match(question.text, question.words[i].start) is not None


def _is_mark(question: Question, i: int) -> bool:
    """Whether a number is that of a source, in brackets."""
    return question.text[: question.words[i].start].endswith("[")


def _counted(question: Question, number: int) -> int | None:
    """Where what a number counts is named behind it: the last such word before how they stand is said."""
    near = range(number + 1, min(number + 1 + _GAP, len(question.words)))
    if any(question.words[j].norm in _MONTHS for j in near[:2]):
        return None
    nouns = [j for j in near if _COUNTED.fullmatch(question.words[j].norm)]
    claimed = next((j for j in near if question.words[j].norm in question.claimed), len(question.words))
    if not nouns and claimed in near and all(_is_part(question.words[j].norm) for j in range(number + 1, claimed)):
        return claimed
    return max((j for j in nouns if j < claimed), default=nouns[0] if nouns else None)


def _is_part(word: str) -> bool:
    """Whether a word may stand between a number and what it claims: "8 of 106 have ended"."""
    return word in _PART_OF or word.isdigit() or word in {"have", "has", "were", "are", "the", "them"}


def _claimed(question: Question, after: int) -> Iterator[int]:
    """Where, near behind what is counted, words claim how ties stand."""
    for j in range(after + 1, min(after + 1 + _GAP, len(question.words))):
        if question.words[j].norm in question.claimed:
            yield j


def words_around(question: Question, found: str) -> str:
    """The words of a text from those that take something in to those that claim how ties stand, as typed."""
    words = question.words
    joined = [word.norm for word in words]
    looked_for = found.split()
    start = next(
        (i for i in range(len(joined)) if joined[i : i + len(looked_for)] == looked_for),
        0,
    )
    end = start + len(looked_for) - 1
    last = max(_claimed(question, end), default=min(end + _GAP - 1, len(words) - 1))
    return clip(question.text[words[start].start : words[last].end], _LONGEST_QUOTE)
