"""What the clauses of a text are there for: one asks, another tells of who asks or is thanks. Pure.

What somebody tells of themselves beside a question neither routes nor narrows it; a place that the question points
back to is kept: "my brother lives in Florida and wants to write. Which towns there still have one".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.framing import BUT_US, POINTS_BACK
from cogs.lookup.reading.intents import ASKED_STANDINGS, SIGNS, STRONG_SUBJECT
from cogs.lookup.reading.purposes import OF_PLACES
from cogs.lookup.reading.vocabulary import of_all_languages, said_for, words_for
from db.record.elsewhere import Abroad
from db.record.gazetteer import Gazetteer, Match
from db.record.mentions import Mention, StateMention
from db.record.models import UsRegion
from db.record.name_reading import read_names
from db.record.ordinary_words import is_common
from db.record.standings import Standing
from db.record.text import Token, normalise
from db.record.values import value

_ENDS = LATE.compile(r"[.?!;:…\n—–]|\s-\s")
_BRACKETS = LATE.compile(r"\([^()]{1,160}\)")
_COMMA = LATE.compile(r",\s")
_MARKED = LATE.compile(r"[^\w.!;:\n]*\?")


def words_for_role(role: str) -> frozenset[str]:
    """Words as they are typed: the stems of "малюю" and "малые" are the same."""
    return frozenset(map(folded, words_for("questions", "clause_roles", role).split("\n")))


def folded(word: str) -> str:
    """A word as it is looked for among those that are typed: in Cyrillic with its ending."""
    return normalise(word) if word.isascii() else word.casefold().replace("’", "'")


def as_said(word: Token) -> str:
    """A word as it is looked for: "we're" is no "were"."""
    return word.raw.casefold().replace("’", "'") if word.cyrillic or word.norm == "were" else word.norm


# "St. Petersburg", "Ald. Lopez": no sentence ends there.
SHORTENED = frozenset("st ft mt ald dr mr mrs ms jr sr vs gov sen rep".split())
FILLERS = words_for_role("fills")
ASKS = frozenset(map(folded, of_all_languages("clauses", "asks")))
WANTS = words_for_role("wants")
# "My mother wants to write" tells why it is asked, "I want all that ended" asks.
WANTS_THEMSELVES = words_for_role("wants_themselves")
_NEAR = words_for_role("near")
REFERS = words_for_role("refers")
PERSONS = words_for_role("persons")
# With one of these more is wanted than is said behind a colon.
_LISTS = words_for_role("lists")
OF_MANY = words_for_role("of_many")
_RELATIVE = frozenset("that who which with".split())
_TELLS = words_for_role("tells")
_OF_THEMSELVES = frozenset(map(folded, of_all_languages("purposes", "of_themselves")))
_BOUNDS = frozenset(map(folded, ("before", "since", "until", "after", "поки", "пока", "перед", "доки")))
_OF_ASKER = _OF_THEMSELVES | _NEAR | _TELLS
TELLING = said_for("questions", "clause_roles", "telling")
COURTESY = said_for("questions", "clause_roles", "courtesies")
# What is to be done with the answer: "I want to thank them".
_PURPOSE = said_for("questions", "clause_roles", "purposes")
# How it seems to who asks: "sounds like theater".
_REMARK = said_for("questions", "clause_roles", "remarks")
# What a list is to hold as well narrows none: "all the kept ones, including those later reversed".
_INCLUDING = LATE.compile(
    r",?\s+(?:\()?(?:including|incl\.?|even|also counting|включно з|включаючи|зокрема й|разом із|включая"
    r"|в том числе|даже)"
    r"\s+(?:the\s+)?(?:ones|those|any|тими|тих|ті|те|тех|теми)\b[^.?!;,()]*\)?",
    re.IGNORECASE,
)
KNOWS = said_for("questions", "clause_roles", "knows")
_DECLINES = said_for("questions", "clause_roles", "declines")
# Behind what is not wanted these tell no more: "not the whole list. only Iowa".
_ONLY = LATE.compile(r"^(?:just|only|тільки|лише|только|лишь)\s+|(?<=\s)(?:тільки|лише|только|лишь)\s+", re.IGNORECASE)
# "Everybody quit, who is left": what is said of all is no condition for those that are asked for.
_ALL_GONE = said_for("questions", "clause_roles", "all_gone")
# A time that a question may point back to: "we talk of 2023 only. Who suspended then".
_YEAR = LATE.compile(r"20[12]\d")
_BEFORE_A_YEAR = frozenset(map(normalise, "in before since until after from by у в до після после с з від от".split()))
_OF_THEN = LATE.compile(r"\b(?:then|(?:that|the same) year|тод|тогд|тог(?: ж)? (?:рок\w*|год\w*)|том (?:же )?год\w*)\b")
_OF_TIES = "ties: "
_WHO_IS_LEFT = said_for("questions", "clause_roles", "who_is_left")
_SUBJECT = said_for("questions", "clause_roles", "subjects")
_DECIDED = [said for standing, said in ASKED_STANDINGS.items() if standing is not Standing.ACTIVE]
_FEWEST, _MOST, _FEWEST_ANEW = 5, 90, 4
# Who breaks off and asks anew: "ties nobody has checked since... actually which ones had no news",
# "states with none... no wait, i mean give me those with one".
_STARTS_OVER = LATE.compile(
    r"(?:\.{2,}|…|\s[—–-]|[,.;])\s*(?:scratch that|strike that|забудь|стоп)[,:.]?\s+(?=[^?!.]{12})"
    r"|(?:\.{2,}|…|\s[—–-])\s*(?:actually|no,? wait|wait,? no|scratch that|or rather|вернее|точнее|точніше|вірніше"
    r"|ні,? краще|нет,? лучше|не,? лучше|стоп|(?:ой,? )?(?:no|нет|ні),? (?:sorry|я про|я о)|sorry|i mean)[,:]?\s+"
    r"(?:(?:no|sorry|rather|i mean|i meant|i want|тобто|то есть)[,:]?\s+){0,2}"
    r"(?=(?:which|who|what|how many|list|show|give me|tell me|name|які|хто|скільки|покажіть|покажи|дай"
    r"|какие|кто|сколько|покажите)\b)",
    re.IGNORECASE,
)
# So many words of a clause at most stand before the one that asks: "uh is there", "before i go on air how many".
_FEW_BEFORE = 2
_SHORTEST_ASKING = 2
# "Stavropol area", "the southern states".
_FEW_BEHIND = 2
_FEW_OF_A_PLACE = 4
_FEW_OF_A_PURPOSE = 6
_FEW_OF_A_REMARK = 6


@value
class _Clause:
    """The words of a clause, and whether a question mark stands behind them."""

    words: Sequence[Token]
    marked: bool

    @property
    def joined(self) -> str:
        return " ".join([word.norm for word in self.words])

    @property
    def norms(self) -> list[str]:
        """Its normalised words, without those before it that only fill: "ok so"."""
        norms = [*map(as_said, self.words)]
        first = next((i for i, norm in enumerate(norms) if norm not in FILLERS), len(norms))
        return norms[first:]


def only_what_is_asked(text: str, words: Sequence[Token], gazetteer: Gazetteer) -> str:
    """A text without the clauses in which who asks tells of themselves, thanks or leads up to the question; as it was
    where nothing else of it asks, or where the question needs what they say.
    """
    if not _FEWEST <= len(words) <= _MOST:
        return text
    if (widened := _INCLUDING.sub("", text)) != text and len(widened.split()) >= _FEWEST_ANEW:
        return widened
    if (anew := _STARTS_OVER.search(text)) and len(text[anew.end() :].split()) >= _FEWEST_ANEW:
        return text[anew.end() :]
    clauses = [*_divided(text, words)]
    if len(clauses) == 1:
        return text
    if asked := _behind_the_first(clauses, text):
        return asked
    if (but_us := BUT_US.search(text)) and (home := next(_homes(clauses, text, gazetteer), None)):
        # "I'm in Chicago. Who else, besides us": besides Chicago.
        clause, name = home
        there = f"{text[: but_us.start(2)]}{name}{text[but_us.end(2) :]}"
        return _cut(there, clause, "") if clause.words[-1].end < but_us.start() else there
    purposes = [clause for clause in clauses[1:] if not clause.marked and _is_said_behind(clause)]
    asking = [clause for clause in clauses if _asks(clause) and clause not in purposes]
    aside = [clause for clause in clauses if clause not in asking and (_is_courtesy(clause) or _is_of_asker(clause))]
    beside = [clause for clause in clauses if clause in aside or clause in purposes]
    if len(asking) > 1 and _leads_up(asking[0], text):
        # "I want swap examples: place freezes …".
        beside.insert(0, asking.pop(0))
    if not asking or not beside:
        return text
    rest = [clause for clause in clauses if clause not in beside]
    for clause in reversed(beside):
        kept = _kept(clause, rest, text, gazetteer)
        text = _cut(text, clause, kept)
    return text


def _behind_the_first(clauses: Sequence[_Clause], text: str) -> str:
    """What a text asks behind a first clause that asks nothing, whatever it tells; empty where there is none."""
    behind = text[clauses[1].words[0].start :]
    if _DECLINES.match(clauses[0].joined) is not None:
        return _ONLY.sub("", behind)
    if _says_all_are_gone(clauses):
        # Of what it is asked was said in what is left out.
        return f"{_OF_TIES}{behind}"
    return behind if _is_for_something(clauses[0], text) else ""


def _says_all_are_gone(clauses: Sequence[_Clause]) -> bool:
    """Whether a text says of all that they quit before it asks who is left."""
    gone = _ALL_GONE.match(clauses[0].joined) is not None
    return gone and any(_WHO_IS_LEFT.match(each.joined) for each in clauses[1:])


def _divided(text: str, words: Sequence[Token]) -> Iterator[_Clause]:
    """The clauses of a text; a comma divides before a word that asks alone, and nothing within brackets does."""
    bracketed = [match.span() for match in _BRACKETS.finditer(text)]
    begun = 0
    for i in range(1, len(words)):
        between = text[words[i - 1].end : words[i].start]
        if between == " " or not _ends(between, words[i - 1], words[i:]):
            continue
        if any(start <= words[i].start < end or start < words[i - 1].end <= end for start, end in bracketed):
            within = between.rpartition(")")[2] if ")" in between else ""
            if not _ENDS.search(within):
                continue
        yield _clause(text, words[begun:i])
        begun = i
    yield _clause(text, words[begun:])


def _clause(text: str, words: Sequence[Token]) -> _Clause:
    return _Clause(words, _MARKED.match(text, words[-1].end) is not None)


def _ends(between: str, before: Token, words: Sequence[Token]) -> bool:
    if _ENDS.search(between):
        return not (between.startswith(".") and (before.norm in SHORTENED or len(before.norm) == 1))
    first = [as_said(word) for word in words[:2]]
    return _COMMA.search(between) is not None and (first[0] in ASKS or (first[0] in FILLERS and first[-1] in ASKS))


def _asks(clause: _Clause) -> bool:
    """Whether a clause asks, or says what is wanted."""
    norms = clause.norms
    if KNOWS.match(clause.joined):
        return False
    wanted = WANTS if norms[:1] and norms[0] in _NEAR else WANTS | WANTS_THEMSELVES
    if clause.marked or not wanted.isdisjoint(norms):
        return True
    return len(norms) >= _SHORTEST_ASKING and not ASKS.isdisjoint(norms[: _FEW_BEFORE + 1])


def _is_for_something(clause: _Clause, text: str) -> bool:
    """Whether a clause says only what all behind its colon is for: "for the press release:"."""
    few = 1 < len(clause.words) <= _FEW_OF_A_PURPOSE and clause.norms[:1] in (["for"], ["для"])
    return few and text.startswith(":", clause.words[-1].end) and not of_subject(clause.joined)


def _leads_up(clause: _Clause, text: str) -> bool:
    """Whether a clause says only that something is wanted, which stands behind its colon."""
    only_wanted = not clause.marked and _LISTS.isdisjoint(clause.norms) and ASKS.isdisjoint(clause.norms)
    return only_wanted and text.startswith(":", clause.words[-1].end) and not of_subject(clause.joined)


def _homes(clauses: Sequence[_Clause], text: str, gazetteer: Gazetteer) -> Iterator[tuple[_Clause, str]]:
    """The clauses in which who asks says where they are, each with the name, as typed."""
    for clause in clauses:
        own = not _OF_THEMSELVES.isdisjoint(map(as_said, clause.words[:_FEW_OF_A_PLACE]))
        if own and not clause.marked and (name := _names(clause, text, gazetteer)):
            yield clause, name


def _is_said_behind(clause: _Clause) -> bool:
    """Whether a clause says what is to be done with the answer, or how what is asked about seems to whoever asks."""
    remarks = len(clause.words) <= _FEW_OF_A_REMARK and _REMARK.match(clause.joined) is not None
    return remarks or _PURPOSE.match(clause.joined) is not None


def _is_courtesy(clause: _Clause) -> bool:
    said = clause.words[len(clause.words) - len(clause.norms) :]
    return not said or COURTESY.match(" ".join([word.norm for word in said])) is not None


def _is_of_asker(clause: _Clause) -> bool:
    """Whether who asks tells of themselves or of those near to them, and not what somebody told them."""
    norms = clause.norms
    if norms[:1] and norms[0] in _BOUNDS and _OF_THEMSELVES.isdisjoint(norms):
        # "Before the war's first anniversary, who ended it": a time is asked about.
        return False
    return bool(norms) and norms[0] in _OF_ASKER and TELLING.search(clause.joined) is None


def _kept(clause: _Clause, rest: Sequence[_Clause], text: str, gazetteer: Gazetteer) -> str:
    """What stays of a clause beside the question: nothing, the names that it points back to, or all."""
    whole = text[clause.words[0].start : clause.words[-1].end]
    joined, asked = clause.joined, ". ".join(each.joined for each in rest)
    said = {word for each in rest for word in _but_for_which(each.norms)}
    if (time := _time_in(clause, text)) and (_asks(clause) or _OF_THEN.search(asked)):
        # "I only care about 2023: who suspended" says of what time it is asked.
        return time
    refers = POINTS_BACK.search(asked) or not REFERS.isdisjoint(said)
    if KNOWS.match(clause.joined) and not refers and _stands_alone(asked):
        # "Which Russian cities have three partners? I only knew about Vladivostok".
        return ""
    if names := _names(clause, text, gazetteer):
        own = any(_names(each, text, gazetteer) for each in rest)
        # "I live in Kyiv, can I sign": nothing is asked of Kyiv.
        points_back = refers and SIGNS.search(asked) is None
        return names if points_back and not own and _stands_alone(asked) else whole
    if _is_courtesy(clause) or _is_said_behind(clause):
        return ""
    if not (_stands_alone(asked) and PERSONS.isdisjoint(said)) or _may_name(clause, gazetteer):
        return whole
    if not of_subject(joined):
        return ""
    told = any(said.search(joined) for said in _DECIDED)
    decided = not told or any(said.search(asked) for said in _DECIDED)
    return "" if decided and not refers else whole


def _time_in(clause: _Clause, text: str) -> str:
    """The years that a clause names, with the bound before them, as typed; empty where it names none."""
    years = [i for i, word in enumerate(clause.words) if _YEAR.fullmatch(word.norm)]
    if not years:
        return ""
    first = years[0]
    if first and clause.words[first - 1].norm in _BEFORE_A_YEAR:
        first -= 1
    return text[clause.words[first].start : clause.words[years[-1]].end]


def _names(clause: _Clause, text: str, gazetteer: Gazetteer) -> str:
    """The names of places, states and regions in a clause, as typed, with the few words behind them."""
    found = read_names(clause.words, gazetteer, text)
    regions = (it for it in found.matches if not it.distance and isinstance(it.named[0], UsRegion))
    named = (it for it in found.mentions if it.places or not (it.weak or it.plain))
    all_named: list[Mention | StateMention | Abroad | Match] = [*named, *found.states, *found.abroad, *regions]
    spans = sorted((it.start, it.end) for it in all_named)
    if not spans:
        return ""
    last = max(end for _, end in spans)
    if len(found.words) - last <= _FEW_BEHIND:
        last = len(found.words)
    return text[found.words[spans[0][0]].start : found.words[last - 1].end]


def _but_for_which(norms: Sequence[str]) -> Iterator[str]:
    """Some words without "that" where it only tells which are meant: "those that ended"."""
    for before, norm, behind in zip(("", *norms), norms, (*norms[1:], ""), strict=False):
        tells_which = (norm == "that" and before in OF_MANY) or (norm == "those" and behind in _RELATIVE)
        if not tells_which:
            yield norm


def _may_name(clause: _Clause, gazetteer: Gazetteer) -> bool:
    """Whether a few words may say where somebody is from: "я з Черкащини"."""
    few = len(clause.words) <= _FEW_OF_A_PLACE
    return few and any(gazetteer.knows_word(word.norm) and not is_common(word.norm) for word in clause.words)


def of_subject(joined: str) -> bool:
    """Whether normalised words speak of ties, or of how they stand."""
    said = STRONG_SUBJECT.search(joined) or OF_PLACES.search(joined) or _SUBJECT.search(joined)
    return said is not None or any(standing.search(joined) for standing in ASKED_STANDINGS.values())


def _stands_alone(asked: str) -> bool:
    """Whether what asks says of what it does."""
    said = STRONG_SUBJECT.search(asked) or OF_PLACES.search(asked) or _SUBJECT.search(asked)
    return said is not None or any(standing.search(asked) for standing in _DECIDED)


def _cut(text: str, clause: _Clause, kept: str) -> str:
    start, end = clause.words[0].start, clause.words[-1].end
    if kept == text[start:end]:
        return text
    before, after = text[:start].rstrip("(–—- "), text[end:]
    if kept:
        return f"{before} {kept}.{after.lstrip('.!?;:,…)–—- ') and ' '}{after.lstrip('.!?;:,…)–—- ')}".strip()
    return f"{before} {after.lstrip('.!?;:,…)–—- ')}".strip()
