"""What an organizer types into the filters, and which news a channel then hears."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cogs.announcements.preferences import WISHES, NotUnderstood, Wish, in_words, read_wishes, standings_of, states_of
from cogs.announcements.subscription_form import wishes_apart
from db.record.register import Register
from db.record.standings import Standing
from db.store import subscriptions
from db.store.announcement_models import Announcement, AnnouncementKind
from db.store.database import Database
from db.store.subscription_models import DigestMode, Preferences

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SEPARATORS = st.sampled_from([", ", ",", "; ", "\n", " / ", " & "])
STANDINGS = st.lists(st.sampled_from(list(Standing)), unique=True)


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("OR, WA, California", ("OR", "WA", "CA")),
        ("or, in, me, ok, hi, la", ("OR", "IN", "ME", "OK", "HI", "LA")),
        ("or", ("OR",)),
        ("or wa", ("OR", "WA")),
        ("wa or ca", ("WA", "CA")),
        ("WA OR CA", ("WA", "OR", "CA")),
        ("Oregon or Washington", ("OR", "WA")),
        ("oregon and washington", ("OR", "WA")),
        ("new york new jersey", ("NY", "NJ")),
        ("North Carolina & South Carolina", ("NC", "SC")),
        ("Calfornia", ("CA",)),
        ("Wash., Mass.", ("WA", "MA")),
        ("D.C.", ("DC",)),
        ("OR, or, Oregon", ("OR",)),
        ("Pacific Northwest", ("OR", "WA")),
        ("California, or Washington", ("CA", "WA")),
        ("Oregon, Maine, or Washington", ("OR", "ME", "WA")),
        ("CA; or WA", ("CA", "WA")),
        ("CA, OR", ("CA", "OR")),
        ("CA, or", ("CA", "OR")),
        ("CA, OR WA", ("CA", "OR", "WA")),
        ("California, and Washington", ("CA", "WA")),
        ("Washington, D.C.", ("DC",)),
        ("Oregon, Washington, DC", ("OR", "DC")),
        ("Washington D.C., Virginia", ("DC", "VA")),
        ("", ()),
        ("all", ()),
        ("All States", ()),
    ],
)
def test_states_are_read_as_people_write_them(typed: str, codes: tuple[str, ...], register: Register) -> None:
    assert states_of(typed, register) == codes


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("Narnia", ["“Narnia”"]),
        ("OR, Narnia, XX", ["“Narnia”", "“XX”"]),
        ("Kansas City", ["“Kansas City”"]),
        ("💥", ["“💥”"]),
        ("OR, @everyone, <@&12> <:no:34>", ["“@everyone”", "“<@&12>”", "“<:no:34>”"]),
        ("Oregon https://example.org", ["“https://example.org”"]),
        ("Maine, all", ["“all”", "“all” stands alone"]),
        ("a" * 400, ["“aaa"]),
    ],
)
def test_what_is_no_state_is_named(typed: str, named: list[str], register: Register) -> None:
    with pytest.raises(NotUnderstood) as refused:
        states_of(typed, register)
    assert all(piece in str(refused.value) for piece in named)
    assert "“OR”" not in str(refused.value)


@given(data=st.data())
def test_any_states_by_code_or_name_come_back(data: st.DataObject, register: Register) -> None:
    chosen = data.draw(st.lists(st.sampled_from(sorted(register.record.states)), min_size=1, unique=True))
    # "Washington, DC" is the District, and no two of them.
    assume(("WA", "DC") not in pairwise(chosen))
    styles = st.sampled_from(["code", "lower code", "name", "upper name"])
    between = data.draw(SEPARATORS)
    written = [written_as(register, code, data.draw(styles)) for code in chosen]
    assert states_of(between.join(written), register) == tuple(chosen)


def written_as(register: Register, code: str, style: str) -> str:
    """A state in one of the ways to write it."""
    name = register.record.states[code].name
    return {"code": code, "lower code": code.lower(), "name": name, "upper name": name.upper()}[style]


@given(STANDINGS, SEPARATORS)
def test_any_standings_come_back(chosen: list[Standing], between: str) -> None:
    assert standings_of(between.join(chosen)) == tuple(chosen)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Suspended, not ended", (Standing.SUSPENDED,)),
        ("Dormant, no formal ending found", (Standing.DORMANT,)),
        ("cut or paused", (Standing.ENDED, Standing.SUSPENDED)),
        ("endd", (Standing.ENDED,)),
        ("ENDED suspended", (Standing.ENDED, Standing.SUSPENDED)),
        ("all", ()),
    ],
)
def test_standings_are_read_as_people_write_them(typed: str, found: tuple[Standing, ...]) -> None:
    assert standings_of(typed) == found


@pytest.mark.parametrize("typed", ["and", ",", "or", "not ended", " & "])
def test_a_text_in_which_nothing_is_named_does_not_mean_all(typed: str, register: Register) -> None:
    with pytest.raises(NotUnderstood, match="write “all”"):
        standings_of(typed)
    if typed != "or":
        with pytest.raises(NotUnderstood, match="do not understand"):
            states_of(typed, register)


@pytest.mark.parametrize("typed", ["none", "None", "no", "nothing", "no standings"])
def test_no_standing_at_all_is_not_taken_for_all(typed: str) -> None:
    with pytest.raises(NotUnderstood, match="Without any standing a channel would hear of no change at all"):
        standings_of(typed)


@given(typed=st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused_in_words(register: Register, typed: str) -> None:
    with suppress(NotUnderstood):
        assert set(states_of(typed, register)) <= set(register.record.states)
    with suppress(NotUnderstood):
        assert set(standings_of(typed)) <= set(Standing)


@given(
    states=st.lists(st.sampled_from(["OR", "WA", "ME"]), unique=True),
    standings=STANDINGS,
    votes=st.booleans(),
    state=st.sampled_from(["OR", "WA", "ME", ""]),
    after=st.sampled_from(list(Standing)),
    is_vote=st.booleans(),
)
def test_a_channel_hears_what_all_its_filters_let_through(
    states: list[str], standings: list[Standing], votes: bool, state: str, after: Standing, is_vote: bool
) -> None:
    preferences = Preferences(tuple(states), tuple(standings), votes)
    here = not states or state in states
    kind = votes if is_vote else not standings or after in standings
    news = Announcement(
        id="news",
        kind=AnnouncementKind.VOTE if is_vote else AnnouncementKind.CHANGE,
        tie_id="eugene-or--irkutsk",
        act_id="act",
        before=Standing.ACTIVE,
        after=after,
        corrects=None,
        recorded_at=datetime(2026, 11, 28, tzinfo=UTC),
    )
    assert preferences.wants(news, state) == (here and kind)


def test_the_filters_are_said_in_words(register: Register) -> None:
    lines = in_words(Preferences(("WA", "OR"), (Standing.ENDED,), votes=False), register)
    assert lines[:3] == (
        ("States", "Oregon, Washington"),
        ("New standings", "ended"),
        ("Proposals, hearings and votes to keep a tie", "no"),
    )


def test_every_preference_is_asked_for_but_the_role_which_only_commands_can_name() -> None:
    assert [wish.name for wish in WISHES] == [each.name for each in fields(Preferences) if each.name != "role"]


def test_every_choice_can_be_written_and_is_offered_and_said() -> None:
    digest = next(wish for wish in WISHES if wish.name == "digest")
    assert set(digest.choices) == set(DigestMode)
    for wish in WISHES:
        texts = [(choice.written, choice.offered, choice.said) for choice in wish.choices.values()]
        assert all(map(all, texts))
        assert len({written for written, _, _ in texts}) == len(texts)
        # Discord's limits of the labels of a form and of what its selects offer.
        assert len(wish.form_label) <= 45
        assert len(wish.form_hint or "") <= 100
        assert len(wish.option) <= 100


@given(states=st.lists(st.sampled_from(["OR", "WA", "ME"]), unique=True), standings=STANDINGS, votes=st.booleans())
@pytest.mark.parametrize("digest", DigestMode)
def test_what_a_channel_gets_is_read_as_it_is_written(
    states: list[str], standings: list[Standing], votes: bool, digest: DigestMode, register: Register
) -> None:
    chosen = Preferences(tuple(states), tuple(standings), votes, 7, digest)
    written = {wish.name: wish.written(chosen) for wish in WISHES}
    assert read_wishes(Preferences(role=7), written, register) == chosen
    assert read_wishes(chosen, {}, register) == chosen


@pytest.mark.parametrize(
    "chosen",
    [
        Preferences(),
        Preferences(("OR", "WA"), (Standing.ENDED, Standing.SUSPENDED), votes=False, role=7, digest=DigestMode.ONLY),
    ],
)
async def test_what_a_channel_gets_is_kept_whole_and_so_is_what_it_got_before(
    chosen: Preferences, tmp_path: Path
) -> None:
    database = await Database.open(tmp_path / "tiewatch.db")
    try:
        async with database.transaction() as conn:
            for preferences in (chosen, Preferences(("ME",))):
                await subscriptions.follow(conn, guild=1, channel=2, by=3, preferences=preferences, now=NOW)
        found = await subscriptions.of_channel(database, 2)
        assert found is not None
        assert (found.earlier, found.preferences) == (chosen, Preferences(("ME",)))
        async with database.transaction() as conn:
            assert await subscriptions.undo_edit(conn, found.id, NOW)
        undone = await subscriptions.of_channel(database, 2)
        assert undone is not None
        assert (undone.earlier, undone.preferences) == (Preferences(("ME",)), chosen)
    finally:
        await database.close()


def test_the_form_has_room_for_four_wishes_beside_the_ticks_and_others_are_for_the_commands() -> None:
    apart = wishes_apart(WISHES)
    assert len(apart) == 4
    for_commands = Wish("day", label="Day of the digest", option="The day of the digest")
    assert wishes_apart([*WISHES, for_commands]) == apart
    with pytest.raises(TypeError, match=r"4 places beside the ticks.*: states, standings, votes, digest, day"):
        wishes_apart([*WISHES, replace(for_commands, form_label="Day")])
