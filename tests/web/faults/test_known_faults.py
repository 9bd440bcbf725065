"""Known faults: who sees which, what their keepers do with them, and how often they were tried."""

import io
import re
from html import unescape

import pytest

from fieldforms.flow.faults.known_faults import MOST_FAULT_PHOTOS
from fieldforms.flow.filling import drafts
from fieldforms.flow.proof.orphaned_files import sweep_files
from fieldforms.store import clock, database
from fieldforms.store.models import Audit, Device, FaultTry, KnownFault
from fieldforms.store.register import device_models
from tests.people import csrf, post_opened
from tests.web.documents.hands import picture
from tests.web.route_targets import a_known_fault


def of_category(world, **said) -> KnownFault:
    row = {
        "category": "amplifier",
        "symptom": "功放过热保护",
        "remedy": "清灰",
        "created_by": world.users["sunmin"],
    }
    return KnownFault.create(**row | {"created_at": 1, "looked_at": 1} | said)


def post(browser, url: str, **form):
    return browser.post(url, data={"csrf_token": csrf(browser.get("/known-faults").text), **form})


def tried(fault) -> tuple[int, int]:
    row = KnownFault.get_by_id(fault.id)
    return row.tried, row.helped


# Who


def test_a_technician_sees_those_of_models_where_they_serve_and_of_categories(world):
    fault, common = a_known_fault(world), of_category(world)
    chen, zhou = world.browser("chen"), world.browser("zhou")
    for browser, sees in ((chen, True), (zhou, False)):
        for address in ("/known-faults", "/known-faults?q=声音", "/known-faults?category=processor"):
            page = browser.get(address).text
            assert ("没有声音" in page) == sees, address
            assert ("TesiraFORTÉ" in page) == sees, "in no filter either"
        assert "功放过热保护" in browser.get("/known-faults").text
        assert browser.get(f"/known-faults/{common.id}").status_code == 200
        assert browser.get(f"/known-faults/{fault.id}").status_code == (200 if sees else 404)
        assert ("没有声音" in browser.get(f"/models/{fault.of_model_id}/known-faults").text) == sees
        tried_it = post(browser, f"/known-faults/{fault.id}/tries", helped="1")
        assert tried_it.status_code == (303 if sees else 404)
    assert zhou.get(f"/known-faults?model={fault.of_model_id}").text.count("没有声音") == 0
    assert zhou.get(f"/devices/{world.office.device.id}/known-faults").status_code == 404


def test_human_resources_see_none(world):
    fault, hr = a_known_fault(world), world.browser("wangjing")
    for address in (
        "/known-faults",
        f"/known-faults/{fault.id}",
        f"/models/{fault.of_model_id}/known-faults",
    ):
        assert hr.get(address).status_code == 403


@pytest.mark.parametrize("login", ["chen", "shen", "admin"])
def test_only_dispatchers_and_supervisors_keep_them(world, login):
    fault, browser = a_known_fault(world), world.browser(login)
    page = browser.get(f"/known-faults/{fault.id}").text
    assert f"/known-faults/{fault.id}/edit" not in page and "停用" not in page
    for verb in ("look", "merging", "retirement", "reinstatement"):
        assert post(browser, f"/known-faults/{fault.id}/{verb}", into="1").status_code == 403
    assert post(browser, "/known-faults", about="category-other", symptom="x", remedy="y").status_code == 403


# The list


def test_the_list_has_pages_and_loses_none_between_them(world):
    for n in range(35):
        of_category(world, symptom=f"第{n:02}种")
    gao = world.browser("gao")
    first = gao.get("/known-faults?category=amplifier").text
    following = unescape(re.search(r'rel="next" href="([^"]+)"', first)[1])
    assert "category=amplifier" in following
    of_category(world, symptom="刚来的")
    second = gao.get(following).text
    found = re.findall(r"第\d\d种", first), re.findall(r"第\d\d种", second)
    assert [len(each) for each in found] == [30, 5] and len(set(found[0] + found[1])) == 35
    assert "第一页" in second and "下一页" not in second


