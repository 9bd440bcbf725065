"""Known faults beside the question that describes a fault, and what a stranger may try first."""

import re

import pytest

from fieldforms.flow.faults import assignments
from fieldforms.flow.filling import drafts
from fieldforms.store.models import Device, DeviceModel, KnownFault, Room
from tests import boards
from tests.people import questions
from tests.web.hands import Form, contact_body
from tests.web.route_targets import a_known_fault

PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}
OFFERED = re.compile(r'hx-get="(/drafts/[^"]+/known-faults[^"]*)"')


@pytest.fixture
def known(world) -> dict[str, KnownFault]:
    """Of the office's model two, of its category two."""
    of_category = {"of_model": None, "category": "processor"}
    return {
        "silent": a_known_fault(world, symptom="开机没有声音", tried=4, helped=1),
        "panel": a_known_fault(world, symptom="面板不亮", tried=4, helped=3),
        "howls": a_known_fault(world, symptom="啸叫，一开话筒就叫", **of_category),
        "restarts": a_known_fault(world, symptom="自己重启", tried=2, helped=2, **of_category),
    }


def address_beside(page: str) -> str:
    return OFFERED.search(page)[1].replace("&amp;", "&")


def offered(browser, page: str) -> list[str]:
    """Symptoms, in order."""
    answer = browser.get(address_beside(page), headers=PARTIAL)
    assert answer.status_code == 200
    return re.findall(r'<h3 class="list-title lines">([^<]+)</h3>', answer.text)


def open_form(browser, place, form="fault-report") -> Form:
    return Form(browser, f"/forms/{form}/new?device={place.code.code}")


def test_three_are_offered_before_a_word_is_typed_the_models_first(world, known):
    chen = world.browser("chen")
    assert offered(chen, open_form(chen, world.office).page.text) == ["面板不亮", "开机没有声音", "自己重启"]


def test_what_is_typed_brings_what_it_tells_of_to_the_front(world, known):
    chen = world.browser("chen")
    form = open_form(chen, world.office)
    for words, first in (
        ("话筒啸叫", "啸叫，一开话筒就叫"),
        ("完全没有声音了", "开机没有声音"),
        ("ABC", "面板不亮"),
    ):
        form.autosave(symptom=words, version="0", editor="tests")
        assert offered(chen, form.page.text)[0] == first, words


@pytest.mark.parametrize("form", ["fault-report", "service-contact"])
def test_they_stand_beside_the_question_that_describes_the_fault(world, known, form):
    page = open_form(world.browser("chen"), world.office, form).page.text
    described = {"fault-report": "symptom", "service-contact": "request"}[form]
    between = page[page.index(f'id="q-{described}"') : OFFERED.search(page).start()]
    assert between.count('<div class="question"') == 0, "right behind it"
    assert f"from:#f-{described}" in page


def test_a_form_whose_words_are_its_own_offers_them_too(world, known):
    """No form and no field is known by name."""
    boards.publish()
    chen = world.browser("chen")
    page = chen.get(f"/forms/{boards.KEY}/new?room={world.office.room.id}").text
    assert "from:#f-trouble" in page and offered(chen, page) == [], "about no device"


def test_a_form_that_tells_of_no_fault_offers_none(world, known):
    chen = world.browser("chen")
    assert not OFFERED.search(open_form(chen, world.office, "startup-check").page.text)
    assert not OFFERED.search(chen.get("/forms/work-report/new").text)


def test_the_forms_page_asks_nothing_of_them(world, known):
    chen = world.browser("chen")
    with questions() as asked:
        open_form(chen, world.office)
    assert asked and not [sql for sql in asked if "known_faults" in sql or "fault_tries" in sql]


def test_the_checks_have_them_on_top_by_the_words_of_the_report(world, known):
    chen = world.browser("chen")
    report = open_form(chen, world.office)
    checked = report.post(
        then="check", symptom="话筒啸叫", urgency="normal", faulty_devices=world.office.code.code
    )
    number = Form(chen, checked.location, "complete").post().location.split("/")[2]
    token = {"csrf_token": report.body["csrf_token"]}
    page = chen.get(chen.post(f"/records/{number}/step", data=token).location).text
    assert OFFERED.search(page).start() < page.index('class="part"') and "from:#f-" not in page
    assert offered(chen, page)[0] == "啸叫，一开话筒就叫"


def test_the_devices_a_sheet_names_count(world, known):
    """Begun in a room, and a device scanned later."""
    chen = world.browser("chen")
    form = Form(chen, f"/forms/service-contact/new?room={world.office.room.id}")
    assert offered(chen, form.page.text) == []
    form.autosave(version="0", editor="tests", **contact_body(world.office, request="没有声音"))
    assert offered(chen, form.page.text)[0] == "开机没有声音"


def test_what_helped_comes_before_what_did_not(world, known):
    chen = world.browser("chen")
    page = open_form(chen, world.office).page.text
    for _ in range(6):
        body = {"csrf_token": re.search(r'name="csrf_token" value="([^"]+)"', page)[1], "helped": "1"}
        chen.post(f"/known-faults/{known['silent'].id}/tries", data=body | {"record": drafts.new_uuid()})
    assert offered(chen, page)[0] == "开机没有声音"


def test_it_helped_is_said_at_the_sheet_and_shown_there(world, known):
    chen = world.browser("chen")
    form = open_form(chen, world.office)
    assert re.search(
        rf'<form id="tried".*?name="record" value="{form.body["record"]}"', form.page.text, re.DOTALL
    )
    body = {"csrf_token": form.body["csrf_token"], "record": form.body["record"], "helped": "0"}
    answer = chen.post(f"/known-faults/{known['panel'].id}/tries", data=body, headers=PARTIAL)
    assert answer.status_code == 200 and "记下了" in answer.text and "<html" not in answer.text
    again = chen.get(address_beside(form.page.text), headers=PARTIAL).text
    assert re.search(
        rf'name="helped" value="0" aria-pressed="true"\s+formaction="/known-faults/{known["panel"].id}/',
        again,
    )
    assert again.count('aria-pressed="true"') == 1


