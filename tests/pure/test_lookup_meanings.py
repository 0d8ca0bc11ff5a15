"""What lists are narrowed by, known by its meaning: however it is put, and not where something else is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cogs.lookup.model import ConditionOf, SortBy, SortOrder, Trait
from cogs.lookup.reading.meanings import meant_in
from cogs.lookup.reading.understanding import understand
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.register import Register
from db.record.text import clean, norms
from db.record.vocabulary import vocabulary

TODAY = date(2026, 11, 28)
FILES = ("meanings", "orders")
ROWS: list[dict[str, Any]] = [row for name in FILES for row in vocabulary(name)["meaning"]]


def _order(written: str) -> tuple[SortBy, SortOrder]:
    by, order = written.split()
    return SortBy(by), SortOrder(order)


SAYS = {"trait": Trait, "condition": ConditionOf, "kind": ActKind, "decider": Authority, "sort": _order}
# What denies that it is so.
DENYING = {"none", "without_any"}
# What is only asked of a time in which ties were made.
OF_MAKING = {"new_tie"}
# So many concepts tell something together.
TELLING = 2


def _used(row: dict[str, Any]) -> list[list[str]]:
    return [each.split() for form in ("of", "in_order") for each in row.get(form, ())]


def _says(row: dict[str, Any]) -> str:
    return next(str(row[key]) for key in SAYS if key in row)


@pytest.mark.parametrize("row", ROWS, ids=_says)
def test_every_meaning_is_of_several_known_concepts(row: dict[str, Any]) -> None:
    known = {name for file in (*FILES, "arguments") for name in vocabulary(file)["concepts"]}
    combinations = _used(row)
    assert combinations
    assert all(len(each) >= TELLING for each in combinations)
    assert {*row.get("unless", "").split(), *(name for each in combinations for name in each)} <= known
    assert [SAYS[key](row[key]) for key in SAYS if key in row]


def test_every_concept_is_of_a_meaning() -> None:
    used = {name for row in ROWS for each in _used(row) for name in each}
    used |= {name for row in ROWS for name in row.get("unless", "").split()} | DENYING | OF_MAKING
    own = {name for file in FILES for name in vocabulary(file)["concepts"]}
    assert len(own) == sum(len(vocabulary(file)["concepts"]) for file in FILES)
    assert own - used == set()
    assert own & vocabulary("arguments")["concepts"].keys() == set()


@pytest.mark.parametrize(
    ("trait", "text"),
    [
        (Trait.DATE_UNSURE, "Which decisions have just a ballpark day attached?"),
        (Trait.DATE_UNSURE, "де день ухвалення лише приблизний"),
        (Trait.ONE_REPORT, "show me where all we know comes from a lone newspaper"),
        (Trait.SEARCHED_ONCE, "which did you never look into again"),
        (Trait.SPLIT, "in which towns were the aldermen at odds over it"),
        (Trait.UNANIMOUS, "где за приостановку был весь совет"),
        (Trait.NO_YEAR, "какие пары неизвестно когда возникли"),
        (Trait.NOT_ON_2022_LIST, "whom did the chamber forget to list"),
        (Trait.ONLY_WIKIPEDIA, "which would you know of from an encyclopedia and nothing else"),
        (Trait.NO_CONDITION, "who paused it and never spelled out any terms"),
        (Trait.SAME_NAME, "which pairs share a name"),
        (Trait.HEADLINES, "where did reporters blow a suspension out of proportion"),
    ],
)
def test_it_is_known_however_it_is_put(trait: Trait, text: str, register: Register) -> None:
    assert trait in understand(text, register.gazetteer, TODAY).narrowing.traits


@pytest.mark.parametrize(
    ("trait", "text"),
    [
        (Trait.DATE_UNSURE, "any decision to date?"),
        (Trait.DATE_UNSURE, "which suspensions are unclear to me these days"),
        (Trait.DATE_UNSURE, "which meeting days are free and what is the approximate size of the council"),
        (Trait.NO_YEAR, "which ties are unknown since the war started"),
        (Trait.NO_YEAR, "when was the first one founded"),
        (Trait.NO_YEAR, "who started it is unknown, which city was it"),
        (Trait.ONE_REPORT, "which one has the best source"),
        (Trait.ONE_REPORT, "one more question: what sources do you use"),
        (Trait.ONE_REPORT, "my only source is a newspaper, which cities ended"),
        (Trait.ONLY_WIKIPEDIA, "which ones does wikipedia list"),
        (Trait.ONLY_WIKIPEDIA, "can I cite wikipedia for all of these"),
        (Trait.ONLY_WIKIPEDIA, "which suspended ties have a wikipedia article"),
        (Trait.GRADE_E, "where can I read your blog"),
        (Trait.GRADE_E, "which cities wrote about it on a blog"),
        (Trait.GRADE_E, "is there a list of old ties"),
        (Trait.SEARCHED_ONCE, "once you have checked, list the ended ones"),
        (Trait.SEARCHED_ONCE, "can I check this again without typing it all"),
        (Trait.SEARCHED_ONCE, "which ties did the council look at twice"),
        (Trait.SPLIT, "which council is it, as opposed to some club"),
        (Trait.SPLIT, "where did the council agree"),
        (Trait.SPLIT, "some cities suspended, others did not; which ones"),
        (Trait.UNANIMOUS, "which councils voted against ending it"),
        (Trait.UNANIMOUS, "all councils that suspended, please"),
        (Trait.UNANIMOUS, "does every council have to be in touch with its partner"),
        (Trait.NO_VOTE, "which councils voted no"),
        (Trait.NO_VOTE, "where was it put to the council"),
        (Trait.NO_VOTE, "who did not take part in the exchange"),
        (Trait.NOT_ON_2022_LIST, "which are on the chamber list"),
        (Trait.NOT_ON_2022_LIST, "what does the chamber say about cities"),
        (Trait.NOT_ON_2022_LIST, "what share of all ended, not of the chamber list"),
        (Trait.NO_CONDITION, "which suspensions state a condition for resuming"),
        (Trait.NO_CONDITION, "who did not resume"),
        (Trait.NO_CONDITION, "how many have strings attached for coming back, and how many dont say"),
        (Trait.CONDITION, "which suspended ties does the term dormant fit"),
        (Trait.CONDITION, "which ties were resumed"),
        (Trait.CONDITION, "what terms do you use for frozen ties"),
        (Trait.NO_WORD, "nothing heard since summer 2022, which active ones"),
        (Trait.NO_WORD, "which mayors said no since the war began"),
        (Trait.NO_WORD, "what has changed since the invasion"),
        (Trait.CHANGED_COURSE, "which was the first decision"),
        (Trait.CHANGED_COURSE, "who kept it later than others"),
        (Trait.CHANGED_COURSE, "which earlier decisions are on record"),
        (Trait.ABSTAINED, "suspended or ended either way, without the council voting"),
        (Trait.ABSTAINED, "where did the council sit"),
        (Trait.ABSTAINED, "which votes went either of two ways"),
        (Trait.EXECUTIVE_ORDER, "is an order by a mayor worth as much as a council vote in your list"),
        (Trait.EXECUTIVE_ORDER, "list the mayors in order of name"),
        (Trait.EXECUTIVE_ORDER, "which governors signed the petition"),
        (Trait.NAMED_IN_SPEECH, "which mayors mentioned zelenskyy"),
        (Trait.NAMED_IN_SPEECH, "who listened to zelenskyy"),
        (Trait.NAMED_IN_SPEECH, "which cities invited zelenskyy"),
        (Trait.DOCUMENTED, "which documents do I need for a hearing"),
        (Trait.DOCUMENTED, "where do I find the minutes"),
        (Trait.DOCUMENTED, "which councils passed a resolution"),
        (Trait.FIRM, "three cities came back, my source is solid"),
        (Trait.FIRM, "which two cities ended first"),
        (Trait.FIRM, "where can I find evidence"),
        (Trait.GRADE_A, "what does grade mean in your list"),
        (Trait.GRADE_A, "which are the best cities"),
        (Trait.GRADE_A, "what is the top source you use"),
        (Trait.SAME_NAME, "which mayors said the same"),
        (Trait.SAME_NAME, "what is the name of the partner city"),
        (Trait.SAME_NAME, "who else did the same in both states"),
        (Trait.RUSSIAN_WORD, "who said that isolating russians is what putin wants"),
        (Trait.RUSSIAN_WORD, "which mayors announced that they end the tie with a russian city"),
        (Trait.RUSSIAN_WORD, "що відповісти сусідові, який каже, що прості росіяни ні до чого"),
        (Trait.STATE_MEDIA, "which states were in the news"),
        (Trait.STATE_MEDIA, "where did the press report it"),
        (Trait.STATE_MEDIA, "which state acted only after the media wrote of it"),
        (Trait.HEADLINES, "which suspensions and endings were in the news"),
        (Trait.HEADLINES, "where do the papers call for cutting ties"),
        (Trait.HEADLINES, "which papers wrote about a suspension"),
        (Trait.DOCUMENT, "the number of resolutions, please"),
        (Trait.DOCUMENT, "how many documents are on file"),
        (Trait.DOCUMENT, "which number do I call for the minutes"),
        (Trait.PAGE_WITHOUT, "which city pages list a russian partner"),
        (Trait.PAGE_WITHOUT, "where is the page about russian ties"),
        (Trait.PAGE_WITHOUT, "which russian cities were dropped"),
        (Trait.NO_ACT, "which acts are on record"),
        (Trait.NO_ACT, "any events this week"),
        (Trait.NO_ACT, "is there nothing new"),
        (Trait.UNDECIDED, "який рішення ухвалював губернатор, а не рада"),
        (Trait.UNDECIDED, "які рішення ухвалено одноголосно, а які ні"),
        (Trait.UNDECIDED, "who made the decision, not the mayor"),
        (Trait.RUSSIAN_LARGER, "which american cities are larger than their russian partner"),
        (Trait.RUSSIAN_LARGER, "what is the largest russian city on record"),
        (Trait.RUSSIAN_LARGER, "do more russian cities have an american partner"),
        (Trait.US_LARGER, "which russian cities are larger than their american partner"),
        (Trait.US_LARGER, "what is the largest american city with a tie"),
        (Trait.US_LARGER, "is there a greater american city"),
        (Trait.RUSSIAN_LARGER, "smallest american place and smallest russian place in your whole list"),
        (Trait.CHANGED_COURSE, "что вы пишете, если в одной газете «прекратили», а в другой «приостановили»"),
        (Trait.NO_CONDITION, "suspended with a condition vs without? i want conditions per city"),
        (Trait.RUSSIAN_WORD, "do any experts say that breaking ties changes minds in russia"),
        (Trait.NAMED_IN_SPEECH, "сколько городов послали зеленского? поимённо"),
        (Trait.SEVERAL, "which two russian cities ended first"),
        (Trait.SEVERAL, "how many russian cities are there"),
        (Trait.SEVERAL, "which states have the most ties"),
        (Trait.SEVERAL_RUSSIAN, "which american cities have a russian partner"),
        (Trait.SEVERAL_RUSSIAN, "two american cities, please, with russian partners"),
        (Trait.SEVERAL_RUSSIAN, "какие американские города связаны с российскими"),
    ],
)
def test_what_only_sounds_like_it_is_not_read_so(trait: Trait, text: str, register: Register) -> None:
    assert trait not in understand(text, register.gazetteer, TODAY).narrowing.traits


@pytest.mark.parametrize(
    ("says", "text"),
    [
        (ConditionOf.TROOPS, "where must the occupiers go home before anything resumes"),
        (ConditionOf.DEMOCRACY, "кто возобновит после смены режима"),
        (ConditionOf.ACCOUNTABILITY, "who will not resume until those who did the atrocities are on trial"),
        (ConditionOf.BODY, "де повернути зв'язок може тільки нове рішення ради"),
        (ConditionOf.DATE, "which suspensions are for a fixed term"),
        (ActKind.KEPT, "де пропозицію розірвати провалили"),
        (ActKind.KEPT, "в каких городах порвать так и не захотели"),
        (Authority.CITY_PAGE, "which suspensions come from a PR person"),
        (Authority.PARTNER, "какие связи разорвала сама российская сторона"),
    ],
)
def test_conditions_acts_and_deciders_are_known_so_too(says: object, text: str, register: Register) -> None:
    question = understand(text, register.gazetteer, TODAY)
    assert says in {*question.narrowing.conditions, *question.narrowing.kinds, *question.authorities}


@pytest.mark.parametrize(
    ("says", "text"),
    [
        (ConditionOf.TROOPS, "which cities host an army base"),
        (ConditionOf.TROOPS, "when did russian forces leave Kherson"),
        (ConditionOf.TROOPS, "какие города отправляли помощь войскам"),
        (ConditionOf.DEMOCRACY, "which mayors won free elections"),
        (ConditionOf.DEMOCRACY, "are ties good for democracy"),
        (ConditionOf.DEMOCRACY, "де обговорювали демократію"),
        (ConditionOf.ACCOUNTABILITY, "my neighbor insists babushkas shouldn't pay for what the tsar does. reply?"),
        (ConditionOf.ACCOUNTABILITY, "who pays for the petition"),
        (ConditionOf.ACCOUNTABILITY, "где говорили о преступлениях"),
        (ConditionOf.BODY, "which councils voted to suspend"),
        (ConditionOf.BODY, "did a council resume its tie"),
        (ConditionOf.BODY, "яка рада призупинила зв'язок"),
        (ConditionOf.DATE, "which were suspended on a Monday"),
        (ConditionOf.DATE, "how many years ago was it suspended"),
        (ConditionOf.DATE, "де призупинили в березні"),
        (ConditionOf.PEACE, "which mayors spoke of peace"),
        (ConditionOf.PEACE, "who founded the peace park"),
        (ConditionOf.PEACE, "где упоминали мир"),
        (ConditionOf.SOVEREIGNTY, "which ties are with a land border"),
        (ConditionOf.SOVEREIGNTY, "how large is Ukraine's territory"),
        (ConditionOf.SOVEREIGNTY, "какие города на границе"),
        (ConditionOf.FIGHTING, "which were made after the end of the cold war"),
        (ConditionOf.FIGHTING, "who spoke of the war"),
        (ConditionOf.FIGHTING, "кто говорил о войне"),
        (ActKind.KEPT, "which ended"),
        (ActKind.KEPT, "who proposed ending it"),
        (ActKind.KEPT, "де розірвали"),
        (ActKind.RESUMED, "how many had been called off, paused counts too"),
        (ActKind.RESUMED, "what would lift the suspensions, and when"),
        (ActKind.RESUMED, "які призупинені й не розірвані"),
        (Authority.CITY_PAGE, "what did the spokesperson say about letters"),
        (Authority.CITY_PAGE, "who is the press secretary"),
        (Authority.CITY_PAGE, "які міста призупинили"),
        (Authority.PARTNER, "my rep says cutting ties only isolates the good russians"),
        (Authority.PARTNER, "what do russians themselves say about being dropped"),
        (Authority.PARTNER, "хто призупинив росіян, а потім підписався з українцями"),
        (Authority.ASSOCIATION, "чи були товариства, які самі виступали за призупинення"),
        (Authority.ASSOCIATION, "which clubs are there"),
        (Authority.ASSOCIATION, "what does a committee do when it is suspended"),
    ],
)
def test_what_only_sounds_like_these_is_not_read_so(says: object, text: str, register: Register) -> None:
    question = understand(text, register.gazetteer, TODAY)
    assert says not in {*question.narrowing.conditions, *question.narrowing.kinds, *question.authorities}


def test_what_is_denied_is_not_so() -> None:
    found = meant_in(" ".join(norms(clean("which were not mentioned by wikipedia alone"))))
    assert [each.denied for each in found if each.says is Trait.ONLY_WIKIPEDIA] == [True]


def test_what_asks_for_no_list_narrows_none() -> None:
    assert meant_in(" ".join(norms(clean("a single source rests here")))) == ()
