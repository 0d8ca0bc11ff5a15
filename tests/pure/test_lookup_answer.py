"""Answers: whatever is typed, what is said holds to the record and to the wording of how a tie stands."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import tomli
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cogs.lookup.answers.answer import answer, claim_answer
from cogs.lookup.answers.answers_to_choices import history_answer, open_choice, place_answer, sources_answer, tie_answer
from cogs.lookup.autocomplete import suggest
from cogs.lookup.model import Answer, AnswerChoice, Outcome, TargetKind
from cogs.lookup.render_text import as_text
from cogs.wording import sentences
from cogs.wording.act_phrases import actor_and_more
from cogs.wording.act_sentences import first_clause
from cogs.wording.english import sentences_in
from cogs.wording.leads import own_word, standing_label, stands_by_decision
from cogs.wording.names import place_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import founding, standing_line
from cogs.wording.tie_search import LABEL_LENGTH, MOST
from db.record.act_kinds import ActKind
from db.record.authorities import OF_THE_CITY, Authority
from db.record.derivation import INVASION, Evidence, acts_in_force, earlier_word, evidence
from db.record.models import Act, PartialDate, Record, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.text import key

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 28)
_DECIDES = {ActKind.KEPT, ActKind.CONFIRMED, ActKind.SUSPENDED, ActKind.RESUMED, ActKind.ENDED}
_OFFICIALS = {Authority.COUNCIL, Authority.MAYOR, Authority.STATE, Authority.CITY_PAGE}
_NAMES = st.sampled_from(
    [
        "Portland",
        "Khabarovsk",
        "St. Petersburg",
        "Хабаровск",
        "Moscow",
        "OR",
        "Texas",
        "Odesa",
        "Springfield",
        "west coast",
        "perm",
    ]
)
_WORDS = st.sampled_from(
    [
        "is",
        "still",
        "paired",
        "with",
        "not",
        "the",
        "ended",
        "2022",
        "since",
        "how many",
        "why",
        "who",
        "@everyone",
        "```",
        "{{x}}",
    ]
)
_ANY_WORDS = st.lists(st.one_of(_NAMES, _WORDS, st.text(max_size=12)), max_size=14).map(" ".join)
_LONGEST_HALF = 160


@cache
def _asked() -> list[str]:
    """The questions of the corpus that are short enough to be half of one."""
    files = sorted((Path(__file__).parent.parent / "corpus").glob("*.toml"))
    rows = chain.from_iterable(tomli.loads(file.read_text("utf-8")).get("question", ()) for file in files)
    return [row["ask"] for row in rows if len(row["ask"]) <= _LONGEST_HALF]


# What is narrowed by one question and asked by another met a search that never ended.
_TWO_QUESTIONS = st.deferred(
    lambda: st.tuples(
        st.sampled_from(_asked()),
        st.sampled_from(["", " ", ". ", "? ", " and ", " і ", " и "]),
        st.sampled_from(_asked()),
    ).map("".join)
)


def _stays_no_letter(char: str) -> bool:
    return not any(part.isalnum() for part in unicodedata.normalize("NFKC", char))


def _cited(answer: Answer) -> list[int]:
    lines = [f"{line.strong}{line.text}" for part in answer.parts for line in part.lines]
    return [int(number) for line in lines for number in re.findall(r"\[(\d+)\]", line)]


@given(_ANY_WORDS | _TWO_QUESTIONS)
# All that is known of its beginning is told before the tie: nothing is left for the line that tells how old that is.
@example("How did Richmond, Indiana, and Serpukhov begin?")
@settings(max_examples=600, deadline=None)
def test_any_text_is_answered_from_the_record(register: Register, text: str) -> None:
    found = answer(text, register, TODAY)
    assert found.parts
    assert all(line.text.strip() or line.strong for part in found.parts for line in part.lines)
    assert all(1 <= number <= len(found.sources) for number in _cited(found))
    assert set(found.ties) <= set(register.record.ties)
    assert (found.outcome is Outcome.TIE) <= bool(found.ties)
    assert (found.outcome is Outcome.CHOICE) <= (len(found.choices) > 1)
    assert len({choice.target for choice in found.choices}) == len(found.choices)
    assert not any(len(choice.label) > 80 for choice in found.choices)


@given(st.text(alphabet=st.characters(exclude_categories=["L", "N"]).filter(_stays_no_letter), max_size=200))
def test_text_without_a_letter_or_digit_is_no_question(register: Register, text: str) -> None:
    assert answer(text, register, TODAY).outcome is Outcome.EMPTY


@pytest.mark.parametrize("text", ["x" * 6000, "portland " * 700, "😀" * 3000, "а" * 6000, "(" * 6000, "or " * 2000])
def test_six_thousand_characters_are_read(register: Register, text: str) -> None:
    assert answer(text, register, TODAY).parts


def test_every_tie_is_told_with_its_standing_date_actor_sources_and_search(register: Register) -> None:
    for tie in register.record.ties.values():
        status = register.status(tie.id)
        said = as_text(tie_answer(tie.id, register, TODAY), register)
        assert f"— {STANDINGS[status.standing].shape} {standing_label(status)}\n" in said
        assert "(searched " in said
        assert "[1] " in said
        if status.basis:
            assert str(status.basis.date.first.year) in said
            own = status.basis.said
            assert actor_and_more(status.basis)[0] in said if own is None else own.removesuffix(".") in said


def _beginning(word: str) -> str:
    """What a word has in common with its other forms."""
    return f"{word[:-3]}y"[:4] if word.endswith("ies") else word[:4]


def test_history_and_sources_leave_out_nothing(register: Register) -> None:
    for tie in register.record.ties.values():
        history = as_text(history_answer(tie.id, register), register)
        sources = {source.id for source in sources_answer(tie.id, register).sources}
        told = {_beginning(word) for word in key(history).split()}
        for act in tie.acts:
            assert act.actor in history, act.id
            assert act.vote is None or act.vote in history, act.id
            # Each word of it, if not in the summary's sentence then in the act's own words.
            assert {_beginning(word) for word in key(act.summary).split() if len(word) > 3} <= told, act.id
        assert all(listing.says in history for listing in tie.listings)
        assert {name for act in tie.acts for name in act.sources} <= sources
        assert {name for listing in tie.listings for name in listing.sources} <= sources


def test_sources_that_carry_texts_of_one_outlet_are_named(frozen_register: Register) -> None:
    found = sources_answer("portland-or--khabarovsk", frozen_register)
    ids = [source.id for source in found.sources]
    first, second = sorted(ids.index(name) + 1 for name in ("bilaumur-blogspot-202206", "oregonlive-202206-2"))
    told = [line.text for line in found.parts[0].lines]
    # Which text of the newspaper the blog carries is not on record: the one is news, the other an opinion.
    outlet = "The Oregonian/OregonLive"
    assert told[1:] == [f"[{second}] carries a text of {outlet}, as [{first}] does: they count as one."]


def test_every_tie_and_place_is_found_by_its_full_name_alone(register: Register) -> None:
    for tie in register.record.ties.values():
        found = answer(tie_name(tie, register), register, TODAY)
        assert (found.outcome, found.ties, [part.tie for part in found.parts]) == (Outcome.TIE, (tie.id,), [tie.id])
    for place in register.record.places.values():
        found = answer(place_name(place, register), register, TODAY)
        which = found.outcome is Outcome.CHOICE and place.id in {choice.target for choice in found.choices}
        told = {part.tie for part in found.parts if part.tie}
        assert which or told == {tie.id for tie in register.ties_of(place.id)}


def test_every_place_leads_to_all_its_ties(register: Register) -> None:
    for place in register.record.places.values():
        found = place_answer(place.id, register, TODAY)
        assert set(found.ties) == {tie.id for tie in register.ties_of(place.id)}


def test_the_choices_of_a_which_one_open(frozen_register: Register) -> None:
    asked = answer("portland", frozen_register, TODAY)
    assert asked.outcome is Outcome.CHOICE
    opened = [open_choice(choice, frozen_register, TODAY).ties for choice in asked.choices]
    assert opened == [("portland-me--arkhangelsk",), ("portland-or--khabarovsk",)]


def test_a_tie_opened_out_of_several_has_a_way_back_to_all_of_them(register: Register) -> None:
    opened = open_choice(AnswerChoice("", TargetKind.TIE, "houston-tx--moscow"), register, TODAY)
    assert [choice.label for choice in opened.choices] == ["Both ties of Houston", "All 3 ties of Moscow"]
    back = open_choice(opened.choices[0], register, TODAY)
    assert {"houston-tx--tyumen", "houston-tx--moscow"} == set(back.ties)
    alone = open_choice(AnswerChoice("", TargetKind.TIE, "juneau-ak--vladivostok"), register, TODAY)
    assert [choice.label for choice in alone.choices] == ["All 3 ties of Vladivostok"]
    assert open_choice(AnswerChoice("", TargetKind.TIE, "tulsa-ok--zelenograd"), register, TODAY).choices == ()


def test_a_name_with_its_state_is_closed_by_a_comma_inside_a_sentence(register: Register) -> None:
    assert "The 2 ties on record for Houston, Texas, are with" in as_text(answer("Houston", register, TODAY), register)
    oldest = as_text(answer("oldest tie", register, TODAY), register)
    assert "between Jacksonville, Florida, and Murmansk, began in 1975." in oldest


def test_a_suspension_is_never_called_an_end_and_an_association_never_a_vote(register: Register) -> None:
    for tie in register.record.ties.values():
        status = register.status(tie.id)
        said = standing_line(tie, register, Citations(register.record.sources))
        strong, rest = said.strong, said.text
        if status.standing is Standing.SUSPENDED:
            own = own_word(status.basis)
            assert strong.lower().endswith(f"{own}.") if own else strong == "Suspended, not ended."
        if status.standing is Standing.ACTIVE and status.basis and status.basis.authority is Authority.ASSOCIATION:
            earlier = earlier_word(tie, status.basis, OF_THE_CITY)
            denied = (
                strong == sentences.said_to_stand_only_by_others("city") and "decision, not the City Council's" in rest
            )
            told = earlier is not None and (earlier.said or "").removesuffix(".") in rest
            assert "no decision by the city was found" in strong or denied or told
        if status.basis and status.basis.kind is ActKind.CONFIRMED:
            assert ("Kept" in strong) == (stands_by_decision(tie, status.basis) is not None)
        if status.basis:
            said_to_differ = "reports differ" in (status.basis.said or "")
            found = evidence(status.basis, register.record.sources)
            one, several = found is Evidence.ONE_REPORT, found is Evidence.SEVERAL_WEAK
            assert ("No second, independent source was found" in rest) == (one and not said_to_differ)
            assert ("No stronger source was found" in rest) == (several and not said_to_differ)


def _told(tie: Tie, register: Register) -> str:
    said = standing_line(tie, register, Citations(register.record.sources))
    return said.strong + said.text


def _check_absences(tie: Tie, basis: Act, told: str) -> None:
    """What is said to be missing must not be on record, and what is on record after the basis must be named."""
    since = [act for act in acts_in_force(tie.acts) if act.date.last >= INVASION]
    voted = [act for act in since if act.vote or (act.authority is Authority.COUNCIL and act.kind in _DECIDES)]
    assert not (sentences.NO_VOTE_FOUND in told and voted), tie.id
    assert not ("no decision by the city was found" in told and {act.authority for act in since} & _OFFICIALS), tie.id
    after = since[since.index(basis) + 1 :] if basis in since else []
    assert not ("Nothing newer found" in told and after), tie.id
    assert not after or first_clause(after[-1]).removesuffix(".") in told
    searched = [search for search in tie.searches if search.date.first > basis.date.last]
    assert searched or "found (searched" not in told


def test_nothing_is_said_to_be_missing_that_the_record_has(register: Register) -> None:
    for tie in register.record.ties.values():
        basis = register.status(tie.id).basis
        if basis:
            _check_absences(tie, basis, _told(tie, register))


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_no_mix_of_acts_makes_a_claim_that_the_record_refutes(frozen_record: Record, data: st.DataObject) -> None:
    tie = frozen_record.ties["portland-or--khabarovsk"]
    acts = tuple(
        replace(
            tie.acts[0],
            id=f"{tie.id}.{number}",
            kind=data.draw(st.sampled_from(sorted(set(ActKind) - {ActKind.ESTABLISHED}))),
            authority=data.draw(st.sampled_from(Authority)),
            vote=data.draw(st.sampled_from([None, "5–4"])),
            date=PartialDate(date(2022, 3, 1) + timedelta(days=400 * number)),
        )
        for number in range(data.draw(st.integers(1, 5)))
    )
    made = replace(tie, acts=acts)
    other = Register(replace(frozen_record, ties={tie.id: made}, other_places=()))
    basis = other.status(tie.id).basis
    if basis:
        _check_absences(made, basis, _told(made, other))


def test_a_newsroom_that_quotes_the_city_is_not_the_city_s_own_page(frozen_register: Register) -> None:
    citations = Citations(frozen_register.record.sources)
    said = standing_line(frozen_register.tie("portland-me--arkhangelsk"), frozen_register, citations)
    assert said.strong == "Said to stand, by a report of the city's word."
    assert said.text.startswith(" In March 2022 the lawyer of Portland, Maine, said ")
    assert "; no vote was taken on the tie [1]." in said.text
    said = standing_line(frozen_register.tie("portland-or--khabarovsk"), frozen_register, citations)
    assert said.strong == "Active, by the city's own page or papers, as far as is known."


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("Until the war ends.", "The suspension is to last until the war ends."),
        ("until the war ends", "The suspension is to last until the war ends."),
        ("UNTIL: the war ends", "The suspension is to last until the war ends."),
        ("peace", "What would lift it: peace."),
        ("Russia withdraws its troops", "What would lift it: Russia withdraws its troops."),
        ("Members spoke of no date.", "Members spoke of no date."),
    ],
)
def test_what_would_lift_a_suspension_reads_as_a_sentence(condition: str, told: str) -> None:
    assert sentences.condition(condition) == told


def test_the_day_on_which_a_tie_was_made_stands_beside_its_year(frozen_register: Register) -> None:
    tie = replace(frozen_register.tie("chicago-il--moscow"), since=1975, since_note="14 July 1975.")
    told = founding(tie, Citations(frozen_register.record.sources))
    assert re.fullmatch(r"The tie began on 14 July 1975( \[1\])?\.", told)
    longer = founding(replace(tie, since_note="The mayor signed it."), Citations(frozen_register.record.sources))
    assert "(the mayor signed it)" in longer


def test_a_suspension_that_was_lifted_is_not_denied(frozen_record: Record) -> None:
    tie = frozen_record.ties["chicago-il--moscow"]
    lifted = replace(tie.acts[-1], id=f"{tie.id}.lifted", kind=ActKind.RESUMED, date=PartialDate(date(2024, 5, 1)))
    resumed = Register(replace(frozen_record, ties={tie.id: replace(tie, acts=(*tie.acts, lifted))}, other_places=()))
    said = as_text(answer("when was Chicago and Moscow suspended", resumed, TODAY), resumed)
    assert "It was suspended on 1 March 2022, and a later act changed that." in said
    assert "It was not suspended" not in said


def test_an_earlier_word_is_told_too_and_a_vote_goes_before_a_newer_word(frozen_register: Register) -> None:
    citations = Citations(frozen_register.record.sources)
    san_jose = standing_line(frozen_register.tie("san-jose-ca--yekaterinburg"), frozen_register, citations).text
    bloomington = standing_line(frozen_register.tie("bloomington-normal-il--vladimir"), frozen_register, citations).text
    assert san_jose.startswith(" On 8 March 2022 the San Jose City Council decided unanimously not to end the tie")
    assert " On 6 June 2022, after President Zelenskyy had" in san_jose
    assert " On 14 March 2022 Mayor Mboka Mw" in bloomington


def _told_with(record: Record, *acts: Act, today: date = TODAY) -> str:
    """What is said of Portland's tie where it goes on with these acts."""
    register = Register(record)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(replace(tie, acts=(*tie.acts, *acts)))
    return as_text(tie_answer(tie.id, register, today), register)


