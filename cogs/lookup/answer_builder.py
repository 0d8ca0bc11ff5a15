"""What is said of a question whose names have been matched, and in which order. Pure.

Whatever is asked, the order is: what was wrong with the question, how each tie stands, which one is meant, what is not
on record, the list, then the subjects (petition, Ukraine, both sides, what one can do).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup import blocks, no_tie, reasons, search_sentences, searching, sentences
from cogs.lookup.claims.claimed_acts import asks_nothing
from cogs.lookup.claims.verdicts import number_verdicts
from cogs.lookup.details import details_asked
from cogs.lookup.disambiguate import resolve
from cogs.lookup.explanations import (
    explaining,
    explanation_clauses,
    explanation_fit,
    explanation_likeness,
    explanation_parts,
    explanation_phrases,
    explanation_subjects,
    explanations_near,
)
from cogs.lookup.explanations.argued import argument_of
from cogs.lookup.explanations.explanation_clauses import ASKING
from cogs.lookup.explanations.terms_asked import terms_asked
from cogs.lookup.explanations.words_apart import words_apart
from cogs.lookup.follow_ups import ANY_OF_THEM
from cogs.lookup.history import stories, which_first
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.list_rules import GROUP, OF_PLACES, asks_for_all_places, asks_for_list, counts_those_of_a_state
from cogs.lookup.lists.regions_asked import names_region, region_asked
from cogs.lookup.model import Answer, Outcome, SortBy, Trait
from cogs.lookup.named_parts import NamedParts
from cogs.lookup.people import about_people, people_not_on_record, quotations, talking_points
from cogs.lookup.people.people_there import seeks_somebody
from cogs.lookup.people.sayings import (
    REBUT,
    WHOSE,
    asks_for_both,
    sayings_asked,
    side_by_own,
)
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.place_parts import MOST_TIES_IN_DETAIL
from cogs.lookup.reading import left_out
from cogs.lookup.reading.clauses import not_taken_up, reason_left
from cogs.lookup.reading.intents import SEVERAL, Intent
from cogs.lookup.reading.languages import tongue_of
from cogs.lookup.reading.question import ITS_STATE, Question, understand
from cogs.lookup.reading.vocabulary import OF_TALKING
from cogs.lookup.reading.votes import claimed_vote
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.eras import reckons_from_the_speech
from cogs.lookup.ukraine.ukraine_asked import HOW_TO_BEGIN, oblasts_asked
from cogs.lookup.ukraine.ukraine_narrowed import narrowed_part
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph
from db.record.act_kinds import ActKind
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.models import PlaceKind, Side, Tie
from db.record.passages import PassageKind
from db.record.resolver import Resolution
from db.record.text import normalise

# What is explained of a side as a whole: to whom a question narrows that is then asked for.
_OF_A_SIDE = frozenset({"why-end", "why-keep"})
_CASE_OF = {Side.END: "why-end", Side.KEEP: "why-keep"}
_SIDE_OF = {case: side for side, case in _CASE_OF.items()}
_OTHER_CASE = {"why-end": "why-keep", "why-keep": "why-end"}
# What is said of these is of the widest kind, and comes behind an answer that is nearer to the question.
_OF_NO_TIE = frozenset({Intent.ABOUT, Intent.MEANING})
# Who of these changed their mind is told by name, and not by tie.
_OFFICIALS = phrases("officials?; politicians?; посадов*; чиновник*; політик*; политик*")
# How the topics of answers begin that say what a word means.
_DEFINES = ("What a ", "What an ")
# When each of two things was done is asked: what changed are ties, and no minds.
_WITH_DATES = phrases("dates; (both|each) (times?|dates?|days?); when ..2 each; дат*; (коли|когда) ..2 (кожн*|кажд*)")
# Who thought otherwise later; who took up a tie again is another question.
_OF_CHANGES = "changed-side"
# What is the least sure: of ties that stand in some way, those that rest on little are asked for.
_OF_WEAKNESS = "weakest"
# What goes for several places is beside the question where one of them is named.
_OF_MANY_PLACES = frozenset({"nuclear-towns"})
# Where it is asked which office decides, a place's own is told.
_TO_AN_OFFICE = "letter-office"
# Who decided at a place stands with how its tie stands.
_TOLD_BY_TIES = "who-decides"
# The answers to a greeting and to thanks, and what stands before the place that somebody greets from.
_COURTESIES = {sentences.HELLO: "hello", sentences.WELCOME: "thanks"}
_FROM = frozenset(map(normalise, "from of з із зі из с со від от".split()))
_LAUGHS = phrases("lol; haha*")
_THANKS = phrases("thanks; thank you; thx; tysm; cheers; дякую; дякуємо; спасибо; спс; пасиб; дякс; благодарю")
_BEGINS_WITH_THANKS = re.compile(
    r"(?:(?:lol|ok|okay|oh|wow|great|cool|perfect|alright|well|ну|ок|окей|о|супер|ясно|зрозумило|понятно) )*"
    r"(?:many |big |so )?(?:thanks|thank|thx|tysm|cheers|дяку\w*|спасиб\w*|пасиб\w*|благодар\w*)\b"
)
_BESIDE_THANKS = frozenset({Intent.GREETING, Intent.BOT, Intent.OWN})
# So many words that an answer on file has make it one that may be meant.
_SEVERAL_TERMS = 2
# What begins so asks for a list: "mayors who ended it rather than paused it".
_BEGINS_A_LIST = re.compile(
    r"(?:(?:please|pls|just|all|the|any|list|show|me|of|give|name) )*"
    r"(?:mayors|councils|commissions|governors|cities|citys|towns|places|ties|pairs|partnerships|suspensions|endings|those|ones|states)"
    r" (?:who|that|which|where|whose|with|cut|suspended|ended|active)\b"
)
_SHOW = "(покаж*|дай*|назв*|назов*|переліч*|перечисл*|виведи|выведи|список|перелік|перечень)"
_BEGINS_A_LIST_CYRILLIC = phrases(f"""
    ^{_SHOW} ..2 (ті|тих|тех|те|усі|всі|все|хто|кто|пари|пары)
    ^{_SHOW} ..2 (міст*|город*|зв'язк*|связ*|рад*|совет*|мер*|мэр*|штат*)
""")
_BY_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})
# So many words are a name with what is asked of it.
_MOST_OF_A_NAME = 3
# What goes on from one thing to a year: "and in 22", "а в 2022". Of so many ties it is told how they stand.
_AND_IN_A_YEAR = re.compile(
    r"\b(?:and|but|а|и|та|але|но) (?:(?:what|how) about |then |later |again |що |что )?"
    r"(?:in|by|since|after|у|в|за|писля|после) (?:20)?[12]\d$"
)
_FEW_TIES = 2
# An answer of these tells of something; a list names the words that it was told without.
_TELLING = frozenset({Outcome.TIE, Outcome.SUBJECT})


class AnswerBuilder(NamedParts):
    """Which parts a question gets whose names have been matched, and in which order."""

    def to(self, found: Resolution) -> Answer:
        """The answer to a question whose names have been matched."""
        return at_once(self.to_steps(found))

    def to_steps(self, found: Resolution) -> Steps[Answer]:
        """The same step by step: of a long text it takes longer than the event loop may be held."""
        if self._told_of_terms():
            return self.done()
        phrased = explanation_phrases.phrased_by_alone(self.question)
        claimed = Intent.CLAIM in self.question.intents and bool(found.paired)
        if phrased is not None and not (claimed or about_people.asks_who_somebody_is(self.question)):
            if self._told_of_ukraine():
                return self.done()
            self.explain(phrased)
            self._asked_besides()
            self._asked_of_a_year_besides()
            return self.done()
        if (
            self._told_of_an_argument()
            or self._told_of_a_greeting(found)
            or self._told_of_side()
            or self._told_of_a_matter()
            or self._told_of_ukraine()
        ):
            return self.done()
        yield
        if self._is_asked_freely() and self._told_in_words(found):
            return self.done()
        yield
        listed = asks_for_list(self.question, found, self.register)
        explained = not self._is_claim_of(found) and self._explained(listed=listed)
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
        if not self._left_out():
            self._may_be_meant()
        self._name_what_is_left()
        self._put_general_behind()
        return self.done()

    def _why_of_listed(self, before: int) -> None:
        """Tell why the ties of a list were decided on so, where that is asked: before it, where it is asked first."""
        if self.filter is None:
            return
        ties = [self.register.tie(name) for name in self.rows]
        told = reasons.reasons_of_listed(self.question, self.filter, ties, self.register, self.citations)
        self.reasons_told = told is not None
        if told is not None:
            self.parts.insert(before if reasons.begins_with_why(self.question) else len(self.parts), told)

    def _put_general_behind(self) -> None:
        """Tell what is so in general behind how the ties stand that are named, where those tell it of themselves."""
        if self.explanation is None or self.explanation.id != _TOLD_BY_TIES or not self.told:
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

    def _left_out(self) -> bool:
        """Say what an explanation does not take in, with what else may be meant; whether there is any such word."""
        explanation = self.explanation
        if explanation is None or explanation.small_talk:
            return False
        words = left_out.words_left_out(self.question, explanation, self.parts)
        if words:
            self.parts.insert(0, TextBlock((Line(sentences.may_be_another(words)),)))
            self._tell_in_short(self._nearest_besides(explanation))
        return bool(words)

    def _asked_of_a_year_besides(self) -> None:
        """Tell how the ties of the places stand that a question names, which goes on to a year: "and in 22?"."""
        ties = self._ties_of_names() if _AND_IN_A_YEAR.search(self.question.joined) else []
        for tie in ties[:_FEW_TIES]:
            self.add_tie(tie)

    def _asked_besides(self) -> None:
        """Answer what another sentence of the question asks for."""
        if self.explanation is None:
            return
        shown = {part.heading for part in self.parts}
        for each in explanation_clauses.asked_besides(self.question, self.explanation):
            if each.topic not in shown and explanation_parts.still_holds(each, self.register):
                self.parts.append(explanation_parts.explanation_part(each, self.register, self.citations))

    def _may_be_meant(self) -> None:
        """Say in short what else a question may ask for, where what was told of it is not surely that."""
        if self.explanation is not None:
            self._asked_besides()
            self._tell_in_short(explanations_near.others_meant(self.question, self.explanation))
        elif self.not_taken_in:
            self._tell_in_short(explanations_near.meant_by_words(self.question, self.not_taken_in))
        elif {*self.outcomes} == {Outcome.SUBJECT} and self.subjects <= _OF_NO_TIE and not self.choices:
            self._tell_in_short(explanations_near.meant_by_words(self.question, ()))

    def _tell_in_short(self, others: Sequence[Explanation]) -> None:
        """Say the first sentences of answers that may be meant, and offer the whole of them."""
        shown = {part.heading for part in self.parts}
        others = [each for each in others if each.topic not in shown]
        self.parts += [explanation_parts.short_part(each, self.register, self.citations) for each in others]
        self.choices += [
            choice for each in others if (choice := explanation_parts.answer_choice(each)) not in self.choices
        ]

    def _nearest_besides(self, explanation: Explanation) -> list[Explanation]:
        """What else a question may ask for than an answer that was told."""
        return [each for each in explanations_near.nearest(self.question) if each.id != explanation.id]

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
        return phrased is None or phrased.id in _OF_A_SIDE

    def _told_in_words(self, found: Resolution) -> bool:
        """Answer whose words a question tells, or what else is asked for by words of the record; whether it is."""
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
        quoted = not (crossed or (named and Intent.CLAIM in self.question.intents)) and self._quoted(named)
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
        asks_of_them = narrowing.fates or len(self.question.standings) > 1
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
        listed = listed and self._lists_beside_abroad()
        told_elsewhere = not (listed or explained or self.question.speakers or Intent.PETITION in self.question.intents)
        yield from self._ties_and_abroad(found, named, listed, told_elsewhere=told_elsewhere)
        yield
        if not (speakers_first or quoted):
            yield from self._speaker_steps(named)
        self._help_or_passages()
        subjects = self._subjects() - self.subjects
        if not self.parts and subjects and subjects <= _OF_NO_TIE and self._explained(explanation_likeness.LIKE_ENOUGH):
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
            self._abroad(of_the_world=not self._names_american_of(named))
        yield
        yield from self._ties_steps(found, named, listed)
        if behind:
            self._abroad(of_the_world=False)

    def _ask_which_place(self) -> None:
        """Ask for the place of somebody who names none, with what else they may mean."""
        self._say(Outcome.UNKNOWN, sentences.WHICH_PLACE)
        if explanations_near.is_near(self.question, explanations_near.MAY_BE_MEANT_FOR_A_PLACE):
            self._tell_in_short(explanations_near.nearest(self.question))

    def _name_what_is_left(self) -> None:
        """Say which of several questions in a text no part of the answer takes up, if one is."""
        untold = {*self.outcomes} == {Outcome.LIST} and self.explanation is None and not self.reasons_told
        if untold and (left := reason_left(self.question)):
            self.parts.append(TextBlock((Line(sentences.not_taken_up(left)),)))
        if self.question.speakers or not {*self.outcomes} <= _TELLING:
            return
        if self.told and (names := people_not_on_record.names_left_over(self.question, self._told_so_far())):
            self.parts.insert(0, TextBlock((Line(search_sentences.nothing_of(names)),)))
        if self.explanation is None and (other := explanation_clauses.asked_by_a_clause(self.question)):
            self.parts.append(explanation_parts.explanation_part(other, self.register, self.citations))
        elif left := not_taken_up(self.question, self.parts):
            self.parts.append(TextBlock((Line(sentences.not_taken_up(left)),)))

    def _beside_help(self, found: Resolution) -> None:
        """The cards of the places that help is asked for, and to whom one writes there."""
        self._places(found)
        if not (self.told or found.alone or found.without_tie):
            for tie in (own := self._ties_of_names()):
                self.add_tie(tie, full=len(own) == 1)
        to_an_office = self.explanation is not None and self.explanation.id == _TO_AN_OFFICE
        if self.told and (to_an_office or Intent.ACT in self._subjects()):
            self.add_subjects({Intent.ACT}, [self.register.tie(tie_id) for tie_id in self.told])

    def _told_of_a_greeting(self, found: Resolution) -> bool:
        """Greet somebody who greets, or gives thanks, from a place without a tie: it is not asked about."""
        greeting = shipped().by_id(_COURTESIES.get(_courtesy(self.question), ""))
        if greeting is None or self._ties_named(found):
            return False
        if not (_only_greets(self.question) or _only_thanks(self.question)):
            return False
        return self.explain(greeting)

    def _told_of_terms(self) -> bool:
        """Say what the terms of the record mean whose meaning, or difference, is asked."""
        if apart := words_apart(self.question):
            self.parts += [explanation_parts.explanation_part(each, self.register, self.citations) for each in apart]
            self.outcomes.append(Outcome.SUBJECT)
            return True
        terms = terms_asked(self.question)
        for each in map(shipped().by_id, terms):
            if each is not None:
                self.explain(each)
        return bool(terms)

    def _ranks_by_size(self) -> bool:
        """Whether the largest of some places is asked for, and no argument: "the biggest that has not acted"."""
        narrowing = self.question.narrowing
        return bool(narrowing.traits and narrowing.sort and narrowing.sort[0] in _BY_SIZE)

    def _told_of_an_argument(self) -> bool:
        """Say what is on file of the one argument that a question is about; whose it is, where that is asked."""
        explanation = explanation_phrases.phrased_by_words(self.question)
        argument = argument_of(self.question, explanation)
        if explanation is None or argument is None or not explanation_parts.still_holds(explanation, self.register):
            return False
        if self._ranks_by_size():
            return False
        if explanation.id in _OF_A_SIDE and (sayings_asked(self.question) or side_by_own(self.question)):
            return False
        if WHOSE.search(self.question.joined) and not REBUT.search(self.question.joined):
            phrased = explanation_phrases.phrased(self.question) is not None
            found = quotations.of_argument(self.question, argument.said, self.register, phrased=phrased)
            self._add_passages(found, searching.NOTHING_SEARCHED)
            if found and {passage.id for passage in found}.isdisjoint(argument.said):
                return True
        self.explain(explanation)
        if (side := _SIDE_OF.get(explanation.id)) is not None:
            self.parts.append(talking_points.points_part(self.register, side, (), self.citations))
        self._asked_besides()
        return True

    def _told_of_side(self) -> bool:
        """Say what is said against the side of who asks, or for it, where that is asked."""
        side = side_by_own(self.question)
        explanation = shipped().by_id(_CASE_OF[side]) if side else None
        if side is None or explanation is None:
            return False
        self.explain(explanation)
        self.parts.append(talking_points.points_part(self.register, side, (), self.citations))
        return True

    def _petition_as_asked(self) -> bool:
        """Say of the petition what was surely meant, or what may be meant; whether that takes the place of the rest."""
        if self.of_petition:
            return explanation_fit.is_meant_by_signing(self.question)
        if sure := explanation_fit.meant_of_petition(self.question):
            return self.explain(sure)
        self.near_petition = explanation_subjects.near_of_subject(self.question, "petition")
        return False

    def _help_or_passages(self) -> None:
        """What is on record, where "help" is a word of another question: that goes before how to use the bot."""
        if not self.parts and Intent.ABOUT in self.question.intents and len(self.question.asides) > 1:
            self._passages_anywhere()

    def _something_else(self) -> None:
        """That a question is about something else, unless its words are on record of a tie that it names."""
        if not self._passages_of_names(searching.NEARLY_ALL):
            self._say_off_topic()

    def _say_off_topic(self) -> None:
        """That this is about something else; the one tie of a place that is named in it is offered, and not told."""
        ties = self._ties_of_names()
        courtesy = _courtesy(self.question)
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
        asks = "?" in question.text and not (courtesy or question.off_subject)
        steps = [*stories.together_parts([tie], None, self.register, self.citations)] if asks else []
        if steps:
            self._say(Outcome.OFF_TOPIC, sentences.UNSURE_OF_ITS_QUESTION)
            self.parts += [blocks.in_short(tie, self.register), *steps]
            return
        doubt = sentences.NOT_OF_A_TIE if question.off_subject else sentences.UNSURE_OF_A_TIE
        self._say(Outcome.OFF_TOPIC, paragraph([courtesy, sentences.IF_MEANT if courtesy else doubt]))
        if not question.off_subject or self._names_a_pair(tie):
            self.parts.append(blocks.in_short(tie, self.register))

    def _explained_of_the_bot(self) -> bool:
        """Tell what is on file of the bot that is nearest to a question about it; whether that is asked."""
        found = explanations_near.nearest_of_the_bot(self.question)
        return found is not None and self.explain(found)

    def _offer_nearest(self, told: str = sentences.NEAREST) -> None:
        """The answers on file that are nearest to a question that was not understood, to be chosen."""
        if found := explanations_near.nearest(self.question):
            self.parts.append(TextBlock((Line(told),)))
            self.parts += [explanation_parts.short_part(each, self.register, self.citations) for each in found]
            self.choices += [explanation_parts.answer_choice(each) for each in found]

    def _anything_else(self) -> None:
        """What is on file or on record in the words of a question that fits nothing; else that nothing is."""
        if _courtesy(self.question) and "?" not in self.question.text and not self.question.asks_for_something:
            self._say_off_topic()
            return
        explained = not self._names_unknown() and self._explained(explanation_likeness.LIKE_ENOUGH)
        if not (explained or self._passages_of_names(searching.ENOUGH) or self._passages_anywhere()):
            self._nothing_found()

    def _names_unknown(self) -> bool:
        """Whether a word that fits nothing is written as a name, or is one of few: then it is asked about itself."""
        unknown = [word for word in self.question.unknown if not shipped().knows(normalise(word))]
        few = len(self.question.words) <= _MOST_OF_A_NAME
        return bool(unknown) and (few or any(word[0].isupper() for word in unknown))

    def _explained(self, enough: float | None = None, *, listed: bool = False) -> bool:
        """Answer the general question that is asked, if one is on file; whether it is."""
        timed = asks_how_long(self.question) or reckons_from_the_speech(self.question.joined)
        timed = timed or sets_against_the_speech(self.question)
        placed = sum(bool(mention.places) for mention in self.question.mentions)
        in_order = which_first.asks_for_order(self.question) or stories.asks_what_changed(self.question)
        timed = placed > 0 and (timed or in_order)
        changed = Trait.CHANGED_COURSE in self.question.narrowing.traits and asks_how_long(self.question)
        if timed or (listed and (changed or self.question.narrowing.without_ties)):
            return False
        if self._asks_for_a_narrow_list(listed=listed) or self._tells_of_a_change():
            return False
        if listed and self._asks_for_an_end_of_all():
            return False
        of_state = listed and self.question.all_states
        if of_state and (ITS_STATE.search(self.question.joined) or asks_for_all_places(self.question)):
            return False
        if (
            listed
            and ANY_OF_THEM.search(self.question.joined)
            and not explanation_phrases.phrased_by_words(self.question)
        ):
            return False
        explanation = explaining.explanation_of(self.question, enough, listed=listed)
        if explanation is None or (explanation.subject == "sides" and self._asks_for_both_sides()):
            return False
        if placed and explanation.id in _OF_MANY_PLACES and enough is None:
            return False
        if explanation.subject == "bot" and placed and Intent.REASONS in self.question.intents:
            # "Why is San Diego silent" asks of no bot.
            named = (
                explanation_phrases.phrased_by_words(self.question) is not None or Intent.BOT in self.question.intents
            )
            if not named:
                return False
        return self.explain(explanation)

    def _asks_for_a_narrow_list(self, *, listed: bool) -> bool:
        """Whether a list is asked for by how its ties stand and what else is so of them, and no answer by its words."""
        narrowing, phrased = self.question.narrowing, explanation_phrases.phrased_by_words(self.question)
        if listed and self._ranks_by_size():
            return True
        if phrased is not None:
            told = OF_PLACES.search(self.question.joined) or _WITH_DATES.search(self.question.joined)
            if listed and self.question.standings and phrased.topic.startswith(_DEFINES):
                # "Which of the states ended its sister-state tie first": the ties are asked for, and no meaning.
                return bool(self.question.intents & {Intent.EARLIEST, Intent.LATEST, Intent.COUNT})
            of_places = Trait.CHANGED_COURSE in narrowing.traits and told
            if phrased.id == _OF_WEAKNESS:
                return listed and bool(narrowing.traits and self.question.standings)
            then = narrowing.then and _OFFICIALS.search(self.question.joined) is None
            of_ties = ActKind.RESUMED in narrowing.kinds or of_places or then
            return listed and phrased.id == _OF_CHANGES and bool(of_ties)
        several = self.question.standings or SEVERAL.search(self.question.joined)
        asked = self.question.intents & {Intent.LIST, Intent.COUNT}
        said = asked and self.question.standings and self.question.authorities
        # "Назвіть п'ятірку найбільших міст, де зв'язок чинний" asks for no meaning of the word.
        largest = narrowing.most and narrowing.sort and self.question.standings
        begins = _BEGINS_A_LIST.match(self.question.joined) or _BEGINS_A_LIST_CYRILLIC.search(self.question.joined)
        return listed and bool((several and narrowing.traits) or said or largest or begins)

    def _asks_for_an_end_of_all(self) -> bool:
        """Whether the newest or the first of all is asked for, and no answer by its words: "latest thing you know"."""
        ends = self.question.intents & {Intent.LATEST, Intent.EARLIEST}
        of_all = bool(ends) and GROUP.search(self.question.joined) is not None
        return of_all and explanation_phrases.phrased_by_words(self.question) is None

    def _tells_of_a_change(self) -> bool:
        """Whether it is asked of a place that is named how it came to decide otherwise: what happened there is told."""
        named = any(mention.places for mention in self.question.mentions)
        return named and Trait.CHANGED_COURSE in self.question.narrowing.traits and not self.question.speakers

    def _asks_for_both_sides(self) -> bool:
        """Whether all that both sides say is asked for, and no one argument by its own words."""
        joined = self.question.joined
        if REBUT.search(joined) or explanation_phrases.phrased_by_words(self.question):
            return False
        return asks_for_both(self.question)

    def explain(self, explanation: Explanation) -> bool:
        """Answer a general question, if what is on file still holds; else what the record says in its place."""
        if not explanation_parts.still_holds(explanation, self.register):
            question = understand(explanation.instead or "", self.register.gazetteer, self.today)
            at_once(self._ties_steps(resolve(question, self.register), (), listed=True))
            return False
        self.explanation = explanation
        self.of_petition = self.of_petition or explanation.subject == "petition"
        self.one_argument_told = explanation.subject == "sides" and explanation.id not in _OF_A_SIDE
        tongue = tongue_of(self.question.words)
        first_steps = explanation.first_steps(tongue.code) if tongue else ""
        self.parts.append(explanation_parts.explanation_part(explanation, self.register, self.citations, first_steps))
        if explanation.id == HOW_TO_BEGIN and (there := oblasts_asked(self.question)):
            self.parts.append(narrowed_part(there, self.register, self.citations))
        other = shipped().by_id(_OTHER_CASE.get(explanation.id, ""))
        if other is not None and asks_for_both(self.question):
            self.parts.append(explanation_parts.explanation_part(other, self.register, self.citations))
        self.outcomes.append(Outcome.OFF_TOPIC if explanation.small_talk else Outcome.SUBJECT)
        self.choices += explanation_parts.further(explanation, self.register)
        return True

    def _ties_steps(self, found: Resolution, named: Sequence[Tie], listed: bool) -> Steps[None]:
        """The ties that are named or ``listed``, and what is on record in the other words of the question."""
        if listed and not (self._takes_in_all() and self._passages_anywhere()):
            self.region = region_asked(self.question, self.register)
            of_state = counts_those_of_a_state(self.question, found)
            if not (self.region or of_state or names_region(self.question)):
                self._places(found.without_states())
            yield
            before = len(self.parts)
            yield from self._list_steps(found.denied)
            self._why_of_listed(before)
            return
        if named and Intent.UKRAINE in self.question.intents and not self.parts:
            self.add_subjects({Intent.UKRAINE}, named)
        details = details_asked(self.question) if 0 < len(named) <= MOST_TIES_IN_DETAIL else []
        of_acts = self._of_kinds(named) or Intent.VOTE in self.question.intents or self._unproposed(named)
        searched = () if of_acts or details or sets_against_the_speech(self.question) else named
        told = len(self.parts)
        self._in_time(named)
        words_first = self._asks_what() and len(self.parts) == told
        self._passages_of(searched if words_first else ())
        self._people_there(named)
        self._places_and_others(found, named)
        self._passages_of(() if words_first else searched)
        self.add_particulars(named or [self.register.tie(tie_id) for tie_id in self.told])
        # Of a state the ties of its places are looked through as well: "that park in Iowa".
        of_state = any(self.register.place(tie.us).kind is PlaceKind.STATE for tie in named)
        self._details(details, self._ties_in_states() if of_state else named)
        self._beside_ukraine(named)
        if not self.question.speakers:
            self._rest_of_states()
            self._rest_of_region()

    def _passages_anywhere(self) -> bool:
        """Say what the record says in the words of a question that names no tie; whether it says anything."""
        found = searching.passages_anywhere(self.question, self.register)
        if self.question.intents & {Intent.COUNT, Intent.LIST} or any(it.places for it in self.question.mentions):
            found = [passage for passage in found if passage.kind is not PassageKind.EXPLANATION]
        search = searching.searched_anywhere(self.question, self.register)
        near = (
            explanations_near.nearest(self.question) if any(it.kind is PassageKind.EXPLANATION for it in found) else []
        )
        names = {each.id for each in near}
        found = [it for it in found if it.kind is not PassageKind.EXPLANATION or it.id in names]
        if found and found[0].kind is PassageKind.EXPLANATION and (known := shipped().by_id(found[0].id)):
            if len(search.terms) < _SEVERAL_TERMS:
                return False
            if explanations_near.is_near(self.question):
                return self.explain(known)
            if self._explained_of_the_bot():
                return True
            self.outcomes.append(Outcome.OFF_TOPIC)
            self._offer_nearest(sentences.UNSURE)
            return True
        return self._add_passages(found, search)

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


def _courtesy(question: Question) -> str:
    """What answers the thanks or the greeting in a text; empty where it has none."""
    if _THANKS.search(question.joined):
        return sentences.WELCOME
    return sentences.HELLO if Intent.GREETING in question.intents and _LAUGHS.search(question.joined) is None else ""


def _only_greets(question: Question) -> bool:
    """Whether a text is a greeting from where somebody is, and asks for nothing: "greetings from Kyiv"."""
    asks = "?" in question.text or question.asks_for_something or question.has_any_of(ASKING)
    if asks or question.intents != {Intent.GREETING}:
        return False
    before = [question.words[mention.start - 1].norm for mention in question.mentions if mention.start]
    return bool(before) and len(before) == len(question.mentions) and _FROM.issuperset(before)


def _only_thanks(question: Question) -> bool:
    """Whether a text begins with thanks and asks for nothing: "ok thanks, you beat our city's own website"."""
    asks = "?" in question.text or question.standings or question.has_any_of(ASKING) or question.mentions
    return not asks and question.intents <= _BESIDE_THANKS and _BEGINS_WITH_THANKS.match(question.joined) is not None


def _is_about_a_name(question: Question) -> bool:
    """Whether a word that fits nothing is asked about as a place, and is not just talk of something else."""
    if question.on_subject or len(question.words) <= 2:
        return Intent.GREETING not in question.intents
    named = [word for word in question.words[1:] if word.raw in question.unknown and word.capital]
    others = [word for word in question.asides if word not in question.unknown or not word[0].isupper()]
    return bool(named) and not others
