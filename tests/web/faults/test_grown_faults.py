"""A closed sheet becomes a known fault in two taps, without its client, its rooms, its people and photos nobody chose."""

import hashlib
import re
from html import unescape

from fieldforms.flow.completing import completion
from fieldforms.flow.completing.submissions import HandedIn
from fieldforms.flow.filling import drafts
from fieldforms.store.models import Audit, Contact, Device, KnownFault, Record, Room, User
from tests.people import csrf, post_opened
from tests.web.filling.hands import a_photo
from tests.web.route_targets import a_known_fault

NAMES = ("市政务服务中心", "政务中心第一会议室", "徐明", "55550111", "丁一", "陈志远")


def prefilled(browser, number: str) -> dict:
    """What the form about a sheet posts as it stands."""
    page = browser.get(f"/records/{number}/known-fault")
    assert page.status_code == 200
    inputs = re.findall(r'<input type="hidden" name="(csrf_token|version)" value="([^"]*)"', page.text)
    texts = re.findall(r'<textarea [^>]*name="(\w+)"[^>]*>([^<]*)</textarea>', page.text)
    chosen = re.findall(r'<option value="([^"]+)" selected', page.text)
    return {name: unescape(value) for name, value in inputs + texts} | {"about": chosen[0]}


def grow(browser, number: str, **typed):
    return browser.post(f"/records/{number}/known-fault", data=prefilled(browser, number) | typed)


def sheet_with_photos(world, how_many: int = 1) -> tuple[str, list[str]]:
    """Number and digests of a signed contact sheet."""
    chen, draft = world.actor("chen"), world.working_sheet()
    bodies = [a_photo((640, 400 + n)) for n in range(how_many)]
    kept = [
        drafts.keep_photo(chen, draft.uuid, hashlib.sha256(body).hexdigest(), body).digest for body in bodies
    ]
    given = HandedIn({**draft.answers, "work_photos": kept})
    return world.sign(completion.complete(chen, draft.uuid, given).entry).number, kept


def test_a_technician_makes_one_of_a_sheet_in_two_taps(world):
    number = world.signed_sheet(request="开机没有声音", solution="重新上传程序").number
    chen = world.browser("chen")
    assert f'href="/records/{number}/known-fault"' in chen.get(f"/records/{number}").text
    saved = grow(chen, number)
    assert saved.status_code == 303
    fault = KnownFault.get()
    assert (fault.symptom, fault.remedy, fault.record, fault.category) == (
        "开机没有声音",
        "重新上传程序",
        number,
        "processor",
    )
    assert fault.looked_at is None and fault.created_by.login == "chen" and fault.photos == []
    assert "调度员还没看过" in chen.get(saved.location).text
    assert saved.location in chen.get(f"/records/{number}").text, "the sheet leads to it"
    assert Audit.get(Audit.action == "known_fault.add").detail == {"record": number}


def test_a_closed_fault_report_says_its_symptom_class_and_remedy(world):
    from tests import boards

    boards.publish()
    number = boards.looked(world, boards.asked(world, trouble="门打不开"), found="mended", cure="换了锁芯")
    body = prefilled(world.browser("chen"), number)
    assert (body["symptom"], body["remedy"]) == ("门打不开", "换了锁芯")
    assert world.browser("sunmin").get(f"/records/{number}/known-fault").status_code == 200


def test_the_model_of_the_device_comes_first(world):
    model = a_known_fault(world).of_model_id
    body = prefilled(world.browser("chen"), world.signed_sheet().number)
    assert body["about"] == f"model-{model}"


def test_what_is_prefilled_names_no_client_room_or_person(world):
    said = "徐明说市政务服务中心、政务中心第一会议室没有声音，回电 0571-5555 0111"
    number = world.signed_sheet(request=said, solution="陈志远和徐明重新上传程序").number
    chen = world.browser("chen")
    body = prefilled(chen, number)
    for name in NAMES:
        assert name not in body["symptom"].replace(" ", "").replace("-", "") + body["remedy"]
    assert "没有声音" in body["symptom"] and "某客户" in body["symptom"] and "某房间" in body["symptom"]
    assert "已经换掉" in chen.get(f"/records/{number}/known-fault").text
    assert grow(chen, number).status_code == 303


