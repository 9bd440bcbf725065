"""The papers of a client: filled in from the register, written by version, issued into its documents; internal ones stay in."""

import io
import re
import zipfile

import pytest

from fieldforms.flow.papers.paper_figures import PAPER_FIGURES
from fieldforms.flow.papers.paper_library import paper_templates
from fieldforms.flow.papers.paper_texts import (
    FIGURES_BY_NAME,
    NAME_IN_TEXT,
    WORDS_BY_NAME,
    mistakes_of_text,
    passages_to_write,
)
from fieldforms.store import clock, database
from fieldforms.store.models import (
    Audit,
    Client,
    ClientText,
    Contact,
    Device,
    Document,
    DocumentVersion,
    KnownFault,
    Part,
    Record,
    Room,
    User,
)
from tests import cables
from tests.forms.sheets import BY_NAME
from tests.people import PASSWORD, csrf, post_opened, version
from tests.places import DOCS
from tests.web.documents.hands import added
from tests.web.papers.hands import REPORT, address, issue, issued_report, mark_room, send, write
from tests.web.sheets.hands import confirm, pdf_text
from tests.web.sheets.walker import Walker

INTERNAL, RULES = "survey-report-internal", "resident-rules"


def printed(world, paper: str, tmp_path, login: str = "sunmin", version: str = "") -> str:
    answer = world.browser(login).get(f"{address(world, paper)}.pdf{version}")
    assert answer.status_code == 200, answer.text
    return "".join(pdf_text(answer.data, tmp_path).replace("\u200b", "").split())


def fault(world) -> str:
    """The number of a report about the office's device, solved on site."""
    walker = Walker(world, BY_NAME["fault-report: solved on site"])
    reported, checked = walker.walk.turns[:2]
    walker.begin(reported)
    walker.go_on(checked)
    return walker.number


def test_a_clients_papers_are_one_tap_from_its_file(world):
    chen = world.browser("chen")
    assert address(world) in chen.get(f"/clients/{world.office.client.id}").text
    page = chen.get(address(world)).text
    assert "驻场人员管理制度" in page and f"/rooms/{world.office.room.id}/papers" in page
    english = world.browser("sunmin").get(f"{address(world)}?lang=en").text
    assert "Rules for resident staff" in english


def test_the_rules_name_the_client_its_venues_and_its_people(world, tmp_path):
    Room.create(client=world.office.client, name="301 保密室", confidential=True, no_phones=True)
    Contact.create(client=world.office.client, name="丁玉华", mobile="138 0000 0123", room_keeper=True)
    found = printed(world, "confidentiality-rules", tmp_path, "chen")
    office = world.office
    for words in (
        office.client.name,
        office.room.name,
        "涉密场所：301保密室",
        "丁玉华（13800000123）",
        "徐明",
    ):
        assert words.replace(" ", "") in found
    assert "{" not in found and "陈志远" in printed(world, RULES, tmp_path)


def test_what_the_register_does_not_say_is_a_line_to_write_on_and_leads_there(world, tmp_path):
    page = world.browser("sunmin").get(address(world, RULES)).text
    assert "工作时间" in page and f"/clients/{world.office.client.id}/edit" in page
    assert "＿＿＿" in printed(world, RULES, tmp_path)
    reader = world.browser("chen").get(address(world, RULES)).text
    assert "工作时间" in reader and "去填写" not in reader


def test_what_is_written_is_kept_by_version_with_who_and_when(world, tmp_path):
    assert write(world, RULES, "## 一\n第一稿，{客户}").status_code == 303
    assert write(world, RULES, "## 一\n第二稿，{客户}", "gao").status_code == 303
    page = world.browser("chen").get(address(world, RULES)).text
    assert "第二稿" in page and "孙敏" in page and "高建国" in page
    assert "第一稿" in world.browser("chen").get(f"{address(world, RULES)}?version=1").text
    assert f"第二稿，{world.office.client.name}" in printed(world, RULES, tmp_path)
    assert "第一稿" in printed(world, RULES, tmp_path, version="?version=1")
    assert world.browser("chen").get(f"{address(world, RULES)}?version=9").status_code == 404
    assert write(world, RULES, "## 一\n第二稿，{客户}").status_code == 303
    assert ClientText.select().count() == 2, "nothing was changed"
    assert Audit.get(Audit.action == "paper.write").ref == f"{world.office.client.id}/{RULES}"