def _act(record: Record, kind: ActKind, when: str, **more: object) -> Act:
    source = next(iter(record.sources))
    made = Act(
        f"{when}.{kind}", PartialDate.parse(when), kind, "Some Council", Authority.COUNCIL, "It was so.", (source,)
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_a_hearing_is_told_until_something_later_is_on_record(frozen_record: Record) -> None:
    proposed = _act(frozen_record, ActKind.PROPOSED, "2026-11-20", hearing=date(2026, 12, 3))
    voted = _act(frozen_record, ActKind.KEPT, "2026-11-24")
    ended = _act(frozen_record, ActKind.ENDED, "2026-12-03")
    named = "for 3 December 2026 (proposed by Some Council on 20 November 2026) ["
    assert f"A hearing is set {named}" in _told_with(frozen_record, proposed)
    assert f"A hearing had been set {named}" in _told_with(frozen_record, proposed, voted)
    for acts in ((proposed,), (proposed, voted)):
        missed = _told_with(frozen_record, *acts, today=date(2026, 12, 4))
        assert "A hearing was set for 3 December 2026" in missed
        assert "; what came of it is not on record." in missed
    assert "hearing" not in _told_with(frozen_record, proposed, ended, today=date(2026, 12, 3))


def test_a_newer_act_that_decides_nothing_is_named_by_its_kind(frozen_record: Record) -> None:
    ended, said = _act(frozen_record, ActKind.ENDED, "2026-11-01"), _act(frozen_record, ActKind.STATEMENT, "2026-11-20")
    told = _told_with(frozen_record, ended, said)
    assert "On record since then: statement by Some Council on 20 November 2026 [" in told


def test_a_disputed_tie_says_each_word_once(frozen_record: Record) -> None:
    ended = _act(frozen_record, ActKind.ENDED, "2026-11-01", summary="The council cut it.")
    against = _act(frozen_record, ActKind.CONFIRMED, "2026-11-20", summary="It goes on.", disputes=ended.id)
    told = _told_with(frozen_record, ended, against)
    assert told.count("The council cut it.") == told.count("It goes on.") == 1
    assert (
        "Disputed. Ended by the Some Council on 1 November 2026, on one report [1]. The council cut it. Against" in told
    )
    assert " ago." not in told


@given(st.one_of(st.text(max_size=100), _NAMES))
@example("СТ")
@settings(deadline=None)
def test_suggestions_fit_discord_and_find_their_place_again(register: Register, typed: str) -> None:
    found = suggest(typed, register)
    assert len(found) <= MOST
    for suggestion in found[:3]:
        assert 1 <= len(suggestion.label) <= LABEL_LENGTH
        again = answer(suggestion.value, register, TODAY)
        assert again.outcome in {Outcome.TIE, Outcome.LIST}, suggestion.value


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", "Moscow, Russia"),
        ("por", "Portland, Oregon"),
        ("khab", "Khabarovsk, Russia"),
        ("хаб", "Khabarovsk, Russia"),
        ("saint p", "Saint Petersburg, Russia"),
        ("st pet", "Saint Petersburg, Russia"),
        ("Yekaterinberg", "Yekaterinburg, Sverdlovsk Oblast, Russia"),
        ("duluht", "Duluth, Minnesota"),
        ("Portland, Oregon", "Portland, Oregon"),
        ("portland, m", "Portland, Maine"),
        ("Portland ME", "Portland, Maine"),
        ("rochester, new york", "Rochester, New York"),
        ("Yekaterinburg, Sverdlovsk Oblast, Russia", "Yekaterinburg, Sverdlovsk Oblast, Russia"),
        ("Khabarovsk, Russia", "Khabarovsk, Russia"),
    ],
)
def test_the_best_match_comes_first(register: Register, typed: str, first: str) -> None:
    assert suggest(typed, register)[0].value == first


