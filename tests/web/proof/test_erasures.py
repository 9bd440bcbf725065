"""What a person may have erased is gone, and the seal is whole."""

from fieldforms.flow.proof import verification
from fieldforms.flow.seals import sdjwt
from fieldforms.store.models import Disclosure, Record, User
from tests.web.sheets.hands import find_numbers, post, record_json, split_presentation, text


def test_erasing_leaves_the_seal_whole_and_says_so(world, tmp_path):
    number = world.signed_sheet().number
    browser = world.browser("admin")
    page = text(browser.get(f"/records/{number}/erasure?seq=2"))
    assert 'value="signer"' in page and 'value="answers.satisfaction"' in page and "很满意" not in page
    empty = post(
        browser, f"/records/{number}/erasure", f"/records/{number}/erasure", seq="2", reason="本人要求"
    )
    assert empty.status_code == 422 and "请选择要删除的内容" in text(empty)
    bare = post(browser, f"/records/{number}/erasure", f"/records/{number}/erasure", seq="2", name="signer")
    assert bare.status_code == 422 and "请写明原因" in text(bare)
    done = post(browser, f"/records/{number}/erasure", f"/records/{number}/erasure", seq="2", reason="本人要求",
                name=["signer", "signature", "answers.comments"])  # fmt: skip
    assert done.status_code == 303
    assert list(verification.every_difference()) == []
    page = text(world.browser("gao").get(f"/records/{number}"))
    assert "丁一" not in page and "字幕机" not in page and "封存完好 ✓" in page and "本人要求" in page
    assert "部分个人信息已删除" in page
    assert find_numbers(world, "q=字幕机") == [] and find_numbers(world, "q=丁一") == []
    content = record_json(browser.get(f"/records/{number}.pdf").data, tmp_path)
    assert sdjwt.verify_jwt(
        *split_presentation(content["entries"][1]), {key["kid"]: key for key in content["jwks"]["keys"]}
    )
    assert not Disclosure.select().where(Disclosure.body.contains("丁一")).exists()


def test_only_an_admin_erases(world):
    number = world.signed_sheet().number
    for login in ("chen", "gao", "sunmin"):
        assert world.browser(login).get(f"/records/{number}/erasure").status_code == 403
    assert world.browser("admin").get(f"/records/{number}/erasure?seq=9").status_code == 404


def test_an_admin_without_the_permission_is_told_why_nothing_can_be_erased_in_a_confidential_room(world):
    number = world.signed_sheet().number
    Record.update(confidential=True).where(Record.number == number).execute()
    admin = world.browser("admin")
    refused = admin.get(f"/records/{number}/erasure")
    assert refused.status_code == 403 and "涉密会议室" in refused.text and "政务中心" not in refused.text
    assert admin.get(f"/records/{number}").status_code == 404
    assert admin.get("/records/FW-209901-9999/erasure").status_code == 404
    User.update(confidential=True).where(User.login == "admin").execute()
    assert world.browser("admin").get(f"/records/{number}/erasure").status_code == 200
