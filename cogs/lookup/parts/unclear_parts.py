"""The parts of an answer on what is not understood, or not surely: what may be meant, and what is left over. Pure."""

from __future__ import annotations

from cogs.lookup import search_sentences, searching, sentences
from cogs.lookup.claims.verdicts import number_verdicts
from cogs.lookup.explanations import (
    explanation_clauses,
    explanation_likeness,
    explanation_parts,
    explanations_near,
)
from cogs.lookup.explanations.words_left_out import words_left_out
from cogs.lookup.history import stories
from cogs.lookup.lists.regions_asked import is_of_region
from cogs.lookup.model import Outcome
from cogs.lookup.parts import blocks
from cogs.lookup.parts.courtesies import courtesy_for
from cogs.lookup.parts.explained_parts import ExplainedParts
from cogs.lookup.people import people_not_on_record
from cogs.lookup.places import no_tie
from cogs.lookup.places.names_in_talk import BIDS
from cogs.lookup.reading.clauses import not_taken_up, reason_left
from cogs.lookup.reading.intents import ASKING, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING
from cogs.wording.blocks import TextBlock
from cogs.wording.english import paragraph
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.models import Tie
from db.record.resolver import Resolution
from db.record.text import normalise

# What is said of these is of the widest kind, and comes behind an answer that is nearer to the question.
OF_NO_TIE = frozenset({Intent.ABOUT, Intent.MEANING})
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3
# An answer of these tells of something; a list names the words that it was told without.
_TELLING = frozenset({Outcome.TIE, Outcome.SUBJECT})


