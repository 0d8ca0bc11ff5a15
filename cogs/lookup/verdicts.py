"""Claims: what a text says of places, or in numbers, each held against the record in a line of its own. Pure.

What is not about sister cities is left out.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup import (
    blocks,
    claim_sentences,
    comparison_sentences,
    list_sentences,
    place_sentences,
    premise_sentences,
    searching,
)
from cogs.lookup.claim_parts import OF_ORDER, Clause, Number, clauses, numbers, words_around
from cogs.lookup.filters import Part, fitting
from cogs.lookup.intents import STRONG_SUBJECT, Intent
from cogs.lookup.list_filter import NOT_ENDED, list_filter
from cogs.lookup.lists import chosen_ties, first_of, is_roughly_first, list_sentence
from cogs.lookup.model import Answer, AnswerChoice, Look, Outcome, SortBy, SortOrder, TieFilter
from cogs.lookup.patterns import phrases
from cogs.lookup.question import Question
from cogs.lookup.steps import Steps, at_once
from cogs.wording.act_sentences import row_told
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed_apart, paragraph
from cogs.wording.leads import Asked, act_asked_for, lead
from cogs.wording.names import pair_name, place_name
from cogs.wording.petition import NO_PETITION, petition_count
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.dataset.explanations import shipped
from db.record.figures import per_cent
from db.record.levels import Level
from db.record.mentions import Mention
from db.record.models import Country, Tie
from db.record.passages import FoundPassage, PassageKind, Term
from db.record.register import Register
from db.record.resolver import Resolution
from db.record.standings import STANDINGS, Standing
from db.record.stop_words import STOP_WORDS
from db.record.text import key

_RUSSIA = phrases("russia*; росси*; росі*; рф")
_MOST_LINES = 20
_MOST_CHOICES = 25
# So many lines make a list of verdicts; one place alone gets its card.
_SEVERAL = 2
# So many ties are named where a claim takes in more than it should.
_MOST_NAMED = 8
# A share so far from the record's in per cent is the same, rounded; a rough one so far may be.
_EXACT, _NEAR = 1, 5
# A number from this on is looked up in what people said and in the explanations: there it may be somebody's own count.
_FOUND_BY = 10
_LOOKED_AT = 6
_TELLS_OF_NUMBERS = (PassageKind.POINT, PassageKind.EXPLANATION)
_ORDERS = {"first": SortOrder.OLDEST, "last": SortOrder.NEWEST}
_RANKS = {
    "oldest": (SortBy.FOUNDED, SortOrder.OLDEST),
    "youngest": (SortBy.FOUNDED, SortOrder.NEWEST),
    "biggest": (SortBy.SIZE, SortOrder.NEWEST),
    "smallest": (SortBy.SIZE, SortOrder.OLDEST),
}
_BY_AGE = frozenset({"oldest", "youngest"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# What is claimed of a tie of which nothing is known.
_DECIDED = {Asked.ENDED: Standing.ENDED, Asked.SUSPENDED: Standing.SUSPENDED}
_YES = "Yes"
_VOTES_AGAINST = phrases("votes? ..1 (against|no); voted ..2 (against|no); голос* ..2 проти; голос* ..2 против")
_OF_STATES = re.compile(r"states|штат\w*")


def verdicts(text: str, register: Register, today: date, *, asked: Question | None = None) -> Answer | None:
    """A line on each claim of a text; None for a text with one claim or none, which is a question like any other.

    ``asked``: what was understood of it, where it says itself that it is to be checked: it need not speak of sister
    cities then.
    """
    return at_once(verdict_steps(text, register, today, asked=asked))


def verdict_steps(text: str, register: Register, today: date, *, asked: Question | None = None) -> Steps[Answer | None]:
    """The same, a part of the text at a step."""
    parts = []
    for clause in clauses(text, register, today, asked=asked):
        if not clause.question.off_subject:
            parts.append(clause)
        yield
    about = any(clause.found.paired or _is_on_ties(clause.question) for clause in parts) or (
        asked is not None and any(_claims_anything(clause) for clause in parts)
    )
    verdict = _Verdicts(register, today, asked=asked is not None)
    for clause in parts if about else ():
        verdict.add(clause)
        yield
    return verdict.done()


def number_verdicts(question: Question, register: Register, today: date) -> TextBlock | None:
    """A line on each number of ties that a question states; None for one that states none."""
    if not _is_on_ties(question):
        return None
    clause = Clause(question.text, question, Resolution())
    lines = [_number_line(number, clause, register, today)[0] for number in numbers(question)]
    return TextBlock(tuple(lines[:_MOST_LINES])) if lines else None


def _is_on_ties(question: Question) -> bool:
    """Whether a text speaks of sister cities, of Russia or of the petition, and not only of cities and votes."""
    return (
        STRONG_SUBJECT.search(question.joined) is not None
        or _RUSSIA.search(question.joined) is not None
        or Intent.PETITION in question.intents
        or bool(question.speakers and question.mentions)
    )


def _is_about_ties(clause: Clause) -> bool:
    """Whether a part of a text says something of ties, of the petition, or of what somebody on record said."""
    question = clause.question
    of_petition = Intent.PETITION in question.intents
    return bool(question.on_subject or clause.says_something or question.speakers or of_petition)


def _claims_anything(clause: Clause) -> bool:
    """Whether a part of a text that is to be checked claims anything that the record may tell."""
    of_order = clause.ties_named and clause.is_of_order
    says = clause.says_something or clause.says_that_some_acted or of_order
    return bool(says or clause.vote or clause.question.speakers)


def _meant(clause: Clause, register: Register) -> Iterator[set[str]]:
    """The ties of each name that may be several places'."""
    for named in clause.found.alone:
        if len(named.places) > 1:
            yield {tie.id for place in named.places for tie in register.ties_of(place.id)}


