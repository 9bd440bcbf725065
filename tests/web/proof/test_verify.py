"""Anybody with the paper in hand may ask whether it is genuine, and learns nothing else."""

import pytest

from fieldforms.flow.completing import corrections, record_events
from fieldforms.flow.proof import authenticity
from fieldforms.flow.seals import sdjwt, signing_keys
from fieldforms.store.models import Entry
from tests.web.sheets.hands import closed_again, drop_triggers, text

PRIVATE = ("政务", "徐明", "丁一", "陈志远", "话筒", "很满意", "5555 0111", "数字音频处理器")


def test_a_genuine_sheet_says_so_and_nothing_else(world):
    entry = world.signed_sheet()
    response = world.browser().get(f"/v/{entry.digest}")
    page = text(response)
    assert response.status_code == 200 and "真实，封存后没有改动" in page
    assert entry.number in page and "客户服务联络单" in page and "客户验收" in page
    assert not [word for word in PRIVATE if word in page]
    assert (
        sdjwt.fingerprint(signing_keys.current_key().public_jwk) in page and "/.well-known/jwks.json" in page
    )
    assert "新的内容" not in page


def test_an_older_paper_says_that_the_sheet_went_on(world):
    first = world.signed_sheet()
    older = Entry.get(Entry.record == first.record, Entry.seq == 1)
    assert "单据又有新的内容" in text(world.browser().get(f"/v/{older.digest}"))


def test_a_sheet_that_is_being_corrected_says_so(world):
    entry = world.signed_sheet()
    closed_again(world, corrections.correct_record(world.actor("chen"), entry.number, "写错"))
    page = text(world.browser().get(f"/v/{entry.digest}"))
    assert "真实" in page and "另一张单正在更正这张单" in page


def test_a_cancelled_sheet_says_so(world):
    entry = world.waiting_sheet()
    record_events.cancel_record(world.actor("chen"), entry.number, "重复")
    assert "已取消" in text(world.browser().get(f"/v/{entry.digest}"))


def test_a_changed_sheet_is_refused_in_red(world):
    entry = world.signed_sheet()
    drop_triggers("entries")
    Entry.update(jwt=entry.jwt[:-4] + "AAAA").where(Entry.id == entry.id).execute()
    response = world.browser().get(f"/v/{entry.digest}")
    assert response.status_code == 409 and "核验不通过" in text(response)


@pytest.mark.parametrize("digest", ["nothing", "A" * 43, "%00", "..%2f..%2fetc"])
def test_an_unknown_digest_is_not_ours(world, digest):
    response = world.browser().get(f"/v/{digest}")
    assert response.status_code == 404


def test_an_unknown_digest_says_that_it_is_not_ours(world):
    assert "这不是我们封存的单据" in text(world.browser().get(f"/v/{'A' * 43}"))


def test_guessing_is_slowed_down_and_reading_is_not(world, monkeypatch):
    monkeypatch.setattr(authenticity, "GUESSES", 3)
    entry, browser = world.signed_sheet(), world.browser()
    assert [browser.get(f"/v/{n}").status_code for n in range(4)] == [404, 404, 404, 429]
    assert browser.get(f"/v/{entry.digest}").status_code == 200


def test_the_page_speaks_english(world):
    entry = world.signed_sheet()
    page = text(world.browser().get(f"/v/{entry.digest}?lang=en"))
    assert "Customer service contact sheet" in page


def test_the_keys_are_published(world):
    response = world.browser().get("/.well-known/jwks.json")
    assert response.mimetype == "application/jwk-set+json"
    assert response.get_json()["keys"] == [signing_keys.current_key().public_jwk]
    assert (
        "max-age" in response.headers["Cache-Control"]
        and response.headers["Access-Control-Allow-Origin"] == "*"
    )
    assert "d" not in response.get_json()["keys"][0]
