"""What an answer is made of, whoever shows it: a Discord card, or plain text in a terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from enum import StrEnum

from cogs.kit.routes import packed
from cogs.wording.blocks import Line, TextBlock
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.fact_tables import complete
from db.record.levels import Level
from db.record.models import Source
from db.record.passages import PassageKind
from db.record.standings import STANDINGS, Standing
from db.record.values import value


class Outcome(StrEnum):
    """What kind of answer this is."""

    TIE = "tie"
    LIST = "list"
    CHOICE = "choice"
    SUBJECT = "subject"
    NO_TIE = "no_tie"
    UNKNOWN = "unknown"
    OFF_TOPIC = "off_topic"
    EMPTY = "empty"

    @property
    def found(self) -> bool:
        """Whether a known place or subject was found (the exit code of ``python bot.py ask``)."""
        return self not in {Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY}


class TargetKind(StrEnum):
    TIE = "tie"
    PLACE = "place"
    ANSWER = "answer"


@value
class AnswerChoice:
    """One answer to "which one?", or what to ask next: a tie or a place of the register or an explanation, by id.

    ``label`` has at most 80 characters.
    """

    label: str
    kind: TargetKind
    target: str


class SortOrder(StrEnum):
    """The order of a list: by state and name, or by what it is sorted by, the newest or greatest first, or last."""

    RECORD = "record"
    NEWEST = "newest"
    OLDEST = "oldest"


class SortBy(StrEnum):
    """What a list is sorted by; ``sorting`` has a row on each."""

    ACT = "act"
    FOUNDED = "founded"
    SIZE = "size"
    SEARCHED = "searched"
    HEARING = "hearing"
    RUSSIAN_SIZE = "russian_size"
    NAME = "name"
    STANDING = "standing"


class Look(StrEnum):
    """What the dates, kinds and deciders of a filter are held against; ``filters`` has a row on each."""

    BEHIND = "behind"
    ACTS = "acts"
    CHANGES = "changes"
    HEARINGS = "hearings"
    SEARCHES = "searches"


class How(StrEnum):
    """How an act was decided: by a vote, or by the word of one official without a vote."""

    VOTE = "vote"
    WORD = "word"


class Trait(StrEnum):
    """What is so of a tie or not; ``filters`` has a row on each."""

    CONDITION = "condition"
    NO_CONDITION = "no_condition"
    VOTED = "voted"
    NO_VOTE = "no_vote"
    UNDECIDED = "undecided"
    SEVERAL = "several"
    SEVERAL_RUSSIAN = "several_russian"
    NEVER_SEARCHED = "never_searched"
    ONE_REPORT = "one_report"
    ONLY_WIKIPEDIA = "only_wikipedia"
    ON_2022_LIST = "on_2022_list"
    NOT_ON_2022_LIST = "not_on_2022_list"
    UKRAINIAN_PARTNER = "ukrainian_partner"
    NO_YEAR = "no_year"
    UNANIMOUS = "unanimous"
    SPLIT = "split"
    OF_COUNTY = "of_county"
    OF_STATE = "of_state"
    NOT_OF_STATE = "not_of_state"
    NO_WORD = "no_word"
    NOT_OF_CITY = "not_of_city"
    OF_CITY = "of_city"
    CHANGED_COURSE = "changed_course"
    ABSTAINED = "abstained"
    EXECUTIVE_ORDER = "executive_order"
    NAMED_IN_SPEECH = "named_in_speech"
    GRADE_A = "grade_a"
    GRADE_B = "grade_b"
    GRADE_C = "grade_c"
    GRADE_D = "grade_d"
    DOCUMENTED = "documented"
    OF_CAPITAL = "of_capital"
    DATE_UNSURE = "date_unsure"
    NO_ACT = "no_act"
    SEARCHED_ONCE = "searched_once"
    INDEFINITE = "indefinite"
    SAME_NAME = "same_name"
    RUSSIAN_WORD = "russian_word"
    STATE_MEDIA = "state_media"
    PAGE_WITHOUT = "page_without"
    RUSSIAN_CAPITAL = "russian_capital"
    OF_REPUBLIC = "of_republic"
    HEADLINES = "headlines"
    DOCUMENT = "document"
    NO_PLAIN_CITY = "no_plain_city"
    GRADE_E = "grade_e"
    FIRM = "firm"
    RUSSIAN_LARGER = "russian_larger"
    US_LARGER = "us_larger"
    MAYORS_MOTION = "mayors_motion"


class ConditionOf(StrEnum):
    """What a condition for lifting a suspension speaks of; data/vocabulary/conditions.toml has a table on each."""

    SOVEREIGNTY = "sovereignty"
    TROOPS = "troops"
    PEACE = "peace"
    FIGHTING = "fighting"
    ACCOUNTABILITY = "accountability"
    DEMOCRACY = "democracy"
    BODY = "body"
    DATE = "date"


KIND_CODES = complete(ActKind, {
    ActKind.ESTABLISHED: "b", ActKind.CONFIRMED: "c", ActKind.KEPT: "k", ActKind.PROPOSED: "p", ActKind.ENDED: "e",
    ActKind.SUSPENDED: "s", ActKind.RESUMED: "r", ActKind.DORMANT: "d", ActKind.STATEMENT: "w",
})  # fmt: skip


class RowDetail(StrEnum):
    """What is asked of each tie of a list, beside how it stands, and stands in its row."""

    FOUNDED = "founded"
    PEOPLE = "people"
    RUSSIAN_PEOPLE = "russian_people"
    SEARCHED = "searched"
    UKRAINE = "ukraine"


@value
class TieFilter:
    """Which ties a list holds, and in what order. What is at its default does not narrow it.

    ``since`` and ``until``, inclusive, bound what the list looks at (``look``): the act behind the standing, any act in
    force, those that changed the standing, hearings or searches; ``founded``: the year in which the tie was made.
    ``authorities``, ``kinds`` and ``how`` are of the act looked at. ``text`` begins a word of a place's name.
    ``without`` are ids of places that were ruled out. ``where`` is how to name the states together ("Pacific
    Northwest"). ``as_of`` is the day on which the standings are meant, if not today. ``region`` is a Russian region or
    part of Russia. ``over`` and ``under`` bound the population of the U.S. place. ``most``: no more than so many are
    shown. ``share``: what part of all they are is told. ``outside`` are
    states that were ruled out, ``not_so`` traits. ``lacking``: no act is as asked.
    ``made_since`` and ``made_until`` bound when the tie was made, where ``since`` and ``until`` are of something else,
    ``russian_over`` and ``russian_under`` the population of the Russian place. ``conditions``: what the condition for
    lifting a suspension speaks of, any of them. ``details`` are shown in each row, and narrow nothing.
    ``vote`` is how a vote on the tie was counted: "5–0". ``by_each``: each of the ``authorities`` acted or spoke.

    The buttons of a list hold all this, in this order; a new field goes last.
    """

    states: tuple[str, ...] = packed(width=2)
    standings: tuple[Standing, ...] = packed(codes={standing: facts.code for standing, facts in STANDINGS.items()})
    authorities: tuple[Authority, ...] = ()
    levels: tuple[Level, ...] = ()
    since: date | None = None
    until: date | None = None
    founded: bool = False
    text: str = ""
    without: tuple[str, ...] = ()
    where: str = ""
    order: SortOrder = SortOrder.RECORD
    look: Look = Look.BEHIND
    kinds: tuple[ActKind, ...] = packed(codes=KIND_CODES)
    how: How | None = None
    sort: SortBy = SortBy.ACT
    most: int = 0
    as_of: date | None = None
    region: str = ""
    traits: tuple[Trait, ...] = ()
    over: int = 0
    under: int = 0
    share: bool = False
    outside: tuple[str, ...] = packed(width=2)
    not_so: tuple[Trait, ...] = ()
    lacking: bool = False
    made_since: date | None = None
    made_until: date | None = None
    russian_over: int = 0
    russian_under: int = 0
    conditions: tuple[ConditionOf, ...] = ()
    details: tuple[RowDetail, ...] = ()
    vote: str = ""
    by_each: bool = False


@value
class RecordSearch:
    """A search of the record: a text, the ties it is narrowed to, if any, and the kind of entry, if one is chosen."""

    text: str
    kind: PassageKind | None = None
    ties: tuple[str, ...] = ()


@value
class Answer:
    """What is said. ``rows`` are the tie ids of a list, in the order shown; ``sources[0]`` is number 1.

    ``about`` are the ids of ties that are spoken of in a line of a part, without a part of their own.
    """

    outcome: Outcome
    parts: tuple[TextBlock, ...]
    sources: tuple[Source, ...] = ()
    choices: tuple[AnswerChoice, ...] = ()
    rows: tuple[str, ...] = ()
    filter: TieFilter | None = None
    about: tuple[str, ...] = ()

    @classmethod
    def saying(cls, outcome: Outcome, text: str) -> Answer:
        """One sentence or paragraph, and nothing else."""
        return cls(outcome, (TextBlock.saying(text),))

    def behind(self, *parts: TextBlock) -> Answer:
        """The same, told behind other parts."""
        return replace(self, parts=(*parts, *self.parts))

    def before(self, *parts: TextBlock) -> Answer:
        """The same, told before other parts."""
        return replace(self, parts=(*self.parts, *parts))

    def behind_line(self, line: str) -> Answer:
        """The same with a line of its own above those of its first part."""
        first, *rest = self.parts
        return replace(self, parts=(replace(first, lines=(Line(line), *first.lines)), *rest))

    @property
    def ties(self) -> tuple[str, ...]:
        """The ids of the ties this answer speaks of, in order, each once."""
        return tuple(dict.fromkeys([*(part.tie for part in self.parts if part.tie), *self.about, *self.rows]))
