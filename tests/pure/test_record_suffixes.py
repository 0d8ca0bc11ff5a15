"""Which part of a host is its owner's: as the library that ships the list has it, for every rule of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from publicsuffixlist import PublicSuffixList

from db.record.models import Record
from db.record.pages import page_of
from db.record.suffixes import registered

LIBRARY = PublicSuffixList(accept_encoded_idn=False)


def test_every_rule_is_read_as_the_library_reads_it() -> None:
    rules = [rule.removeprefix("!").removeprefix("*.") for rule in LIBRARY._publicsuffix]
    assert len(rules) > 5_000
    for rule in rules:
        for host in (rule, f"a.{rule}", f"b.a.{rule}", f"c.b.a.{rule}"):
            assert registered(host) == (LIBRARY.privatesuffix(host) or host)


def test_the_hosts_of_the_record_are_read_as_the_library_reads_them(record: Record) -> None:
    hosts = {urlsplit(page_of(source.url)).netloc for source in record.sources.values()}
    assert len(hosts) > 100
    for host in (*hosts, "localhost", "a.unknown-ending", "xn--e1afmkfd.xn--p1ai"):
        assert registered(host) == (LIBRARY.privatesuffix(host) or host)