class _Verdicts:
    """The lines in the making: each tie, each place without one, each number and each "only" or "all" once."""

    def __init__(self, register: Register, today: date, *, asked: bool) -> None:
        self.asked = asked
        self.register = register
        self.today = today
        self.citations = Citations(register.record.sources)
        self.lines: dict[str, Line] = {}
        self.ties: dict[str, Tie] = {}
        self.counted = 0
        self._numbers: dict[Hashable, tuple[Line, bool]] = {}
        self.meant: list[set[str]] = []

    def add(self, clause: Clause) -> None:
        """Hold what a part of a text says against the record."""
        own = [tie for tie in clause.ties(self.register) if not self._is_named_before(tie, clause)]
        if own and clause.is_of_order and self._may_be_told(clause):
            self._quantities(clause, own)
        for tie in own:
            if tie.id not in self.ties:
                self.ties[tie.id] = tie
                self.lines[tie.id] = self._of_tie(tie, clause)
                self.counted += bool(clause.vote)
        self.meant += _meant(clause, self.register)
        if not self._may_be_told(clause):
            return
        for mention in clause.found.without_tie:
            self._without_tie(mention)
        for us, ru in clause.found.wrong:
            self._wrong(us, ru)
        for number in clause.numbers():
            self._add_number(number, clause)
        if share := clause.share:
            self._count(share.quote, _share_line(share, clause, self.register, self.today))
            self._where_it_stands(share.quote, str(share.stated))
        self._quantities(clause, own)

    def _may_be_told(self, clause: Clause) -> bool:
        return self.asked or _is_about_ties(clause)

    def _quantities(self, clause: Clause, own: Sequence[Tie]) -> None:
        """What a part of a text says of all, none, most, the only or the first; a line once."""
        for quote, line in _quantified(clause, own, self.register, self.today):
            self._count(quote, line)

    def _is_named_before(self, tie: Tie, clause: Clause) -> bool:
        """Whether a part has only the Russian place of a tie, and the text has named the tie of it that it means."""
        named = {place.id for mention in clause.question.mentions for place in mention.places}
        return tie.us not in named and any(other.ru == tie.ru for other in self.ties.values() if other != tie)

    def _count(self, quote: str, line: Line) -> None:
        self.counted += 1
        self.lines.setdefault(quote, line)

    def _add_number(self, number: Number, clause: Clause) -> None:
        if number.of_signatures:
            self._count(number.quote, self._signatures(number))
            return
        if clause.question.speakers and not clause.says_something:
            self._what_was_said(number, clause)
            return
        told, holds = self._number(number, clause)
        self._count(number.quote, told)
        if not holds and number.stated >= _FOUND_BY:
            self._where_it_stands(number.quote, str(number.stated))

    def _number(self, number: Number, clause: Clause) -> tuple[Line, bool]:
        """The line on a number; a text may say the same over and over."""
        question = clause.question
        said = (number, question.text, question.standings, question.excluded_standings, question.narrowing)
        if said not in self._numbers:
            self._numbers[said] = _number_line(number, clause, self.register, self.today)
        return self._numbers[said]

    def _where_it_stands(self, quote: str, number: str) -> None:
        """What the record itself says with a number that is not its own: whose count that is."""
        found = self.register.find_passages([(number,)], 1, kinds=_TELLS_OF_NUMBERS, by_name=False)
        self._tell(quote, [each for each in found if self._counts(each, number)])

    def _counts(self, passage: FoundPassage, number: str) -> bool:
        """Whether a passage counts places or ties with a number, and not years."""
        point = self.register.record.talking_points.get(passage.id)
        counts = rf"\b{number} (?:\w+ )?cities"
        return point is None or re.search(counts, f"{point.gist} {point.quote}") is not None

    def _what_was_said(self, number: Number, clause: Clause) -> None:
        """What is explained of those whom a text names, where it says how many they spoke of."""
        said = [word.norm for word in clause.question.words if word.norm not in STOP_WORDS and not word.norm.isdigit()]
        names = [name for speaker in clause.question.speakers for name in speaker.surnames]
        terms: list[Term] = [(word,) for word in dict.fromkeys([*names, *said])]
        found = self.register.find_passages(terms, _LOOKED_AT, kinds=(PassageKind.EXPLANATION,), by_name=False)
        of_them = [each for each in found if any(name in key(_topic(each)).split() for name in names)]
        told = {*said} - {number.counted}
        most_of_it = sorted(of_them or found, key=lambda each: -len(told & _words_of_answer(each)))
        self._tell(number.quote, most_of_it[:1])

    def _tell(self, quote: str, found: Sequence[FoundPassage]) -> None:
        self.counted += bool(found)
        for line in searching.passages_part(found, (), self.register, self.citations).lines:
            self.lines.setdefault(f"of {quote}", line)

    def _signatures(self, number: Number) -> Line:
        petition = self.register.record.petition
        if petition is None:
            return Line(claim_sentences.after_name(NO_PETITION), _quote(number.quote))
        marks = self.citations.cite([petition.source])
        count = petition_count(petition)
        told = claim_sentences.with_marks(f"{count.strong}{count.text}", marks)
        right = _right_or_not(number.holds(petition.count) if petition.count_as_of else None)
        return Line(claim_sentences.after_name(right, told), _quote(number.quote))

    def _of_tie(self, tie: Tie, clause: Clause) -> Line:
        status = self.register.status(tie.id)
        asked = clause.asked
        answers = act_asked_for(tie, status, asked)
        act = answers or status.newest
        marks = self.citations.cite_best(act.sources, most=1) if act else ""
        happened = row_told(act, marks) if act else ""
        now = lead(tie, status, self.register) if answers else ""
        beside = _wrong_beside(tie, clause, self.register)
        # Whether it was so is then answered by the line on the first, the last or the only one.
        of_order = clause.is_of_order
        # That it was decided, but not by a vote, is no yes; that nothing was decided stands as it is.
        by_vote = lead(tie, status, self.register, asked) if beside == (premise_sentences.NO_VOTE,) else _YES
        at_first = by_vote if not by_vote.startswith(_YES) else lead(tie, status, self.register)
        told = "" if of_order and act else at_first if beside else lead(tie, status, self.register, asked)
        told = told if act or asked not in _DECIDED else _nothing_says_so(asked)
        name = claim_sentences.named(pair_name(tie, self.register))
        return Line(claim_sentences.after_name(told, *beside, happened, now), name)

    def _without_tie(self, mention: Mention) -> None:
        known = sorted(mention.others, key=lambda place: -place.population)
        if not known or known[0].country is Country.UA:
            return
        name = place_name(known[0], self.register)
        self.lines.setdefault(name, Line(f" {claim_sentences.NO_TIE_ON_RECORD}", claim_sentences.named(name)))

    def _wrong(self, us: Mention, ru: Mention) -> None:
        names = [mention.places[0] for mention in (us, ru) if len(mention.places) == 1]
        if len(names) == _SEVERAL:
            one, other = (place_name(place, self.register) for place in names)
            told = [
                place_sentences.no_tie_between(one, other),
                *(blocks.partners_line(place, self.register) for place in names),
            ]
            self.lines.setdefault(f"{one} {other}", Line(paragraph(told)))

    def done(self) -> Answer | None:
        """The lines as an answer, or None where they are no several verdicts."""
        if len(self.lines) < _SEVERAL and not self.counted:
            return None
        # One name that may be several places' is no several claims: it is asked which is meant.
        if not self.counted and any(self.lines.keys() <= ties for ties in self.meant):
            return None
        lines = tuple(self.lines.values())[:_MOST_LINES]
        choices = tuple(blocks.tie_choice(tie, self.register) for tie in self.ties.values())[:_MOST_CHOICES]
        offered: tuple[AnswerChoice, ...] = choices
        part = TextBlock(lines, claim_sentences.CLAIMS)
        return Answer(Outcome.SUBJECT, (part,), self.citations.sources, offered, about=tuple(self.ties))