@pytest.mark.parametrize("change", [ClientText.update(text="别的"), ClientText.delete()])
def test_a_version_never_changes(world, change):
    write(world, RULES, "第一稿")
    with pytest.raises(Exception, match="sealed|client_texts"), database.attempt():
        change.execute()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("请看{没有的}", "不认识 {没有的}"),
        ("见{设备统计}", "要单独占一行"),
        ("  ", "请填写"),
        ("字" * 30_001, "30000"),
    ],
)
def test_a_text_that_cannot_be_printed_comes_back_as_it_was_typed(world, text, said):
    answer = write(world, RULES, text)
    assert answer.status_code == 422 and said in answer.text and text.strip()[:40] in answer.text
    assert not ClientText.select().count()


def test_two_who_write_at_once_lose_nothing(world):
    first, second = world.browser("sunmin"), world.browser("gao")
    page = f"{address(world, RULES)}/edit"
    opened = second.get(page).text
    held = {"csrf_token": csrf(opened), "version": version(opened), "text": "高的"}
    assert post_opened(first, page, text="孙的").status_code == 303
    answer = second.post(page, data=held)
    assert answer.status_code == 412 and "孙的" in answer.text and "高的" in answer.text
    assert [row.text for row in ClientText.select()] == ["孙的"]


def test_a_rule_is_put_into_the_clients_documents_and_the_next_time_is_its_next_version(world, tmp_path):
    assert issue(world, RULES, 0).status_code == 303
    document = Document.get()
    assert (document.title, document.kind, document.client_id) == (
        "驻场人员管理制度",
        "rules",
        world.office.client.id,
    )
    assert "驻场人员管理制度" in world.browser("chen").get(f"/clients/{world.office.client.id}").text
    assert issue(world, RULES, 0).status_code == 303
    assert DocumentVersion.select().count() == 1, "the same paper on the same day is one file"
    write(world, RULES, "第一稿 {客户}")
    assert issue(world, RULES, 1).status_code == 303
    newest = DocumentVersion.select().order_by(DocumentVersion.number.desc()).get()
    assert (Document.select().count(), newest.number, newest.edition) == (1, 2, "第 1 版")
    saved = world.browser("chen").get(f"/documents/{document.id}/versions/2/file")
    assert "第一稿" in pdf_text(saved.data, tmp_path)
    assert "已出具" in world.browser("chen").get(address(world)).text


def test_a_report_is_not_issued_before_all_of_it_is_written(world):
    assert issue(world, REPORT, 0).status_code == 409
    page = world.browser("sunmin").get(address(world, REPORT)).text
    assert "还有 2 处" in page and "/issue" not in page
    write(world, REPORT, "## 结论\n都好。\n{设备统计}")
    assert issue(world, REPORT, 0).status_code == 409, "somebody looked at the version before"
    assert issue(world, REPORT, 1).status_code == 303
    assert Document.get().kind == "report"


def test_the_report_tells_devices_their_age_faults_and_free_ports(world, tmp_path):
    office = world.office
    Device.update(warranty_until="2024-01-31", installed_on="2015-01-01").where(
        Device.id == office.device.id
    ).execute()
    matrix = cables.add_device(office, "会议矩阵", "matrix")
    screen = cables.add_device(office, "大屏", "display")
    ports = cables.wired(world, "sunmin", {matrix: "HDMI 输出 ×2", screen: "HDMI 输入"})
    cables.connect(world, "sunmin", ports["会议矩阵", "HDMI 输出 1"], ports["大屏", "HDMI 输入"])
    number = fault(world)
    found = printed(world, REPORT, tmp_path, "chen")
    for words in (
        office.device.name,
        "2024-01-31",
        "HDMI输出2",
        number,
        "共1起",
        "系统连接图",
        "3台",
        "H-001",
    ):
        assert words in found, words
    assert "会议矩阵" in found and "老旧设备" in found


def test_a_client_of_whom_nothing_is_known_has_a_report_all_the_same(world, tmp_path):
    Device.update(retired_at=1).where(Device.client == world.office.client).execute()
    found = printed(world, REPORT, tmp_path)
    assert "暂无系统连接图" in found and "共0起" in found and "无" in found


