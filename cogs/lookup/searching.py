"""Searching the record by its words: what of a question is looked for, and how what is found is told. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import islice

from cogs.lookup import search_sentences
from cogs.lookup.explanations.explanation_parts import figures_now, still_holds
from cogs.lookup.model import Answer, Outcome, RecordSearch
from cogs.lookup.people.sayings import ASKING_WHOSE, TELLING_VERBS
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.in_english import in_english, in_record
from cogs.lookup.reading.intents import INTENTS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.quotation_marks import in_quotes
from cogs.lookup.reading.vocabulary import OF_ASKING, OF_TALKING
from cogs.lookup.reading.votes import VOTE
from cogs.lookup.ukraine import ukraine_sentences
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import clip
from cogs.wording.names import pair_name
from cogs.wording.petition import petition_asks
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS
from db.record.caching import of_the_last
from db.record.dataset.explanations import shipped
from db.record.derivation import acts_in_force
from db.record.models import Act, Place, TalkingPoint, Tie
from db.record.ordinary_words import is_common, is_ordinary
from db.record.passages import FoundPassage, PassageKind, Term, beginning
from db.record.people import SURNAMES_IN_ENGLISH
from db.record.register import Register
from db.record.stop_words import STOP_WORDS
from db.record.text import Token, clean, key, normalise, tokens
from db.record.values import value

# How much of what is looked for an entry must hold: of a tie that was named, and of the whole record.
ENOUGH_OF_TIE, ENOUGH, NEARLY_ALL = 0.5, 0.6, 0.75
# What is to be answered is put in other words than the record's.
ENOUGH_TO_ANSWER = 0.34
MOST_IN_ANSWER = 3
# So many of what people said are looked at for whose words they are.
_LOOKED_AT = 12
MOST_FOUND = 60
MOST_FOUND_OF_KINDS = 4
# "Not the feel-good 9-0 stuff": a vote that is not asked for.
_RULED_OUT = re.compile(
    r"\b(?:not|no|never|besides|except|other than|rather than|instead of|не|без|крім|кроме) (?:[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
# Words that join others elsewhere, and may be the very ones that were said.
OF_THE_SUBJECT = frozenset("end ended ends cut suspend suspended war people keep kept friend friends putin".split())
# What holds words that somebody said or decided.
SAID = (PassageKind.ACT, PassageKind.POINT, PassageKind.PETITION, PassageKind.NOTE, PassageKind.LISTING)
LONGEST_TEXT = 60
# So many votes of one text are looked for; so many characters before one may rule it out.
_MOST_VOTES, _BEFORE_IT = 4, 60
# A word that so many entries have at most tells which of them is meant.
_FEW = 4
_PER_PAGE = 5
_SHORT = 3
# A page of a search may hold less of it than its best finds, but no less than this.
_ENOUGH_OF_SEARCH = 0.5
# So many words are looked for: each costs time.
_MOST_TERMS = 24
# A text of so many words that says nothing of the subject is not about the one word that it shares with the record.
_LONG = 4


@value
class SearchResult:
    """One page of what a search found; ``page`` counts from 0."""

    answer: Answer
    page: int
    pages: int


@value
class SearchedWords:
    """What is looked for in the record. ``words`` are as typed."""

    terms: tuple[Term, ...]
    words: tuple[str, ...]

    def without(self, words: Collection[str]) -> SearchedWords:
        """The same without those that are, normalised, among some words."""
        kept = [(t, w) for t, w in zip(self.terms, self.words, strict=True) if normalise(w) not in words]
        return SearchedWords(tuple(term for term, _ in kept), tuple(word for _, word in kept))

    def told_by(self, found: Sequence[FoundPassage]) -> tuple[str, ...]:
        """Those of the words that something found holds; all of them, where they were looked for in another way."""
        if not self.terms:
            return self.words
        held = frozenset[Term]().union(*(passage.holds for passage in found))
        return tuple(word for term, word in zip(self.terms, self.words, strict=True) if term in held)


# What was found in another way than by words.
NOTHING_SEARCHED = SearchedWords((), ())


# A question is asked this by several in turn.
@of_the_last
def searched(question: Question) -> SearchedWords:
    """What is looked for of a tie that is named: the words of a question that are neither names of places nor of its
    own vocabulary."""
    return _search(
        word for word in question.words if word.raw in question.asides or (_is_number(word) and not question.period)
    )


def searched_anywhere(question: Question, register: Register) -> SearchedWords:
    """What is looked for where no tie is named: the same with the names, none of which was taken for a place."""
    named = {i for mention in question.mentions for i in range(mention.start, mention.end)}
    return _search(
        word
        for i, word in enumerate(question.words)
        if i in named
        or word.raw in question.asides
        or _is_number(word)
        or (register.gazetteer.knows_word(word.norm) and word.norm not in STOP_WORDS and not question.on_subject)
    )


def points_in_words(question: Question, after: int, register: Register) -> list[TalkingPoint]:
    """The talking points that hold most of what a question quotes, or else says from word ``after`` on, or before; with
    people named, theirs first.
    """
    terms = _search(
        word for word in words_to_answer(question, after) if word.norm not in STOP_WORDS - OF_THE_SUBJECT
    ).terms
    held = register.find_passages(terms, _LOOKED_AT, kinds=(PassageKind.POINT,), by_name=False) if terms else []
    names = {speaker.name for speaker in question.speakers}
    points = [(register.record.talking_points[passage.id], passage.share) for passage in held]
    theirs = [point for point, _ in points if point.speaker in names]
    if names and not theirs:
        return [point for point in register.record.points_in_use if point.speaker in names and point.answers]
    return theirs or [point for point, share in points[:MOST_IN_ANSWER] if share >= ENOUGH_TO_ANSWER]


def words_to_answer(question: Question, after: int) -> Sequence[Token]:
    """What is to be answered: what a question quotes, or else says from word ``after`` on, or all of it."""
    text = in_quotes(question)
    told = tokens(text) if text else question.words[after:] or question.words
    told = told if any(word.norm not in STOP_WORDS for word in told) else question.words
    return question.words if question.speakers and not text else told


def words_asked_for(question: Question) -> SearchedWords:
    """What is looked for where it is asked who said something: all words but those of asking, names of places too."""
    asking = words_matched(INTENTS[Intent.WORDS].finditer(question.joined))
    asking = (asking | ASKING_WHOSE) - TELLING_VERBS
    passed_over = asking | (STOP_WORDS - OF_THE_SUBJECT - TELLING_VERBS)
    return _search((word for word in question.words if word.norm not in passed_over), TELLING_VERBS)


def votes(question: Question, register: Register) -> dict[str, list[FoundPassage]]:
    """The first votes that a question names, "9-0 or 10-0", each as the record writes it, with the acts voted so."""
    named = dict.fromkeys(
        (found[1], found[2])
        for found in islice(VOTE.finditer(question.text), _MOST_VOTES)
        if not _RULED_OUT.search(question.text[max(0, found.start() - _BEFORE_IT) : found.start()])
    )
    return {f"{yes}–{no}": _voted_so(yes, no, register) for yes, no in named}


def _voted_so(yes: str, no: str, register: Register) -> list[FoundPassage]:
    held = register.find_passages([(yes,), (no,)], MOST_FOUND, kinds=(PassageKind.ACT,), by_name=False)
    voted = re.compile(rf"(?<![\d–-]){yes}–{no}(?![\d–-])")
    fits = [each for each in held if (act := _act(each, register)) and voted.search(f"{act.vote} {act.said}")]
    return fits[:MOST_FOUND_OF_KINDS]


def _act(passage: FoundPassage, register: Register) -> Act | None:
    if passage.about not in register.record.ties:
        return None
    return next((act for act in register.tie(passage.about or "").acts if act.id == passage.id), None)


def acts_of_kinds(question: Question, ties: Sequence[Tie]) -> list[FoundPassage]:
    """The acts of these ties that decide nothing, of a kind that is asked for: who proposed it, what was said."""
    kinds = {kind for kind in question.narrowing.kinds if not ACT_KINDS[kind].decides}
    return [
        FoundPassage(PassageKind.ACT, act.id, tie.id, 1.0)
        for tie in ties
        for act in acts_in_force(tie.acts)
        if act.kind in kinds
    ][:MOST_FOUND_OF_KINDS]


def _search(wanted: Iterable[Token], besides: Set[str] = frozenset()) -> SearchedWords:
    """What is looked for of some words; ``besides``: words of asking that are looked for as well."""
    kept = (word for word in wanted if word.norm not in OF_ASKING - besides)
    found = {term: word.raw for word in islice(kept, _MOST_TERMS) if (term := term_of(word))}
    return SearchedWords(tuple(found), tuple(found.values()))


def search_record(asked: RecordSearch, page: int, register: Register) -> SearchResult:
    """One page of all that the record says in the words of any text; a page out of range is the last."""
    found = _found_anywhere(asked, register)
    if not found:
        part = TextBlock.saying(search_sentences.not_found(clip(" ".join(asked.text.split()), LONGEST_TEXT)))
        return SearchResult(Answer(Outcome.UNKNOWN, (part,)), 0, 1)
    pages = -(-len(found) // _PER_PAGE)
    page = max(0, min(page, pages - 1))
    citations = Citations(register.record.sources)
    lines = [
        line
        for passage in found[page * _PER_PAGE : (page + 1) * _PER_PAGE]
        for line in _lines(passage, register, citations)
    ]
    part = TextBlock(tuple(lines), search_sentences.search_heading(asked.text, len(found), MOST_FOUND))
    return SearchResult(Answer(Outcome.SUBJECT, (part,), citations.sources), page, pages)


def _found_anywhere(asked: RecordSearch, register: Register) -> list[FoundPassage]:
    terms = any_words(tokens(clean(asked.text)))
    about = [name for tie in asked.ties for name in (tie, register.tie(tie).us, register.tie(tie).ru)]
    found = register.find_passages(terms, MOST_FOUND, about, (asked.kind,) if asked.kind else ())
    best = max((passage.share for passage in found), default=0)
    return [passage for passage in found if passage.share >= min(best, _ENOUGH_OF_SEARCH)]


def any_words(words: Sequence[Token]) -> tuple[Term, ...]:
    """All words of a text that is nothing but a search; those that only join others, if it has no others."""
    telling = [word for word in words if word.norm not in STOP_WORDS]
    longer = [word for word in words if len(word.norm) > _SHORT]
    # "Friends in Pskov", "pausing, not cutting ties": short words are in every text.
    telling = telling if len(telling) > 1 else longer if len(longer) > 1 else list(words)
    return tuple(dict.fromkeys(term_of(word) or (word.norm,) for word in telling))


def _is_number(word: Token) -> bool:
    """Whether a word is a number, and no year."""
    return word.norm.isdigit() and not (len(word.norm) == 4 and word.norm[:2] in {"19", "20"})


def term_of(word: Token) -> Term | None:
    """What a word is looked for by. The record is in English: an ordinary word of another language must be known."""
    if not word.cyrillic:
        return (word.norm, *in_record(word.norm), *SURNAMES_IN_ENGLISH.get(word.norm, ()))
    english = in_english(word.norm) or SURNAMES_IN_ENGLISH.get(word.norm)
    if english is None and is_ordinary(word.norm) and not word.capital:
        return None
    return (word.norm, *(english or ()))


def passages_of(
    question: Question,
    ties: Sequence[Tie],
    register: Register,
    enough: float,
    *,
    by_everyday_words: bool,
) -> list[FoundPassage]:
    """What the record says of these ties in the other words of a question; ``enough`` is how much of them it holds.

    A single word of everyday talk, where what it is in is not asked for, is there by chance: "no matter what".
    """
    terms: Sequence[Term] = searched(question).terms
    if not _says_more_than_numbers(terms):
        return []
    places = dict.fromkeys(place for tie in ties for place in (tie.us, tie.ru))
    own = {word for place in map(register.place, places) for word in _words_of_names(place)}
    terms = [term for term in terms if term[0] not in own]
    if not _says_more_than_numbers(terms) or not (by_everyday_words or _are_telling(terms)):
        return []
    about = (*(tie.id for tie in ties), *places)
    found = register.find_passages(terms, MOST_IN_ANSWER, about) if terms and about else []
    return [passage for passage in found if passage.share >= enough]


def _says_more_than_numbers(terms: Iterable[Term]) -> bool:
    """Whether there are others than a vote or a day: the act that has it is told as the newest, or as was asked."""
    return not all(term[0].isdigit() for term in terms)


def _are_telling(terms: Sequence[Term]) -> bool:
    """Whether what is looked for is more than one word of everyday talk, in English."""
    return len(terms) > 1 or not is_common(terms[0][0])


def _words_of_names(place: Place) -> Iterator[str]:
    """The normalised words of all names of a place and of its region."""
    for name in (place.name, place.region or "", *place.aliases):
        yield from key(name).split()


def of_ties(term: Term, ties: Sequence[Tie], register: Register) -> list[FoundPassage]:
    """What was said and done of these ties, or is noted of them, in any of a term's words."""
    about = [name for tie in ties for name in (tie.id, tie.us, tie.ru)]
    return register.find_passages([term], MOST_IN_ANSWER, about, SAID, by_name=False) if term else []


