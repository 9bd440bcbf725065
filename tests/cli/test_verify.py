"""`fieldforms verify` and what belongs to it: heads, rebuilt lists, new keys."""

import json

import pytest

from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.store.models import Disclosure, Entry, Projection, Record
from tests.cli.hands import unsealed


def test_verify_counts_what_is_whole(shell, world):
    world.signed_sheet()
    assert shell("verify") == (0, "2 条、1 条链：完好。\n", "")


def test_verify_names_what_was_changed(shell, world):
    sealed = world.signed_sheet()
    unsealed(Disclosure.update(body="AAAA").where(Disclosure.entry == sealed.id))
    status, out, _err = shell("verify")
    assert status == 1
    assert sealed.number in out


def test_entries_cut_off_the_end_are_found_against_exported_heads(shell, world, tmp_path):
    sealed = world.signed_sheet()
    heads = tmp_path / "heads.json"
    heads.write_text(shell("verify", "--heads")[1])
    assert json.loads(heads.read_text())[0]["length"] == 2
    assert shell("verify", "--against", str(heads))[0] == 0
    cut_off(sealed)
    assert shell("verify")[0] == 1
    assert "accept-loss" in shell("rebuild")[2], "no start goes over it"
    assert shell("accept-loss", "--yes")[0] == 0
    shell("rebuild")  # now the lists know nothing of it, either
    assert shell("verify")[0] == 0
    status, out, _err = shell("verify", "--against", str(heads))
    assert status == 1
    assert "the chain ends at 1" in out


def test_heads_that_are_none_are_refused(shell, tmp_path):
    heads = tmp_path / "heads.json"
    heads.write_text('{"length": 1}')
    status, _out, err = shell("verify", "--against", str(heads))
    assert (status, err) == (2, f"{heads} 不是 fieldforms verify --heads 输出的文件。\n")


def test_lists_are_rebuilt_from_what_is_sealed(shell, world):
    sealed = world.signed_sheet()
    Record.update(summary="", state="open").where(Record.number == sealed.number).execute()
    assert shell("rebuild") == (0, "已重建 1 张单据。\n", "")
    assert Record.get(Record.number == sealed.number).state == "closed"


def test_lists_by_older_rules_are_not_called_forged_but_to_be_rebuilt(shell, world):
    sealed = world.signed_sheet()
    Record.update(summary="别的").where(Record.number == sealed.number).execute()
    assert shell("verify") == (1, f"{sealed.number} summary: says other than the entries\n", "")
    Projection.update(rules=0).execute()
    status, out, _err = shell("verify")
    assert status == 0 and "fieldforms rebuild" in out and "完好" in out
    shell("rebuild")
    assert shell("verify") == (0, "2 条、1 条链：完好。\n", "")


def test_after_a_new_key_the_old_seals_still_hold(shell, world):
    world.signed_sheet()
    status, out, _err = shell("rotate-key")
    assert status == 0
    world.signed_sheet()
    assert shell("verify") == (0, "4 条、1 条链：完好。\n", "")
    assert out.startswith("新的签章密钥：")


def test_verify_takes_the_fingerprint_that_an_old_sheet_shows(shell, world, settings):
    """On a machine that has the database and no key."""
    world.signed_sheet()
    print = sdjwt.fingerprint(signing_keys.current_key().public_jwk)
    (settings.instance / "keys").rename(settings.instance / "safe")
    assert shell("verify")[0] == 1
    assert shell("verify", "--trust", print) == (0, "2 条、1 条链：完好。\n", "")
    assert shell("verify", "--trust", print.replace(" ", "").lower())[0] == 0
    assert (
        shell("verify", f"--trust={signing_keys.current_key().kid}")[0] == 0
    )  # one in 64 begins with a dash
    assert shell("verify", "--trust", sdjwt.fingerprint(sdjwt.SigningKey.generate().public_jwk))[0] == 1
    with pytest.raises(SystemExit):
        shell("verify", "--trust", "ABCD")


def cut_off(entry: Entry) -> None:
    """The chain's last entry gone without a trace inside the database."""
    before = Entry.get((Entry.chain == entry.chain_id) & (Entry.chain_seq == entry.chain_seq - 1))
    unsealed(Disclosure.delete().where(Disclosure.entry == entry.id))
    unsealed(Entry.delete().where(Entry.id == entry.id))
    chain = type(entry).chain.rel_model
    unsealed(chain.update(head=before.digest, length=before.chain_seq).where(chain.id == entry.chain_id))