def test_retired_ones_and_doubles_are_not_offered(world, known):
    KnownFault.update(retired_at=1).where(KnownFault.id == known["panel"].id).execute()
    KnownFault.update(merged_into=known["howls"].id).where(KnownFault.id == known["silent"].id).execute()
    chen = world.browser("chen")
    assert offered(chen, open_form(chen, world.office).page.text) == ["自己重启", "啸叫，一开话筒就叫"]


def test_without_scripts_a_link_leads_to_a_page_of_them(world, known):
    chen = world.browser("chen")
    page = open_form(chen, world.office).page.text
    link = re.search(r'<p class="until"[^>]*><a href="([^"]+)"', page)[1].replace("&amp;", "&")
    shown = chen.get(link)
    assert shown.status_code == 200 and "<html" in shown.text and shown.text.count("<article") == 3
    assert "有用" in shown.text and 'id="tried"' in shown.text


def test_nobody_elses_draft_tells_of_any(world, known):
    chen, zhou = world.browser("chen"), world.browser("zhou")
    saved = world.working_sheet()
    assert zhou.get(f"/drafts/{saved.uuid}/known-faults", headers=PARTIAL).status_code == 404
    unsaved = address_beside(open_form(chen, world.office).page.text)
    assert zhou.get(unsaved, headers=PARTIAL).status_code == 404
    for odd in (
        "/drafts/x/known-faults",
        f"/drafts/{drafts.new_uuid()}/known-faults",
        f"{unsaved}&device=9999999999999",
    ):
        assert chen.get(odd, headers=PARTIAL).status_code in (200, 404), odd
    assert world.browser("wangjing").get(f"/drafts/{saved.uuid}/known-faults").status_code == 403


def test_a_code_of_another_client_that_is_typed_tells_of_nothing_there(world, known):
    """Zhou's sheet names the office's device: the model's known faults stay the office's technicians'."""
    zhou = world.browser("zhou")
    form = open_form(zhou, world.university, "service-contact")
    typed = contact_body(world.university, request="没有声音") | {"serviced_devices": world.office.code.code}
    form.autosave(version="0", editor="tests", **typed)
    assert set(offered(zhou, form.page.text)) == {"啸叫，一开话筒就叫", "自己重启"}


def test_an_engineer_who_is_sent_reads_what_is_known_of_the_device(world, known):
    luo, chen = world.browser("zhou"), world.browser("chen")
    report = open_form(chen, world.office)
    checked = report.post(
        then="check", symptom="没有声音", urgency="normal", faulty_devices=world.office.code.code
    )
    number = Form(chen, checked.location, "complete").post().location.split("/")[2]
    token = {"csrf_token": report.body["csrf_token"]}
    look = Form(chen, chen.post(f"/records/{number}/step", data=token).location)
    found = {name: "normal" for name in ("lines_and_interfaces", "indicator_lights", "drivers_and_software")}
    checked = look.post(then="check", outcome="engineer", fault_class="device", **found)
    Form(chen, checked.location, "complete").post()
    address = f"/known-faults/{known['silent'].id}"
    assert luo.get(address).status_code == 404
    assignments.assign_engineer(world.actor("sunmin"), number, world.users["zhou"].id)
    assert luo.get(address).status_code == 200
    assert "开机没有声音" in luo.get(f"/devices/{world.office.device.id}/known-faults").text


# The stranger


def test_a_stranger_is_told_what_the_model_says_to_try_and_no_known_fault(world, known):
    model = DeviceModel.get()
    DeviceModel.update(try_first=["看电源灯是否亮", "看信号源选得对不对 <b>"]).where(
        DeviceModel.id == model.id
    ).execute()
    nobody, address = world.browser(), f"/d/{world.office.code.code}/report"
    page = nobody.get(address).text
    assert "先试一下" in page and "看电源灯是否亮" in page and "对不对 &lt;b&gt;" in page
    assert page.index("看电源灯是否亮") < page.index('name="symptom"')
    for fault in known.values():
        assert fault.symptom not in page and fault.remedy not in page
    assert "known-faults" not in page
    other = nobody.get(f"/d/{world.university.code.code}/report").text
    assert "先试一下" not in other and "看电源灯是否亮" not in other


def test_the_lines_stay_when_the_report_is_refused(world, known):
    DeviceModel.update(try_first=["看电源灯是否亮"]).execute()
    nobody, address = world.browser(), f"/d/{world.office.code.code}/report"
    opened = Form(nobody, address, "report")
    refused = opened.post(symptom="", urgency="")
    assert refused.status_code == 422 and "看电源灯是否亮" in refused.text


def test_a_clients_own_page_shows_none(world, known):
    """The sheet that waits for a signature, in the client's hands or by link."""
    waiting = world.waiting_sheet()
    from fieldforms.flow.completing import signature_requests

    token = signature_requests.make_signing_link(world.actor("chen"), waiting.number)[1]
    page = world.browser().get(f"/s/{token}").text
    assert "known-faults" not in page and "开机没有声音" not in page


def test_a_room_without_cameras_changes_nothing_of_it(world, known):
    Room.update(no_cameras=True, no_phones=True).execute()
    Device.update(brand="").where(Device.id == world.university.device.id).execute()
    chen = world.browser("chen")
    assert len(offered(chen, open_form(chen, world.office).page.text)) == 3
