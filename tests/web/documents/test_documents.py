"""The library: who puts what into it, finds it, reads it on the phone, and takes it away."""

import io
import re

from PIL import Image

from fieldforms.flow.proof.orphaned_files import sweep_files
from fieldforms.store import clock
from fieldforms.store.models import Audit, DeviceModel, Document, DocumentVersion, Room, User
from tests.people import csrf, post_opened
from tests.web.documents.hands import added, manual, picture, read_all_words, upload


def text(response) -> str:
    return response.get_data(as_text=True)


def test_a_technician_adds_a_manual_at_the_device_and_reads_it_there(world):
    chen, device = world.browser("chen"), world.office.device
    document = added(chen, manual("开机先按电源"), "音频处理器.pdf", device=device.id)
    assert document.title == "音频处理器"
    page = text(chen.get(f"/d/{world.office.code.code}"))
    assert f"/documents/{document.id}" in page and "音频处理器" in page
    opened = text(chen.get(f"/documents/{document.id}"))
    assert f'src="/documents/{document.id}/versions/1/page/1"' in opened and 'loading="lazy"' in opened
    shown = chen.get(f"/documents/{document.id}/versions/1/page/1")
    assert shown.status_code == 200 and shown.mimetype == "image/webp" and len(shown.data) <= 100_000


def test_the_devices_own_stand_before_its_models_its_rooms_and_its_clients(world):
    office, sun = world.office, world.browser("sunmin")
    device = edited_device(world)
    for title, of in (
        ("客户合同", {"client": office.client.id}),
        ("房间图纸", {"room": office.room.id}),
        ("型号说明书", {"of_model": device.of_model_id}),
        ("这台的接线图", {"device": device.id}),
    ):
        added(sun, title=title, **of)
    page = text(world.browser("chen").get(f"/d/{office.code.code}"))
    places = [page.index(title) for title in ("这台的接线图", "型号说明书", "房间图纸", "客户合同")]
    assert places == sorted(places)
    for address, title in (
        (f"/rooms/{office.room.id}", "房间图纸"),
        (f"/clients/{office.client.id}", "客户合同"),
    ):
        assert title in text(world.browser("chen").get(address))


def edited_device(world):
    """The office's device, after its form was kept once: its model is known then."""
    device, browser = world.office.device, world.browser("chen")
    given = {
        "name": device.name,
        "category": "processor",
        "brand": "Biamp",
        "model": "TesiraFORTÉ",
        "room": device.room_id,
    }
    assert (
        post_opened(browser, f"/devices/{device.id}/edit", f"/devices/{device.id}", **given).status_code
        == 303
    )
    return type(device).get_by_id(device.id)


def test_a_long_scan_opens_at_the_page_that_was_asked_for_and_says_that_it_has_no_words(world):
    chen = world.browser("chen")
    scan = added(chen, scanned(200), device=world.office.device.id)
    read_all_words()
    page = text(chen.get(f"/documents/{scan.id}?page=137"))
    assert page.index('id="p137"') < page.index('id="p138"') and 'id="p136"' not in page
    assert "没有文字的扫描件" in page and "共 200 页" in page
    assert text(chen.get(f"/documents/{scan.id}")).count("<figure") == 20
    assert 'id="p200"' in text(chen.get(f"/documents/{scan.id}?page=99999"))
    assert chen.get(f"/documents/{scan.id}/versions/1/page/137").mimetype == "image/webp"
    assert chen.get(f"/documents/{scan.id}/versions/1/page/201").status_code == 404


