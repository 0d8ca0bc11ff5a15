"""The fetcher against a web on this machine that is slow, huge, false, and leads inwards."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from aiohttp import web

from cogs.fetching import FetchedPage, Fetcher, FetchError, FetchFailure, PublicResolver
from cogs.fetching.addresses import checked, is_public
from cogs.fetching.bodies import MOST_BYTES
from cogs.fetching.fetcher import MOST_HOPS
from cogs.fetching.pace import LONGEST_WAIT, seconds_to_wait
from tests.web import Names, Web
from tests.world import NOW

CONTACT = "https://tiewatch.example/contact"


@pytest.fixture
async def fetcher(sites: Web) -> AsyncIterator[Fetcher]:
    """A fetcher in that web, without pauses, and less patient than the real one."""
    async with Fetcher(CONTACT, lambda: NOW, resolver=sites, between=0, seconds=1.0) as made:
        yield made


async def failure(fetcher: Fetcher, address: str) -> FetchFailure:
    """Why an address gives no page."""
    with pytest.raises(FetchError) as error:
        await fetcher.fetch(address)
    return error.value.failure


async def test_a_page_is_fetched_by_an_honest_name(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/ties", "Our partners", headers={"ETag": '"7"', "Last-Modified": "Mon, 07 Mar 2022"})
    page = await fetcher.fetch("http://city.example/ties#partners")
    assert (page.status, page.text, page.etag, page.ok) == (200, "Our partners", '"7"', True)
    sent = sites.heads["city.example/ties"]
    assert sent["User-Agent"] == f"Tiewatch/0.1 (+{CONTACT})"
    assert "Cookie" not in sent


async def test_no_cookie_is_kept(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/ties", "x", headers={"Set-Cookie": "id=1"})
    await fetcher.fetch("http://city.example/ties")
    await fetcher.fetch("http://city.example/ties")
    assert "Cookie" not in sites.heads["city.example/ties"]


async def test_a_page_that_did_not_change_has_no_body(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/feed", status=304)
    page = await fetcher.fetch("http://city.example/feed", etag='"7"', modified="Mon, 07 Mar 2022")
    assert page.unchanged
    assert sites.heads["city.example/feed"]["If-None-Match"] == '"7"'
    assert sites.heads["city.example/feed"]["If-Modified-Since"] == "Mon, 07 Mar 2022"


@pytest.mark.parametrize(
    "address",
    [
        "ftp://city.example/",
        "file:///etc/passwd",
        "http://city.example:8080/",
        "https://city.example:80/",
        "http://name:word@city.example/",
        "http:///ties",
        "http://" + "a" * 3000,
        "http://[::1",
    ],
)
async def test_what_is_no_address_of_a_page_is_not_asked_for(sites: Web, fetcher: Fetcher, address: str) -> None:
    assert await failure(fetcher, address) is FetchFailure.ADDRESS
    assert not sites.asked


PRIVATE = (
    "127.0.0.1 127.1 10.0.0.1 192.168.1.1 172.16.0.1 169.254.169.254 0.0.0.0 100.64.0.1 2130706433 0x7f.1 0x7f000001 "
    "017700000001 [::1] [::] [::ffff:127.0.0.1] [::ffff:8.8.8.8] [fe80::1] [fc00::1] [64:ff9b::7f00:1] "
    "[2002:7f00:1::] [::7f00:1] 224.0.0.1 255.255.255.255 127.0.0.1. [ff02::1]"
).split()


@pytest.mark.parametrize("host", PRIVATE)
async def test_numbers_of_machines_that_are_not_public_are_refused(sites: Web, fetcher: Fetcher, host: str) -> None:
    assert await failure(fetcher, f"http://{host}/") is FetchFailure.NOT_PUBLIC
    assert not sites.asked


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700:4700::1111"])
def test_numbers_of_public_machines_are_public(number: str) -> None:
    assert is_public(number)
    assert checked(f"http://[{number}]/" if ":" in number else f"http://{number}/")


@pytest.mark.parametrize("addresses", ["127.0.0.1", "10.1.2.3 ::1", "::ffff:127.0.0.1", "169.254.169.254"])
async def test_a_name_that_leads_to_machines_that_are_not_public_is_refused(addresses: str) -> None:
    async with Fetcher(CONTACT, lambda: NOW, resolver=PublicResolver(Names(inward=addresses)), between=0) as fetcher:
        assert await failure(fetcher, "http://inward.example/") is FetchFailure.NOT_PUBLIC


async def test_of_several_addresses_only_the_public_ones_are_kept() -> None:
    resolver = PublicResolver(Names(mixed="10.0.0.1 8.8.8.8 ::1"))
    assert [each["host"] for each in await resolver.resolve("mixed.example", 80)] == ["8.8.8.8"]


def test_the_shipped_fetcher_resolves_through_the_public_resolver() -> None:
    async def connector() -> object:
        async with Fetcher(CONTACT, lambda: NOW) as fetcher:
            return vars(fetcher._opened().connector)["_resolver"]

    assert isinstance(asyncio.run(connector()), PublicResolver)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("http://127.0.0.1/admin", FetchFailure.NOT_PUBLIC),
        ("http://[::1]/", FetchFailure.NOT_PUBLIC),
        ("//169.254.169.254/latest/meta-data", FetchFailure.NOT_PUBLIC),
        ("http://city.example:22/", FetchFailure.ADDRESS),
        ("file:///etc/passwd", FetchFailure.ADDRESS),
        ("gopher://city.example/", FetchFailure.ADDRESS),
        ("http://[", FetchFailure.ADDRESS),
    ],
)
async def test_a_redirect_inwards_is_not_followed(
    sites: Web, fetcher: Fetcher, location: str, why: FetchFailure
) -> None:
    sites.page("city.example/go", status=302, headers={"Location": location})
    assert await failure(fetcher, "http://city.example/go") is why


async def test_a_redirect_is_followed_and_the_last_address_told(sites: Web, fetcher: Fetcher) -> None:
    sites.page("old.example/a", status=301, headers={"Location": "http://new.example/b"})
    sites.page("new.example/b", "here")
    page = await fetcher.fetch("http://old.example/a")
    assert (page.address, page.text) == ("http://new.example/b", "here")


async def test_the_last_hop_that_is_allowed_and_the_first_that_is_not(sites: Web, fetcher: Fetcher) -> None:
    for hop in range(MOST_HOPS + 1):
        sites.page(f"city.example/{hop}", status=302, headers={"Location": f"/{hop + 1}"})
    sites.page(f"city.example/{MOST_HOPS + 1}", "there")
    assert (await fetcher.fetch("http://city.example/1")).text == "there"
    assert await failure(fetcher, "http://city.example/0") is FetchFailure.REDIRECTS


async def test_redirects_without_end_end(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/loop", status=302, headers={"Location": "/loop"})
    assert await failure(fetcher, "http://city.example/loop") is FetchFailure.REDIRECTS
    assert sites.asked["city.example/loop"] == MOST_HOPS + 1


async def test_two_mebibytes_are_read_and_not_one_byte_more(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/most", b"x" * MOST_BYTES)
    sites.page("city.example/more", b"x" * (MOST_BYTES + 1))
    whole, cut = [await fetcher.fetch(f"http://city.example/{name}") for name in ("most", "more")]
    assert (len(whole.body), whole.cut) == (MOST_BYTES, False)
    assert (len(cut.body), cut.cut) == (MOST_BYTES, True)


async def test_an_answer_without_end_is_cut(sites: Web, fetcher: Fetcher) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x" * 65536)

    sites.pages["city.example/endless"] = endless
    page = await fetcher.fetch("http://city.example/endless")
    assert (len(page.body), page.cut) == (MOST_BYTES, True)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
async def test_a_packed_bomb_is_cut_without_being_unpacked(sites: Web, fetcher: Fetcher, packing: str) -> None:
    pack = gzip.compress if packing == "gzip" else zlib.compress
    sites.page("city.example/bomb", pack(b"\0" * 200_000_000), headers={"Content-Encoding": packing})
    page = await fetcher.fetch("http://city.example/bomb")
    assert (len(page.body), page.cut) == (MOST_BYTES, True)


async def test_packed_answers_are_unpacked(sites: Web, fetcher: Fetcher) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(b"Juneau"),
        "deflate": zlib.compress(b"Juneau"),
        "deflate ": raw.compress(b"Juneau") + raw.flush(),
    }
    for number, (packing, body) in enumerate(packed.items()):
        sites.page(f"city.example/{number}", body, headers={"Content-Encoding": packing.strip()})
        assert (await fetcher.fetch(f"http://city.example/{number}")).text == "Juneau"


@pytest.mark.parametrize(("packing", "body"), [("gzip", b"not packed"), ("br", b"x"), ("zstd", b"x")])
async def test_what_is_packed_otherwise_than_it_says_is_unreadable(
    sites: Web, fetcher: Fetcher, packing: str, body: bytes
) -> None:
    sites.page("city.example/odd", body, headers={"Content-Encoding": packing})
    assert await failure(fetcher, "http://city.example/odd") is FetchFailure.UNREADABLE


async def test_a_slow_answer_is_given_up(sites: Web, fetcher: Fetcher) -> None:
    async def drip(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"x")
            await asyncio.sleep(0.05)

    sites.pages["city.example/drip"] = drip
    assert await failure(fetcher, "http://city.example/drip") is FetchFailure.SLOW


async def test_the_seconds_are_for_all_hops_together(sites: Web, fetcher: Fetcher) -> None:
    async def slow_hop(request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.4)
        return web.Response(status=302, headers={"Location": "/hop"})

    sites.pages["city.example/hop"] = slow_hop
    assert await failure(fetcher, "http://city.example/hop") is FetchFailure.SLOW
    assert sites.asked["city.example/hop"] == 3


async def test_a_host_that_is_not_there(sites: Web, fetcher: Fetcher) -> None:
    sites.unknown.add("gone.example")
    assert await failure(fetcher, "http://gone.example/") is FetchFailure.NO_HOST


async def test_an_answer_that_is_no_http(sites: Web, fetcher: Fetcher) -> None:
    async def rude(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    sites.pages["city.example/rude"] = rude
    assert await failure(fetcher, "http://city.example/rude") is FetchFailure.CONNECTION


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("Хабаровск".encode("cp1251"), "text/html; charset=windows-1251", "Хабаровск"),
        ('<meta charset="koi8-r">Хабаровск'.encode("koi8-r"), "text/html", '<meta charset="koi8-r">Хабаровск'),
        ("Хабаровск".encode("utf-16"), "text/html; charset=latin-1", "Хабаровск"),
        ("Хабаровск".encode(), "text/html; charset=klingon", "Хабаровск"),
        ("Хабаровск".encode(), "text/html; charset=unicode_escape", "Хабаровск"),
        ("Хабаровск".encode(), "text/html; charset=rot13", "Хабаровск"),
        (b"\xff\xfa\x80", "text/html; charset=utf-8", "���"),
        (b"", "", ""),
    ],
)
def test_text_is_read_by_what_it_says_of_itself_and_never_fails(body: bytes, content_type: str, text: str) -> None:
    assert FetchedPage("http://city.example/", 200, body, content_type).text == text


async def test_robots_are_respected_at_every_hop(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/robots.txt", "User-agent: tiewatch\nDisallow: /private\n\nUser-agent: *\nDisallow: /")
    sites.page("city.example/ties", "open")
    sites.page("city.example/private", "closed")
    sites.page("other.example/go", status=302, headers={"Location": "http://city.example/private"})
    assert (await fetcher.fetch("http://city.example/ties")).text == "open"
    assert await failure(fetcher, "http://city.example/private") is FetchFailure.ROBOTS
    assert await failure(fetcher, "http://other.example/go") is FetchFailure.ROBOTS
    assert sites.asked["city.example/private"] == 0
    assert sites.asked["city.example/robots.txt"] == 1, "they are kept for a day"


@pytest.mark.parametrize(("status", "read"), [(404, True), (403, True), (500, False), (200, True)])
async def test_without_robots_all_may_be_read_and_with_an_error_nothing(
    sites: Web, fetcher: Fetcher, status: int, read: bool
) -> None:
    sites.page("city.example/robots.txt", b"\xff\0<html>" * 99, status=status)
    sites.page("city.example/ties", "x")
    if read:
        assert (await fetcher.fetch("http://city.example/ties")).ok
    else:
        assert await failure(fetcher, "http://city.example/ties") is FetchFailure.ROBOTS


async def test_robots_that_lead_inwards_are_none(sites: Web, fetcher: Fetcher) -> None:
    sites.page("city.example/robots.txt", status=302, headers={"Location": "http://127.0.0.1/"})
    sites.page("city.example/ties", "x")
    assert (await fetcher.fetch("http://city.example/ties")).ok


async def test_an_interface_for_programs_is_asked_without_robots(sites: Web, fetcher: Fetcher) -> None:
    sites.page("api.example/robots.txt", "User-agent: *\nDisallow: /")
    sites.page("api.example/v1", "{}")
    assert (await fetcher.ask("http://api.example/v1")).text == "{}"


async def test_a_secret_does_not_follow_a_redirect(sites: Web, fetcher: Fetcher) -> None:
    sites.page("api.example/save", status=302, headers={"Location": "http://other.example/"})
    page = await fetcher.ask("http://api.example/save", headers={"Authorization": "LOW a:b"}, form={"url": "x"})
    assert page.status == 302
    assert sites.asked["other.example/"] == 0


async def test_requests_to_one_host_keep_their_distance_and_others_do_not_wait(sites: Web) -> None:
    async with Fetcher(CONTACT, lambda: NOW, resolver=sites, between=0.3) as fetcher:
        began = time.monotonic()
        hosts = ("one", "one", "two")
        await asyncio.gather(*(fetcher.ask(f"http://{host}.example/") for host in hosts))
        assert 0.3 <= time.monotonic() - began < 0.9


async def test_a_host_that_says_when_to_come_back_is_left_alone(sites: Web, fetcher: Fetcher) -> None:
    sites.page("busy.example/", "no", status=429, headers={"Retry-After": "60"})
    assert (await fetcher.ask("http://busy.example/")).status == 429
    with pytest.raises(FetchError) as error:
        await fetcher.ask("http://busy.example/")
    assert error.value.failure is FetchFailure.LATER
    assert sites.asked["busy.example/"] == 1


async def test_a_host_that_was_asked_too_often_is_left_alone_for_a_while(sites: Web, fetcher: Fetcher) -> None:
    sites.page("busy.example/", "no", status=429)
    sites.page("down.example/", "no", status=503)
    for _ in range(2):
        assert (await fetcher.ask("http://down.example/")).status == 503
    await fetcher.ask("http://busy.example/")
    assert await failure(fetcher, "http://busy.example/") is FetchFailure.LATER


def test_when_to_come_back_is_read_with_care() -> None:
    in_a_minute = (NOW + timedelta(minutes=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    long_ago = "Mon, 07 Mar 2022 00:00:00 GMT"
    far = (NOW + timedelta(days=900)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    asked = ["120", in_a_minute, long_ago, far, "9" * 40, "", "soon", "-5"]
    assert [seconds_to_wait(text, NOW) for text in asked] == [120, 60, 0, LONGEST_WAIT, LONGEST_WAIT, 0, 0, 0]
