"""Numbers of ties, places or signatures that a text states, each in its own words. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import SEVERAL
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.votes import counted_vote, is_of_vote
from cogs.wording.english import clip
from db.record.months import ALL_MONTHS
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

_LONGEST_QUOTE = 80
_SPELT: Mapping[str, int] = vocabulary("numbers")["claimed"]
# Of what is told in dozens or hundreds, there must be so many at least.
_FEWEST_OF: Mapping[str, int] = vocabulary("numbers")["fewest_of"]
# Words for tens, behind which stands what is counted with them: "sixty-nine", "двадцять вісім".
_TENS, _LAST_DIGIT = range(20, 100, 10), 9
NUMBER_WORDS = {normalise(word): number for word, number in _SPELT.items()}
_THOUSANDS = frozenset({"thousand", "k", *map(normalise, ("тисяч", "тисячі", "тысяч", "тысячи"))})
_COUNTED = LATE.compile(
    r"cit(?:ies|ys)|towns|places|ties|relationships|partnerships|pairs|pairings|sisters|mayors|councils|governors"
    r"|communities|municipalities|twins|partners|agreements|deals|counties|states|signatures|signers|supporters"
    r"|suspensions|endings|город\w*|мист\w*|побратим\w*|партнер\w*|договор\w*|угод\w*|соглашен\w*|приостанов\w*|призупинен\w*|розрив\w*|разрыв\w*|связ\w*|звяз\w*|пар|мер\w*|отношен\w*|видносин\w*|штат\w*|подпис\w*|пидпис\w*"
)
_OF_TIES = LATE.compile(
    r"ties|relationships|partnerships|pairs|pairings|sisters|twins|побратим\w*|связ\w*|звяз\w*|пар|отношен\w*|видносин\w*"
)
_SIGNED = LATE.compile(r"signatures|signers|supporters|подпис\w*|пидпис\w*")
_AT_LEAST = frozenset(
    map(normalise, "more over least above понад більше більш больше больш более свыше щонайменше минимум".split())
)
_AT_MOST = frozenset(map(normalise, "fewer less under most up менше менш меньше менее".split()))
# Before a bound they turn it round: "no more than".
_DENIES = frozenset({"no", "not", "не"})
_ABOUT = frozenset("nearly almost about around some roughly approximately близко майж почти около".split())
_BEFORE = _AT_LEAST | _AT_MOST | _ABOUT | frozenset("than at only just to all of the exactly чем всего лише".split())
_WAS = frozenset(map(normalise, "було было were was are is всього всего total totalled numbered налічувалось".split()))
_LEFT = frozenset(
    map(normalise, "left remain remained remaining лишилось лишилося залишилось залишилося осталось осталося".split())
)
_OF_THEM = frozenset({"of them", "of which", "of those", "of whom", "з них", "із них", "из них", "из котор", "з яки"})
_BETWEEN = frozenset("have has were are the them these those its now".split())
_PART_OF = frozenset({"of", "из", "з", "із"})
# What is counted in these is no tie.
_OF_TIME = LATE.compile(
    r"(?:hours?|days?|weeks?|months?|years?|decades?|times|percent"
    r"|годин\w*|дн\w+|тижн\w*|мисяц\w*|рок\w+|раз\w*|час\w*|недел\w*|месяц\w*|год[аы]?|лет)"
)
# Between a number and what it counts stand so many words at most: "68 active U.S.–Russia sister cities".
_GAP = 5
_PER_CENT = LATE.compile(
    r"(\d{1,3}|[a-zа-яіїєґ]+)(?:[.,]\d+)? ?(?:%|percent\b|per cent\b|процент\w*|відсотк\w*)", re.IGNORECASE
)
# Without one of these no text states a share, and most have none.
_WORDS_OF_SHARE = (
    "%", "percent", "per cent", "процент", "відсотк", "half", "third", "quarter", "fifth", "tenth", "половин", "третин",
    "треть", "чверт", "четверт", "one in ", "1 in ", "one out of ", "1 out of ", "one of every ", "1 of every ",
    "кажд", "кож", "thirds", "quarters", "fifths",
)  # fmt: skip
# Shares that are told by a word, in per cent.
_PART = LATE.compile(
    r"\b(?:(?:a|one) )?(half|third|quarter|fifth|tenth) (?:of|are|is|were|was|have|has|had|ended|suspended|cut|gone)\b"
    r"|\b(половин|третин|треть|чверт|четверт)\w*"
    r"|\b(?:one|1) (?:in|out of|of every) (two|three|four|five|six|seven|eight|ten|\d{1,2})\b"
    r"|\b(?:кажд(?:ый|ая|ое)|кож(?:ен|на|не)) (втор\w+|друг\w+|трет\w+|четверт\w+|п.?ят\w+|десят\w+)",
    re.IGNORECASE,
)
_PARTS = {
    "half": 50, "third": 33, "quarter": 25, "fifth": 20, "tenth": 10,
    "половин": 50, "третин": 33, "треть": 33, "чверт": 25, "четверт": 25,
}  # fmt: skip
# "Two thirds", "три четверті".
_SEVERAL_PARTS = LATE.compile(
    r"\b(two|three|four|дві|две|три|чотири|четыре)[ -](third|quarter|fifth|трет|чверт|четверт|п.?ят)\w*", re.IGNORECASE
)
_WHOLES = {"th": 3, "qu": 4, "fi": 5, "тр": 3, "чв": 4, "че": 4}
_EACH = {"втор": 50, "друг": 50, "трет": 33, "четверт": 25, "пят": 20, "п'ят": 20, "п’ят": 20, "десят": 10}
_BEFORE_SHARE = LATE.compile(r"(?:\b(no|not|не) )?\b([a-zа-яіїєґ]+)(?: than| ніж| чем| a| one| the)* ?$", re.IGNORECASE)
# "89-го року" counts nothing.
_ORDINAL = re.compile(r"-[а-яіїєґ]{1,3}\b|(?:st|nd|rd|th)\b")
_ONE = LATE.compile(
    r"city|town|place|tie|partner|partnership|twin|mayor|council|governor|state|county|community"
    r"|мист\w*|город\w*|штат\w*|мер|побратим\w*|губернатор\w*"
)
_BESIDE_WHOLE = frozenset({"the", "its", "their", "all", "s", "us", "american"})
_NO_MORE_THAN = frozenset(map(normalise, "only just exactly тільки лише лишень только лишь".split()))
_BOTH = frozenset(map(normalise, "both обидва обидві обидвох оба обе обеих обоих".split()))
ONES = frozenset(map(normalise, "one один одна одне одно одного".split()))
_HAVE = frozenset(map(normalise, "have has had are were is maintain мають имеют".split()))
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
# "All but three", "all the councils except two".
_EXCEPT = frozenset(map(normalise, "but except save bar крім окрім кроме".split()))
_ALL_BUT = LATE.compile(
    r"\b(?:all|every|everyone|everybody|уси|вси|усих|все|всех|кожн\w*|кажд\w*)(?: of)?(?: the)?(?: \w+){0,2}"
    rf" (?:{'|'.join(sorted(_EXCEPT))})(?: for)? (one|{SEVERAL})\b"
)
# So many, where the petition is spoken of, are signatures.
_FEWEST_SIGNATURES = 300
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@value
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
    def of_ties(self) -> bool:
        """Whether it counts ties by a word that means nothing else."""
        return _OF_TIES.fullmatch(self.counted) is not None

    @property
    def is_bound(self) -> bool:
        """Whether it is stated as the least or the most that there is."""
        return bool(self.about & (_AT_LEAST | _AT_MOST)) and not self.about & _ABOUT

    def holds(self, counted: float) -> bool | None:
        """Whether the record's count bears it out; None for a rough number."""
        if (fewest := _FEWEST_OF.get(self.quote.casefold().split()[0])) is not None:
            return False if counted < fewest else None
        if self.about & _ABOUT:
            return None
        if "least" in self.about:
            return counted >= self.stated
        if self.about & _AT_LEAST:
            return counted > self.stated
        if self.about & _AT_MOST:
            return counted <= self.stated if self.about & {"most", "up"} else counted < self.stated
        return counted == self.stated


