"""What lists are narrowed by, known by its meaning: however it is put, and not where something else is said."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cogs.lookup.model import Trait
from cogs.lookup.reading.meanings import meant_in
from cogs.lookup.reading.question import understand
from db.record.register import Register
from db.record.text import clean, norms
from db.record.vocabulary import vocabulary

TODAY = date(2026, 11, 28)
ROWS: list[dict[str, Any]] = vocabulary("meanings")["meaning"]
# So many concepts tell something together.
TELLING = 2


def _used(row: dict[str, Any]) -> list[list[str]]:
    return [each.split() for form in ("of", "in_order") for each in row.get(form, ())]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["trait"])
def test_every_meaning_is_of_several_known_concepts(row: dict[str, Any]) -> None:
    known = {**vocabulary("meanings")["concepts"], **vocabulary("arguments")["concepts"]}
    combinations = _used(row)
    assert combinations
    assert all(len(each) >= TELLING for each in combinations)
    assert {*row.get("unless", "").split(), *(name for each in combinations for name in each)} <= known.keys()
    assert Trait(row["trait"])


def test_every_concept_is_of_a_meaning() -> None:
    used = {name for row in ROWS for each in _used(row) for name in each}
    used |= {name for row in ROWS for name in row.get("unless", "").split()}
    own = vocabulary("meanings")["concepts"].keys()
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
    ],
)
def test_what_only_sounds_like_it_is_not_read_so(trait: Trait, text: str, register: Register) -> None:
    assert trait not in understand(text, register.gazetteer, TODAY).narrowing.traits


def test_what_is_denied_is_not_so() -> None:
    found = meant_in(" ".join(norms(clean("which were not mentioned by wikipedia alone"))))
    assert [each.denied for each in found if each.says is Trait.ONLY_WIKIPEDIA] == [True]


def test_what_asks_for_no_list_narrows_none() -> None:
    assert meant_in(" ".join(norms(clean("a single source rests here")))) == ()
