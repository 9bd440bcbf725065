"""A contact's own page: to call, to save into the phone's address book, to scan from a desk's screen."""

from fieldforms.store.models import Contact
from tests.people import csrf, post_opened

MOST = {
    "name": "徐" * 60, "title": "主" * 60, "mobile": "13812345678", "phone": "0571-55550111",
    "email": "x" * 100 + "@example.com", "office": "楼" * 120, "floor": "层" * 30,
}  # fmt: skip


def address(world) -> str:
    return f"/contacts/{world.office.contact.id}"


def test_whoever_serves_the_client_calls_writes_and_saves_a_contact(world):
    saved = post_opened(
        world.browser("chen"), f"{address(world)}/edit", name="徐明", mobile="13900000001", email="xu@example.com",
        office="行政楼 305", floor="3 层", lead="1",
    )  # fmt: skip
    assert saved.status_code == 303
    page = world.browser("shen").get(address(world)).text
    for words in ("tel:13900000001", "mailto:xu%40example.com", "行政楼 305", "3 层", "主管领导", "<svg"):
        assert words in page.replace("mailto:xu@", "mailto:xu%40"), words
    assert f"{address(world)}/edit" not in page, "the manager reads"
    card = world.browser("chen").get(f"{address(world)}.vcf")
    assert card.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert card.headers["Content-Disposition"] == (
        "attachment; filename=\"xm.vcf\"; filename*=UTF-8''%E5%BE%90%E6%98%8E.vcf"
    )
    assert "FN:徐明\r\n" in card.text and "NOTE:主管领导\r\n" in card.text and "行政楼 305 3 层" in card.text


def test_the_longest_that_can_be_typed_still_fits_a_code(world):
    assert post_opened(world.browser("gao"), f"{address(world)}/edit", **MOST).status_code == 303
    page = world.browser("gao").get(address(world))
    assert page.status_code == 200 and "<svg" in page.text
    assert "徐" * 60 in world.browser("gao").get(f"{address(world)}.vcf").text.replace("\r\n ", "")


def test_an_address_that_no_mail_reaches_is_refused(world):
    for wrong in ("xu", "xu@", "xu@example", "a b@example.com", "xu@example.com,y@example.com"):
        refused = post_opened(world.browser("chen"), f"{address(world)}/edit", name="徐明", email=wrong)
        assert refused.status_code == 422 and "邮箱地址" in refused.text, wrong


def test_another_clients_contacts_are_nobody(world):
    zhou = world.browser("zhou")
    office = f"/clients/{world.office.client.id}/contacts"
    for path in (address(world), f"{address(world)}.vcf", office):
        assert zhou.get(path).status_code == 404, path
    assert world.browser("wangjing").get(address(world)).status_code == 403


def test_many_contacts_have_a_page_of_their_own(world):
    for number in range(20):
        Contact.create(client=world.office.client, name=f"联系人{number:02}", phone="0571")
    chen, client = world.browser("chen"), world.office.client.id
    page = chen.get(f"/clients/{client}").text
    assert "联系人03" in page and "联系人15" not in page and "全部 21 位联系人" in page
    listed = chen.get(f"/clients/{client}/contacts").text
    assert "联系人19" in listed and csrf(listed)
