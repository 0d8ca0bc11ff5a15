"""The mark in a message names one row among all that ever were, also after a backup was restored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.cards import container, rows
from cogs.kit.routes import MAX_CUSTOM_ID
from cogs.outbox.mark import DeliveryAction, DeliveryPress, carries_delivery, delivery_button, is_of, read_mark
from db.store.delivery_models import Delivery, DeliveryState, Target

ROW = Delivery(
    id=501,
    kind="announcement",
    key="announcement:juneau-ak--vladivostok.20261120.suspended:7",
    epoch=0,
    to=Target("channel", 7, 8),
    stream=None,
    payload={},
    corrects_delivery=None,
    withdrawn=None,
    state=DeliveryState.SENDING,
    nonce="nonce",
    created_at=datetime(2026, 11, 28, tzinfo=UTC),
    search_after_id=1,
    attempts=1,
    failing_since=None,
    next_at=None,
    message_channel=None,
    message=None,
    done_at=None,
    code=None,
    reason=None,
)
RESTORED = replace(ROW, epoch=1)


def mark_of(row: Delivery, action: str = "") -> str:
    """The custom id of a row's button."""
    made = delivery_button(row, "Details", action).custom_id
    assert made is not None
    return made


def carried(custom_id: str, row: Delivery) -> bool:
    """Whether a message with this button in it is a row's."""
    return carries_delivery([container("News", *rows([ui.Button(label="Details", custom_id=custom_id)]))], row)


def test_a_mark_is_that_of_its_row_alone() -> None:
    others = [replace(ROW, id=502), replace(ROW, key="announcement:other:7"), RESTORED]
    assert carried(mark_of(ROW), ROW)
    assert carried(mark_of(RESTORED), RESTORED)
    for other in others:
        assert not carried(mark_of(ROW), other)
        assert not carried(mark_of(other), ROW)


def test_what_a_button_does_is_no_part_of_whose_it_is() -> None:
    assert carried(mark_of(ROW, "off"), ROW)
    read = read_mark(mark_of(ROW, "off"))
    assert isinstance(read, DeliveryAction)
    assert (read.row, read.epoch, read.action) == (501, 0, "off")


@pytest.mark.parametrize(("custom_id", "action"), [("delivery:501", ""), ("delivery:501:off", "off")])
def test_a_mark_of_before_is_that_of_a_row_from_before_any_restore(custom_id: str, action: str) -> None:
    assert carried(custom_id, ROW)
    assert not carried(custom_id, RESTORED)
    assert not carried(custom_id, replace(ROW, id=50))
    assert read_mark(custom_id) == (DeliveryAction(501, action=action) if action else DeliveryPress(501))


@pytest.mark.parametrize("custom_id", ["", "delivery", "delivery:", "delivery:x", "delivery/1/501x", "watch-off/1/501"])
def test_what_is_no_mark_is_nobodys(custom_id: str) -> None:
    assert not carried(custom_id or "-", ROW)


def test_a_mark_is_found_however_deep_it_lies() -> None:
    section = ui.Section("News", accessory=delivery_button(ROW, "Details"))
    assert carries_delivery([ui.Container(section)], ROW)
    assert carries_delivery([ui.ActionRow(delivery_button(ROW, "Details"))], ROW)
    assert not carries_delivery([ui.Container(ui.TextDisplay("News"))], ROW)


@given(
    name=st.integers(1, 2**63 - 1),
    epoch=st.integers(0, 2**31),
    key=st.text(max_size=300),
    action=st.sampled_from(["", "silent"]),
)
def test_every_mark_fits_and_is_read_back(name: int, epoch: int, key: str, action: str) -> None:
    row = replace(ROW, id=name, epoch=epoch, key=key)
    made = mark_of(row, action)
    assert len(made) <= MAX_CUSTOM_ID
    read = read_mark(made)
    assert read is not None
    assert is_of(read, row)