def _topic(passage: FoundPassage) -> str:
    explanation = shipped().by_id(passage.id)
    return explanation.topic if explanation else ""


def _words_of_answer(passage: FoundPassage) -> set[str]:
    """The words of an explanation that are not in its topic already."""
    explanation = shipped().by_id(passage.id)
    return {*key(explanation.answer).split()} - {*key(explanation.topic).split()} if explanation else set()


def _number_line(number: Number, clause: Clause, register: Register, today: date) -> tuple[Line, bool]:
    """What the record counts where a text gives a number, and whether that is the number."""
    chosen = _claimed_filter(clause, today)
    fits = fitting(chosen, register)
    of_states = _OF_STATES.fullmatch(number.counted) is not None
    states = len({register.state_of(tie) for tie in fits}) if of_states else 0
    holds = number.holds(states if of_states else len(fits)) if _is_all_read(clause) else None
    holds = None if number.of_deciders and not of_states else holds
    standing = [] if of_states else _not_ended(chosen, register)
    if holds is False and any(number.holds(count) for count in range(len(fits), len(standing) + 1)):
        holds = None
    told = [_right_or_not(holds), list_sentence(chosen, fits, register)]
    told += [claim_sentences.not_ended(len(standing))] if standing else []
    told += [comparison_sentences.in_so_many_states(states)] if of_states else []
    told += _besides(chosen, register)
    told += _same_number(number, register) if holds is False else []
    return Line(claim_sentences.after_name(*told), _quote(number.quote)), bool(holds)


