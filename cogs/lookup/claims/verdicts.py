"""Claims: what a text says of places, or in numbers, each held against the record in a line of its own. Pure.

What is not about sister cities is left out.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date

from cogs.lookup import searching
from cogs.lookup.claims import claim_sentences, premise_sentences
from cogs.lookup.claims.charges import charges_in
from cogs.lookup.claims.claim_parts import Clause, clauses
from cogs.lookup.claims.claimed_acts import ASKS
from cogs.lookup.claims.claimed_counts import ARE_LEFT, FOUND_BY, number_line, number_line_steps, share_line
from cogs.lookup.claims.claimed_groups import quantified
from cogs.lookup.claims.claimed_numbers import NUMBER_WORDS, Number, numbers, words_around
from cogs.lookup.claims.claimed_of_partners import SIDE_OF_RUSSIA, is_of_russia, russia_lines, ukrainian_lines
from cogs.lookup.claims.claimed_of_tie import DECIDED, left_beside, nothing_says_so, until_told, wrong_beside
from cogs.lookup.claims.claimed_partners import most_told, partners_told, place_counted, says_most
from cogs.lookup.claims.claimed_speeches import denies, says_whom_zelenskyy_named
from cogs.lookup.claims.claimed_traits import claims_a_trait
from cogs.lookup.claims.others_counts import SHARES, what_is_explained_of, what_was_said, where_it_stands
from cogs.lookup.model import Answer, AnswerChoice, Outcome, Trait
from cogs.lookup.parts import blocks
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.intents import STRONG_SUBJECT, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import NAMED_IN_SPEECH
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.ukraine.ukraine import is_ukrainian
from cogs.wording.act_sentences import row_told
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph, sentences_in
from cogs.wording.leads import act_asked_for, lead
from cogs.wording.names import pair_name, place_name
from cogs.wording.petition import NO_PETITION, petition_count
from cogs.wording.sources import Citations
from db.record.derivation import acts_in_force
from db.record.mentions import Mention
from db.record.models import Act, Country, OtherPlace, Place, Tie
from db.record.passages import FoundPassage, PassageKind
from db.record.register import Register
from db.record.resolver import Resolution

# Ties that are not named: "68 cities have these".
_HAVE_THESE = re.compile(
    r"\b\d+ (?:\w+ )?(?:cities|citys|towns|places) (?:\w+ )?(?:have|has|had|got) (?:these|them|those|such)\b"
)
_MOST_LINES = 20
_MOST_CHOICES = 25
# What is on file of what Russia said and did.
_RUSSIA_SAYS = "russia-says"
_YES = "Yes"
_OF_CUTS = re.compile(r"\b(?:cut|sever\w*|ended|suspend\w*|dropp\w*)\b")
# Before a number these take in all that it counts: "all three", "the four of them".
_ALL_OF = frozenset({"all", "the", "of"})


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
        if clause is not None and not clause.question.off_subject:
            parts.append(clause)
        yield
    about = any(clause.found.paired or is_on_ties(clause.question) for clause in parts) or (
        asked is not None and any(_claims_anything(clause) for clause in parts)
    )
    verdict = _Verdicts(register, today, asked=asked)
    for clause in parts if about else ():
        yield from verdict.add_steps(clause)
        yield
    return verdict.done()


def number_verdicts(question: Question, register: Register, today: date) -> TextBlock | None:
    """A line on each number of ties that a question states; None for one that states none."""
    if not is_on_ties(question):
        return None
    clause = Clause(question.text, question, Resolution())
    lines = [number_line(number, clause, register, today)[0] for number in numbers(question)]
    return TextBlock(tuple(lines[:_MOST_LINES])) if lines else None


def is_on_ties(question: Question) -> bool:
    """Whether a text speaks of sister cities, of Russia or of the petition, and not only of cities and votes."""
    return (
        STRONG_SUBJECT.search(question.joined) is not None
        or SIDE_OF_RUSSIA.search(question.joined) is not None
        or _HAVE_THESE.search(question.joined) is not None
        or ARE_LEFT.search(question.joined) is not None
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
    named = clause.ties_named and Trait.NAMED_IN_SPEECH in clause.question.narrowing.traits
    counts = any(number.of_ties or is_on_ties(clause.question) for number in clause.numbers())
    other = clause.vote or clause.question.speakers or claims_a_trait(clause)
    return bool(says or named or counts or _is_of_partners(clause) or other or is_of_russia(clause.question))


def _is_of_partners(clause: Clause) -> bool:
    """Whether a part names an American and a Ukrainian place, which it then says to be partners."""
    mentions = clause.question.mentions
    american = any(place.country is Country.US for named in mentions for place in named.places or named.others[:1])
    return american and any(map(is_ukrainian, mentions))


def _is_whole_of_all(number: Number, clause: Clause) -> bool:
    """Whether a number is of those of which all are so, which is said with that: "all seven of its twins are gone"."""
    name, words = clause.quantifier
    begins = bool(words) and (words in number.quote.casefold() or number.quote in words_around(clause.question, words))
    return name in {"all", "none"} and _says_so(clause) and begins


def _says_so(clause: Clause) -> bool:
    return (clause.says_something or clause.says_that_some_acted) and not clause.ties_named


def _noted_of_cuts(tie: Tie) -> tuple[str, ...]:
    """The sentences of a tie's note that speak of its being cut, where nothing on record did so."""
    return tuple(each for each in sentences_in(tie.note or "") if _OF_CUTS.search(each))


