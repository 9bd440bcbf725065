"""One person's data: handed out as a file, and a client's contact forgotten while every seal holds."""

import json

from fieldforms.flow.proof import verification
from fieldforms.store.models import Audit, Contact, Entry, Record, User
from tests.flow.completing.hands import seen
from tests.people import PASSWORD
from tests.web.people.hands import post


def page_of(contact) -> str:
    return f"/contacts/{contact.id}/data"


def erase(browser, contact, **typed):
    return post(browser, f"/contacts/{contact.id}/erasure", page_of(contact), **typed)


def test_what_is_known_of_a_contact_is_one_file(world):
    contact = world.office.contact
    signed, _other = world.signed_sheet(contact="徐明"), world.signed_sheet("zhou", world.university)
    admin = world.browser("admin", confirmed=True)
    answer = admin.get(f"{page_of(contact)}.json")
    said = json.loads(answer.text)
    assert "attachment" in answer.headers["Content-Disposition"]
    assert said["register"]["name"] == "徐明" and said["register"]["phone"] == contact.phone
    assert [sheet["number"] for sheet in said["sheets"]] == [signed.number]
    assert said["sheets"][0]["says"][0]["answers.contact"] == "徐明"
    assert "文澜大学" not in answer.text and "会议室话筒有杂音" not in answer.text
    assert Audit.select().where(Audit.action == "data.export").count() == 1


def test_it_leaves_the_house_after_the_own_password_only(world):
    contact, admin = world.office.contact, world.browser("admin")
    url = f"{page_of(contact)}.json"
    assert "own_password" in admin.get(url).text and admin.get(page_of(contact)).status_code == 200
    assert post(admin, url, own_password=PASSWORD).location == url
    assert admin.get(url).mimetype == "application/json"


def test_what_is_known_of_somebody_of_the_company_is_one_file(world):
    number = world.signed_sheet().number
    answer = world.browser("admin", confirmed=True).get(f"/people/{world.users['chen'].id}.json")
    said = json.loads(answer.text)
    assert said["account"]["name"] == "陈志远" and [each["number"] for each in said["sheets"]] == [number]
    assert said["clients"][0]["client"] == "市政务服务中心" and said["deeds"]
    kept = User.get(User.login == "chen")
    assert kept.password not in answer.text and "very_satisfied" not in answer.text


def test_a_contact_is_forgotten_everywhere_and_the_seals_hold(world):
    contact = world.office.contact
    mine = world.sign(world.waiting_sheet(contact="徐明", phone="0571 5555 0111"))
    digests = [row.digest for row in Entry.select().order_by(Entry.id)]
    answer = erase(world.browser("admin"), contact, reason="本人要求", own_password=PASSWORD)
    assert answer.status_code == 303 and not Contact.select().where(Contact.id == contact.id).exists()
    found = seen(mine.number)
    first = found.entries[0]
    assert "contact" not in first.answers and "phone" not in first.answers
    assert first.answers["request"] == "会议室话筒有杂音" and found.row.state == "closed"
    assert found.entries[-1].outcome == "erased" and found.entries[-1].facts["reason"] == "本人要求"
    assert [row.digest for row in Entry.select().order_by(Entry.id)][: len(digests)] == digests
    assert list(verification.every_difference()) == []
    line = Audit.get(Audit.action == "contact.erase")
    assert "徐明" not in str(line.detail)


def test_who_signed_is_forgotten_with_the_strokes(world):
    contact = world.office.contact
    Contact.update(name="丁一").where(Contact.id == contact.id).execute()
    number = world.signed_sheet().number
    erase(world.browser("admin"), contact, reason="本人要求", own_password=PASSWORD)
    entry = seen(number).entries[1]
    assert not entry.facts.get("signer") and not entry.facts.get("signature")
    assert entry.answers["satisfaction"] == "very_satisfied"
    assert list(verification.every_difference()) == []


def test_a_reason_is_needed_and_nothing_goes_without(world):
    contact, admin = world.office.contact, world.browser("admin", confirmed=True)
    world.signed_sheet(contact="徐明")
    answer = erase(admin, contact, reason=" ")
    assert answer.status_code == 422 and "请写明原因" in answer.text
    assert Contact.select().where(Contact.id == contact.id).exists()
    assert not Entry.select().where(Entry.outcome == "erased").exists()


def test_what_is_confidential_is_left_to_who_may_see_it_and_that_is_said(world):
    contact, admin = world.office.contact, world.browser("admin", confirmed=True)
    number = world.signed_sheet(contact="徐明").number
    Record.update(confidential=True).where(Record.number == number).execute()
    said = json.loads(admin.get(f"{page_of(contact)}.json").text)
    assert said["sheets"] == [] and said["sheets_out_of_sight"] == 1
    answer = erase(admin, contact, reason="本人要求")
    assert "还有 1 张您无权查看" in admin.get(answer.location).text
    assert Contact.select().where(Contact.id == contact.id).exists(), "or the next one would not find it"
    assert seen(number).entries[0].answers["contact"] == "徐明"
    User.update(confidential=True).where(User.login == "admin").execute()
    erase(world.browser("admin", confirmed=True), contact, reason="本人要求")
    assert "contact" not in seen(number).entries[0].answers
    assert not Contact.select().where(Contact.id == contact.id).exists()


def test_only_an_admin_does(world):
    for login in ("chen", "gao", "sunmin"):
        assert world.browser(login, confirmed=True).get(page_of(world.office.contact)).status_code == 403
    assert world.browser("admin").get("/contacts/999999/data").status_code == 404