def _not_ended(chosen: TieFilter, register: Register) -> Sequence[Tie]:
    """The ties that may stand, where a claim is of those that do: of most nothing says so, and nothing says not."""
    if chosen.standings != (Standing.ACTIVE,) or chosen.kinds:
        return ()
    return fitting(replace(chosen, standings=NOT_ENDED), register)


def _that_stand(chosen: TieFilter) -> TieFilter:
    """A filter of ties that were kept as one of those that stand: what was never decided on may stand as well."""
    if chosen.kinds != (ActKind.KEPT,):
        return chosen
    return replace(chosen, look=Look.BEHIND, kinds=(), standings=(Standing.ACTIVE,))


def _same_number(number: Number, register: Register) -> list[str]:
    """That a number is the record's count of ties of another standing, if it is."""
    same = [standing for standing, count in register.counts().items() if count == number.stated >= _FOUND_BY]
    return [claim_sentences.count_of(number.stated, same[0])] if len(same) == 1 else []


def _share_line(share: Number, clause: Clause, register: Register, today: date) -> Line:
    """What share the record has where a text gives one; of "cut", that of the ended, and with the suspended as well."""
    chosen = replace(_claimed_filter(clause, today), share=True)
    cut = replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED), kinds=(), look=Look.BEHIND)
    both = [chosen, cut] if chosen.standings == (Standing.ENDED,) and not chosen.kinds else [chosen]
    fits = [fitting(each, register) for each in both]
    whole = len(fitting(chosen, register, Part.WHERE))
    holds = [_is_so_much(share, per_cent(len(found), whole)) for found in fits if whole]
    right = None if len(set(holds)) != 1 or not _is_all_read(clause) else holds[0]
    told = [list_sentence(each, found, register) for each, found in zip(both, fits, strict=True)]
    return Line(
        claim_sentences.after_name(_right_or_not(right), *told, *_besides(chosen, register)), _quote(share.quote)
    )