def _newest_word(tie: Tie) -> Act | None:
    """The newest act in force of a tie on which nothing was decided."""
    return next(reversed(acts_in_force(tie.acts)), None)


def _meant(clause: Clause, register: Register) -> Iterator[set[str]]:
    """The ties of each name that may be several places'."""
    for named in clause.found.alone:
        if len(named.places) > 1:
            yield {tie.id for place in named.places for tie in register.ties_of(place.id)}


class _Verdicts:
    """The lines in the making: each tie, each place without one, each number and each "only" or "all" once."""

    def __init__(self, register: Register, today: date, *, asked: Question | None) -> None:
        self.asked = asked is not None
        self.bids = asked is not None and asked.has_any_of(ASKS)
        self.register = register
        self.today = today
        self.citations = Citations(register.record.sources)
        self.lines: dict[str, Line] = {}
        self.american: dict[str, Place | OtherPlace] = {}
        self.ties: dict[str, Tie] = {}
        self.counted = 0
        self._numbers: dict[Hashable, tuple[Line, bool]] = {}
        self.meant: list[set[str]] = []

    def add_steps(self, clause: Clause) -> Steps[None]:
        """Hold what a part of a text says against the record, step by step."""
        own = self._own(clause)
        if self._counts_partners(clause):
            return
        yield
        if self.asked and is_of_russia(clause.question):
            self._of_russia(clause, own)
            return
        if own and clause.is_of_order and self._may_be_told(clause):
            yield from self._quantity_steps(clause, own)
        of_ukraine = dict(ukrainian_lines(clause, self._american(clause), self.register, self.citations))
        if not clause.says_something:
            # "Tacoma is paired with Brovary": what is claimed comes before how its tie with Russia stands.
            self._count_all(of_ukraine)
        yield from self._tie_steps(clause, own)
        yield
        self._count_all(of_ukraine)
        self.meant += _meant(clause, self.register)
        if self._may_be_told(clause):
            yield from self._beside_steps(clause, own, of_ukraine=bool(of_ukraine))

    def _count_all(self, told: Mapping[str, Line]) -> None:
        for name, line in told.items():
            if name not in self.lines:
                self._count(name, line)

    def _own(self, clause: Clause) -> list[Tie]:
        """The ties that a part names; of all or none in a state, not that of the state itself."""
        if clause.is_of_a_state:
            return []
        own = [tie for tie in clause.ties(self.register) if not self._is_named_before(tie, clause)]
        # Of several partners of a Russian place, that of whose mayor it is said.
        theirs = {each.tie for it in clause.question.speakers if it.is_person for each in it.appearances}
        of_them = {tie.ru for tie in own if tie.id in theirs}
        return [tie for tie in own if tie.id in theirs or tie.ru not in of_them]

    def _beside_steps(self, clause: Clause, own: Sequence[Tie], *, of_ukraine: bool) -> Steps[None]:
        """What a part says beside the ties that it names: of places without one, in numbers, of all, of bodies."""
        for mention in () if of_ukraine else clause.found.without_tie:
            self._without_tie(mention)
        for us, ru in clause.found.wrong:
            self._wrong(us, ru)
        yield from self._number_steps(clause)
        if clause.share is None:
            yield from self._quantity_steps(clause, own)
        bodies = [it for it in clause.question.speakers if not it.is_person]
        if self.asked and bodies and not (own or self.lines):
            self._tell_in_words_of(clause.text, what_is_explained_of(bodies, self.register))

    def _counts_partners(self, clause: Clause) -> bool:
        """Say how many ties a place has, or which has most, where a part says nothing else; whether it does."""
        place = place_counted(clause)
        if says_most(clause.question) and not clause.says_something:
            if told := most_told(clause, place, self.register):
                self._count(*told)
            return told is not None
        stated = [*clause.numbers()] if place is not None else []
        for number in stated:
            if place is not None and not number.of_signatures:
                self._count(number.quote, partners_told(number, place, self.register))
        return bool(stated)

    def _of_russia(self, clause: Clause, own: Sequence[Tie]) -> None:
        """What the record has of what a part says that Russia's side did."""
        self.ties |= {tie.id: tie for tie in own}
        for line in russia_lines(clause, own, self.register, self.citations):
            self._count(f"{line.strong} {line.text}", line)
        if not own:
            self._tell(clause.text, [FoundPassage(PassageKind.EXPLANATION, _RUSSIA_SAYS, None, 1.0)])

    def _american(self, clause: Clause) -> list[Place | OtherPlace]:
        """The American places that a text has named so far, with a tie or without."""
        for mention in clause.question.mentions:
            named: Sequence[Place | OtherPlace] = mention.places or mention.others[:1]
            if len(named) == 1 and named[0].country is Country.US:
                self.american[named[0].name] = named[0]
        return list(self.american.values())

    def _tie_steps(self, clause: Clause, own: Sequence[Tie]) -> Steps[None]:
        """A line on each tie of a part; what else is claimed of one that has its line already, in a line of its own."""
        for tie in own:
            if tie.id not in self.ties:
                self.ties[tie.id] = tie
                in_speech = Trait.NAMED_IN_SPEECH in clause.question.narrowing.traits and not clause.says_something
                in_speech = in_speech or says_whom_zelenskyy_named(clause.question)
                self.lines[tie.id] = self._of_speech(tie, clause) if in_speech else self._of_tie(tie, clause)
                self.counted += bool(clause.vote)
            elif self.asked and clause.says_something and not clause.quantifier[0]:
                self._more_of_tie(tie, clause)
            yield

    def _number_steps(self, clause: Clause) -> Steps[None]:
        """What the record counts where a part gives numbers, and a share."""
        share = clause.share
        for number in clause.numbers():
            of_share = share is not None and number.quote.split()[0] in share.quote.split()
            if not (of_share or _is_whole_of_all(number, clause) or self._is_of_the_named(number)):
                yield from self._add_number_steps(number, clause)
                yield
        if share is not None:
            self._count(share.quote, share_line(share, clause, self.register, self.today))
            self._tell(share.quote, where_it_stands(str(share.stated), self.register, of=SHARES))

    def _is_of_the_named(self, number: Number) -> bool:
        """Whether a number is of the places that a text names one by one: "four cities: Dallas, Eugene, …"."""
        bare = number.about <= _ALL_OF
        return bare and not number.of_ties and number.stated == len(self.american) > 1

    def _is_all_of_the_named(self, clause: Clause) -> bool:
        """Whether "all" is of the places that a text has named one by one: "…, three states, and all cut"."""
        name, words = clause.quantifier
        if name != "all" or len(self.american) < 2 or not self.ties:
            return False
        after = re.search(rf"(?:^| ){re.escape(words)} (\S+)", clause.question.joined)
        return after is not None and (
            after[1] in clause.question.claimed or NUMBER_WORDS.get(after[1]) == len(self.american)
        )

    def _may_be_told(self, clause: Clause) -> bool:
        return self.asked or _is_about_ties(clause)

    def _quantity_steps(self, clause: Clause, own: Sequence[Tie]) -> Steps[None]:
        """What a part of a text says of all, none, most, the only or the first; a line once."""
        if self._is_all_of_the_named(clause):
            return
        for told in quantified(clause, own, self.register, self.today):
            if told is not None:
                self._count(*told)
            yield

    def _is_named_before(self, tie: Tie, clause: Clause) -> bool:
        """Whether a part has only the Russian place of a tie, and the text has named the tie of it that it means."""
        named = {place.id for mention in clause.question.mentions for place in mention.places}
        return tie.us not in named and any(other.ru == tie.ru for other in self.ties.values() if other != tie)

    def _count(self, quote: str, line: Line) -> None:
        self.counted += 1
        self.lines.setdefault(quote, line)

    def _add_number_steps(self, number: Number, clause: Clause) -> Steps[None]:
        if number.of_signatures:
            self._count(number.quote, self._signatures(number))
            return
        if clause.question.speakers and not clause.says_something:
            of_speech = says_whom_zelenskyy_named(clause.question)
            if of_speech or Trait.NAMED_IN_SPEECH in clause.question.narrowing.traits:
                told, _ = yield from self._told_of_number_steps(number, clause)
                self._count(number.quote, told)
            self._tell(number.quote, what_was_said(number, clause, self.register))
            return
        told, holds = yield from self._told_of_number_steps(number, clause)
        self._count(number.quote, told)
        if not holds and number.stated >= FOUND_BY:
            self._tell(number.quote, where_it_stands(str(number.stated), self.register))

    def _told_of_number_steps(self, number: Number, clause: Clause) -> Steps[tuple[Line, bool]]:
        """The line on a number; a text may say the same over and over."""
        question = clause.question
        said = (number, question.text, question.standings, question.excluded_standings, question.narrowing)
        if said not in self._numbers:
            self._numbers[said] = yield from number_line_steps(number, clause, self.register, self.today)
        return self._numbers[said]

    def _tell(self, quote: str, found: Sequence[FoundPassage]) -> None:
        self.counted += bool(found)
        for line in searching.passages_part(found, (), self.register, self.citations).lines:
            self.lines.setdefault(f"of {quote}", line)

    def _tell_in_words_of(self, claim: str, found: Sequence[FoundPassage]) -> None:
        """What was found, told of what a text says, and not of what it answers else."""
        self.counted += bool(found)
        quote = claim_sentences.quoted(claim_sentences.part(claim))
        for line in searching.passages_part(found, (), self.register, self.citations).lines:
            self.lines.setdefault(quote, Line(line.text, quote))

    def _signatures(self, number: Number) -> Line:
        petition = self.register.record.petition
        if petition is None:
            return Line(claim_sentences.after_name(NO_PETITION), claim_sentences.quoted(number.quote))
        marks = self.citations.cite([petition.source])
        count = petition_count(petition)
        told = claim_sentences.with_marks(f"{count.strong}{count.text}", marks)
        right = claim_sentences.right_or_not(number.holds(petition.count) if petition.count_as_of else None)
        return Line(claim_sentences.after_name(right, told), claim_sentences.quoted(number.quote))

    def _of_tie(self, tie: Tie, clause: Clause) -> Line:
        status = self.register.status(tie.id)
        asked = clause.asked
        answers = act_asked_for(tie, status, asked)
        act = answers or status.newest or _newest_word(tie)
        marks = self.citations.cite_best(act.sources, most=1) if act else ""
        happened = row_told(act, marks) if act else ""
        now = lead(tie, status, self.register) if answers else ""
        beside = wrong_beside(tie, clause, self.register)
        # Whether it was so is then answered by the line on the first, the last or the only one.
        of_order = clause.is_of_order
        # That it was decided, but not by a vote, is no yes; that nothing was decided stands as it is.
        by_vote = lead(tie, status, self.register, asked) if beside == (premise_sentences.NO_VOTE,) else _YES
        at_first = by_vote if not by_vote.startswith(_YES) else lead(tie, status, self.register)
        told = (
            ""
            if of_order and (answers or status.newest)
            else at_first
            if beside
            else lead(tie, status, self.register, asked)
        )
        decided = answers or status.newest
        told = told if decided or asked not in DECIDED else nothing_says_so(asked)
        left = left_beside(tie, clause)
        if left and told.startswith(_YES):
            told = lead(tie, status, self.register)
        name = claim_sentences.named(pair_name(tie, self.register))
        lasts = until_told(status, clause)
        # "Or was that somebody else": what is noted of such an act stands with the word that none is on record.
        noted = () if decided or asked not in DECIDED else _noted_of_cuts(tie)
        return Line(claim_sentences.after_name(told, *beside, *left, happened, lasts, now, *noted), name)

    def _of_speech(self, tie: Tie, clause: Clause) -> Line:
        """Whether a tie is one of those that President Zelenskyy named to the mayors."""
        self.counted += 1
        named = tie.us in NAMED_IN_SPEECH
        told = claim_sentences.named_in_speech(named=named, denied=denies(clause.question))
        if named and charges_in(clause.question):
            told = claim_sentences.named_with_charge()
        return Line(claim_sentences.after_name(told), claim_sentences.named(pair_name(tie, self.register)))

    def _more_of_tie(self, tie: Tie, clause: Clause) -> None:
        """What else a text says of a tie that it has claimed something of before, in the words in which it says so."""
        told = self._of_tie(tie, clause)
        if told.text not in {line.text for line in self.lines.values()}:
            quote = claim_sentences.part(clause.text)
            self._count(f"{tie.id} {quote}", Line(told.text, claim_sentences.quoted(quote)))

    def _without_tie(self, mention: Mention) -> None:
        known = sorted(mention.others, key=lambda place: -place.population)
        if not known or known[0].country is Country.UA:
            return
        name = place_name(known[0], self.register)
        self.lines.setdefault(name, Line(f" {claim_sentences.NO_TIE_ON_RECORD}", claim_sentences.named(name)))

    def _wrong(self, us: Mention, ru: Mention) -> None:
        names = [mention.places[0] for mention in (us, ru) if len(mention.places) == 1]
        if len(names) == 2:
            one, other = (place_name(place, self.register) for place in names)
            told = [
                place_sentences.no_tie_between(one, other),
                *(blocks.partners_line(place, self.register) for place in names),
            ]
            self.lines.setdefault(f"{one} {other}", Line(paragraph(told)))

    def _is_alike_of_all(self) -> bool:
        """Whether a text is to be checked that has one name for several places, and it is not so of any of them."""
        if not self.asked or self.bids or self.lines.keys() - self.ties.keys():
            return False
        return not any(_YES in line.text for line in self.lines.values())

    def done(self) -> Answer | None:
        """The lines as an answer, or None where they are no several verdicts."""
        # One place alone gets its card, and no list of verdicts.
        if len(self.lines) < 2 and not self.counted:
            return None
        # One name that may be several places' is no several claims: it is asked which is meant.
        if not (self.counted or self._is_alike_of_all()) and any(self.lines.keys() <= ties for ties in self.meant):
            return None
        lines = tuple(self.lines.values())[:_MOST_LINES]
        choices = tuple(blocks.tie_choice(tie, self.register) for tie in self.ties.values())[:_MOST_CHOICES]
        offered: tuple[AnswerChoice, ...] = choices
        part = TextBlock(lines, claim_sentences.CLAIMS)
        return Answer(Outcome.SUBJECT, (part,), self.citations.sources, offered, about=tuple(self.ties))