def share_in(text: str) -> Number | None:
    """The share that a text states, in per cent: "10 percent", "a third of"."""
    told = text.casefold()
    if not any(word in told for word in _WORDS_OF_SHARE):
        return None
    if found := _PER_CENT.search(text):
        word = found[1].casefold()
        stated = int(word) if word.isdigit() else NUMBER_WORDS.get(normalise(word))
    elif found := _SEVERAL_PARTS.search(text):
        stated = round(100 * NUMBER_WORDS.get(normalise(found[1]), 0) / _whole_of(found[2]))
    else:
        found = _PART.search(text)
        stated = _part(found) if found else None
    if found is None or stated is None:
        return None
    before = _BEFORE_SHARE.search(text[: found.start()])
    about = frozenset({normalise(before[2])} if before else ())
    start = before.start() if before and about & _BEFORE else found.start()
    return Number(text[start : found.end()], stated, _turned(about) if before and before[1] else about, "")


def _whole_of(part: str) -> int:
    """How many of a part are the whole."""
    return _WHOLES.get(part.casefold()[:2], 5)


def _turned(about: frozenset[str]) -> frozenset[str]:
    """The bound that is left where one is denied: no more than is at most."""
    if about & _AT_MOST:
        return frozenset({"least"})
    return frozenset({"most"}) if about & _AT_LEAST else about