def _is_so_much(share: Number, counted: int) -> bool | None:
    """Whether a share of the record is the one that a text gives; None for a rough one that is near."""
    holds = share.holds(counted)
    near = abs(counted - share.stated)
    if holds is None:
        return None if _EXACT < near <= _NEAR else near <= _EXACT
    return holds or (not share.about & {"over", "under", "least", "most"} and near <= _EXACT)


def _claimed_filter(clause: Clause, today: date) -> TieFilter:
    """The ties that a claim takes in, without the names in it."""
    question = clause.question
    if clause.quantifier[0] == "none" and not question.narrowing.kinds:
        # "Not one did not" is how Russian and Ukrainian say that none did.
        question = replace(question, excluded_standings=())
    of_states = clause.quantifier[0] == "only" and not clause.ties_named
    within = question.states_within if of_states else question.states_within or question.all_states
    chosen = replace(list_filter(question, today), states=within, where="", most=0, share=False, without=())
    if not clause.says_something and clause.quantifier[0] in _ORDERS:
        chosen = replace(chosen, standings=(), kinds=(ActKind.SUSPENDED, ActKind.ENDED), look=Look.ACTS)
    elif clause.says_that_some_acted:
        chosen = replace(chosen, standings=(Standing.SUSPENDED, Standing.ENDED))
    if clause.quantifier[0] in _RANKS:
        # Among which it is the oldest or the largest, its other words say.
        return _that_stand(replace(chosen, states=question.all_states if clause.ties_named else within))
    return replace(chosen, order=SortOrder.RECORD)


def _besides(chosen: TieFilter, register: Register) -> Iterator[str]:
    if chosen.standings == (Standing.ENDED,) or chosen.kinds == (ActKind.ENDED,):
        besides = replace(chosen, standings=(Standing.SUSPENDED,), look=Look.BEHIND, kinds=(), share=False)
        besides = replace(besides, authorities=(), how=None)
        suspended = fitting(besides, register)
        if suspended:
            yield claim_sentences.suspended_besides(len(suspended))
        if replace(besides, standings=()) == TieFilter():
            yield list_sentences.all_ties(len(register.record.ties), register.counts())