def passages_anywhere(question: Question, register: Register) -> list[FoundPassage]:
    """What the record says, of whatever tie, in the words of a question that names none."""
    search = searched_anywhere(question, register)
    if not search.terms or _is_talk(question, search):
        return []
    names = {
        word.norm
        for mention in question.mentions
        if mention.places
        for word in question.words[mention.start : mention.end]
    }
    more = {term for term in search.terms if term[0] not in names | OF_TALKING}
    found = register.find_passages(search.terms, MOST_IN_ANSWER, by_name=False)
    # The names of a place are in all that is said of it: they, with words of talk, tell nothing of what is asked.
    return [passage for passage in found if passage.share >= ENOUGH and (more & passage.holds or not more)]


def said_in_words(search: SearchedWords, register: Register) -> tuple[list[FoundPassage], SearchedWords]:
    """What holds most of those words that the record has at all, of whatever tie; and which words these are.

    What people said is found in other words and languages as well.
    """
    held = [
        (term, word) for term, word in zip(search.terms, search.words, strict=True) if _said_with([term], 1, register)
    ]
    known = SearchedWords(tuple(term for term, _ in held), tuple(word for _, word in held))
    if not held:
        return [], known
    found = [it for it in _said_with(known.terms, _LOOKED_AT, register) if it.share >= ENOUGH_OF_TIE]
    # "Who called Putin a tyrant": what only names Putin tells nothing of it.
    rarest = min(known.terms, key=lambda term: len(_said_with([term], _LOOKED_AT, register)))
    return ([it for it in found if rarest in it.holds] or found)[:MOST_IN_ANSWER], known


