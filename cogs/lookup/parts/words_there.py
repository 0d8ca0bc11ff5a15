"""The parts of an answer on what was said of the ties that are named: by whom, on which side, by Russia's. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cogs.lookup import searching
from cogs.lookup.history import which_first
from cogs.lookup.history.beside_events import sets_against_the_speech
from cogs.lookup.model import Outcome
from cogs.lookup.parts import facets, reasons
from cogs.lookup.parts.details import said_elsewhere
from cogs.lookup.parts.place_parts import means_america
from cogs.lookup.parts.subject_parts import SubjectParts
from cogs.lookup.people import about_people, office_holders, roles_there, speaker_sentences, talking_points
from cogs.lookup.people.people_there import describes_somebody
from cogs.lookup.people.roles_there import SIDE_OF_ACT
from cogs.lookup.people.sayings import (
    AGAINST,
    ANSWERED,
    DEFIED,
    KINDS,
    QUOTES,
    RUSSIAN_SIDE,
    SPOKE_FOR,
    STANCES,
    THEIRS,
    WHO_STOOD_WHERE,
    agreement_asked,
    asks_for_both,
    sayings_read,
    side_asked,
)
from cogs.lookup.reading.aspects import TOLD_BY_TIES, Aspect
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.vocabulary import said_for, words_for
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from db.record.derivation import acts_in_force
from db.record.mentions import Mention
from db.record.models import OTHER_SIDE, Side, Tie
from db.record.text import normalise

# What is told of everybody who had a part in it.
_OF_PEOPLE = frozenset({Aspect.PROPOSER, Aspect.URGED})
_SAYS = said_for("questions", "words_there", "says")
# Of the word of a place's government and that of its club it is asked whose it is.
_OR_ITS_CLUB = said_for("questions", "words_there", "or_its_club")
# So many words behind a place at most tell that it said something; these ask for another who said it.
_NEAR = 2
_WHO = frozenset(map(normalise, ("who", "хто", "кто")))
# Of so many ties at most it is told first what is asked of them.
_MOST_TIES = 2
# Before a name, what says that it is spoken of, and does not speak.
_ABOUT = frozenset(map(normalise, words_for("questions", "words_there", "about").splitlines()))


class WordsThere(SubjectParts):
    """Who said what of the ties that a question names, where that is asked."""

    def _facets_first(self, ties: Sequence[Tie]) -> bool:
        """Tell what is asked of the ties that are named, as far as it is on record, or that it is not; whether any such
        thing is asked.
        """
        aspects = self.aspects if 0 < len(ties) <= _MOST_TIES else frozenset[Aspect]()
        of_one = describes_somebody(self.question) or about_people.asks_who_somebody_is(self.question)
        if of_one or AGAINST.search(self.question.joined):
            # One person is asked about, or all who were for and against.
            aspects -= _OF_PEOPLE
        if not self._names_american() or office_holders.holders(self.question, ties, self.register):
            aspects -= {Aspect.OWN_WORD}
        if Aspect.OWN_WORD in aspects:
            aspects -= {Aspect.DECIDER}
        asked = facets.facets_asked(aspects)
        if _OR_ITS_CLUB.search(self.question.joined):
            asked = [*map(facets.beside_its_clubs, asked)]
        for facet in asked:
            lines = [line for tie in ties for line in self._facet_lines(facet, tie, several=len(ties) > 1)]
            others = [*said_elsewhere(ties, self.register)] if facet.elsewhere else []
            lines[:0] = searching.passages_part(others, (), self.register, self.citations).lines
            lacking = facets.is_lacking(facet, ties)
            lacks_it = facets.lacks_it(facet, ties, self.register)
            none = [Line(lacks_it)] if lacks_it and (not lines or (lacking and facet.moved)) else []
            if lacking and not lines:
                done = (facets.who_decided(tie, self.register, self.citations) for tie in ties)
                lines = [Line(each) for each in done if each]
            if told := (*none, *dict.fromkeys(lines)):
                self.parts.append(TextBlock(told))
                self.outcomes.append(Outcome.SUBJECT)
        return bool(asked)

    def _facet_lines(self, facet: facets.Facet, tie: Tie, *, several: bool) -> Iterator[Line]:
        told = [*self._newest_vote(tie, by_name=True)] if facet.vote else []
        told += facets.told_first(facet, tie, self.register, self.citations)
        for each in told:
            yield Line(f" {each}", f"{pair_name(tie, self.register)}:") if several else Line(each)

    def _sayings_there(self, ties: Sequence[Tie]) -> None:
        """Say what those said there to whom a question narrows it, where anything of theirs is on record."""
        told_else = bool(self.aspects & TOLD_BY_TIES) or which_first.asks_who_was_first(self.question)
        if not ties or self.parts or self.question.speakers or told_else:
            return
        # Whether something was done is asked by a claim, and not what was said.
        if sets_against_the_speech(self.question) or (
            Intent.CLAIM in self.question.intents and self.question.standings
        ):
            return
        if Intent.STORY in self.question.intents or SPOKE_FOR.search(self.question.joined):
            return
        if describes_somebody(self.question):
            # One person is sought, and not all who spoke there.
            return
        if reasons.asks_for_a_reason(self.question) and reasons.names_reasons_alone(self.question):
            # Why a place decided so stands with how its tie stands.
            return
        if WHO_STOOD_WHERE.search(self.question.joined):
            self._stances_there(ties, self._side_there(ties))
        else:
            self._sayings_of_kinds(ties)

    def _sayings_of_kinds(self, ties: Sequence[Tie]) -> None:
        """Say what those said on some ties whose words are asked for: of a kind, or of a side."""
        asked = sayings_read(self.question) or agreement_asked(self.question)
        quotes = QUOTES.search(self.question.joined) and not asks_for_both(self.question)
        stances = STANCES.search(self.question.joined) is not None
        # "Who in Roanoke refused the governor": whom they refused is no kind of people whose words are asked for.
        defied = stances and DEFIED.search(self.question.joined) is not None
        if not defied and (asked is None or not (asked.kinds or quotes or stances)):
            return
        places = {tie.us for tie in ties}
        points = self.register.record.points_in_use
        if defied or asked is None or (stances and not asked.kinds):
            self._votes_before_stances(ties)
            self._stances_there(ties, Side.KEEP if defied else self._side_there(ties))
            return
        found = any(it.place in places and asked.has(it, self.register) for it in points)
        if KINDS["russians"] in asked.kinds:
            found = found or bool(talking_points.of_russians([*places], self.register))
        if found:
            self.parts += talking_points.sayings_parts(asked, [*places], self.register, self.citations)
            self.outcomes.append(Outcome.SUBJECT)
        elif quotes and asked.kinds and (others := talking_points.stances_parts(places, self.register, self.citations)):
            self._say(Outcome.SUBJECT, speaker_sentences.none_of_theirs([group.says for group in asked.kinds]))
            self.parts += others

    def _side_there(self, ties: Sequence[Tie]) -> Side | None:
        """The side that is asked for: as it is said, or else that which was against what one place decided."""
        asked = next(iter(side_asked(self.question)), None)
        if asked is not None or len(ties) != 1 or AGAINST.search(self.question.joined) is None:
            return asked
        decided = (act for act in reversed(acts_in_force(ties[0].acts)) if act.kind in SIDE_OF_ACT and act.vote)
        act = next(decided, None)
        return OTHER_SIDE[SIDE_OF_ACT[act.kind]] if act else None

    def _votes_before_stances(self, ties: Sequence[Tie]) -> None:
        """How the newest vote went and whether it is known by name, where it is asked who was against it."""
        if len(ties) == 1 and AGAINST.search(self.question.joined):
            for told in self._newest_vote(ties[0], by_name=True):
                self._say(Outcome.TIE, told)

    def _stances_there(self, ties: Sequence[Tie], side: Side | None) -> None:
        """Say who stood where there: those of a side first, if it is asked for."""
        told = talking_points.stances_parts({tie.us for tie in ties}, self.register, self.citations, side)
        self.parts += told
        self.outcomes += [Outcome.SUBJECT] if told else []

    def _role_there(self, ties: Sequence[Tie]) -> None:
        """Say what is on record of those who are asked about by their part there: "Sarasota's own sister-city club"."""
        told_by_ties = (self.aspects & TOLD_BY_TIES) - {Aspect.ONE_OR_OTHER}
        if self.parts or told_by_ties or Intent.ACT in self.question.intents:
            return
        told = roles_there.role_part(self.question, ties, self.register, self.citations)
        if told is not None:
            self.parts.append(told)
            self.outcomes.append(Outcome.SUBJECT)

    def _partner_said(self, ties: Sequence[Tie]) -> None:
        """Say what the Russian side said of a pair, where that is asked: by the name of its place, or as such."""
        russian_says = any(_is_of(ties, it) and self._is_beside_a_verb(it) for it in self.question.mentions)
        asks = self._asks_the_russian_side() or (russian_says and self._names_american() and not self.parts)
        if len(ties) == 1 and not self.question.speakers and asks:
            told = talking_points.of_partner_part(ties, self.register, self.citations)
            self.parts += told or self._pages_of_partner(ties[0])
            self.partner_told = True
            self.outcomes.append(Outcome.SUBJECT)
            return
        spoke = [it for it in self.question.mentions if not (self._is_spoken_about(it) or self._is_spoken_to(it))]
        if any(means_america(mention) and mention.places for mention in spoke):
            # "Who said that San Diego and Vladivostok go on": a pair is named, and not who spoke.
            spoke = [mention for mention in spoke if self._is_beside_a_verb(mention)]
        named = {place.id for mention in spoke for place in mention.places}
        russian = [tie for tie in ties if tie.ru in named]
        if self.parts or self.question.speakers or not self._asks_for_an_answer():
            return
        if len({tie.ru for tie in russian}) != 1:
            return
        if reasons.asks_for_a_reason(self.question):
            # Why it was decided so is asked of the American side.
            return
        self.parts += talking_points.of_partner_part(russian, self.register, self.citations)
        self.partner_told = bool(self.parts)
        self.outcomes += [Outcome.SUBJECT] if self.parts else []

    def _pages_of_partner(self, tie: Tie) -> list[TextBlock]:
        """What pages from Russia say of a tie of which none of its officials spoke; that nobody did, without any."""
        pages = talking_points.of_russian_pages(tie, self.register, self.citations)
        none = speaker_sentences.NO_WORD_BUT_PAGES if pages else speaker_sentences.NO_WORD_OF_THE_PARTNER
        return [TextBlock.saying(none), *pages]

    def _is_spoken_about(self, mention: Mention) -> bool:
        """Whether a place is what was spoken of, and not who spoke: "Philadelphia's reply about Nizhny Novgorod"."""
        return mention.start > 0 and self.question.words[mention.start - 1].norm in _ABOUT

    def _is_spoken_to(self, mention: Mention) -> bool:
        """Whether a place is whom somebody told something: "who told Perm that it was over"."""
        before = self.question.words[mention.start - 1] if mention.start else None
        return before is not None and not before.cyrillic and _SAYS.search(before.norm) is not None

    def _is_beside_a_verb(self, mention: Mention) -> bool:
        """Whether a place stands right before or behind what it said: "did Perm answer", "що сказала Перм"."""
        words = self.question.words
        # In English who speaks stands before the verb: "wrote Perm a letter" is of another.
        before = [word.norm for word in words[max(0, mention.start - 1) : mention.start] if word.cyrillic]
        behind = [word.norm for word in words[mention.end : mention.end + _NEAR]]
        owned = words[mention.end - 1].raw.endswith(("'s", "’s"))
        if owned and behind[:1] and behind[0] in THEIRS:
            return True
        near = " ".join([*before, "-", *([] if behind[:1] and behind[0] in _WHO else behind)])
        return _SAYS.search(near) is not None

    def _asks_the_russian_side(self) -> bool:
        return Aspect.PARTNER_SAID in self.aspects or RUSSIAN_SIDE.search(self.question.joined) is not None

    def _asks_for_an_answer(self) -> bool:
        return Intent.SAID in self.question.intents or ANSWERED.search(self.question.joined) is not None


def _is_of(ties: Sequence[Tie], mention: Mention) -> bool:
    """Whether a name is that of the Russian place of one of some ties."""
    return bool({place.id for place in mention.places} & {tie.ru for tie in ties})