def _quantified(clause: Clause, own: Sequence[Tie], register: Register, today: date) -> Iterator[tuple[str, Line]]:
    """What the record has where a text says "only", "all", "none", "most" or "the first"."""
    name, words = clause.quantifier
    of_names = own and name not in OF_ORDER
    says = clause.says_something or clause.says_that_some_acted or (own and name in OF_ORDER)
    if not name or not says or of_names or clause.question.speakers:
        return
    chosen = _claimed_filter(clause, today)
    if name in _RANKS:
        ordered = replace(chosen, sort=_RANKS[name][0], order=_RANKS[name][1])
        if _years_of(clause) & _began(own):
            # The year is when the tie that is named began, and no bound of those it is held against.
            ordered = replace(ordered, since=None, until=None)
        sure = _is_all_read(clause) and (name not in _BY_AGE or _years_of(clause) <= _began(own))
        yield from _ranked(words_around(clause.question, words), ordered, own, register, sure=sure)
        return
    if not own and name == "only" and clause.question.all_states:
        own = fitting(replace(chosen, states=clause.question.all_states), register)
        # Whether others did is looked for everywhere: "the only votes against it came from Alaska".
        chosen = replace(chosen, states=())
    quote = words_around(clause.question, words)
    if name in _ORDERS:
        yield from _in_order(
            quote, name, chosen, own, register, sure=_is_all_read(clause) and _is_right_beside(clause, own, register)
        )
        return
    if not own and clause.offices:
        told_by = [list_sentence(each, fitting(each, register), register) for each in _by_office(chosen, clause)]
        yield quote, Line(claim_sentences.after_name(*told_by), _quote(quote))
        return
    fits = fitting(chosen, register)
    if name == "only" and clause.only_partner is not None:
        yield quote, _only_of_place(quote, fits, own, register, sure=_is_all_read(clause))
        return
    if name == "only":
        sure = _is_all_read(clause) and not _speaks_of_lost_votes(clause)
        yield from _only(quote, chosen, fits, own, register, sure=sure)
        return
    base = len(fitting(chosen, register, Part.WHERE))
    right = _holds(name, len(fits), base) if _is_all_read(clause) else None
    if right is False and name != "none" and _holds(name, len(_not_ended(_that_stand(chosen), register)), base):
        right = None
    told_of = [_right_or_not(right), list_sentence(chosen, fits, register), *_names_of(fits, register)]
    yield quote, Line(claim_sentences.after_name(*told_of, *_besides(chosen, register)), _quote(quote))


