"""The fact of a letter as it is put: dated sentences with a link, and both accounts where they differ."""

from __future__ import annotations

import re
from dataclasses import replace

from cogs.letters import local_fact
from cogs.letters.templates import strays
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import Act, PartialDate
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import TIES


def test_a_disputed_tie_is_told_with_both_accounts(register: Register) -> None:
    tie = register.tie(TIES[Standing.SUSPENDED])
    basis = register.status(tie.id).basis
    assert basis is not None
    against = Act(
        f"{tie.id}.20230101.statement",
        PartialDate.parse("2023-01"),
        ActKind.STATEMENT,
        "Mayor Somebody",
        Authority.MAYOR,
        "Said it stands.",
        basis.sources,
        disputes=basis.id,
    )
    disputed = replace(tie, acts=(*tie.acts, against))
    record = replace(register.record, ties={**register.record.ties, tie.id: disputed})
    fact = local_fact.local_fact(disputed, Register(record))
    assert fact.standing is Standing.DISPUTED
    assert fact.text.startswith(
        "There are two accounts of it, and they differ. On July 18, 2022, the Eugene City Council suspended the tie "
        "and its funding, choosing that over termination. The vote was unanimous. "
        "The council would revisit the tie if the conflict de-escalates. "
        "In January 2023, Mayor Somebody said it stands."
    )


def test_facts_are_dated_sentences_with_a_link(register: Register) -> None:
    for tie in register.record.ties.values():
        fact = local_fact.local_fact(tie, register)
        assert fact.text.endswith(".")
        assert not strays(fact.text), fact.text
        if fact.basis:
            assert re.search(r"\b(?:19|20)\d\d\b", fact.text), fact.text
            act = next(act for act in tie.acts if act.id == fact.basis)
            cited = [register.record.sources[name] for name in act.sources]
            citable = {source.url for source in cited if source.citable_in_letter}
            assert fact.link in (citable or {""}), tie.id


def test_a_fact_reads_as_a_person_would_write_it(register: Register) -> None:
    def told(tie: str) -> str:
        return local_fact.local_fact(register.tie(tie), register).text

    searched = "Tiewatch, a public record of ties with Russia, searched for news on November 28, 2026, and found"
    assert told("juneau-ak--vladivostok") == (
        "On April 4, 2022, the Juneau Assembly voted 5–4 against suspending the tie with Vladivostok. "
        f"{searched} no later decision."
    )
    assert told("vermont--karelia").startswith("On March 3, 2022, Governor Phil Scott ended Vermont's long-dormant")
    assert told("houston-tx--tyumen").startswith("The tie was suspended on February 24, 2023, by Mayor Sylvester")
    assert " named Kalamazoo and Pushkin as partners." in told("kalamazoo-mi--pushkin")
    assert told("carrboro-nc--saratov") == f"{searched} no page that says how Carrboro and Saratov stand today."
    assert "The suspension is meant to last until hostilities against Ukraine end" in told("chicago-il--moscow")
    assert "it expressly did not dissolve the tie" in told("oak-ridge-tn--obninsk")
    assert told("oakland-ca--nakhodka") == (
        "A news report of June 4, 2022, printed a U.S.–Russia Chamber of Commerce list that names the pair; "
        "the list does not say which ties still stood. "
        f"{searched} nothing that says whether the tie stands today."
    )


def test_a_changed_basis_is_noticed(register: Register) -> None:
    tie = register.tie(TIES[Standing.SUSPENDED])
    fact = local_fact.local_fact(tie, register)
    assert not local_fact.changed(fact, tie, register)
    assert local_fact.changed(replace(fact, basis="another"), tie, register)
    assert local_fact.changed(replace(fact, standing=Standing.ACTIVE), tie, register)