def test_confidential_rooms_keep_their_cabling_and_their_faults_out_of_every_paper(world, tmp_path):
    cables.connected(world.office)
    number = fault(world)
    User.update(confidential=True).where(User.login == "gao").execute()
    world.users["gao"] = User.get(User.login == "gao")
    before = printed(world, REPORT, tmp_path, "gao")
    assert "H-001" in before and number in before
    post_opened(
        world.browser("gao"),
        f"/rooms/{world.office.room.id}/edit",
        name=world.office.room.name,
        floor="3F",
        confidential="1",
    )
    assert Room.get_by_id(world.office.room.id).confidential
    found = printed(world, REPORT, tmp_path, "gao")
    assert "H-001" not in found and number not in found and "另行保管" in found


def test_at_a_device_stand_manuals_and_no_rules_of_the_house(world):
    added(world.browser("sunmin"), title="客户自己的图集", client=world.office.client.id)
    issue(world, RULES, 0)
    Room.update(power_on=["合上总电源"]).where(Room.id == world.office.room.id).execute()
    chen, rules = world.browser("chen"), f"/documents/{Document.get(Document.paper == RULES).id}"
    guide = f"/rooms/{world.office.room.id}/papers/quick-guide"
    assert chen.post(guide, data={"csrf_token": csrf(chen.get("/account").text)}).status_code == 303
    device = chen.get(f"/d/{world.office.code.code}").text
    assert rules not in device and "客户自己的图集" in device
    assert f"/documents/{Document.get(Document.paper == 'quick-guide').id}" in device, (
        "a room's guide is none"
    )
    assert rules not in chen.get(f"/rooms/{world.office.room.id}").text
    for page in (f"/clients/{world.office.client.id}", "/documents"):
        assert rules in chen.get(page).text


def test_the_internal_report_is_for_the_company_alone(world, tmp_path):
    chen, zip_address = world.browser("chen"), f"/clients/{world.office.client.id}/file.zip"
    assert INTERNAL not in chen.get(address(world)).text
    for path in ("", ".pdf", "?version=1"):
        assert chen.get(f"{address(world, INTERNAL)}{path}").status_code == 404
    write(world, INTERNAL, "## 风险\n报价太低\n{应急措施}")
    assert issue(world, INTERNAL, 1).status_code == 303
    document = Document.get()
    for path in (f"/documents/{document.id}", f"/documents/{document.id}/versions/1/file"):
        assert chen.get(path).status_code == 404
    assert "服务外包调研报告（内部）" not in chen.get("/documents").text
    assert "服务外包调研报告（内部）" not in chen.get(f"/clients/{world.office.client.id}").text
    assert "内部" in world.browser("shen").get("/documents").text
    assert "报价太低" in printed(world, INTERNAL, tmp_path, "shen")
    issue(world, RULES, 0)
    sun = world.browser("sunmin")
    confirm(sun, zip_address, PASSWORD)
    names = zipfile.ZipFile(io.BytesIO(sun.get(zip_address).data)).namelist()
    assert [name for name in names if "驻场" in name] and not [name for name in names if "内部" in name]


def test_emergency_measures_and_what_to_buy_come_from_faults_and_stock(world, tmp_path):
    KnownFault.create(
        category="processor",
        symptom="没有声音",
        remedy="重启主机",
        created_by=world.users["sunmin"],
        created_at=1,
        looked_at=1,
    )
    Part.create(
        name="话筒芯", kind="part", unit="个", client=world.office.client, low_at=2, created_at=clock.now()
    )
    assert "没有声音" in printed(world, INTERNAL, tmp_path) and "重启主机" in printed(
        world, INTERNAL, tmp_path
    )
    found = printed(world, "parts-and-tools-rules", tmp_path)
    assert "话筒芯" in found and "3个" in found


def test_papers_of_another_client_or_of_no_name_are_not_there(world):
    zhou = world.browser("zhou")
    for path in ("", f"/{RULES}", f"/{RULES}.pdf"):
        assert zhou.get(f"{address(world)}{path}").status_code == 404
    assert world.browser("sunmin").get(address(world, "no-such")).status_code == 404
    assert world.office.client.name not in zhou.get(f"{address(world, RULES, world.university)}").text


def test_a_retired_clients_papers_are_read_and_not_written(world):
    Client.update(retired_at=clock.now()).where(Client.id == world.office.client.id).execute()
    gao = world.browser("gao")
    page = gao.get(address(world, RULES))
    assert page.status_code == 200 and "/edit" not in page.text.split("<main")[1]
    assert gao.get(f"{address(world, RULES)}/edit").status_code == 409
    assert issue(world, RULES, 0, "gao").status_code == 409