def scanned(pages: int) -> bytes:
    """A PDF of pictures alone."""
    out = io.BytesIO()
    sheets = [Image.new("L", (60, 80), 200) for _ in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def test_the_words_of_its_pages_are_found_after_the_upload_and_open_at_the_page(world):
    chen = world.browser("chen")
    found = added(
        chen, manual("电源指示灯", "幻象供电的开关在背面"), title="调音台", device=world.office.device.id
    )
    assert "正在读取" in text(chen.get(f"/documents/{found.id}"))
    assert "没有找到" in text(chen.get("/documents?q=幻象供电")), "the upload waited for nothing"
    read_all_words()
    page = text(chen.get("/documents?q=幻象供电"))
    assert f"/documents/{found.id}?page=2" in page and "开关在背面" in page
    assert "调音台" in text(chen.get("/documents?q=调音")), "and by its title"
    assert "没有找到" in text(chen.get("/documents?q=幻象 指示灯")), "words of different pages are no hit"


def test_a_new_file_supersedes_the_old_one_which_stays(world):
    chen = world.browser("chen")
    document = added(chen, manual("旧的端子"), device=world.office.device.id)
    page = chen.get(f"/documents/{document.id}/versions").text
    for _twice in range(2):
        new = {
            "csrf_token": csrf(page),
            "edition": "V2.1",
            "version_note": "换了端子",
            "dated_on": "2026-05-01",
        }
        new["file"] = io.BytesIO(manual("新的端子")), "新版.pdf"
        assert chen.post(f"/documents/{document.id}/versions", data=new).status_code == 303
    read_all_words()
    shown = text(chen.get(f"/documents/{document.id}"))
    assert "新版.pdf" in shown and "手册.pdf" in shown and "V2.1" in shown and "换了端子" in shown
    assert DocumentVersion.select().count() == 2, "sent twice, it is one"
    assert "新版" in shown and "没有找到" in text(chen.get("/documents?q=旧的端子"))
    old = text(chen.get(f"/documents/{document.id}?version=1"))
    assert "这是旧的第 1 版" in old and "/versions/1/page/1" in old
    assert chen.get(f"/documents/{document.id}/versions/1/file").data == manual("旧的端子")


def test_a_renamed_document_is_found_by_its_new_name_alone(world):
    chen = world.browser("chen")
    document = added(chen, title="功放", device=world.office.device.id)
    post_opened(chen, f"/documents/{document.id}/edit", kind="drawing", title="接线图", note="白色标签")
    assert "接线图" in text(chen.get("/documents?q=白色标签"))
    assert "没有找到" in text(chen.get("/documents?q=功放"))


def test_only_dispatchers_and_supervisors_retire_and_it_is_found_when_asked_for(world):
    chen, gao = world.browser("chen"), world.browser("gao")
    document = added(chen, title="旧图纸", room=world.office.room.id)
    way = f"/documents/{document.id}"
    assert chen.get(f"{way}/retirement").status_code == 403 and f"{way}/retirement" not in text(chen.get(way))
    token = {"csrf_token": csrf(gao.get(f"{way}/retirement").text)}
    assert [gao.post(f"{way}/retirement", data=token).status_code for _twice in range(2)] == [303, 303]
    assert "已停用：旧图纸" in text(gao.get("/account"))
    assert "旧图纸" not in text(gao.get(f"/rooms/{world.office.room.id}"))
    assert "旧图纸" not in text(gao.get("/documents")) and "旧图纸" in text(gao.get("/documents?retired=1"))
    assert gao.get(f"{way}/edit").status_code == 404 and "已停用" in text(gao.get(way))
    assert gao.post(f"{way}/return", data=token).status_code == 303
    assert "旧图纸" in text(gao.get(f"/rooms/{world.office.room.id}"))
    done = [line.action for line in Audit.select().where(Audit.action.startswith("document."))]
    assert done == ["document.add", "document.retire", "document.bring_back"]


def test_sent_twice_it_is_one_document(world):
    chen = world.browser("chen")
    first, second = (added(chen, device=world.office.device.id) for _twice in range(2))
    assert first.id == second.id and Document.select().count() == 1


# Who sees what


def addresses(document) -> list[str]:
    way = f"/documents/{document.id}"
    pages = ["", "/edit", "/versions", "/versions/1/file", "/versions/1/page/1", "/versions/1/large/1"]
    return [way + page for page in pages]


def test_another_clients_technician_meets_nothing_of_it(world):
    office, chen, zhou = world.office, world.browser("chen"), world.browser("zhou")
    canary = "金丝雀"
    of_each = ({"device": office.device.id}, {"room": office.room.id}, {"client": office.client.id})
    kept = [
        added(chen, manual(canary, canary), f"{canary}{n}.pdf", title=f"{canary}{n}", **of)
        for n, of in enumerate(of_each)
    ]
    read_all_words()
    assert [zhou.get(each).status_code for document in kept for each in addresses(document)] == [404] * 18
    token = {"csrf_token": csrf(zhou.get("/account").text), "title": "我的", "kind": "other"}
    for document in kept:
        assert zhou.post(f"/documents/{document.id}/edit", data=token).status_code == 404
        sent = token | {"file": (io.BytesIO(manual()), "a.pdf")}
        assert zhou.post(f"/documents/{document.id}/versions", data=sent).status_code == 404
    lists = [
        "/documents",
        f"/documents?q={canary}",
        f"/documents?client={office.client.id}",
        "/documents?kind=manual",
    ]
    assert not any(re.search(rf"{canary}\d", text(zhou.get(each))) for each in lists)
    assert all(re.search(rf"{canary}\d", text(chen.get(each))) for each in lists)
    for name, row in (("device", office.device), ("room", office.room), ("client", office.client)):
        assert upload(zhou, manual(), **{name: row.id}).status_code == 404
        assert zhou.get(f"/documents/new?{name}={row.id}").status_code == 404
    assert Document.select().count() == 3


def test_what_is_of_the_company_is_everybodys_and_what_is_of_a_model_is_for_who_sees_one(world):
    """chen serves the client with a device of it, zhou another client."""
    model = edited_device(world).of_model_id
    of_model = added(world.browser("sunmin"), title="通用", of_model=model)
    of_company = added(world.browser("gao"), title="制度")
    seen = {
        "chen": (200, 200),
        "zhou": (404, 200),
        "shen": (200, 200),
        "admin": (200, 200),
        "wangjing": (403, 403),
    }
    for login, statuses in seen.items():
        browser = world.browser(login)
        assert (
            tuple(browser.get(f"/documents/{each.id}").status_code for each in (of_model, of_company))
            == statuses
        )
    assert world.browser("shen").get("/documents/new").status_code == 403


def test_a_document_is_of_one_thing(world):
    office = world.office
    assert (
        upload(world.browser("chen"), manual(), device=office.device.id, room=office.room.id).status_code
        == 404
    )


def test_what_is_of_a_confidential_room_needs_the_permission_and_its_reading_is_written_down(world):
    office, gao = world.office, world.browser("gao")
    kept = [
        added(gao, manual("密语"), title="保密接线图", **of)
        for of in ({"room": office.room.id}, {"device": office.device.id})
    ]
    read_all_words()
    Room.update(confidential=True).execute()
    chen, sun = world.browser("chen"), world.browser("sunmin")
    for document in kept:
        assert [chen.get(each).status_code for each in addresses(document)] == [404] * 6
        assert gao.get(f"/documents/{document.id}").status_code == 200, "who put it there reads it"
    for address in ("/documents", "/documents?q=密语", f"/rooms/{office.room.id}", f"/d/{office.code.code}"):
        assert "保密接线图" not in text(sun.get(address))
    User.update(confidential=True).where(User.login == "sunmin").execute()
    document, since = kept[0], Audit.select().count()
    found = text(sun.get("/documents?q=密语"))
    assert "保密接线图" in found and "page=1" not in found and "第 1 页" not in found, (
        "what it says is not told"
    )
    assert "涉密" in text(sun.get(f"/documents/{document.id}"))
    sun.get(f"/documents/{document.id}/versions/1/page/1")
    sun.get(f"/documents/{document.id}/versions/1/file")
    noted = [
        (line.action, line.ref, line.actor.login) for line in Audit.select().order_by(Audit.id).offset(since)
    ]
    assert noted == [(f"document.{done}", str(document.id), "sunmin") for done in ("read", "download")]


def test_a_page_looked_at_without_opening_the_document_is_written_down_too(world):
    gao = world.browser("gao")
    document = added(gao, room=world.office.room.id)
    Room.update(confidential=True).execute()
    for _each in range(3):
        gao.get(f"/documents/{document.id}/versions/1/page/1")
    assert Audit.select().where(Audit.action == "document.read").count() == 1


# Configurations


def test_a_configuration_is_added_at_the_device_and_each_download_is_written_down(world):
    chen, device = world.browser("chen"), world.office.device
    page = text(chen.get(f"/d/{world.office.code.code}"))
    assert f"/documents/new?device={device.id}&amp;kind=configuration" in page
    saved = added(
        chen,
        b"\x00TESIRA\x01" * 9,
        "302.tmf",
        device=device.id,
        kind="configuration",
        title="DSP 工程",
        edition="v3.2",
    )
    page = text(chen.get(f"/d/{world.office.code.code}"))
    way = f"/documents/{saved.id}/versions/1/file"
    assert way in page and "v3.2" in page
    answer = chen.get(way)
    assert answer.data.startswith(b"\x00TESIRA") and "attachment" in answer.headers["Content-Disposition"]
    assert [line.actor.login for line in Audit.select().where(Audit.action == "document.download")] == [
        "chen"
    ]
    assert "不能在这里看" in text(chen.get(f"/documents/{saved.id}"))


# Files


def test_a_sweep_keeps_what_documents_name(world):
    document = added(
        world.browser("chen"), picture((2000, 2000), "JPEG"), "图.jpg", device=world.office.device.id
    )
    with clock.pretend_now(clock.now() + 90 * clock.DAY_MS):
        sweep_files(delete=True)
    assert world.browser("chen").get(f"/documents/{document.id}/versions/1/file").status_code == 200


def test_the_library_goes_on_to_the_next_page(world):
    chen = world.browser("chen")
    for number in range(32):
        added(
            chen, b"a,b\n" + bytes(str(number), "ascii"), f"表{number:02}.csv", device=world.office.device.id
        )
    first = text(chen.get("/documents"))
    following = first.split('rel="next" href="')[1].split('"')[0]
    second = text(chen.get(following.replace("&amp;", "&")))
    assert "表31" in first and "表01" not in first and "表01" in second and "表31" not in second


def test_a_models_documents_stand_on_its_page_and_go_along_when_it_is_merged(world):
    sun, model = world.browser("sunmin"), edited_device(world).of_model_id
    other = DeviceModel.create(key="biamp/forte", brand="Biamp", name="FORTÉ", created_at=1)
    document = added(sun, title="处理器说明书", of_model=model)
    page = text(sun.get(f"/models/{model}"))
    assert "处理器说明书" in page and f"/documents/new?of_model={model}" in page
    assert f'href="/models/{model}"' in text(sun.get(f"/documents/{document.id}"))
    token = {"csrf_token": csrf(sun.get(f"/models/{model}/merging").text), "into": str(other.id)}
    assert sun.post(f"/models/{model}/merging", data=token).status_code == 303
    assert "处理器说明书" in text(sun.get(f"/models/{other.id}"))
    assert "处理器说明书" in text(world.browser("chen").get(f"/documents?model={other.id}"))


def test_a_clients_page_counts_what_its_rooms_and_devices_have_and_leads_there(world):
    """As far as one may see it."""
    mine, chen = world.office, world.browser("chen")
    address = f"/clients/{mine.client.id}"
    assert "还没有资料" in chen.get(address).text
    added(chen, manual("图纸"), "图纸.pdf", room=mine.room.id)
    added(chen, manual("照片"), "照片.pdf", device=mine.device.id)
    page = chen.get(address).text
    assert "还没有资料" not in page and "连房间和设备的 2 份" in page
    listed = f"/documents?client={mine.client.id}"
    assert f'href="{listed}"' in page and "图纸" in chen.get(listed).text
    Room.update(confidential=True).where(Room.id == mine.room.id).execute()
    assert "还没有资料" in world.browser("sunmin").get(address).text