def test_words_are_found_in_what_it_says_and_in_the_models_name(world):
    a_known_fault(world)
    of_category(world)
    gao = world.browser("gao")
    for words, there in (
        ("程序 声音", True),
        ("tesira", True),
        ("biamp", True),
        ("程序 投影", False),
        ("上传程序", True),
    ):
        assert ("没有声音" in gao.get("/known-faults", query_string={"q": words}).text) == there, words
    nothing = gao.get("/known-faults?q=没有这个").text
    assert "没有找到常见故障" in nothing and "清除全部条件" in nothing


def test_an_empty_list_says_how_one_comes_to_be(world):
    page = world.browser("chen").get("/known-faults").text
    assert "还没有常见故障" in page and "/records?state=closed" in page
    assert "known-faults" not in world.browser("chen").get(f"/devices/{world.office.device.id}").text


# Writing


def test_a_dispatcher_writes_one_by_hand(world):
    model, sun = a_known_fault(world).of_model_id, world.browser("sunmin")
    typed = {"about": f"model-{model}", "symptom": "面板按钮不亮", "cause": "", "remedy": "重启\n再等两分钟"}
    saved = post_opened(sun, f"/known-faults/new?model={model}", "/known-faults", **typed)
    assert saved.status_code == 303
    page = sun.get(saved.location).text
    assert "Biamp TesiraFORTÉ" in page and "再等两分钟" in page and "还没看过" not in page
    refused = post_opened(
        sun, "/known-faults/new", "/known-faults", **typed | {"symptom": "", "remedy": "文澜大学的办法"}
    )
    assert (
        refused.status_code == 422 and "文澜大学的办法" in refused.text and 'id="e-symptom"' in refused.text
    )
    refused = post_opened(sun, "/known-faults/new", "/known-faults", **typed | {"remedy": "文澜大学的办法"})
    assert refused.status_code == 422 and "照样保留这些名字" in refused.text


def test_a_dispatcher_puts_photos_to_one_written_by_hand_and_takes_one_away(world):
    fault, sun = a_known_fault(world), world.browser("sunmin")
    address = f"/known-faults/{fault.id}"
    for size in ((2000, 1500), (2000, 1500), (300, 400)):
        sent = {"photos": (io.BytesIO(picture(size)), "灯.png")}
        assert post(sun, f"{address}/photos", **sent).status_code == 303
    first, second = KnownFault.get_by_id(fault.id).photos
    for browser in (sun, world.browser("chen")):
        assert browser.get(f"{address}/photos/{first}").mimetype == "image/jpeg"
        assert f"{address}/photos/{second}" in browser.get(address).text
    assert "加到这一条" not in world.browser("chen").get(address).text
    with clock.pretend_now(clock.now() + 90 * clock.DAY_MS):
        sweep_files(delete=True)
    assert world.browser("chen").get(f"{address}/photos/{first}").status_code == 200
    said = {"about": f"model-{fault.of_model_id}", "symptom": fault.symptom, "remedy": fault.remedy}
    assert post_opened(sun, f"{address}/edit", address, **said, photos=second).status_code == 303
    assert KnownFault.get_by_id(fault.id).photos == [second]
    assert sun.get(f"{address}/photos/{first}").status_code == 404


def test_below_its_form_stands_who_changed_what(world):
    fault, sun = a_known_fault(world), world.browser("sunmin")
    address = f"/known-faults/{fault.id}"
    assert "修改记录" not in sun.get(f"{address}/edit").text
    said = {"about": "category-amplifier", "symptom": fault.symptom, "remedy": "先看静音键"}
    assert post_opened(sun, f"{address}/edit", address, **said).status_code == 303
    page = unescape(world.browser("gao").get(f"{address}/edit").text)
    history = page.split("修改记录")[1]
    assert "孙敏" in history and "→ 先看静音键" in history and "→ 整个类别：功放" in history


def test_what_is_no_photo_or_one_too_many_is_refused_beside_the_button(world):
    fault, sun = a_known_fault(world), world.browser("sunmin")
    address = f"/known-faults/{fault.id}"
    for sent, why in (({}, "还没有选照片"), ({"photos": (io.BytesIO(b"GIF89a"), "x.gif")}, "不是可用的图片")):
        refused = post(sun, f"{address}/photos", **sent)
        assert refused.status_code == 422 and why in refused.text and fault.symptom in refused.text
    many = [f"{n:064x}" for n in range(MOST_FAULT_PHOTOS)]
    KnownFault.update(photos=many).where(KnownFault.id == fault.id).execute()
    refused = post(sun, f"{address}/photos", photos=(io.BytesIO(picture()), "灯.png"))
    assert refused.status_code == 422 and "最多 12 张" in refused.text