def test_a_rooms_manual_is_put_among_its_documents(world):
    room = world.office.room
    Room.update(power_on=["合闸"]).where(Room.id == room.id).execute()
    chen = world.browser("chen")
    token = {"csrf_token": csrf(chen.get("/account").text)}
    for _twice in range(2):
        assert chen.post(f"/rooms/{room.id}/papers/quick-guide", data=token).status_code == 303
    document = Document.get()
    assert (document.kind, document.room_id, DocumentVersion.select().count()) == ("quick_guide", room.id, 1)
    assert f"/documents/{document.id}" in chen.get(f"/rooms/{room.id}").text
    assert f"/documents/{document.id}" in chen.get(f"/rooms/{room.id}/papers").text
    assert chen.post(f"/rooms/{room.id}/papers/emergency-manual", data=token).status_code == 409


def test_every_paper_that_comes_with_the_program_can_be_printed(world, tmp_path):
    for name, template in paper_templates().items():
        assert template.title.keys() == template.about.keys() == {"zh", "en"}
        for lang in ("zh", "en"):
            assert not list(mistakes_of_text(template.text_in(lang))), name
            assert bool(passages_to_write(template.text_in(lang))) == (template.kind == "report"), name
            assert template.title[lang].replace(" ", "") in printed(
                world, name, tmp_path, version=f"?in={lang}"
            )


def test_both_languages_of_a_template_ask_for_the_same():
    for name, template in paper_templates().items():
        asked = [names_asked(template.text_in(lang)) for lang in ("zh", "en")]
        assert asked[0] == asked[1] and asked[0], name


def names_asked(text: str) -> list[str]:
    return sorted(WORDS_BY_NAME.get(name) or FIGURES_BY_NAME[name] for name in NAME_IN_TEXT.findall(text))


def test_whoever_reads_english_has_all_that_the_program_says_in_english(world, tmp_path):
    number = fault(world)
    cables.connected(world.office)
    said = "## Findings\n" + "\n".join(f"{{{figure.english}}}" for figure in PAPER_FIGURES.values())
    english = world.browser("sunmin")
    page = english.get(f"{address(world, REPORT)}?lang=en").text
    assert "State of the devices" in page and "设备现状" not in page
    assert post_opened(english, f"{address(world, REPORT)}/edit?in=en", text=said).status_code == 303
    body = english.get(f"{address(world, REPORT)}.pdf?lang=en").data
    found = pdf_text(body, tmp_path)
    for words in (
        "Faults by device",
        "Brand and model",
        "free ports",
        "Proposed purchases",
        "Page 1 of",
        number,
    ):
        assert words in found, words
    data = "".join(row.name + row.brand + row.model for row in Device.select())
    data += "".join(room.name for room in Room.select()) + world.office.client.name
    data += "".join(f"{each.name}{each.title}{each.office}" for each in Contact.select())
    foreign = set(re.findall(r"[\u4e00-\u9fff]{2,}", found))
    assert not {words for words in foreign if words not in data}, "all else is English"


def test_each_language_is_written_and_issued_by_itself(world):
    issue(world, RULES, 0)
    gao, chen = world.browser("gao"), world.browser("chen")
    page = chen.get(f"{address(world, RULES)}?in=en").text
    assert "Hours and leave" in page and "?in=zh" in page
    token = {"csrf_token": csrf(gao.get("/account").text)}
    issued = f"{address(world, RULES)}/issue?in=en"
    assert gao.post(issued, data=token | {"number": "0"}).status_code == 303
    rows = Document.select().order_by(Document.id)
    assert [(row.title, row.language, row.latest) for row in rows] == [
        ("驻场人员管理制度", "zh", 1), ("Rules for resident staff", "en", 1),
    ]  # fmt: skip
    post_opened(gao, f"{address(world, RULES)}/edit?in=en", text="Only [[what?]]")
    assert gao.post(issued, data=token | {"number": "1"}).status_code == 409, (
        "something is still to be written"
    )
    chinese = chen.get(address(world, RULES)).text
    assert "第一章" in chinese and "Only" not in chinese and "高建国" in chinese, "who wrote the other one"
    assert chen.get(f"{address(world, RULES)}?version=1").status_code == 404
    assert ClientText.get().lang == "en"


