"""What an address of a public page may be, when two addresses are one page, and which outlet a page is of. Pure.

One rule for all: editors' forms, the dataset's checks, the register's index and the weighing of evidence.

Two addresses are one page if they differ only in

- http or https, the case of the host, the usual port, a dot behind the host; ``www.``, ``m.``, ``mobile.``, ``amp.``;
- slashes at the end, ``/amp`` before or behind the path, ``.amp`` behind it, how its letters are escaped;
- parameters that say how a reader came (``utm_source``), and the order of the parameters: servers read them by their
  names, and it is copying and sharing that change their order. Several of one name keep their order, as a list has one;
- the fragment, unless it begins with ``!`` or ``/``: then a script reads the page's name from it.

An archived copy is the page that it copies. The case of path and parameters tells pages apart, and so does every
parameter that is not known to track: ``?p=1475`` is a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from yarl import URL

from db.record.caching import remembered
from db.record.models import Source
from db.record.suffixes import registered
from db.record.text import key

LONGEST_ADDRESS = 400
_LONGEST_SHOWN = 60

# The last label starts with a letter, so that a bare IP address is no host.
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_PRIVATE = (".local", ".internal", ".localhost", ".invalid", ".test", ".lan", ".home.arpa")
_USUAL_PORTS = {None, 0, 80, 443}
# What would end a link, or begin one, in the texts that an address stands in.
_UNSAFE = str.maketrans({char: f"%{ord(char):02X}" for char in "()<>[]|`\\"})
_SAFE_IN_PATH = "/%:@"
_SAFE_IN_FRAGMENT = "/!"

# An escaped slash that lost its sign when a link was taken apart; a name such as ``2fa.example.org`` is none of these.
_SLASH_LEFT = re.compile(r"(?:2f)+(?=www\d*\.)")
_ANOTHER_LOOK = ("www.", "m.", "mobile.", "amp.")
_AMP_PATH = re.compile(r"^/amp(?=/[^/])|(?<=.)/amp$|(?<=[^/])\.amp$")
_AMP_OUTPUT = ("outputtype", "amp")
_TRACKING_PREFIXES = ("utm_", "mtm_", "hsa_", "vero_", "guce_", "fb_action_")
# Names, in small letters, that no site is known to use to name a page. "ref", "source" and "id" are not of them.
_TRACKING = frozenset(
    """
    _amp _ga _gl _hsenc _hsmi _openstat __twitter_impression amp amp_js_v cmpid dclid ef_id efid epik fb_source fbclid
    ftag gad_source gbraid gclid gclsrc guccounter igsh igshid ipid li_fat_id mc_cid mc_eid mkt_tok msclkid ncid ocid
    oly_anon_id oly_enc_id pk_campaign pk_content pk_keyword pk_kwd pk_medium pk_source rb_clickid ref_src ref_url s_cid
    smid spm srsltid ttclid twclid usqp wbraid wickedid yclid ysclid
    """.split()
)

_ARCHIVES = frozenset(
    """
    web.archive.org archive.ph archive.is archive.today archive.li archive.md archive.vn archive.fo arquivo.pt
    wayback.archive-it.org webarchive.loc.gov webarchive.nationalarchives.gov.uk cybercemetery.unt.edu
    """.split()
)
# By host, where in its path and parameters a copy names the page that it copies.
_COPIES: tuple[tuple[Callable[[str], object], re.Pattern[str]], ...] = (
    (_ARCHIVES.__contains__, re.compile(r"/(?:[^/?]+/){0,4}?(https?:(?:/|%2f).+)", re.IGNORECASE)),
    (_ARCHIVES.__contains__, re.compile(r"/(?:web/)?\d{4,14}(?:[a-z]{2}_)?/([^/]+\..+)")),
    ("google.com".__eq__, re.compile(r"/amp/(?:s/)?([^/]+\..+)")),
    (re.compile(r".+\.cdn\.ampproject\.org").fullmatch, re.compile(r"/[a-z]/(?:s/)?([^/]+\..+)")),
)
_TAKEN = re.compile(r"/(\d{4})(\d\d)(\d\d)\d{0,6}(?:[a-z]{2}_)?/")
_SCHEME = re.compile(r"\Ahttps?:/+", re.IGNORECASE)
_ESCAPED = re.compile(r"https?:%2f", re.IGNORECASE)

# Where many publish under one name: each label before it, or each name behind it, is an outlet of its own.
_HOSTS_OF_MANY = ("medium.com", "substack.com", "wordpress.com", "livejournal.com", "legistar.com", "govaccess.org")
_SITES_OF_MANY = frozenset("facebook.com instagram.com t.me vk.com x.com twitter.com medium.com substack.com".split())
_ASIDE = re.compile(r"\([^()]*\)")
_SHORTEST_NAME = 2
# One outlet under several names and sites, where the record could not tell by itself.
_SPELLINGS: Mapping[str, str] = {
    other: name
    for name, *others in (
        ("associated press", "ap", "ap news", "apnews.com"),
        ("reuters", "reuters.com"),
        ("new york times", "nyt", "ny times", "nytimes.com"),
        ("washington post", "washingtonpost.com"),
        ("los angeles times", "la times", "latimes.com"),
        ("oregonian", "oregonlive", "oregonlive.com"),
        ("cbs", "cbsnews.com", "cbslocal.com"),
        ("ria novosti", "ria", "ria.ru"),
        ("tass", "tass.ru", "tass.com"),
        ("sputnik", "sputnik news", "sputniknews.com", "sputnikglobe.com"),
    )
    for other in others
}


class AddressError(ValueError):
    """No address of a public page; ``str(error)`` is a sentence that says why and what to write instead."""


def read_address(typed: str) -> str:
    """The address of a public page, as typed but safe to stand in a link. Raises AddressError for any other text.

    http and https only; no blank, no user name, no private host or bare number, no ``2f`` left of a slash before
    ``www``; at most 400 characters.
    """
    text = typed.strip().removeprefix("<").removesuffix(">")
    if not text:
        raise AddressError("The address of the page is missing.")
    if len(text) > LONGEST_ADDRESS:
        raise AddressError(
            f"The address has {len(text)} characters; the most is {LONGEST_ADDRESS}. Leave out what follows “?”."
        )
    url = _parsed(text)
    if left := _SLASH_LEFT.match(host := _host(url)):
        whole = host[left.end() :]
        raise AddressError(f"“{_clip(host)}” begins with “2f”, what is left of a slash: write “{_clip(whole)}”.")
    parts = urlsplit(text)
    netloc = _host(url) + (f":{url.explicit_port}" if url.explicit_port else "")
    address = urlunsplit((url.scheme, netloc, *(part.translate(_UNSAFE) for part in parts[2:])))
    if len(address) > LONGEST_ADDRESS:
        raise AddressError(f"The address has more than {LONGEST_ADDRESS} characters. Leave out what follows “?”.")
    return address


def page_of(address: str) -> str:
    """One address for all addresses of a page (the module's rule). Raises AddressError as ``read_address`` does, but
    for long ones.
    """
    url = _parsed(address.strip())
    while (copied := _copied(url)) is not None:
        url = copied
    return _plain(url)


def archived_on(address: str) -> date | None:
    """The day of which an address is an archived copy, where it says so; None for any other address."""
    found = _TAKEN.search(address)
    try:
        return date(*map(int, found.groups())) if found and page_of(address) != _plain(_parsed(address)) else None
    except ValueError:
        return None


def outlets(source: Source) -> frozenset[str]:
    """The names that a source's outlet goes by: its site and its publisher, or whose text it carries.

    Two sources with a name in common are of one outlet. The site is left out where the address is none.
    """
    if source.mirror_of:
        return _names(source.mirror_of)
    return site_of(source.url) | _names(source.publisher)


@remembered(entries=4096, longest=400)
def site_of(address: str) -> frozenset[str]:
    """The site that an address is of, as one name, or none for a text that is no address.

    It is what somebody registered, ``suntimes.com`` for ``chicago.suntimes.com``; where many publish under one such
    name, a part of it.
    """
    try:
        return frozenset({site_of_page(page_of(address))})
    except AddressError:
        return frozenset()


def site_of_page(page: str) -> str:
    """The site that a page (``page_of``) is of."""
    parts = urlsplit(page)
    host = parts.hostname or ""
    shared = next((f".{site}" for site in _HOSTS_OF_MANY if host.endswith(f".{site}")), None)
    if shared is not None:
        return host.removesuffix(shared).rpartition(".")[2] + shared
    site = registered(host)
    if site in _SITES_OF_MANY and (name := parts.path.lower().split("/")[1:2]):
        return f"{site}/{name[0]}"
    return _SPELLINGS.get(site, site)


def independent(sources: Iterable[Source]) -> int:
    """How many outlets sources come from: those of one outlet, and copies of one text, count once."""
    return len(count_as_one(sources))


def count_as_one(sources: Iterable[Source]) -> tuple[tuple[int, ...], ...]:
    """The positions of sources, counted from 0, in groups that count once each: one outlet, or copies of one text."""
    groups: list[tuple[frozenset[str], tuple[int, ...]]] = []
    for position, source in enumerate(sources):
        names = outlets(source)
        joined: tuple[int, ...] = (position,)
        for known, members in [group for group in groups if group[0] & outlets(source)]:
            groups.remove((known, members))
            names, joined = names | known, (*members, *joined)
        groups.append((names, joined))
    return tuple(sorted(tuple(sorted(members)) for _, members in groups))


def may_be_one(one: Source, other: Source) -> bool:
    """Whether two sources that do not count as one may be so all the same: they have one title, or the name of one
    publisher is a part of the other's (``KGW``, ``KGW News``).
    """
    if outlets(one) & outlets(other):
        return False
    title = key(one.title)
    if title and title == key(other.title) and not (one.title_is_descriptive or other.title_is_descriptive):
        return True
    names = [set(key(source.publisher).split()) for source in (one, other)]
    return all(names) and (names[0] <= names[1] or names[1] <= names[0])


def _parsed(text: str) -> URL:
    if " " in text or not text.isprintable():  # every other blank counts as not printable
        raise AddressError("The address has a blank in it. Give one address, as the browser shows it.")
    try:
        url = URL(text)
    except ValueError:
        raise AddressError(f"“{_clip(text)}” is not a web address.") from None
    if url.scheme not in {"http", "https"}:
        raise AddressError(f"The address must start with https:// or http://; “{_clip(text)}” does not.")
    if "@" in url.raw_authority or url.raw_user is not None:
        raise AddressError("The address carries a user name or password. Give it without what stands before the “@”.")
    host = _host(url)
    if _HOST.fullmatch(host) is None or host.endswith(_PRIVATE):
        raise AddressError(f"“{_clip(host or text)}” is not a public web site. Give the address as others can open it.")
    return url


def _host(url: URL) -> str:
    return (url.raw_host or "").removesuffix(".")


def _plain(url: URL) -> str:
    """A page's address as the rule has it, whatever it may copy."""
    port = "" if url.explicit_port in _USUAL_PORTS else f":{url.explicit_port}"
    pairs = [(name, value) for name, value in url.query.items() if not _tracks(name, value)]
    query = urlencode(sorted(pairs, key=lambda pair: pair[0]), quote_via=quote)
    fragment = quote(url.fragment, safe=_SAFE_IN_FRAGMENT) if url.fragment.startswith(("!", "/")) else ""
    path = _plain_path(quote(url.path_safe, safe=_SAFE_IN_PATH))
    return urlunsplit(("https", _plain_host(url) + port, path, query, fragment))


def _plain_host(url: URL) -> str:
    host = _host(url)
    while (prefix := next(filter(host.startswith, _ANOTHER_LOOK), None)) and "." in host.removeprefix(prefix):
        host = host.removeprefix(prefix)
    return host


def _plain_path(path: str) -> str:
    while (shorter := _AMP_PATH.sub("", path.rstrip("/"))) != path:
        path = shorter
    return path


def _tracks(name: str, value: str) -> bool:
    low = name.lower()
    return low in _TRACKING or low.startswith(_TRACKING_PREFIXES) or (low, value.lower()) == _AMP_OUTPUT


def _copied(url: URL) -> URL | None:
    """What an address is an archived copy of, if it is one and names a page that could be public."""
    host = _plain_host(url)
    rest = f"{url.raw_path}?{url.raw_query_string}#{url.raw_fragment}"
    found = (where.fullmatch(rest) for is_of, where in _COPIES if is_of(host))
    named = next((match[1] for match in found if match), None)
    if named is None:
        return None
    address = unquote(named) if _ESCAPED.match(named) else named
    site, slash, behind = _SCHEME.sub("", address).partition("/")
    try:
        return _parsed(f"https://{unquote(site)}{slash}{behind}")
    except AddressError:
        return None


@remembered(entries=1024, longest=200)
def _names(said: str) -> frozenset[str]:
    """The names in a publisher's: ``Ideastream / WVXU`` has two; what stands in brackets is none."""
    names = (key(part).removeprefix("the ") for part in _ASIDE.sub(" ", said).split("/"))
    return frozenset(_SPELLINGS.get(name, name) for name in names if len(name) >= _SHORTEST_NAME)


def _clip(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 1]}…"