def _said_with(terms: Sequence[Term], most: int, register: Register) -> list[FoundPassage]:
    """What was said and done with these words, at most so much, what holds most of them first."""
    written = register.find_passages(terms, most, kinds=SAID, by_name=False)
    known = {passage.id for passage in written}
    by_beginning = {(*term, *(beginning(word) for word in term if not word.isascii())): term for term in terms}
    meant = register.find_passages([*by_beginning], most, kinds=(PassageKind.POINT,))
    told = [replace(it, holds=frozenset(map(by_beginning.__getitem__, it.holds))) for it in meant if it.id not in known]
    return sorted([*written, *told], key=lambda it: -it.share)[:most]


def in_rare_words(
    words: Collection[str], question: Question, register: Register
) -> tuple[list[FoundPassage], SearchedWords]:
    """What was said or done in those of some words of a question, as typed, that few entries have; and these words."""
    wanted = _search(word for word in question.words if word.raw in words)
    rare: dict[Term, str] = {}
    held: set[tuple[PassageKind, str]] | None = None
    for term, word in zip(wanted.terms, wanted.words, strict=True):
        found = register.find_passages([term], _FEW + 1, kinds=SAID, by_name=False)
        if 0 < len(found) <= _FEW:
            rare[term] = word
            ids = {(passage.kind, passage.id) for passage in found}
            held = ids if held is None else held & ids
    search = SearchedWords(tuple(rare), tuple(rare.values()))
    if not held:
        return [], search
    claimed = _search(word for word in question.words if word.norm in question.claimed)
    best = register.find_passages([*rare, *claimed.terms], MOST_FOUND, kinds=SAID, by_name=False)
    return [passage for passage in best if (passage.kind, passage.id) in held][:MOST_IN_ANSWER], search