def test_the_docs_name_all_that_a_text_may_name():
    said = (DOCS / "papers.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`\{([^{}]+)\}`", said)) == WORDS_BY_NAME.keys() | FIGURES_BY_NAME.keys()


def test_what_was_issued_before_a_room_became_confidential_wants_the_permission_from_then_on(world):
    cables.connected(world.office)
    old, room = issued_report(world), world.office.room
    issue(world, RULES, 0)
    file = f"/documents/{old.id}/versions/1/file"
    assert world.browser("chen").get(file).status_code == 200
    mark_room(world, room, True)
    chen = world.browser("chen")
    for path in (file, f"/documents/{old.id}", f"/documents/{old.id}/versions/1/pages/1"):
        assert chen.get(path).status_code == 404, path
    assert "服务外包调研报告" not in chen.get("/documents").text
    assert f"/documents/{old.id}" not in chen.get(f"/clients/{world.office.client.id}").text
    assert "驻场人员管理制度" in chen.get("/documents").text, "rules tell of no cabling"
    assert world.browser("gao").get(file).status_code == 200
    assert Audit.select().where(Audit.action == "document.download", Audit.ref == str(old.id)).exists()
    page = world.browser("gao").get(address(world, REPORT)).text
    assert "改为涉密之前出具" in page and f"/documents/{old.id}" in page
    assert f"/documents/{old.id}" not in chen.get(address(world, REPORT)).text


def test_the_next_issue_is_the_clients_again_and_the_old_one_stays_guarded(world, tmp_path):
    cables.connected(world.office)
    old = issued_report(world)
    mark_room(world, world.office.room, True)
    new = issued_report(world)
    assert new.id != old.id and new.room_id is None
    saved = world.browser("chen").get(f"/documents/{new.id}/versions/1/file")
    assert "H-001" not in pdf_text(saved.data, tmp_path)
    assert world.browser("chen").get(f"/documents/{old.id}").status_code == 404
    stages = world.browser("chen").get(f"/clients/{world.office.client.id}/stages/client_report").text
    assert "已完成" in stages


def test_a_sheet_with_which_it_went_out_is_guarded_with_it(world):
    issued_report(world)
    assert send(world, REPORT, "approval").status_code == 303
    number = Record.get().number
    assert world.browser("shen").get(f"/records/{number}").status_code == 200
    mark_room(world, world.office.room, True)
    assert world.browser("shen").get(f"/records/{number}").status_code == 404
    assert world.browser("gao").get(f"/records/{number}").status_code == 200


def test_lifting_one_room_opens_nothing_that_tells_of_another(world):
    other = Room.create(client=world.office.client, name="保密室")
    old = issued_report(world)
    for room in (world.office.room, other):
        mark_room(world, room, True)
    mark_room(world, world.office.room, False)
    assert world.browser("chen").get(f"/documents/{old.id}").status_code == 404
    mark_room(world, other, False)
    assert world.browser("chen").get(f"/documents/{old.id}").status_code == 200


@pytest.mark.parametrize(
    ("text", "guarded"),
    [
        ("见下表。\n{空闲接口}", True),
        ("See below.\n{faults by device}", True),
        ("{场所表}\n{设备统计}", False),
        ("按时到岗。", False),
    ],
)
def test_whatever_was_made_of_a_rooms_cabling_or_faults_follows_it(world, text, guarded):
    write(world, RULES, text)
    issue(world, RULES, 1)
    mark_room(world, world.office.room, True)
    assert (Document.get().room_id == world.office.room.id) == guarded
    status = 404 if guarded else 200
    assert world.browser("chen").get(f"/documents/{Document.get().id}").status_code == status


def test_so_does_what_somebody_wrote_of_it_by_name_also_in_a_version_before(world):
    write(world, RULES, f"{world.office.room.name}的钥匙在保安处。")
    issue(world, RULES, 1)
    write(world, RULES, "钥匙在保安处。")
    issue(world, RULES, 2)
    mark_room(world, world.office.room, True)
    assert Document.get().room_id == world.office.room.id
    issue(world, RULES, 2)
    assert (
        world.browser("chen")
        .get(f"/documents/{Document.select().order_by(Document.id.desc()).get().id}")
        .status_code
        == 200
    )