def test_a_rooms_number_is_a_name_and_part_of_a_word_is_none(world):
    Room.update(name="A301 智慧教室").where(Room.id == world.office.room.id).execute()
    Contact.update(name="Lin").where(Contact.id == world.office.contact.id).execute()
    said = "A301 的 Link 灯不亮，A3010 型没有事，Lin 看过"
    body = prefilled(world.browser("chen"), world.signed_sheet(request=said).number)
    assert body["symptom"] == "某房间 的 Link 灯不亮，A3010 型没有事，某人 看过"


def test_a_name_that_is_typed_stays_only_by_choice(world):
    number = world.signed_sheet().number
    chen = world.browser("chen")
    for name in ("徐明", "政务中心第一会议室", "政务中心", "0571 55550111", "陈志远"):
        refused = grow(chen, number, symptom=f"{name}的话筒有杂音")
        assert refused.status_code == 422 and not KnownFault.select().exists()
        assert "照样保留这些名字" in refused.text and f"{name}的话筒有杂音" in refused.text
    assert grow(chen, number, symptom="徐明的话筒有杂音", named="1").status_code == 303
    assert KnownFault.get().symptom == "徐明的话筒有杂音"


def test_who_is_not_shown_its_photos_takes_none_away(world):
    number, [digest, _other] = sheet_with_photos(world, 2)
    grow(world.browser("chen"), number, photos=digest)
    fault = KnownFault.get()
    Record.update(confidential=True).where(Record.number == number).execute()
    url = f"/known-faults/{fault.id}/edit"
    sun = world.browser("sunmin")
    page = sun.get(url).text
    assert digest not in page
    said = {
        "about": re.search(r'<option value="([^"]+)" selected', page)[1],
        "symptom": fault.symptom,
        "remedy": "擦净触点",
    }
    assert post_opened(sun, url, url.removesuffix("/edit"), **said).status_code == 303
    kept = KnownFault.get()
    assert (kept.remedy, kept.photos) == ("擦净触点", [digest])


def test_photos_come_along_only_when_they_are_chosen(world):
    number, [first, second] = sheet_with_photos(world, 2)
    chen = world.browser("chen")
    page = chen.get(f"/records/{number}/known-fault").text
    assert first in page and not re.search(r'name="photos" value="\w+" checked', page)
    fault = grow(chen, number, photos=first).location
    assert KnownFault.get().photos == [first]
    assert chen.get(f"{fault}/photos/{first}").status_code == 200
    assert chen.get(f"{fault}/photos/{second}").status_code == 404
    assert grow(chen, number, symptom="别的", photos="f" * 64).status_code == 422, "of another sheet"


def test_erasing_somebodys_photo_takes_it_from_the_known_fault(world):
    number, [digest] = sheet_with_photos(world)
    fault = grow(world.browser("chen"), number, photos=digest).location
    admin = world.browser("admin")
    erased = {"seq": "1", "name": "answers.work_photos", "reason": "本人要求"}
    token = csrf(admin.get(f"/records/{number}/erasure?seq=1").text)
    answer = admin.post(f"/records/{number}/erasure", data=erased | {"csrf_token": token})
    assert answer.status_code == 303
    assert KnownFault.get().photos == []
    assert admin.get(f"{fault}/photos/{digest}").status_code == 404


def test_a_confidential_sheet_becomes_none_without_the_clearance_and_says_so(world):
    number, [digest] = sheet_with_photos(world)
    chen, address = world.browser("chen"), f"/records/{number}/known-fault"
    body = prefilled(chen, number)
    Record.update(confidential=True).where(Record.number == number).execute()
    page = chen.get(f"/records/{number}").text
    assert "您没有涉密权限，不能把它写成常见故障" in page and address not in page
    assert chen.get(address).status_code == 403
    refused = chen.post(address, data=body)
    assert (
        refused.status_code == 403 and "您没有涉密权限" in refused.text and not KnownFault.select().exists()
    )
    User.update(confidential=True).where(User.login == "chen").execute()
    cleared = world.browser("chen")
    assert digest not in cleared.get(address).text, "its photos stay with it"
    assert grow(cleared, number, photos=digest).status_code == 422
    assert grow(cleared, number).status_code == 303