@pytest.mark.parametrize(
    ("typed", "is_told"),
    [("Khabarovsk", False), ("Khabarovsj", True), ("Khabaravks", True), ("Khbaravks", True)],
)
def test_a_mistyped_name_is_always_said_to_be_read_as_another(
    frozen_register: Register, typed: str, is_told: bool
) -> None:
    found = answer(f"is {typed} still paired?", frozen_register, TODAY)
    assert found.ties == ("portland-or--khabarovsk",)
    assert (f"Reading “{typed}” as Khabarovsk, Russia." in as_text(found, frozen_register)) == is_told


@pytest.mark.parametrize(
    "asked",
    [
        "is {us} still paired with {ru}?",
        "did {us} vote on {ru}?",
        "why has {us} not ended {ru}?",
        "who decided on {us} {ru}?",
    ],
)
def test_no_answer_about_a_tie_says_a_sentence_twice(asked: str, register: Register) -> None:
    twice = []
    for tie in register.record.ties.values():
        us, ru = register.place(tie.us), register.place(tie.ru)
        found = answer(asked.format(us=f"{us.name}, {us.state}", ru=ru.name), register, TODAY)
        told = "\n".join(f"{line.strong}{line.text}" for part in found.parts for line in part.lines)
        said = [
            re.sub(r" ?(?:\[\d+\])+", "", sentence)
            for line in told.split("\n")
            for sentence in sentences_in(line)
            if len(sentence) > 40 and sentence.endswith(".")
        ]
        twice += [(tie.id, one) for one in set(said) if said.count(one) > 1]
    assert not twice