def is_vote_at(question: Question, word: int) -> bool:
    """Whether a word stands in a vote that a text names, in figures or in words."""
    if is_of_vote(question.text, question.words[word].start):
        return True
    _, said = counted_vote(question.joined)
    first = question.joined[: question.joined.find(said)].count(" ")
    return bool(said) and first <= word < first + len(said.split())


def _part(found: re.Match[str]) -> int | None:
    """The share that is told by a word or as one in so many, in per cent."""
    if found[1] or found[2]:
        return _PARTS[(found[1] or found[2]).casefold()]
    if found[4]:
        return next((part for begins, part in _EACH.items() if found[4].casefold().startswith(begins)), None)
    whole = int(found[3]) if found[3].isdigit() else NUMBER_WORDS.get(found[3].casefold(), 0)
    return round(100 / whole) if whole > 1 else None


def numbers(question: Question) -> Iterator[Number]:
    """The numbers of ties, places or signatures that a text states, each in its own words."""
    words = question.words
    for i, word in enumerate(words):
        number = 1 if word.norm in ONES else number_at(question, i)
        if number is None or _counts_nothing(question, i, number):
            continue
        counted = _counted_by_one(question, i) if word.norm in ONES else counted_at(question, i)
        if counted is None and number >= _FEWEST_SIGNATURES and Intent.PETITION in question.intents:
            yield Number(word.raw, number, frozenset(), "signatures")
        if counted is None or _is_whole(question, i) or _is_share(question, i):
            continue
        first = i
        while first and words[first - 1].norm in _BEFORE:
            first -= 1
        before = frozenset(each.norm for each in words[first:i])
        if first and words[first - 1].norm in _DENIES and before & (_AT_LEAST | _AT_MOST):
            first, before = first - 1, _turned(before)
        last = max([counted, *_claimed(question, counted)])
        quote = clip(question.text[words[first].start : words[last].end], _LONGEST_QUOTE)
        noun = words[counted].norm
        yield Number(quote, number, before, _plural(noun) if word.norm in ONES else noun)


def left_out_of_all(question: Question) -> int:
    """How many a text leaves out of all, without a name: 3 in "all but three"."""
    match = _ALL_BUT.search(question.joined)
    return NUMBER_WORDS.get(match[1]) or int(match[1]) if match else 0


def _counts_nothing(question: Question, i: int, number: int) -> bool:
    """Whether a number is a year, that of a vote, of a source, or of an order: "the 89th"; or left out of all."""
    if i and number == left_out_of_all(question) and question.words[i - 1].norm in _EXCEPT:
        return True
    if question.words[i].norm in _BOTH and question.mentions:
        # "Both partners" of a place that is named are its own.
        return True
    ordinal = _ORDINAL.match(question.text, question.words[i].end) is not None
    year = _FIRST_YEAR <= number <= _LAST_YEAR
    return ordinal or year or _is_mark(question, i) or is_vote_at(question, i)


def _counted_by_one(question: Question, i: int) -> int | None:
    """What is said to be one alone: "only one city"; not "the only one to end it", nor "one city that ended"."""
    words = question.words
    alone = i > 0 and words[i - 1].norm in _NO_MORE_THAN and (i == 1 or words[i - 2].norm != "the")
    near = range(i + 1, min(i + 1 + _GAP, len(words))) if alone else ()
    return next((j for j in near if _ONE.fullmatch(words[j].norm)), None)


def _plural(noun: str) -> str:
    if not noun.isascii():
        return noun
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


def number_at(question: Question, i: int) -> int | None:
    """The number that a word is, with the thousands behind its comma."""
    norm = question.words[i].norm
    if not norm.isdigit():
        return _spelt_at(question, i)
    if i and question.text[question.words[i - 1].end : question.words[i].start] == "," and len(norm) == 3:
        return None
    after = question.words[i + 1] if i + 1 < len(question.words) else None
    thousands = after is not None and question.text[question.words[i].end : after.start] == "," and len(after.norm) == 3
    if thousands and after is not None and after.norm.isdigit():
        return int(norm + after.norm)
    number = int(norm) if len(norm) < len("1000000") else None
    return number * 1000 if number and after is not None and after.norm in _THOUSANDS and number < 1000 else number


