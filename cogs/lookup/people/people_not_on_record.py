"""People whom a question names and the record has not. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup.people.about_people import TITLES, asks_of_person
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.ordinary_words import is_frequent_name
from db.record.people import PUBLIC
from db.record.stop_words import STOP_WORDS

_WORD_FROM = said_for("questions", "people_not_on_record", "word_from")
# A person's first name and surname between "did" and what was done.
_FULL_NAME = LATE.compile(
    r"\b(?:[Dd]id|[Hh]as|[Dd]oes|[Ww]as|[Ii]s) ((?:[A-Z][\w’'.-]+ ){1,2}[A-Z][\w’'-]+) "
    r"(?:say|said|do|done|think|want|support|oppose|weigh|speak|spoken|comment|write|sign|ask|call|vote|mention|decide|argue|propose|push|suspend|end|keep|tell|get|have)"
)
_SMALL_NAME = LATE.compile(
    r"\b(?:[Dd]id|[Hh]as|[Dd]oes|[Qq]uotes? (?:by|from)|words? (?:by|from|of)) ([a-z]{2,}) ([a-z’'-]{3,})"
    r"(?= (?:say|said|do|done|think|want|support|oppose|weigh|speak|spoken|comment|write|ask|call|vote|argue|propose"
    r"|push|about|on)\b)"
)
_AND_THEY = LATE.compile(
    r"^\W*([A-Z][\w’'-]+ [A-Z][\w’'-]+)\W+"
    r"(?:did|has|does|was|is|what did|what does|any) (?:she|he|they|words?|statement)\b"
)
_MOST_NAMES = 2
# What stands behind a name at the beginning that is set beside a place: "Dunleavy and Juneau".
_SET_BESIDE = frozenset("and on re about vs versus & та і й и та про о об".split())
# So much of a text in capitals tells no names from words.
_HALF = 0.5
# So near before a name stands whose friend it is.
_NEAR = 2
_OWN = frozenset(
    (
        "my our i im i'm myself мій моя мого моєму мою моїй наш наша наші мене я мой моего моему мою моей наша наши "
        "меня"
    ).split()
)
_WHO_IS = LATE.compile(
    r"\b(?:who is|who's|whos|who was|кто так\w+|хто так\w+|хто це|кто это) ([A-ZА-ЯІЇЄҐ][\w’'-]+ [A-ZА-ЯІЇЄҐ][\w’'-]+)",
)

_ASKED = (_FULL_NAME, _WHO_IS, _AND_THEY)


def absent_people(question: Question) -> tuple[str, ...]:
    """People in public life, or in an office that is named, whom a question asks about and the record has not."""
    if question.speakers or not (asks_of_person(question) or _WORD_FROM.search(question.joined)):
        return ()
    public = (PUBLIC[word.norm] for word in question.words if word.norm in PUBLIC)
    return tuple(dict.fromkeys((*public, *titled(question))))


def unknown_person(question: Question) -> str:
    """A name of two words that is asked about and is no place's: "did Eric Adams say anything"; empty for none."""
    found = next((it for asked in _ASKED if (it := asked.search(question.text))), None)
    name = " ".join(found[1].split()) if found else _name_in_small_letters(question)
    # Adams is a town as well, and Des Moines nobody's name.
    placed = any(named.places and (named.typed == name or named.typed not in name) for named in question.mentions)
    return "" if placed or question.speakers or question.all_states else name


def _name_in_small_letters(question: Question) -> str:
    """The same of a name that is typed without capitals, one word of which is a frequent one: "did ted cruz say"."""
    found = _SMALL_NAME.search(question.text)
    words = [word for word in question.words if found and found.start(1) <= word.start < found.end(2)]
    placed = {question.words[i].start for it in question.mentions for i in range(it.start, it.end)}
    if found is None or found[1] in STOP_WORDS or any(word.start in placed for word in words):
        return ""
    named = any(is_frequent_name(word.norm) or word.raw in question.unknown for word in words)
    return f"{found[1]} {found[2]}".title() if named else ""


def titled(question: Question) -> Iterator[str]:
    """Names behind a title that fit nothing else: "senator Wicker"."""
    for title, word in zip(question.words, question.words[1:], strict=False):
        fits_nothing = word.raw in question.unknown or (word.capital and word.raw in question.asides)
        if title.norm in TITLES and fits_nothing and (word.capital or not word.cyrillic):
            yield f"{title.raw} {word.raw}".title()


def names_left_over(question: Question, told: str) -> list[str]:
    """Names inside a question that are nobody's and no place's on record and that the answer has not: "a Bernie thing".

    None of a text in capitals; a word at the beginning of a sentence is none, as it is written so anyway.
    """
    words = question.words
    taken = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    others = [word for i, word in enumerate(words) if i not in taken]
    if sum(word.capital for word in others) > _HALF * len(others):
        return []
    found: list[list[int]] = []
    for i, word in enumerate(words):
        if not word.capital or i in taken:
            continue
        if found and found[-1][-1] == i - 1 and question.text[words[i - 1].end : word.start] == " ":
            found[-1].append(i)
        else:
            found.append([i])
    # Behind a title a name is one at the beginning of a text as well: "Gov. DeSantis say anything?"
    names = [*titled(question)] if asks_of_person(question) else []
    titles = " ".join(names).casefold()
    left = (" ".join(words[i].raw for i in name) for run in found if (name := _named(run, question)))
    names += [name for name in left if name.casefold() not in titles]
    if not question.speakers and (small := _name_in_small_letters(question)):
        names.append(small)
    return [name for name in dict.fromkeys(names) if name.casefold() not in told.casefold()][:_MOST_NAMES]


def _named(run: Sequence[int], question: Question) -> Sequence[int]:
    """Those of some words with capitals that are a name: one of them fits nothing. None of a sentence's first word, nor
    of who it is that asks or was spoken to: "my friend Vasyl asks".
    """
    before = question.text[: question.words[run[0]].start].rstrip()
    behind = question.words[run[-1] + 1].norm if run[-1] + 1 < len(question.words) else ""
    begins = (not before or before[-1] in ".?!…:\n") and behind not in _SET_BESIDE
    name = run[1:] if begins and question.words[run[0]].raw not in question.unknown else run
    if question.text[question.words[run[-1]].end :].startswith(("..", "…")):
        # A name that broke off: what is meant comes behind it.
        return ()
    fits = any(question.words[i].raw in question.unknown for i in (run[1:] if begins else run))
    of_asker = not _OWN.isdisjoint(word.raw.lower() for word in question.words[max(0, run[0] - _NEAR) : run[0]])
    return name if fits and not of_asker else ()