def _is_talk(question: Question, search: SearchedWords) -> bool:
    """Whether the words that are left say too little to be looked for: everyday words, or one in a long text."""
    if all(word.isdigit() for words in search.terms for word in words):
        return len(question.words) > 1
    if question.on_subject:
        return False
    if Intent.BOT in question.intents and Intent.WORDS not in question.intents:
        return True
    if len(search.terms) > 1:
        return False
    if len(question.words) == 1:
        return False
    counted = Intent.COUNT in question.intents
    return counted or len(question.words) > _LONG or is_common(search.terms[0][0])


def passages_part(
    found: Sequence[FoundPassage], words: Sequence[str], register: Register, citations: Citations
) -> TextBlock:
    """What was found, a line an entry, each with its tie, date and source."""
    lines = [line for passage in found for line in _lines(passage, register, citations)]
    telling = [word for word in words if word.isalpha() and normalise(word) not in OF_TALKING]
    return TextBlock(tuple(lines), search_sentences.found_in_record(telling))


def _lines(passage: FoundPassage, register: Register, citations: Citations) -> Iterator[Line]:
    record = register.record
    if passage.kind is PassageKind.POINT:
        point = record.talking_points[passage.id]
        yield search_sentences.found_point(point, citations.cite([point.source]))
    elif passage.kind is PassageKind.UKRAINE:
        partner = record.ukraine_ties[passage.id]
        yield ukraine_sentences.ukrainian_partner(partner, citations.cite([partner.source]))
    elif passage.kind is PassageKind.PETITION:
        if record.petition is not None:
            yield petition_asks(record.petition, citations.cite([record.petition.source]))
    elif passage.kind is PassageKind.EXPLANATION:
        explanation = shipped().by_id(passage.id)
        if explanation is not None and still_holds(explanation, register):
            yield search_sentences.found_explanation(
                explanation.topic, explanation.told(figures_now(register)), citations.cite(explanation.sources)
            )
    elif passage.about in record.ties:
        yield from _line_of_tie(passage, register.tie(passage.about or ""), register, citations)


def _line_of_tie(passage: FoundPassage, tie: Tie, register: Register, citations: Citations) -> Iterator[Line]:
    pair = pair_name(tie, register)
    if passage.kind is PassageKind.NOTE:
        marks = citations.cite([tie.since_source] if tie.since_source and not tie.note else [])
        yield search_sentences.found_note(pair, tie.note or tie.since_note or "", marks)
    for act in tie.acts:
        if act.id == passage.id:
            yield search_sentences.found_act(pair, act, citations.cite(act.sources))
    for listing in tie.listings:
        if listing.id == passage.id:
            yield search_sentences.found_listing(pair, listing, citations.cite(listing.sources))