def _in_order(
    quote: str, name: str, chosen: TieFilter, own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether a tie is the first or the last of its kind; of one that ended, also among those that ended."""
    ordered = replace(chosen, order=_ORDERS[name], since=None, until=None)
    if own and all(tie.level is Level.SISTER_STATE for tie in own):
        # A state is held against all others: its name is no bound of what is looked at.
        ordered = replace(ordered, states=())
    yield from _ranked(quote, ordered, own, register, sure=sure)
    made = {ACT_KINDS[kind].leads_to: kind for kind in ordered.kinds} if len(ordered.kinds) > 1 else {}
    standing = register.status(own[0].id).standing if own else None
    if standing is not None and (kind := made.get(standing)):
        alike = replace(ordered, kinds=(kind,))
        if (told := first_of(alike, register)) and told != first_of(ordered, register):
            among = claim_sentences.of_those(standing)
            yield f"{quote} {among}", Line(claim_sentences.after_name(told), among)


def _years_of(clause: Clause) -> set[int]:
    """The years that a claim names."""
    return {int(year) for year in _YEAR.findall(clause.text)}


def _began(ties: Sequence[Tie]) -> set[int]:
    """The years in which ties began."""
    return {tie.since for tie in ties if tie.since}


def _ranked(
    quote: str, ordered: TieFilter, own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether the ties of a place have the first of an order; ``sure``: all of the claim was read and holds."""
    if told := first_of(ordered, register):
        ties = chosen_ties(ordered, register)
        roughly = is_roughly_first(ties, ordered, register)
        named = [tie for tie in own if tie.level is not Level.SISTER_STATE] or own
        is_it = ties[0] in named if named and not (roughly and {*ties[:2]} & {*named}) else None
        is_it = is_it if sure or not is_it else None
        told = paragraph([told, list_sentences.ROUGHLY_FIRST if roughly else ""])
        among = list_sentence(ordered, fitting(ordered, register), register) if ordered.states else ""
        yield quote, Line(claim_sentences.after_name(_right_or_not(is_it), told, among), _quote(quote))


def _by_office(chosen: TieFilter, clause: Clause) -> Iterator[TieFilter]:
    """What each office that a claim names decided of what it takes in."""
    for authority in clause.offices:
        yield replace(chosen, authorities=(authority,), how=None)


def _only(
    quote: str, chosen: TieFilter, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool
) -> Iterator[tuple[str, Line]]:
    """Whether others are on record besides those that a text says are the only ones; ``sure``: all of it was read."""
    if not own:
        return
    named = {tie.id for tie in own}
    others = [tie for tie in fits if tie.id not in named]
    right = _right_or_not(not others and all(tie in fits for tie in own) if sure or others else None)
    told = [right, list_sentence(chosen, fits, register)]
    if others:
        told.append(claim_sentences.others_fit([pair_name(tie, register) for tie in others[:_MOST_NAMED]], len(others)))
    yield quote, Line(claim_sentences.after_name(*told, *_besides(chosen, register)), _quote(quote))


def _only_of_place(quote: str, fits: Sequence[Tie], own: Sequence[Tie], register: Register, *, sure: bool) -> Line:
    """Whether of an American place's ties the one that is named alone is as claimed, with how each of them stands."""
    named = {tie.id for tie in own}
    ties = [tie for us in dict.fromkeys(tie.us for tie in own) for tie in register.ties_of(us)]
    holds = {tie.id for tie in ties if tie in fits} == named
    stand = listed_apart([tie_line(tie, register) for tie in ties])
    right = _right_or_not(holds if sure or not holds else None)
    return Line(claim_sentences.after_name(right, f"{stand}."), _quote(quote))


def _names_of(fits: Sequence[Tie], register: Register) -> Iterator[str]:
    if 0 < len(fits) <= _MOST_NAMED:
        yield claim_sentences.they_are([pair_name(tie, register) for tie in fits])


def _holds(name: str, fits: int, base: int) -> bool:
    return {"all": fits == base, "none": fits == 0, "most": 2 * fits > base}[name]


def _is_all_read(clause: Clause) -> bool:
    """Whether nothing stands in a claim that was not understood: only then is it said to be right or not."""
    return not clause.question.unknown


def _is_right_beside(clause: Clause, own: Sequence[Tie], register: Register) -> bool:
    """Whether the date, the vote and the deciders that a claim names beside an order are those on record."""
    return not any(_wrong_beside(tie, clause, register) for tie in own)


def _wrong_beside(tie: Tie, clause: Clause, register: Register) -> tuple[str, ...]:
    """What a claim names of a tie's date, vote and deciders that is not on record so."""
    intents = clause.question.intents | {Intent.CLAIM}
    claimed = replace(clause.question, authorities=clause.deciders, intents=intents)
    return tuple(blocks.wrong_particulars(tie, claimed, clause.vote, register))


def _speaks_of_lost_votes(clause: Clause) -> bool:
    """Whether a claim is of votes against something, which no filter of ties holds."""
    return _VOTES_AGAINST.search(clause.question.joined) is not None


def _right_or_not(holds: bool | None) -> str:
    if holds is None:
        return ""
    return claim_sentences.BORNE_OUT if holds else claim_sentences.NOT_BORNE_OUT


def _nothing_says_so(asked: Asked) -> str:
    return f"{premise_sentences.nothing_says_so([_DECIDED[asked]])} {STANDINGS[Standing.UNCONFIRMED].lead}"


def _quote(words: str) -> str:
    return claim_sentences.quoted(words)
