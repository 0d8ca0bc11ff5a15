"""The standing follows from the acts by the rules of docs/record.md, whatever the acts are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import (
    Freshness,
    Status,
    acts_after,
    acts_in_force,
    derive,
    derive_from,
    earlier_word,
    freshness,
    has_vote,
    has_word_of,
    is_newly_on_record,
    is_weak_evidence,
    last_search,
    lineage,
    newest_entry,
    search_since,
    standings_along,
)
from db.record.grades import Grade
from db.record.levels import Level
from db.record.models import Act, Listing, PartialDate, Search, Source, Tie
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows
from db.record.standings import Standing

K = ActKind
ACTIVE = (K.KEPT, K.CONFIRMED, K.RESUMED)
SILENT = (K.PROPOSED, K.STATEMENT, K.ESTABLISHED)
DECISIONS = {K.SUSPENDED: Standing.SUSPENDED, K.ENDED: Standing.ENDED}
LATE = PartialDate.parse("2023-05-01")


def act(name: str, kind: ActKind, date: PartialDate | str = LATE, **more: str | None) -> Act:
    """An act with only what a standing needs."""
    known = PartialDate.parse(date) if isinstance(date, str) else date
    return replace(Act(name, known, kind, "Somebody", Authority.COUNCIL, "Did so.", ("page",)), **more)  # type: ignore[arg-type]


def status(*acts: Act) -> Status:
    return derive(Tie("a--b", "a", "b", Level.SISTER_CITY, acts=acts))


def standing(*acts: Act) -> Standing:
    return status(*acts).standing


DATED_PAGE = Listing("page", PartialDate.parse("2023-02-01"), Shows.PAIR, says="Names both.", sources=("page",))
kinds = st.sampled_from(list(ActKind))
dates = st.sampled_from(
    [PartialDate.parse(text) for text in ("1995", "2014-03-01", "2022-02-23", "2022-02", "2022", "2024-05-06")]
)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Act, ...]:
    """Acts of every kind, some withdrawn, some that correct or dispute an earlier one."""
    acts: list[Act] = []
    for number in range(draw(st.integers(0, 7))):
        earlier = st.sampled_from([None, None, *(known.id for known in acts)])
        acts.append(
            act(
                f"act {number}",
                draw(kinds),
                draw(dates),
                replaces=draw(earlier),
                disputes=draw(earlier),
                retracted=draw(st.sampled_from([None, None, "withdrawn"])),
            )
        )
    return tuple(acts)


def test_without_acts_a_tie_is_unconfirmed() -> None:
    assert status() == Status(Standing.UNCONFIRMED, None, None)


@pytest.mark.parametrize("kind", list(ActKind))
def test_each_kind_of_act_says_what_the_rules_say(kind: ActKind) -> None:
    said = {
        K.KEPT: Standing.ACTIVE,
        K.CONFIRMED: Standing.ACTIVE,
        K.RESUMED: Standing.ACTIVE,
        K.SUSPENDED: Standing.SUSPENDED,
        K.ENDED: Standing.ENDED,
        K.DORMANT: Standing.DORMANT,
    }
    assert standing(act("one", kind)) is said.get(kind, Standing.UNCONFIRMED)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-02-23", Standing.UNCONFIRMED),
        ("2022-02-24", Standing.ACTIVE),
        ("2022-02", Standing.ACTIVE),
        ("2022", Standing.ACTIVE),
        ("2021", Standing.UNCONFIRMED),
        ("2022-01", Standing.UNCONFIRMED),
    ],
)
@pytest.mark.parametrize("kind", ACTIVE)
def test_only_a_word_that_may_be_of_the_invasion_or_later_makes_a_tie_active(
    kind: ActKind, written: str, expected: Standing
) -> None:
    assert standing(act("one", kind, written)) is expected


@pytest.mark.parametrize("kind", DECISIONS)
def test_an_old_suspension_or_ending_counts_whenever_it_was(kind: ActKind) -> None:
    assert standing(act("one", kind, "2014-03-01")) is DECISIONS[kind]


@pytest.mark.parametrize("kind", DECISIONS)
@given(later=st.lists(st.sampled_from([K.KEPT, K.CONFIRMED, K.DORMANT, *SILENT])))
def test_a_suspension_or_an_ending_stands_through_words_and_reports(kind: ActKind, later: list[ActKind]) -> None:
    decision = act("decision", kind)
    after = [act(f"later {number}", other) for number, other in enumerate(later)]
    assert status(decision, *after) == Status(DECISIONS[kind], decision)


@pytest.mark.parametrize("kind", DECISIONS)
@pytest.mark.parametrize("next_kind", [K.RESUMED, *DECISIONS])
def test_a_suspension_or_an_ending_gives_way_to_a_new_decision(kind: ActKind, next_kind: ActKind) -> None:
    newer = act("newer", next_kind)
    assert status(act("decision", kind), newer) == Status(DECISIONS.get(next_kind, Standing.ACTIVE), newer)


def test_a_report_without_contact_gives_way_to_a_word_that_the_tie_stands_and_the_other_way_round() -> None:
    dormant, kept = act("dormant", K.DORMANT), act("kept", K.KEPT)
    assert standing(dormant, kept) is Standing.ACTIVE
    assert standing(kept, dormant) is Standing.DORMANT


def test_a_suspension_that_was_lifted_before_the_invasion_leaves_the_tie_unconfirmed() -> None:
    assert status(act("a", K.SUSPENDED, "2014-03-01"), act("b", K.RESUMED, "2016-01-01")) == Status()


def test_a_word_of_before_the_invasion_ends_an_older_report_without_contact() -> None:
    assert status(act("a", K.DORMANT, "2010"), act("b", K.CONFIRMED, "2015-06-01")) == Status()


def test_a_word_of_before_the_invasion_lifts_no_suspension() -> None:
    assert standing(act("a", K.SUSPENDED, "2014-03-01"), act("b", K.KEPT, "2015-06-01")) is Standing.SUSPENDED


@given(histories())
def test_proposals_statements_and_foundings_say_nothing_unless_they_correct_or_dispute(acts: tuple[Act, ...]) -> None:
    linked = {name for item in acts for name in (item.replaces, item.disputes)}
    loud = [item for item in acts if item.kind not in SILENT or item.replaces or item.disputes or item.id in linked]
    assert status(*acts) == status(*loud)


@given(histories(), st.data())
def test_a_retracted_act_says_no_more_than_one_that_was_never_there(acts: tuple[Act, ...], data: st.DataObject) -> None:
    corrected = {item.replaces for item in acts}
    free = [item for item in acts if item.id not in corrected and item.replaces is None]
    if not free:
        return
    gone = data.draw(st.sampled_from(free))
    withdrawn = [replace(item, retracted="withdrawn") if item is gone else item for item in acts]
    assert status(*withdrawn) == status(*(item for item in acts if item is not gone))


@given(histories())
def test_an_act_that_another_corrects_never_stands(acts: tuple[Act, ...]) -> None:
    undisputed = [replace(item, disputes=None) for item in acts]
    assert status(*undisputed) == status(*acts_in_force(undisputed))
    kept = acts_in_force(acts)
    assert not {item.id for item in kept} & {item.replaces for item in acts}
    assert all(item.retracted is None for item in kept)


@given(histories(), st.data())
def test_to_withdraw_an_act_brings_none_back(acts: tuple[Act, ...], data: st.DataObject) -> None:
    if not acts:
        return
    gone = data.draw(st.sampled_from(acts))
    withdrawn = [replace(item, retracted="withdrawn") if item is gone else item for item in acts]
    before = acts_in_force(acts)
    assert acts_in_force(withdrawn) == tuple(item for item in before if item is not gone)


def test_a_correction_takes_the_place_of_what_it_corrects_which_stays_out_when_the_correction_is_withdrawn() -> None:
    wrong = act("wrong", K.ENDED)
    right = act("right", K.SUSPENDED, replaces="wrong")
    assert status(wrong, right) == Status(Standing.SUSPENDED, right)
    assert status(right, wrong) == Status(Standing.SUSPENDED, right)
    assert status(wrong, replace(right, retracted="no")) == Status()


@given(st.integers(1, 8), st.data())
def test_of_a_chain_of_corrections_only_the_last_can_stand(length: int, data: st.DataObject) -> None:
    gone = data.draw(st.lists(st.booleans(), min_size=length, max_size=length))
    chain = [
        act(f"{n}", K.ENDED, replaces=f"{n - 1}" if n else None, retracted="no" if withdrawn else None)
        for n, withdrawn in enumerate(gone)
    ]
    shuffled = data.draw(st.permutations(chain))
    assert acts_in_force(shuffled) == (() if gone[-1] else (chain[-1],))


def test_an_act_that_disputes_the_deciding_one_makes_the_tie_disputed() -> None:
    one, other = act("one", K.SUSPENDED), act("other", K.KEPT, disputes="one")
    assert status(one, other) == Status(Standing.DISPUTED, one, other)


@pytest.mark.parametrize("gone", ["one", "other"])
def test_a_dispute_ends_when_either_side_is_withdrawn_or_corrected(gone: str) -> None:
    one, other = act("one", K.SUSPENDED), act("other", K.KEPT, disputes="one")
    left = {"one": Status(Standing.ACTIVE, other), "other": Status(Standing.SUSPENDED, one)}[gone]
    withdrawn = [replace(item, retracted="no") if item.id == gone else item for item in (one, other)]
    assert status(*withdrawn) == left
    correction = act("correction", K.STATEMENT, replaces=gone)
    assert status(one, other, correction) == left


def test_a_dispute_goes_on_where_the_disputed_act_is_corrected_and_still_decides() -> None:
    one, right = act("one", K.SUSPENDED), act("right", K.SUSPENDED, replaces="one")
    other = act("other", K.RESUMED, disputes="one")
    assert status(one, right, other) == Status(Standing.DISPUTED, right, other)
    again = act("again", K.ENDED, replaces="right")
    assert status(one, right, again, other) == Status(Standing.DISPUTED, again, other)


def test_a_dispute_goes_on_where_the_disputed_act_is_given_a_later_date_than_its_own() -> None:
    one, other = act("one", K.SUSPENDED), act("other", K.KEPT, disputes="one")
    right = act("right", K.SUSPENDED, replaces="one")
    assert status(one, other, right) == Status(Standing.DISPUTED, right, other)


def test_the_newest_word_on_a_disputed_tie_is_the_later_one_whichever_side_it_is_on() -> None:
    one, other = act("one", K.SUSPENDED, "2022-03-01"), act("other", K.KEPT, "2022-04-01", disputes="one")
    assert status(one, other).newest == other
    right = act("right", K.SUSPENDED, "2026-11-01", replaces="one")
    assert status(one, other, right).newest == right
    assert status().newest is None


def test_the_act_that_decides_is_the_one_that_disputes_where_one_does() -> None:
    one, other = act("one", K.SUSPENDED), act("other", K.KEPT, disputes="one")
    assert status(one, other).decides == other
    assert status(one).decides == one
    assert status().decides is None


def test_a_dispute_that_was_settled_stays_settled_when_the_disputed_act_is_given_a_later_date() -> None:
    one, other = act("one", K.SUSPENDED, "2022-03-01"), act("other", K.KEPT, "2022-04-01", disputes="one")
    settled = act("settled", K.RESUMED, "2023-01-01")
    right = act("right", K.SUSPENDED, "2026-11-01", replaces="one")
    assert status(one, other, settled, right) == Status(Standing.SUSPENDED, right)


def test_a_dispute_ends_with_a_later_act_that_bears_on_the_standing() -> None:
    one, other = act("one", K.SUSPENDED), act("other", K.ENDED, disputes="one")
    settled = act("settled", K.ENDED)
    assert status(one, other, settled) == Status(Standing.ENDED, settled)
    assert standing(one, other, act("word", K.CONFIRMED)) is Standing.DISPUTED
    kept, doubt, word = act("kept", K.KEPT), act("doubt", K.DORMANT, disputes="kept"), act("word", K.CONFIRMED)
    assert status(kept, doubt, word) == Status(Standing.ACTIVE, word)


def test_to_dispute_what_no_longer_decides_disputes_nothing() -> None:
    kept, suspended = act("kept", K.KEPT), act("suspended", K.SUSPENDED)
    late = act("late", K.STATEMENT, disputes="kept")
    assert status(kept, suspended, late) == Status(Standing.SUSPENDED, suspended)
    word = act("word", K.STATEMENT)
    assert status(word, kept, act("no", K.STATEMENT, disputes="word")) == Status(Standing.ACTIVE, kept)


def test_a_second_dispute_of_the_same_act_names_the_newer_one() -> None:
    one = act("one", K.SUSPENDED)
    acts = one, act("other", K.KEPT, disputes="one"), act("third", K.ENDED, disputes="one")
    assert status(*acts) == Status(Standing.DISPUTED, one, acts[-1])


@given(histories())
def test_a_status_names_the_acts_behind_it_and_they_stand(acts: tuple[Act, ...]) -> None:
    found = status(*acts)
    assert (found.basis is None) == (found.standing is Standing.UNCONFIRMED)
    assert (found.against is not None) == (found.standing is Standing.DISPUTED)
    named = {item.id for item in (found.basis, found.against) if item}
    assert named <= {item.id for item in acts_in_force(acts)}


@given(histories(), kinds)
def test_a_newest_decision_decides(acts: tuple[Act, ...], kind: ActKind) -> None:
    newest = act("newest", kind)
    if kind in {K.RESUMED, *DECISIONS}:
        assert status(*acts, newest) == Status(DECISIONS.get(kind, Standing.ACTIVE), newest)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, "current"), (180, "current"), (181, "ageing"), (540, "ageing"), (541, "stale"), (-5, "current")],
)
def test_a_word_ages_by_days(days: int, expected: str) -> None:
    today = date(2026, 11, 25)
    said = PartialDate(today - timedelta(days=days))
    assert freshness(act("one", K.KEPT, said), today) is Freshness(expected)


def test_an_imprecise_word_ages_from_its_last_possible_day() -> None:
    assert freshness(act("one", K.KEPT, "2025"), date(2026, 6, 29)) is Freshness.CURRENT
    assert freshness(act("one", K.KEPT, "2025"), date(2026, 6, 30)) is Freshness.AGEING


@pytest.mark.parametrize(
    ("grades", "thin"),
    [("A", False), ("B", False), ("C", True), ("CC", False), ("CD", True), ("DEF", True), ("DB", False), ("", True)],
)
def test_evidence_is_thin_below_a_city_paper_or_two_independent_reports(grades: str, thin: bool) -> None:
    sources = {
        str(number): Source(str(number), f"https://paper{number}.org/a", "T", f"Paper {number}", None, Grade(grade))
        for number, grade in enumerate(grades)
    }
    said = replace(act("one", K.KEPT), sources=(*sources, "unknown"))
    assert is_weak_evidence(said, sources) is thin


def test_copies_of_one_report_count_once() -> None:
    one = Source("1", "https://wire.org/a", "T", "The Wire", None, Grade.C)
    copy = replace(one, id="2", url="https://paper.org/a", publisher="A Paper", mirror_of="The Wire")
    assert is_weak_evidence(replace(act("one", K.KEPT), sources=("1", "2")), {"1": one, "2": copy})


@pytest.mark.parametrize(
    ("url", "publisher", "thin"),
    [
        ("https://m.daily.org/other", "Daily, City Desk", True),
        ("https://web.archive.org/web/2022/https://www.daily.org/other", "An archive", True),
        ("https://elsewhere.org/", "the DAILY", True),
        ("https://elsewhere.org/", "The Daily (Springfield)", True),
        ("https://elsewhere.org/", "Elsewhere / The Daily", True),
        ("https://elsewhere.org/", "Elsewhere", False),
    ],
)
def test_two_reports_of_one_outlet_are_one_report(url: str, publisher: str, thin: bool) -> None:
    sources = {
        "1": Source("1", "https://www.daily.org/a", "T", "The Daily", None, Grade.C),
        "2": Source("2", url, "T", publisher, None, Grade.C),
    }
    assert is_weak_evidence(replace(act("one", K.KEPT), sources=("1", "2")), sources) is thin


def test_the_last_search_is_the_newest_one() -> None:
    month = Search(PartialDate.parse("2026-11"), "pages", SearchOutcome.FIRST)
    later = Search(PartialDate.parse("2026-11-22"), "pages", SearchOutcome.AGREED)
    tie = Tie("a--b", "a", "b", Level.SISTER_CITY, searches=(later, month))
    assert last_search(tie) == later
    assert last_search(replace(tie, searches=())) is None


def searched(written: str) -> Search:
    """A search that found nothing, of that date."""
    return Search(PartialDate.parse(written), "pages", SearchOutcome.NOTHING_FURTHER)


def of(*acts: Act, searches: tuple[Search, ...] = (), listings: tuple[Listing, ...] = ()) -> Tie:
    """A tie with these entries."""
    return Tie("a--b", "a", "b", Level.SISTER_CITY, acts=acts, searches=searches, listings=listings)


@pytest.mark.parametrize(
    ("looked", "counts"),
    [("2022-04-03", False), ("2022-04-04", False), ("2022-04-05", True), ("2022-04", False), ("2022-05", True)],
)
def test_a_search_vouches_only_for_what_it_surely_came_after(looked: str, counts: bool) -> None:
    one = act("one", K.KEPT, "2022-04-04")
    assert search_since(of(one, searches=(searched(looked),)), one) == (searched(looked) if counts else None)
    assert search_since(of(one), one) is None


@pytest.mark.parametrize(
    ("looked", "knew", "counts"),
    [
        ("2026-11-27", None, False),
        ("2026-11-28", None, False),
        ("2026-11-28", "another", False),
        ("2026-11-28", "one", True),
        ("2026-11-29", None, True),
        ("2026-11", "one", False),
    ],
)
def test_a_search_before_an_act_was_entered_did_not_know_of_it(looked: str, knew: str | None, counts: bool) -> None:
    one = replace(act("one", K.ENDED, "2026-11-02"), recorded_on=date(2026, 11, 28))
    found = replace(searched(looked), knew=knew)
    assert search_since(of(one, searches=(found,)), one) == (found if counts else None)
    right = replace(one, id="right", replaces="one", replaces_why="A word.")
    assert search_since(of(one, right, searches=(found,)), right) == (found if counts else None)


def test_an_imprecise_act_may_be_of_its_last_possible_day() -> None:
    one = act("one", K.KEPT, "2022")
    assert search_since(of(one, searches=(searched("2022-12-31"),)), one) is None
    assert search_since(of(one, searches=(searched("2023-01"),)), one) == searched("2023-01")


def test_the_newest_entry_is_an_act_a_listing_a_search_or_the_day_of_an_entry() -> None:
    page = replace(DATED_PAGE, date=PartialDate.parse("2023-02-01"))
    assert newest_entry([]) is None
    assert newest_entry([of(listings=(replace(page, date=None),))]) is None
    assert newest_entry([of(act("one", K.KEPT, "2022")), of()]) == date(2022, 1, 1)
    assert newest_entry([of(act("one", K.KEPT, "2022-04-04"), listings=(page,))]) == date(2023, 2, 1)
    entered = replace(act("one", K.KEPT, "2022-04-04"), recorded_on=date(2026, 11, 29))
    assert newest_entry([of(entered, listings=(page,))]) == date(2026, 11, 29)
    assert newest_entry([of(listings=(page,)), of(searches=(searched("2026-11"),))]) == date(2026, 11, 1)


def test_acts_after_the_one_behind_a_standing_are_those_in_force_that_follow_it() -> None:
    one, gone, two, three = (
        act("one", K.ENDED),
        act("gone", K.KEPT, retracted="no"),
        act("two", K.KEPT),
        act("three", K.DORMANT),
    )
    tie = of(act("zero", K.KEPT), one, gone, two, three)
    assert acts_after(tie, one) == (two, three)
    assert acts_after(tie, three) == ()


def test_an_earlier_word_is_the_newest_one_of_these_authorities_since_the_invasion() -> None:
    city = {Authority.COUNCIL}
    before = act("before", K.KEPT, "2022-02-23")
    first, second = act("first", K.KEPT, "2022-02-24"), act("second", K.KEPT, "2022-03-01")
    press = replace(act("press", K.CONFIRMED), authority=Authority.PRESS)
    assert earlier_word(of(before, press), press, city) is None
    assert earlier_word(of(before, first, press), press, city) == first
    assert earlier_word(of(first, second, press), press, city) == second
    assert earlier_word(of(first, press, second), press, city) == first
    assert earlier_word(of(first, replace(second, retracted="no"), press), press, city) == first


@pytest.mark.parametrize(
    ("written", "found"), [("2022-02-23", False), ("2022-02-24", True), ("2022-02", True), ("2022-01", False)]
)
def test_a_word_or_a_vote_counts_from_the_day_of_the_invasion(written: str, found: bool) -> None:
    kept = of(act("one", K.KEPT, written))
    assert has_word_of(kept, {Authority.COUNCIL}) is found
    assert not has_word_of(kept, {Authority.MAYOR})
    assert bool(has_vote(kept)) is found


@pytest.mark.parametrize(
    ("kind", "authority", "vote", "found"),
    [
        (K.KEPT, Authority.COUNCIL, None, True),
        (K.STATEMENT, Authority.COUNCIL, None, False),
        (K.STATEMENT, Authority.COUNCIL, "5–4", True),
        (K.KEPT, Authority.MAYOR, None, False),
        (K.STATEMENT, Authority.MAYOR, "5–4", True),
    ],
)
def test_a_vote_is_one_with_figures_or_a_decision_of_a_council(
    kind: ActKind, authority: Authority, vote: str | None, found: bool
) -> None:
    assert bool(has_vote(of(replace(act("one", kind), authority=authority, vote=vote)))) is found


def test_a_withdrawn_word_or_vote_is_none() -> None:
    gone = of(act("one", K.KEPT, retracted="no"))
    assert not has_vote(gone)
    assert not has_word_of(gone, {Authority.COUNCIL})


def test_a_lineage_goes_back_to_the_first_entry_and_ends_where_the_record_goes_round() -> None:
    one, two, three = act("one", K.KEPT), act("two", K.KEPT, replaces="one"), act("three", K.KEPT, replaces="two")
    assert lineage("three", (one, two, three)) == ("three", "two", "one")
    assert lineage("unknown", (one, two, three)) == ()
    assert lineage("one", (replace(one, replaces="two"), two)) == ("one", "two")
    assert lineage("two", (two,)) == ("two",)


@pytest.mark.parametrize(
    ("recorded", "written", "old"),
    [
        (date(2026, 11, 1), "2026-10-01", False),
        (date(2026, 11, 2), "2026-10-01", True),
        (date(2026, 12, 1), "2026-10", False),
        (date(2026, 12, 2), "2026-10", True),
        (date(2026, 9, 30), "2026-10-01", False),
    ],
)
def test_an_act_is_news_up_to_31_days_after_its_last_possible_day(recorded: date, written: str, old: bool) -> None:
    assert is_newly_on_record(act("one", K.ENDED, written), recorded) is old


@pytest.mark.parametrize(("days", "old"), [(-1, True), (0, False), (1, False)])
def test_a_proposal_is_news_up_to_the_day_of_its_hearing(days: int, old: bool) -> None:
    recorded = date(2026, 11, 25)
    proposed = replace(act("one", K.PROPOSED, "2025"), hearing=recorded + timedelta(days=days))
    assert is_newly_on_record(proposed, recorded) is old


@given(histories())
def test_a_tie_stood_after_each_act_as_it_stood_when_there_were_no_more(acts: tuple[Act, ...]) -> None:
    counting = acts_in_force(acts)
    one_by_one = [derive_from(counting[:number]).standing for number in range(len(counting) + 1)]
    assert standings_along(counting) == one_by_one