def _spelt_at(question: Question, i: int) -> int | None:
    """The number that a word is, with the one behind it that is counted with it; None for that one: "sixty-nine"."""
    words = question.words
    number = NUMBER_WORDS.get(words[i].norm)
    before = NUMBER_WORDS.get(words[i - 1].norm) if i else None
    behind = NUMBER_WORDS.get(words[i + 1].norm) if i + 1 < len(words) else None
    if number is not None and before in _TENS and 0 < number <= _LAST_DIGIT and words[i].norm not in ONES:
        return None
    if number is None or number not in _TENS or behind is None:
        return number
    return number + behind if 0 < behind <= _LAST_DIGIT else number


def _is_whole(question: Question, i: int) -> bool:
    """Whether a number is the whole of which another is a part: "16 of 69", "two of Texas' four ties"."""
    words = question.words
    for at in range(i - 1, max(i - _GAP, 0), -1):
        if words[at].norm in _PART_OF:
            return number_at(question, at - 1) is not None
        if not (words[at].capital or words[at].norm in _BESIDE_WHOLE):
            return False
    return False


def _is_share(question: Question, i: int) -> bool:
    """Whether a number is in per cent."""
    return _PER_CENT.match(question.text, question.words[i].start) is not None


def _is_mark(question: Question, i: int) -> bool:
    """Whether a number is that of a source, in brackets."""
    return question.text[: question.words[i].start].endswith("[")


def counted_at(question: Question, number: int) -> int | None:
    """Where what a number counts is named behind it: the last such word before how they stand is said."""
    near = range(number + 1, min(number + 1 + _GAP, len(question.words)))
    if any(question.words[j].norm in _MONTHS for j in near[:2]) or _counts_else(question, number):
        return None
    has = next((j for j in near if question.words[j].norm in _HAVE), len(question.words))
    # "106 cities have ties": cities are counted.
    nouns = [j for j in near if _COUNTED.fullmatch(question.words[j].norm)]
    nouns = [j for j in nouns if j < has] or nouns
    claimed = next((j for j in near if question.words[j].norm in question.claimed), len(question.words))
    if not nouns and (_is_counted_before(question, number) or _is_left(question, number)):
        return number
    if not nouns and _is_of_them(question, number):
        return claimed if claimed in near else number
    if not nouns and claimed in near and all(_is_part(question.words[j].norm) for j in range(number + 1, claimed)):
        return claimed
    return max((j for j in nouns if j < claimed), default=nouns[0] if nouns else None)


def _counts_else(question: Question, number: int) -> bool:
    """Whether what a number counts stands right behind it and is no tie: "three months", "three ports of sisters"."""
    behind = question.words[number + 1 : number + 3]
    if not behind or _OF_TIME.fullmatch(behind[0].norm):
        return bool(behind)
    of_things = len(behind) > 1 and behind[1].norm in _PART_OF and behind[0].raw in question.asides
    return of_things and not _COUNTED.fullmatch(behind[0].norm)


def _is_counted_before(question: Question, number: int) -> bool:
    """Whether what a number counts stands before it: "there were of such cities 106"."""
    before = [word.norm for word in question.words[max(0, number - _GAP - 1) : number]]
    return bool(before) and before[-1] in _WAS and any(_COUNTED.fullmatch(word) for word in before)


def _is_left(question: Question, number: int) -> bool:
    """Whether a number is of those that are left: "and 98 remain"."""
    after = question.words[number + 1].norm if number + 1 < len(question.words) else ""
    # "Їх лишилось 98".
    ends = number + 1 == len(question.words) and number > 0
    return after in _LEFT or (ends and question.words[number - 1].norm in _LEFT)


def _is_of_them(question: Question, number: int) -> bool:
    """Whether a number is a part of what was counted before: "106 partners, of them 98"."""
    before = [word.norm for word in question.words[max(0, number - 3) : number]]
    return bool(_OF_THEM & {" ".join(before[-2:]), " ".join(before[-3:])})


def _is_part(word: str) -> bool:
    """Whether a word may stand between a number and what it claims: "8 of 106 have ended"."""
    return word in _PART_OF or word.isdigit() or word in _BETWEEN


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