class UnclearParts(ExplainedParts):
    """What is told of a question that fits nothing, or of which a part is not taken up."""

    def _anything_else(self) -> None:
        """What is on file or on record in the words of a question that fits nothing; else that nothing is."""
        if courtesy_for(self.question) and "?" not in self.question.text and not self.question.asks_for_something:
            self._say_off_topic()
            return
        explained = not self._names_unknown() and self._explained(explanation_likeness.LIKE_ENOUGH)
        if not (explained or self._passages_of_names(searching.ENOUGH) or self._passages_anywhere()):
            self._nothing_found()

    def _nothing_found(self) -> None:
        question = self.question
        if counted := number_verdicts(question, self.register, self.today):
            self.parts.append(counted)
            self.outcomes.append(Outcome.SUBJECT)
            return
        if Intent.WORDS in question.intents and (asked := searching.words_asked_for(question).words):
            self._say(Outcome.UNKNOWN, search_sentences.words_of_nobody(asked))
            return
        if self._names_unknown() and _is_about_a_name(question):
            part, choices = no_tie.unknown_part(question, self.register)
            self.parts.append(part)
            self.choices += choices
            self.outcomes.append(Outcome.UNKNOWN)
            return
        if self._explained_of_the_bot():
            return
        if question.on_subject and Intent.GREETING not in question.intents:
            self._nothing_but_words()
            self._offer_nearest()
            return
        self._say_off_topic()

    def _nothing_but_words(self) -> None:
        """Of a question that fits nothing: which of its words the record has not, and what it says in the others."""
        asked = searching.searched(self.question).without(OF_TALKING)
        found, held = searching.said_in_words(asked, self.register)
        unheard = [word for word in asked.words if word not in held.words]
        if unheard or not found:
            told = search_sentences.words_not_found(unheard) if unheard else sentences.NO_SUBJECT
            self._say(Outcome.UNKNOWN, told)
        self._add_passages(found, held)

    def _names_unknown(self) -> bool:
        """Whether a word that fits nothing is written as a name, or is one of few: then it is asked about itself."""
        unknown = [word for word in self.question.unknown if not shipped().knows(normalise(word))]
        few = len(self.question.words) <= _MOST_OF_A_NAME
        return bool(unknown) and (few or any(word[0].isupper() for word in unknown))

    def _something_else(self) -> None:
        """That a question is about something else, unless its words are on record of a tie that it names."""
        if not self._passages_of_names(searching.NEARLY_ALL):
            self._say_off_topic()

    def _say_off_topic(self) -> None:
        """That this is about something else; the one tie of a place that is named in it is offered, and not told."""
        ties = self._ties_of_names()
        courtesy = courtesy_for(self.question)
        if len(ties) == 1:
            self._say_off_topic_of(ties[0], courtesy)
            return
        if not courtesy and (untied := self._names_without_tie()):
            self._say(Outcome.OFF_TOPIC, sentences.UNSURE_OF_A_TIE)
            self._places(Resolution(without_tie=untied))
            self.outcomes = [Outcome.OFF_TOPIC]
            return
        if courtesy:
            asked = "?" in self.question.text or self.question.off_subject
            self._say(Outcome.OFF_TOPIC, paragraph([courtesy, sentences.OFF_TOPIC if asked else sentences.HINT]))
            return
        if self._explained_of_the_bot():
            return
        if not self.question.off_subject and explanations_near.is_near(self.question):
            self.outcomes.append(Outcome.OFF_TOPIC)
            self._offer_nearest(sentences.UNSURE)
            return
        self._say(Outcome.OFF_TOPIC, sentences.OFF_TOPIC)
        if not self.question.off_subject:
            self._offer_nearest()

    def _say_off_topic_of(self, tie: Tie, courtesy: str) -> None:
        """Offer the one tie of a place that is named in talk; what is on record of it, where something is asked."""
        question = self.question
        self.choices.append(blocks.tie_choice(tie, self.register))
        asks = "?" in question.text or ASKING.search(question.joined) is not None
        if asks and not (courtesy or question.off_subject):
            self._say(Outcome.OFF_TOPIC, sentences.UNSURE_OF_ITS_QUESTION)
            self.parts.append(blocks.in_short(tie, self.register))
            self.parts += stories.together_parts([tie], None, self.register, self.citations)
            return
        doubt = sentences.NOT_OF_A_TIE if question.off_subject else sentences.UNSURE_OF_A_TIE
        self._say(Outcome.OFF_TOPIC, paragraph([courtesy, sentences.IF_MEANT if courtesy else doubt]))
        if not question.off_subject or self._names_a_pair(tie):
            self.parts.append(blocks.in_short(tie, self.register))

    def _ask_which_place(self) -> None:
        """Ask for the place of somebody who names none, with what else they may mean."""
        self._say(Outcome.UNKNOWN, sentences.WHICH_PLACE)
        if explanations_near.is_near(self.question, explanations_near.MAY_BE_MEANT_FOR_A_PLACE):
            self._tell_in_short(explanations_near.nearest(self.question))

    def _help_or_passages(self) -> None:
        """What is on record, where "help" is a word of another question: that goes before how to use the bot."""
        if not self.parts and Intent.ABOUT in self.question.intents and len(self.question.asides) > 1:
            self._passages_anywhere()

    def _left_out(self) -> bool:
        """Say what an explanation does not take in, with what else may be meant; whether there is any such word."""
        explanation = self.explanation
        if explanation is None or explanation.small_talk:
            return False
        words = words_left_out(self.question, explanation, self.parts)
        if words:
            self.parts.insert(0, TextBlock.saying(sentences.may_be_another(words)))
            self._tell_in_short(self._nearest_besides(explanation))
        return bool(words)

    def _may_be_meant(self) -> None:
        """Say in short what else a question may ask for, where what was told of it is not surely that."""
        if self.explanation is not None:
            self._asked_besides()
            self._tell_in_short(explanations_near.others_meant(self.question, self.explanation))
        elif self.not_taken_in:
            self._tell_first(self.not_taken_in)
            self._tell_in_short(explanations_near.meant_by_words(self.question, self.not_taken_in))
        elif {*self.outcomes} == {Outcome.SUBJECT} and self.subjects <= OF_NO_TIE and not self.choices:
            self._tell_in_short(explanations_near.meant_by_words(self.question, ()))

    def _nearest_besides(self, explanation: Explanation) -> list[Explanation]:
        """What else a question may ask for than an answer that was told."""
        return [each for each in explanations_near.nearest(self.question) if each.id != explanation.id]

    def _names_left_over(self) -> list[str]:
        """Names that no part of the answer has, and that are not of the region in which a partner lies."""
        headings = (part.heading or "" for part in self.parts)
        names = people_not_on_record.names_left_over(self.question, " ".join([self._told_so_far(), *headings]))
        regions = [self.register.place(self.register.tie(name).ru).region or "" for name in self.told if names]
        return [name for name in names if not any(is_of_region(name, region) for region in regions)]

    def _name_what_is_left(self) -> None:
        """Say which of several questions in a text no part of the answer takes up, if one is."""
        untold = {*self.outcomes} == {Outcome.LIST} and self.explanation is None and not self.reasons_told
        if untold and (left := reason_left(self.question)):
            self.parts.append(TextBlock.saying(sentences.not_taken_up(left)))
        if self.question.speakers or not {*self.outcomes} <= _TELLING:
            return
        if self.told and (names := self._names_left_over()):
            self.parts.insert(0, TextBlock.saying(search_sentences.nothing_of(names)))
        # What was known by its meaning is told, whatever answer on file its words would ask for by themselves.
        general = self.explanation is None and not self.aspects
        if general and (other := explanation_clauses.asked_by_a_clause(self.question)):
            self.parts.append(explanation_parts.explanation_part(other, self.register, self.citations))
        elif left := not_taken_up(self.question, self.parts):
            self.parts.append(TextBlock.saying(sentences.not_taken_up(left)))


def _is_about_a_name(question: Question) -> bool:
    """Whether a word that fits nothing is asked about as a place, and is not just talk of something else."""
    if question.on_subject or len(question.words) <= 2:
        return Intent.GREETING not in question.intents
    named = [word for word in question.words[1:] if word.raw in question.unknown and word.capital]
    if named and BIDS.search(question.joined):
        return True
    others = [word for word in question.asides if word not in question.unknown or not word[0].isupper()]
    return bool(named) and not others
