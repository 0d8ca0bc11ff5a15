"""What is said of a question whose names have been matched, and in which order. Pure.

Whatever is asked, the order is: what was wrong with the question, how each tie stands, which one is meant, what is not
on record, the list, then the subjects (petition, Ukraine, both sides, what one can do).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup import sentences
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.explanations import explanation_fit, explanation_likeness, explanation_phrases
from cogs.lookup.history import stories
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.list_rules import asks_for_list
from cogs.lookup.model import Answer, Outcome, Trait
from cogs.lookup.parts import aspects_told, blocks, reasons
from cogs.lookup.parts.details import letters_parts
from cogs.lookup.parts.explained_parts import OF_A_SIDE
from cogs.lookup.parts.place_parts import means_america, names_russia
from cogs.lookup.parts.slots import not_on_record
from cogs.lookup.parts.unclear_parts import OF_NO_TIE, UnclearParts
from cogs.lookup.parts.words_first import asks_for_words, words_first
from cogs.lookup.people import about_people, office_holders, speaker_parts, speaker_sentences
from cogs.lookup.people.people_there import seeks_somebody
from cogs.lookup.people.sayings import REBUT, asks_who_stood_where
from cogs.lookup.places import no_tie
from cogs.lookup.places.disambiguate import resolve
from cogs.lookup.reading.aspects import LOOSE, OF_WHO_ACTED, Aspect, aspects_asked
from cogs.lookup.reading.intents import ASKING, Intent
from cogs.lookup.reading.votes import claimed_vote
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.ukraine.ukraine import WITH_UKRAINE, is_ukrainian
from cogs.lookup.ukraine.ukraine_sentences import UKRAINIAN_PARTNERS
from cogs.wording.blocks import Line, TextBlock
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.models import Tie
from db.record.resolver import Resolution

# What was said for and against a tie, or the ties.
_OF_SIDES = frozenset({
    *speaker_sentences.SIDE_OF_TIE.values(), speaker_sentences.FOR_ENDING, speaker_sentences.FOR_KEEPING,
    speaker_sentences.PEOPLE_THERE,
})  # fmt: skip
# Where it is asked which office decides, a place's own is told.
_TO_AN_OFFICE = "letter-office"
_TO_REPORT = "report-change"
_OF_LETTERS = frozenset({_TO_AN_OFFICE, "letter-help"})
_PETITION, _BOT = "petition", "bot"
_MEMORIES, _FEW_TIES = "nostalgia", 2
_OF_REQUESTS = frozenset({Aspect.PROPOSER, Aspect.URGED})
_NOT_UNDERSTOOD = frozenset({Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY})
# Who decided at a place, and where reports of it differ, stands with how its tie stands.
_TOLD_BY_TIES = frozenset({"who-decides", "word-disputed"})


class AnswerBuilder(UnclearParts):
    """Which parts a question gets whose names have been matched, and in which order."""

    def done(self) -> Answer:
        """What has been gathered, behind the words that are asked for."""
        self._put_words_first()
        self._say_what_is_lacking()
        return super().done()

    def _say_what_is_lacking(self) -> None:
        """Say what is asked of the tie that is told and is not on record, before what is."""
        ties = [self.register.tie(tie_id) for tie_id in self.told]
        if lacking := not_on_record(self.question, ties, self.register):
            self.parts.insert(0, TextBlock(tuple(map(Line, lacking))))

    def _put_words_first(self) -> None:
        """Tell what somebody said, or who said what, before all else, where that is asked."""
        if not asks_for_words(self.question) or Outcome.LIST in self.outcomes:
            return
        ties = self._ties_named(resolve(self.question, self.register))
        words = words_first(self.question, ties, self.register, self.citations)
        first = self.parts[: 2 if self.parts and len(self.parts[0].lines) == 1 else 1]
        if not words or any({*words[0].lines} <= {*part.lines} for part in first):
            return
        told = {line for part in words for line in part.lines}
        # How one writes to somebody oneself is not asked where it is asked what they wrote.
        help_told = self.explanation.topic if self.explanation and self.explanation.id in _OF_LETTERS else None
        behind = [it for it in self.parts if help_told is None or it.heading != help_told]
        behind = [replace(it, lines=tuple(line for line in it.lines if line not in told)) for it in behind]
        understood = not {*self.outcomes} <= _NOT_UNDERSTOOD
        self.parts = [*words, *(it for it in behind if it.lines and understood)]
        self.outcomes = [Outcome.SUBJECT, *(self.outcomes if understood else ())]

    def to(self, found: Resolution) -> Answer:
        """The answer to a question whose names have been matched."""
        return at_once(self.to_steps(found))

    def to_steps(self, found: Resolution) -> Steps[Answer]:
        """The same step by step: of a long text it takes longer than the event loop may be held."""
        if self._told_of_thanks() or self._told_of_news(found):
            return self.done()
        if self._takes_up_aspects(found):
            yield from self._of_aspects_steps(found)
            return self.done()
        return (yield from self._of_anything_steps(found))

    def _of_anything_steps(self, found: Resolution) -> Steps[Answer]:
        """The answer to a question of which it is not known by its meaning what it asks of the places it names."""
        if (yield from self._told_by_measure_steps(found)) or self._told_outright(found):
            self._remembered(found)
            return self.done()
        phrased = explanation_phrases.phrased_by_alone(self.question)
        claimed = Intent.CLAIM in self.question.intents and (bool(found.paired) or self._quotes_a_paper(found, phrased))
        # Who started the petition, and to whom it speaks, is on file of it.
        of_somebody = about_people.asks_who_somebody_is(self.question) and phrased and phrased.subject != _PETITION
        # "What did Governor Reynolds ask for, and from whom" wants no help with a letter.
        of_somebody = of_somebody or (phrased and self._is_what_they_did(phrased))
        # "California only: what's active, what's not, what do you not know" asks nothing of the bot.
        of_ties = phrased and phrased.subject == _BOT and self.question.standings and self.question.all_states
        if phrased is not None and not (claimed or of_somebody or of_ties):
            if self._told_of_ukraine():
                return self.done()
            self.explain(phrased)
            self._asked_besides()
            self._asked_of_a_year_besides()
            self._remembered(found)
            self._offer_ties_named()
            return self.done()
        if (
            self._told_of_an_argument()
            or self._told_of_a_greeting(found)
            or self._told_of_side()
            or self._told_of_a_matter()
            or self._told_of_governors()
            or self._told_of_ukraine()
        ):
            return self.done()
        yield
        if self._is_asked_freely() and self._told_in_words(found):
            return self.done()
        yield
        listed = asks_for_list(self.question, found, self.register)
        of_the_place = self._is_claim_of(found) or (self._ties_named(found) and asks_who_stood_where(self.question))
        explained = not (of_the_place or self._asks_what_a_holder_said(found)) and self._explained(listed=listed)
        yield
        if Outcome.OFF_TOPIC not in self.outcomes:
            asked = bool(found.paired or self.question.speakers) or Intent.PETITION in self.question.intents
            asked = asked or (bool(found.alone) and self._asks_of_those_named())
            if self.question.off_subject and not (explained or asked):
                self._something_else()
            else:
                meant = self._as_of_speakers(found)
                if meant is not found:
                    listed = asks_for_list(self.question, meant, self.register)
                yield from self._beside_steps(meant, listed=listed, explained=explained)
        yield
        self._rebuttals()
        if not self._left_out():
            self._may_be_meant()
        self._name_what_is_left()
        self._put_general_behind()
        self._put_sides_first()
        self._put_ukraine_first()
        return self.done()

    def _told_of_news(self, found: Resolution) -> bool:
        """Say how the editors are told of what somebody heard of a tie, before how it stands on record; whether that is
        asked: "just heard that Tacoma is dropping Vladivostok. How do I tell you".
        """
        phrased = explanation_phrases.phrased_by_alone(self.question) if found.paired else None
        if phrased is None or not explanation_fit.brings_news(self.question):
            return False
        self.explain(phrased)
        for tie in found.paired[:_FEW_TIES]:
            self.add_tie(tie)
        return True

    def _remembered(self, found: Resolution) -> None:
        """Tell how the tie stands that somebody's memories are of, where its place is named and something is asked."""
        if not found.paired and ASKING.search(self.question.joined) is None:
            return
        told = self.explanation is not None and self.explanation.id == _MEMORIES
        ties = self._ties_named(found) or self._ties_of_names() if told else []
        for tie in ties[:_FEW_TIES]:
            self.add_tie(tie)

    def _asks_what_a_holder_said(self, found: Resolution) -> bool:
        """Whether it is asked what somebody on record, in office at a place that is named, said of somebody else."""
        question = self.question
        named = self._ties_named(found) if about_people.asks_of_person(question) and not question.speakers else []
        if not named or not self.register.people.find(question.words):
            return False
        return bool(office_holders.holders(question, named, self.register))

    def _told_outright(self, found: Resolution) -> bool:
        """Answer what is asked of a document, of somebody's answer to a person, of terms, sides or a topic; whether any
        is.
        """
        alone = found == Resolution()
        answered = (self._told_of_a_document, self._answered_to_a_person, self._answered_to_a_quotation)
        # An argument that is on file is answered by all who spoke of it.
        on_file = explanation_phrases.phrased_by_alone(self.question) is not None
        if alone and any(told() for told in answered[: -1 if on_file else None]):
            return True
        if self._told_of_terms() or self._told_of_a_label(found):
            return True
        return self._told_of_stances(found) or self._told_of_a_topic()

    def _takes_up_aspects(self, found: Resolution) -> bool:
        """Take up what is asked of places and known by its meaning; whether something is, and no list is asked for."""
        aspects = aspects_asked(self.question)
        # "Who asked Philadelphia, and what was it answered": of a request, and of no argument.
        argues = REBUT.search(self.question.joined) and not (Aspect.REPLY in aspects and aspects & _OF_REQUESTS)
        if not aspects or argues or asks_for_list(self.question, found, self.register):
            return False
        if not found.paired and explanation_phrases.phrased_by_alone(self.question):
            # "Was Stalingrad the first in the world" asks nothing of Volgograd's tie.
            return False
        phrased = explanation_phrases.phrased_by_words(self.question) if aspects <= LOOSE else None
        if phrased is not None and phrased.subject and not found.paired:
            # "How do I make sure I hear about it when Tallahassee changes its mind" asks how to use the bot.
            return False
        if not (found.paired or found.alone or found.without_tie):
            aspects &= OF_WHO_ACTED
            if not aspects or self.question.narrowing.narrows:
                return False
        self.aspects = aspects
        self.question = aspects_told.read_as(self.question, aspects)
        return True

    def _of_aspects_steps(self, found: Resolution) -> Steps[None]:
        """The ties that are named, with what is asked of them first; nothing general is told beside it."""
        if found == Resolution() and self.question.speakers:
            own = speaker_parts.ties_of_speaker(self.question.speakers[0], self.register)
            found = replace(found, paired=tuple(own))
        yield from self._named_steps(self._as_of_speakers(found), listed=False, explained=False)
        ties = [self.register.tie(tie_id) for tie_id in self.told]
        if Aspect.LETTER in self.aspects and 0 < len(ties) <= reasons.MOST_TIES:
            self.parts[:0] = letters_parts(ties, self.register, self.citations, self._told_so_far())
        if Aspect.TO_WHOM in self.aspects:
            self._offices_first(ties)
        if Aspect.HARDER_CONDITION in self.aspects and (
            weighed := aspects_told.conditions_weighed(ties, self.register)
        ):
            self.parts.insert(0, weighed)
        self._name_what_is_left()
        self._put_ukraine_first()

    def _offices_first(self, ties: Sequence[Tie]) -> None:
        """To which office one writes at the places that are named, and behind that in general."""
        offices = blocks.action_part(ties, self.register)
        self.parts = [part for part in self.parts if part.heading != offices.heading]
        if ties:
            self.parts.insert(0, offices)
        self._offices_in_general()

    def _offices_in_general(self) -> None:
        """To which office one writes, and how its address is found."""
        explanation = shipped().by_id(_TO_AN_OFFICE)
        if explanation is not None:
            self.explain(explanation)

    def _quotes_a_paper(self, found: Resolution, phrased: Explanation | None) -> bool:
        """Whether it is asked if what a paper says of ties still holds, and not where such a paper is sent."""
        to_report = phrased is not None and phrased.id == _TO_REPORT
        return to_report and bool(self.question.standings and self._ties_named(found))

    def _put_ukraine_first(self) -> None:
        """Tell the Ukrainian partners of a place before its tie with Russia, where they alone are asked for."""
        question = self.question
        of_russia = question.standings or question.narrowing.narrows or names_russia(question.joined)
        if of_russia or question.intents & {Intent.CLAIM, Intent.REASONS} or not self.told:
            return
        if WITH_UKRAINE.search(question.joined) is None or any(map(is_ukrainian, question.mentions)):
            return
        partners = [part for part in self.parts if part.heading == UKRAINIAN_PARTNERS]
        self.parts = [*partners, *(part for part in self.parts if part not in partners)]

    def _put_sides_first(self) -> None:
        """Tell what was said on both sides of a tie that is named before how it stands, where that is asked for."""
        if Intent.BOTH_SIDES not in self.question.intents or self.question.speakers or self.person_told:
            return
        if not 0 < len(self.told) <= reasons.MOST_TIES:
            return
        sides = [part for part in self.parts if part.heading in _OF_SIDES]
        self.parts = [*sides, *(part for part in self.parts if part not in sides)]

    def _put_general_behind(self) -> None:
        """Tell what is so in general behind how the ties stand that are named, where those tell it of themselves."""
        if self.explanation is None or not self.told:
            return
        # Why a place decided so is told of it first, and what people say in general after that.
        of_a_reason = 0 < len(self.told) <= reasons.MOST_TIES and reasons.asks_for_reasons(self.question)
        if self.explanation.id not in _TOLD_BY_TIES and not of_a_reason:
            return
        general = [part for part in self.parts if part.heading == self.explanation.topic]
        self.parts = [*(part for part in self.parts if part not in general), *general]

    def _asks_of_those_named(self) -> bool:
        """Whether the places that are named are asked about: by words of the subject, a vote, or somebody there."""
        question = self.question
        return question.on_subject or bool(claimed_vote(question.text)) or seeks_somebody(question)

    def to_places(self, found: Resolution) -> Answer:
        """The answer to the names that were given for a place."""
        self._places(found)
        self._rest_of_states()
        self._rest_of_region()
        if not self.parts and self.question.all_states:
            self._list(found.denied)
        if not self.parts:
            part, choices = no_tie.unknown_place_part(self.question.text, self.register)
            self.parts.append(part)
            self.choices += choices
            self.outcomes.append(Outcome.UNKNOWN)
        return self.done()

    def _is_claim_of(self, found: Resolution) -> bool:
        """Whether a text is to be held against the record of places that it names: no general answer is meant."""
        said_of_a_tie = bool(found.paired and self.question.standings) and asks_nothing(self.question)
        if Intent.CLAIM not in self.question.intents and not said_of_a_tie:
            return False
        phrased = explanation_phrases.phrased_by_words(self.question)
        return bool(found.paired) or (phrased is None and bool(self._ties_named(found)))

    def _is_asked_freely(self) -> bool:
        """Whether no answer on file is asked for by its words, unless by those for a side as a whole."""
        phrased = explanation_phrases.phrased_by_words(self.question)
        return phrased is None or phrased.id in OF_A_SIDE

    def _told_in_words(self, found: Resolution) -> bool:
        """Answer whose words a question tells, or what else is asked for by words of the record; whether it is."""
        if found == Resolution() and self._told_of_a_quotation():
            return True
        if not self._ties_named(found) and self._told_whose_words():
            return True
        return found == Resolution() and self._told_by_its_words()

    def _beside_steps(self, found: Resolution, *, listed: bool, explained: bool) -> Steps[None]:
        """What is told of the names: beside an answer that helps, their cards alone."""
        if explained and explanation_fit.asked_of_help(self.question):
            self._beside_help(found)
        else:
            yield from self._named_steps(found, listed=listed, explained=explained)

    def _named_steps(self, found: Resolution, *, listed: bool, explained: bool) -> Steps[None]:
        """The ties and people that are named, or ``listed``, and the subjects; ``explained``: a part is on file."""
        named = self._ties_named(found)
        self.question = stories.with_year_of_acts(self.question, named)
        crossed = listed and Trait.CHANGED_COURSE in self.question.narrowing.traits
        claimed = named and Intent.CLAIM in self.question.intents
        quoted = not crossed and ((claimed and self._quoted_there(named)) or self._quoted(named))
        self.first_told = not listed and self._facets_first(named)
        quoted = quoted or self.first_told
        self.words_told = quoted
        self._role_there([] if listed else named)
        if not quoted:
            self._holders(named)
        named = self._not_of_others(named)
        self._sayings_there(named)
        self._partner_said(named)
        if named and self.question.speakers and not self.parts and self._answered([tie.us for tie in named]):
            quoted = True
        several = len(self.question.speakers) > 1
        of_speaker = about_people.asks_of_speaker(self.question) and not asks_how_long(self.question)
        speakers_first = several or not named or of_speaker
        narrowing = self.question.narrowing
        asks_of_them = narrowing.fates or len(self.question.standings) > 1 or len(narrowing.traits) > 1
        told_of_ties = listed and Trait.NAMED_IN_SPEECH in narrowing.traits and asks_of_them
        if speakers_first and not (quoted or told_of_ties):
            yield from self._speaker_steps(named)
        yield
        listed = listed and not self.parts
        if self._asks_of_own_place(found):
            if not (listed and self._narrows()):
                self._ask_which_place()
                return
            self._say(Outcome.LIST, sentences.WHERE_YOU_LIVE)
        listed = listed and self._tell_of_abroad_beside_a_list()
        told_elsewhere = not (listed or explained or self.question.speakers or Intent.PETITION in self.question.intents)
        yield from self._ties_and_abroad(found, named, listed, told_elsewhere=told_elsewhere)
        yield
        if not (speakers_first or quoted):
            yield from self._speaker_steps(named)
        self._help_or_passages()
        subjects = self._subjects() - self.subjects
        if not self.parts and subjects and subjects <= OF_NO_TIE and self._explained(explanation_likeness.LIKE_ENOUGH):
            return
        if Intent.PETITION in subjects and self._petition_as_asked():
            subjects -= {Intent.PETITION}
        self.add_subjects(subjects, [self.register.tie(tie_id) for tie_id in self.told])
        self._tell_in_short(self.near_petition)
        if not self.parts:
            self._anything_else()

    def _ties_and_abroad(
        self, found: Resolution, named: Sequence[Tie], listed: bool, *, told_elsewhere: bool
    ) -> Steps[None]:
        """The ties that are named or ``listed``, and what lies in another country, in the order of the question."""
        behind = told_elsewhere and self._names_a_pair_before_abroad(named)
        if told_elsewhere and not behind:
            american = self._names_american_of(named) or any(map(means_america, found.without_tie))
            self._abroad(of_the_world=not american)
        yield
        yield from self._ties_steps(found, named, listed)
        if behind:
            self._abroad(of_the_world=False)

    def _beside_help(self, found: Resolution) -> None:
        """The cards of the places that help is asked for, and to whom one writes there."""
        self._places(found)
        if not (self.told or found.alone or found.without_tie):
            for tie in (own := self._ties_of_names()):
                self.add_tie(tie, full=len(own) == 1)
        if self.question.narrowing.hearing:
            # "Next hearing in Rochester where I could speak": whether one is on record stands before how one speaks.
            self.add_particulars([self.register.tie(tie_id) for tie_id in self.told])
        to_an_office = self.explanation is not None and self.explanation.id == _TO_AN_OFFICE
        if self.told and (to_an_office or Intent.ACT in self._subjects()):
            self.add_subjects({Intent.ACT}, [self.register.tie(tie_id) for tie_id in self.told])
