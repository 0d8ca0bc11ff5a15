"""What is shown for a place that has no tie of its own to write about: in America, in Ukraine, in Russia."""

from __future__ import annotations

from typing import Any

from discord import ButtonStyle, ui

from cogs.kit.bot import TiewatchBot
from cogs.kit.cards import button, container, link, rows, safe
from cogs.kit.components import Layout
from cogs.letters import place_sentences
from cogs.letters.routes import AboutPlace, AboutTie
from cogs.letters.subject import LIVING, key_of
from cogs.wording.english import listed, paragraph
from cogs.wording.names import place_name, short_name, tie_name
from cogs.wording.ukraine_ties import american_partners
from db.record.models import Country, OtherPlace, Place, UkraineTie
from db.record.register import Register
from db.record.text import key as name_key

_MOST_MEANT = 3
_MOST_PARTNERS = 6


def without_tie(place: OtherPlace, bot: TiewatchBot) -> Layout:
    """An American place without a tie: that none is on record, and what one can do from there."""
    register = bot.register
    name = place_name(place, register)
    told = [place_sentences.no_tie_with_russia(safe(name))]
    of_place = [tie for tie in register.record.ukraine_ties.values() if _is_at(tie, place, register)]
    if partners := [tie.ua_name for tie in of_place if _is_living(tie)]:
        told.append(place_sentences.has_ukrainian_partner(safe(place.name), listed(map(safe, partners))))
    if occupied := [tie.ua_name for tie in of_place if tie.ua_crimea]:
        told.append(place_sentences.paired_with_crimea(safe(place.name), listed(map(safe, occupied))))
    buttons = [button(f"Ask the mayor of {place.name}", AboutPlace(key_of(place)), ButtonStyle.primary)]
    buttons += [
        button(f"I meant {short_name(other, register)}", _tie_of(other, register)) for other in _meant(place, register)
    ]
    near = register.nearest(place)
    if near is not None:
        told.append(place_sentences.nearest_tie(safe(tie_name(register.ties_of(near.id)[0], register))))
        buttons.append(button(f"Write about {near.name}", _tie_of(near, register)))
    ways = [bot.mention_command("ties"), bot.mention_command("letter write")]
    petition = register.record.petition
    signed = place_sentences.sign_petition(link("the petition", petition.url)) if petition else ""
    text = f"{paragraph(told)}\n{paragraph([place_sentences.from_here(*ways), signed])}\n{place_sentences.WRITE_ANYWAY}"
    return Layout(container(text, *rows(buttons)))


def abroad(place: OtherPlace, bot: TiewatchBot) -> Layout:
    """A Ukrainian or Russian place: that letters go to American offices, and which of them is near to it."""
    register = bot.register
    ways = place_sentences.offices_in_america(bot.mention_command("ties"), bot.mention_command("letter write"))
    if place.country is not Country.UA:
        return Layout(container(f"{place_sentences.in_russia(safe(place.name))}\n{ways}"))
    known = american_partners(place, register)
    lines = [
        place_sentences.in_ukraine(safe(place.name), number=len(known), occupied=any(tie.ua_crimea for tie in known))
    ]
    lines += [f"- {safe(place_sentences.american_partner(tie))}" for tie in known[:_MOST_PARTNERS]]
    lines += [ways, place_sentences.from_ukraine(safe(place.name))]
    return Layout(container("\n".join(lines), *rows(_of_partners(known, register))))


def _of_partners(known: list[UkraineTie], register: Register) -> list[ui.Button[Any]]:
    """The partners that have a tie with Russia too, to write to."""
    places = dict.fromkeys(tie.us_place for tie in known if tie.us_place and register.ties_of(tie.us_place))
    ties = [register.ties_of(place)[0] for place in places]
    return [button(f"Write about {register.place(tie.us).name}", AboutTie(tie.id)) for tie in ties]


def _meant(place: OtherPlace, register: Register) -> list[Place]:
    """Places with a tie that have the same name."""
    named = register.gazetteer.exact(name_key(place.name))
    return [other for other in named if isinstance(other, Place) and register.ties_of(other.id)][:_MOST_MEANT]


def _tie_of(place: Place, register: Register) -> AboutTie:
    return AboutTie(register.ties_of(place.id)[0].id)


def _is_living(tie: UkraineTie) -> bool:
    return not (tie.weak or tie.ua_crimea or tie.ua_note) and tie.status in LIVING


def _is_at(tie: UkraineTie, place: OtherPlace, register: Register) -> bool:
    state = register.record.states.get(place.state or "")
    return tie.us_name == place.name and state is not None and tie.us_state in {state.name, state.code}