def test_a_technicians_waits_for_the_dispatchers_look(world):
    fault, sun = a_known_fault(world, looked_at=None, created_by=world.users["chen"]), world.browser("sunmin")
    address = f"/known-faults/{fault.id}"
    first = sun.get("/").text
    assert address in first and "没有声音" in first and "新的常见故障" in first
    assert address in sun.get("/known-faults?unseen=1").text and "陈志远写的" in sun.get(address).text
    assert "陈志远" not in world.browser("chen").get(address).text.split("<main")[1]
    assert [post(sun, f"{address}/look").status_code for _ in range(2)] == [303, 303]
    assert address not in sun.get("/").text and address not in sun.get("/known-faults?unseen=1").text
    assert Audit.select().where(Audit.action == "known_fault.look").count() == 1


# Doubles


def test_a_double_goes_into_the_other_with_its_tries(world):
    kept, double = a_known_fault(world), a_known_fault(world, symptom="不出声")
    chen, sun = world.browser("chen"), world.browser("sunmin")
    post(chen, f"/known-faults/{kept.id}/tries", helped="0")
    post(chen, f"/known-faults/{double.id}/tries", helped="1")
    page = sun.get(f"/known-faults/{double.id}/merging").text
    assert f'value="{kept.id}"' in page and f'value="{double.id}"' not in page
    assert post(sun, f"/known-faults/{double.id}/merging", into=kept.id).location.endswith(f"/{kept.id}")
    assert tried(kept) == (2, 1)
    assert chen.get(f"/known-faults/{double.id}").location.endswith(f"/known-faults/{kept.id}")
    assert "不出声" not in chen.get("/known-faults").text
    post(chen, f"/known-faults/{double.id}/tries", helped="0", record=drafts.new_uuid())
    assert tried(kept) == (3, 1), "said from a page that was opened before"
    line = Audit.get(Audit.action == "known_fault.merge")
    assert (line.ref, line.detail) == (str(double.id), {"into": kept.id})


def test_a_double_of_a_double_is_one_way_from_what_is_kept(world):
    first, second, third = (a_known_fault(world, symptom=name) for name in "甲乙丙")
    sun = world.browser("sunmin")
    post(world.browser("chen"), f"/known-faults/{first.id}/tries", helped="1")
    post(sun, f"/known-faults/{first.id}/merging", into=second.id)
    post(sun, f"/known-faults/{second.id}/merging", into=third.id)
    assert KnownFault.get_by_id(first.id).merged_into_id == third.id and tried(third) == (1, 1)


def test_what_can_not_be_merged_is_refused_in_a_sentence(world):
    fault, sun = a_known_fault(world), world.browser("sunmin")
    retired = of_category(world, retired_at=1)
    for into in ("", str(fault.id), str(retired.id), "999999", "x"):
        refused = post(sun, f"/known-faults/{fault.id}/merging", into=into)
        assert refused.status_code == 422 and "请选择要并入哪一条" in refused.text
    assert "没有别的常见故障可以并入" in sun.get(f"/known-faults/{fault.id}/merging").text
    assert KnownFault.get_by_id(fault.id).merged_into_id is None


def test_what_is_retired_is_offered_no_more_and_can_be_brought_back(world):
    fault, sun = a_known_fault(world), world.browser("sunmin")
    address, here = f"/known-faults/{fault.id}", f"/devices/{world.office.device.id}/known-faults"
    assert sun.get(f"{address}/retirement").status_code == 200
    assert post(sun, f"{address}/retirement").status_code == 303
    for page in ("/known-faults", here):
        assert "没有声音" not in sun.get(page).text
    assert "没有声音" in sun.get("/known-faults?retired=1").text and "没有声音" in sun.get(address).text
    assert sun.get(f"{address}/edit").status_code == 404
    assert post(sun, f"{address}/retirement").status_code == 404
    assert post(sun, f"{address}/reinstatement").status_code == 303
    assert "没有声音" in sun.get(here).text


# Tries


