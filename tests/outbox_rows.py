"""The outbox as tests look into it: a row by the key that a test gave it."""

from __future__ import annotations

from db.store.database import Database
from db.store.deliveries import by_id
from db.store.delivery_models import Delivery


async def row_of(database: Database, key: str) -> Delivery:
    """The row that was put in under this key, as it is now."""
    ((number,),) = await database.read("SELECT id FROM delivery WHERE key = ?", (key,))
    row = await by_id(database, number)
    assert row is not None
    return row
