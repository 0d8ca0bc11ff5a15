"""What the feeds and councils that are read are called. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit

from cogs.watching import sentences
from cogs.wording.names import place_name
from db.record.register import Register
from db.store.watched_models import Council, Feed


def council_name(council: Council, register: Register) -> str:
    """What reads a council is called."""
    return sentences.agendas_of(place_name(register.place(council.place), register))


def feed_name(feed: Feed) -> str:
    """A feed by its title, else by its host."""
    return feed.title or urlsplit(feed.address).hostname or feed.address
