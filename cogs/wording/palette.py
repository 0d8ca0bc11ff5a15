"""One colour a standing, for cards, maps and charts. Pure. Never the only sign: a shape and a word stand beside it."""

from __future__ import annotations

from collections.abc import Mapping

from db.record.models import Standing

# Okabe and Ito's palette, which people with any kind of colour blindness can tell apart.
COLOURS: Mapping[Standing, int] = {
    Standing.ACTIVE: 0x0072B2,
    Standing.SUSPENDED: 0xE69F00,
    Standing.ENDED: 0x009E73,
    Standing.DORMANT: 0x56B4E9,
    Standing.DISPUTED: 0xD55E00,
    Standing.UNCONFIRMED: 0x8A8F98,
}