def test_photos_of_a_sheet_that_becomes_confidential_are_for_the_cleared_alone(world):
    number, [digest] = sheet_with_photos(world)
    fault = grow(world.browser("chen"), number, photos=digest).location
    Record.update(confidential=True).where(Record.number == number).execute()
    User.update(confidential=True).where(User.login == "gao").execute()
    for login, status in (("sunmin", 404), ("gao", 200)):
        assert world.browser(login).get(f"{fault}/photos/{digest}").status_code == status
        assert (digest in world.browser(login).get(fault).text) == (status == 200)


def test_only_what_is_closed_and_tells_of_a_fault_becomes_one(world):
    chen = world.browser("chen")
    for entry in (world.waiting_sheet(), world.asked_for_recordings()):
        assert "常见故障" not in chen.get(f"/records/{entry.number}").text
        assert chen.get(f"/records/{entry.number}/known-fault").status_code == 409


def test_who_may_not_write_one_is_not_asked_to(world):
    number = world.signed_sheet().number
    assert world.browser("zhou").get(f"/records/{number}/known-fault").status_code == 404
    for login in ("shen", "admin", "wangjing"):
        assert world.browser(login).get(f"/records/{number}/known-fault").status_code == 403
    assert "known-fault" not in world.browser("shen").get(f"/records/{number}").text


def test_a_double_tap_makes_one(world):
    number, chen = world.signed_sheet().number, world.browser("chen")
    body = prefilled(chen, number)
    answers = {chen.post(f"/records/{number}/known-fault", data=body).location for _ in range(2)}
    assert len(answers) == 1 and KnownFault.select().count() == 1


def test_an_empty_form_is_refused_beside_its_questions(world):
    refused = grow(
        world.browser("chen"),
        world.signed_sheet().number,
        symptom=" ",
        remedy="",
        cause="接触不良",
        about="model-9",
    )
    assert refused.status_code == 422 and 'id="e-symptom"' in refused.text and 'id="e-remedy"' in refused.text
    assert 'id="e-about"' in refused.text and "接触不良" in refused.text and not KnownFault.select().exists()


def test_another_clients_technician_reads_it_and_learns_nothing_of_the_client(world):
    """The same model stands at both; only one of them had the fault."""
    a_known_fault(world)
    model = Device.get_by_id(world.office.device.id).of_model_id
    Device.update(of_model=model).where(Device.id == world.university.device.id).execute()
    number = world.signed_sheet(request="徐明说没有声音").number
    fault = grow(world.browser("chen"), number).location
    zhou = world.browser("zhou")
    for address in (
        fault,
        "/known-faults",
        f"/devices/{world.university.device.id}/known-faults",
        f"/models/{model}/known-faults",
    ):
        page = unescape(zhou.get(address).text)
        assert "没有声音" in page, address
        for canary in (*NAMES, number, "政务中心", world.office.device.serial):
            assert canary not in page, (address, canary)
    assert number in world.browser("sunmin").get(fault).text, "who may read the sheet finds it"


def test_the_dispatcher_edits_it_against_the_names_of_its_sheet(world):
    fault = grow(world.browser("chen"), world.signed_sheet().number).location
    sun = world.browser("sunmin")
    about = f"category-{KnownFault.get().category}"
    typed = {"about": about, "symptom": "徐明的话筒有杂音", "remedy": "换端子"}
    refused = post_opened(sun, f"{fault}/edit", fault, **typed)
    assert refused.status_code == 422 and "徐明" in refused.text
    assert post_opened(sun, f"{fault}/edit", fault, **typed | {"symptom": "话筒有杂音"}).status_code == 303
    assert KnownFault.get().symptom == "话筒有杂音" and KnownFault.get().looked_at, (
        "whoever edits it has looked at it"
    )