def test_each_person_counts_once_at_a_sheet_and_may_think_better_of_it(world):
    fault, chen, sheet = a_known_fault(world), world.browser("chen"), drafts.new_uuid()
    address = f"/known-faults/{fault.id}/tries"
    for said, counted in (("1", (1, 1)), ("1", (1, 1)), ("0", (1, 0)), ("1", (1, 1))):
        assert post(chen, address, helped=said, record=sheet).status_code == 303
        assert tried(fault) == counted
    post(chen, address, helped="1", record=drafts.new_uuid())
    post(world.browser("sunmin"), address, helped="0", record=sheet)
    assert tried(fault) == (3, 2) and FaultTry.select().count() == 5
    assert "试过 3 次，有用 2 次" in chen.get(f"/known-faults/{fault.id}").text


def test_what_is_no_answer_is_refused(world):
    fault, chen = a_known_fault(world), world.browser("chen")
    for said in ("", "2", "yes", "x" * 5000):
        assert post(chen, f"/known-faults/{fault.id}/tries", helped=said).status_code == 422
    for record in ("x", "0" * 5000, "' OR 1=1"):
        assert post(chen, f"/known-faults/{fault.id}/tries", helped="1", record=record).status_code == 303
    assert tried(fault) == (1, 1) and {row.record for row in FaultTry.select()} == {""}


def test_without_scripts_one_comes_back_to_the_page_one_was_on(world):
    fault, chen = a_known_fault(world), world.browser("chen")
    here = f"/devices/{world.office.device.id}/known-faults"
    assert 'form="tried"' in chen.get(here).text and f'name="next" value="{here}"' in chen.get(here).text
    answer = post(chen, f"/known-faults/{fault.id}/tries", helped="1", next=here)
    assert answer.location == here and "记下了" in chen.get(here).text
    for elsewhere in ("//evil.example", "https://evil.example", "/nowhere"):
        answer = post(chen, f"/known-faults/{fault.id}/tries", helped="1", next=elsewhere)
        assert answer.location == f"/known-faults/{fault.id}"


def test_what_was_tried_stays_as_it_was_said(world):
    fault = a_known_fault(world)
    post(world.browser("chen"), f"/known-faults/{fault.id}/tries", helped="1")
    for change in (FaultTry.update(helped=False), FaultTry.delete()):
        with pytest.raises(Exception, match="sealed|fault_tries"), database.attempt():
            change.execute()


# Of a device


def test_the_devices_page_leads_to_as_many_as_it_says(world):
    a_known_fault(world)
    of_category(world, category="processor", symptom="自己重启")
    of_category(world)
    chen, device = world.browser("chen"), world.office.device
    page = chen.get(f"/devices/{device.id}").text
    assert re.search(rf'href="/devices/{device.id}/known-faults".*?2 条', page, re.DOTALL)
    shown = chen.get(f"/devices/{device.id}/known-faults").text
    assert shown.index("没有声音") < shown.index("自己重启"), "the model's first"
    assert "功放过热保护" not in shown


def test_a_device_without_model_or_category_has_none(world):
    bare = Device.create(client=world.office.client, name="线盒", category="", created_at=1)
    a_known_fault(world)
    page = world.browser("chen").get(f"/devices/{bare.id}/known-faults")
    assert page.status_code == 200 and "没有声音" not in page.text


# Of a model


def test_the_page_of_a_model_fetches_its_own(world):
    fault, chen = a_known_fault(world), world.browser("chen")
    page = chen.get(f"/models/{fault.of_model_id}").text
    address = re.search(r'hx-get="(/models/\d+/known-faults)"', page)[1]
    part = chen.get(address, headers={"HX-Request": "true", "HX-Request-Type": "partial"}).text
    assert "没有声音" in part and "<html" not in part
    assert "没有声音" not in chen.get(f"{address}?but={fault.id}").text


def test_known_faults_go_with_their_model_into_another(world):
    fault = a_known_fault(world)
    other = device_models.add_model("/ab1", {"name": "AB1", "category": "processor"})
    merged = post(world.browser("sunmin"), f"/models/{fault.of_model_id}/merging", into=other.id)
    assert merged.status_code == 303 and KnownFault.get_by_id(fault.id).of_model_id == other.id
    assert "没有声音" in world.browser("chen").get(f"/devices/{world.office.device.id}/known-faults").text
