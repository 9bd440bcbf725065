"""Lifting a sheet's confidentiality on its page: who is asked, who is refused, and what the page says afterwards."""

import pytest

from fieldforms.store.models import Record, Room, User
from tests.people import csrf
from tests.web.completing.hands import lift


@pytest.fixture
def secret(world) -> str:
    """The address of a confidential sheet; the supervisor is cleared for it."""
    Room.update(confidential=True).where(Room.id == world.office.room.id).execute()
    User.update(confidential=True).where(User.login == "gao").execute()
    return f"/records/{world.signed_sheet().number}"


def test_a_cleared_supervisor_lifts_it_and_the_page_says_who_and_why(world, secret):
    gao = world.browser("gao")
    page = gao.get(secret).text
    assert f'href="{secret}/lifting"' in page and "属于涉密房间" in page
    assert world.browser("sunmin").get(secret).status_code == 404
    assert lift(gao, secret, reason="文件已解密").status_code == 303
    page = world.browser("sunmin").get(secret).text
    for words in ("已解除涉密", "高建国", "文件已解密"):
        assert words in page
    assert f'href="{secret}/lifting"' not in gao.get(secret).text
    assert gao.get(f"{secret}/lifting").status_code == 409


def test_without_a_reason_it_comes_back_with_a_sentence(world, secret):
    refused = lift(world.browser("gao"), secret, reason="  ")
    assert refused.status_code == 422 and "请写明原因" in refused.text
    assert Record.get().confidential


@pytest.mark.parametrize(("login", "cleared", "status"), [
    ("admin", False, 404), ("shen", True, 403), ("sunmin", True, 403), ("chen", True, 403), ("zhou", True, 403),
])  # fmt: skip
def test_nobody_else_is_asked(world, secret, login, cleared, status):
    User.update(confidential=cleared).where(User.login == login).execute()
    browser = world.browser(login)
    token = csrf(browser.get("/account").text)
    assert browser.get(f"{secret}/lifting").status_code == status
    refused = browser.post(f"{secret}/lifting", data={"csrf_token": token, "reason": "想看看"})
    assert refused.status_code == status and Record.get().confidential
    assert f"{secret}/lifting" not in browser.get(secret).text


def test_a_cleared_admin_lifts_it_too(world, secret):
    User.update(confidential=True).where(User.login == "admin").execute()
    assert lift(world.browser("admin"), secret, reason="文件已解密").status_code == 303
    assert not Record.get().confidential


def test_the_clients_copy_does_not_speak_of_it(world, secret):
    lift(world.browser("gao"), secret, reason="文件已解密")
    public = world.browser().get(
        world.browser("gao").get(secret).text.split('record-verify" href="')[1].split('"')[0]
    )
    assert public.status_code == 200
    assert "文件已解密" not in public.text and "解除涉密" not in public.text
