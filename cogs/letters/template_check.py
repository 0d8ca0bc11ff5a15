"""A template tried out: rendered for every standing and ask it is for, with and without each optional field. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cogs.letters import requests, sentences
from cogs.letters.occupied import called_russian
from cogs.letters.requests import Request, requests_for
from cogs.letters.template_fields import NAMES, TemplateFault
from cogs.letters.templates import Template, TemplateError, render, strays
from db.record.standings import STANDINGS, Standing

_MOST_FAULTS = 5

# What may be empty, by itself or with the others, in a letter about a tie and in a general one.
_OPTIONAL = (
    "who",
    "reason",
    "points",
    "hearing",
    "fair",
    "name",
    "neighborhood",
    "signature",
    "since",
    "ukraine",
    "link",
)
_OF_A_TIE = ("partner", "tie", "short_tie", "since", "fact", "link")

_SAMPLE: Mapping[str, str] = {
    "greeting": "Dear Mayor and Members of the Springfield City Council,",
    "office": "Mayor of Springfield",
    "body": "the Springfield City Council",
    "council": "the council",
    "place": "Springfield",
    "partner": "Tula",
    "tie": "our sister-city tie with Tula in Russia",
    "short_tie": "the sister-city tie with Tula",
    "since": "1991",
    "ukraine": "Irpin",
    "who": "I live in Springfield.",
    "reason": "My own words.\n\nIn two paragraphs.",
    "link": "https://example.org/minutes",
    "points": "A speaker said on June 3, 2022: “Words.”\nhttps://example.org/said",
    "fair": "There is another side to this.",
    "name": "Sam Writer",
    "neighborhood": "Oakwood",
    "signature": "Sam Writer\nOakwood, Springfield",
    "today": "November 25, 2026",
    "hearing": "December 3, 2026",
    "proposal": "the proposal of Mayor Ann Lee of November 20, 2026",
}
_FIELDS = {"noun": "sister-city tie", "the_tie": "the tie"}


def dry_run(template: Template) -> None:
    """Render a template in every way it may be used. Raises TemplateError if an empty field leaves a trace.

    The same trace is told once, with the fewest empty fields that leave it.
    """
    faults: dict[str, str] = {}
    for left, fault in _faults(template):
        faults.setdefault(left, fault)
    if faults:
        raise TemplateError([TemplateFault(0, fault) for fault in list(faults.values())[:_MOST_FAULTS]])


def sample(template: Template, standing: Standing | None, *, full: bool = True) -> str:
    """What a template makes of an invented letter, for showing it: with every field, or, if not ``full``, with those
    that may be empty left out.
    """
    ask = next(ask for ask in template.requests if ask in requests_for(standing))
    return render(template, _values(ask, standing, () if full else _OPTIONAL), resident=full)


def _faults(template: Template) -> Iterator[tuple[str, str]]:
    for standing in template.standings:
        for ask in (ask for ask in template.requests if ask in requests_for(standing)):
            for empty in _emptied():
                yield from _dry_run(template, ask, standing, empty)


def _dry_run(
    template: Template, ask: Request, standing: Standing | None, empty: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    values = _values(ask, standing, empty)
    for resident in (True, False):
        text = render(template, values, resident=resident)
        if left := strays(text):
            yield left, sentences.trace_left(empty, left)
        if named := called_russian(text):
            yield named, sentences.calls_russian(named)


def _emptied() -> Iterator[tuple[str, ...]]:
    """No optional field empty, each alone, each alone filled, all empty."""
    yield ()
    for name in _OPTIONAL:
        yield (name,)
    for name in _OPTIONAL:
        yield tuple(other for other in _OPTIONAL if other != name)
    yield _OPTIONAL


def _values(ask: Request, standing: Standing | None, empty: tuple[str, ...]) -> dict[str, str]:
    gone = {*empty, *(_OF_A_TIE if standing is None else ())}
    known = {**_SAMPLE, "fact": STANDINGS[standing].example if standing else ""}
    found = {name: "" if name in gone else known.get(name, "") for name in NAMES}
    fields = {**found, **_FIELDS}
    told = requests.words(ask, standing, ukraine=found["ukraine"])
    found["ask"] = told.sentence.format(**fields)
    found["ask_again"] = told.again.format(**fields)
    return found