@pytest.mark.parametrize(
    ("asked", "begins"),
    [
        (
            "Чи Портленд досі побратим Хабаровська?",
            "Відповідь англійською. Що записано про цей зв'язок: “Active” (за останніми відомостями діє).",
        ),
        (
            "Чикаго разорвал побратимство с Москвой?",
            (
                "Ответ на английском. Что записано об этой связи: “Suspended, not ended” "
                "(приостановлено, но не прекращено)."
            ),
        ),
        (
            "Ок-Ридж ещё побратим Обнинска?",
            "Ответ на английском. Что записано об этой связи: “Suspended its own support”.",
        ),
        ("які міста розірвали зв'язки?", "Відповідь англійською."),
    ],
)
def test_a_question_in_ukrainian_or_russian_is_told_the_standing_in_its_language(
    register: Register, asked: str, begins: str
) -> None:
    first = answer(asked, register, TODAY).parts[0].lines[0]
    assert first.strong + first.text == begins


@pytest.mark.parametrize(
    ("asked", "begins", "english"),
    [
        ("як написати листа меру Портленда?", "Як почати: /letter write", "Далі англійською."),
        ("допоможи написати лист меру", "Як почати: /letter write", "Далі англійською."),
        ("как написать письмо мэру?", "С чего начать: /letter write", "Дальше по-английски."),
        ("напиши за мене лист меру", "Ні. Бот допомагає", "Далі англійською."),
        ("хто бачить мою чернетку листа?", "Чернетку тут бачите тільки ви.", "Далі англійською."),
        ("как выступить на заседании совета?", "В большинстве советов", "Дальше по-английски."),
    ],
)
def test_who_asks_how_to_write_is_told_the_first_steps_in_their_language(
    register: Register, asked: str, begins: str, english: str
) -> None:
    first, second, *_ = answer(asked, register, TODAY).parts[0].lines
    assert first.text.startswith(begins)
    assert first.text.endswith(english)
    assert second.text.isascii()


@pytest.mark.parametrize("asked", ["is Chicago still paired with Москва?", "", "Portland?"])
def test_a_question_in_english_is_answered_without_another_language(register: Register, asked: str) -> None:
    told = as_text(answer(asked, register, TODAY), register)
    assert "англ" not in told


def test_a_claim_in_another_language_is_checked_for_who_may_not_speak_it(register: Register) -> None:
    told = as_text(claim_answer("Чикаго разорвал побратимство с Москвой", register, TODAY), register)
    assert "Ответ" not in told
