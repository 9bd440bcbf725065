"""What the page of verdicts proposes, doubts and leads to."""

import re

from fieldforms.store.models import Device
from tests.web.importing.lists import Desk, workbook

HEAD = ["客户", "名称", "类别", "安装日期", "购置日期", "质保到期"]


def brought(world, *rows) -> Desk:
    desk = Desk(world)
    desk.bring(workbook(HEAD, *rows))
    desk.place()
    return desk


def proposed(desk: Desk) -> dict[str, str]:
    """Word → the option that stands chosen on the page."""
    found = re.findall(
        r'name="word" value="category\n(.*?)".*?<select(.*?)</select>', desk.look("open"), re.DOTALL
    )
    chosen = {word: re.search(r'value="([^"]*)" selected', body) for word, body in found}
    return {word: each[1] if each else "" for word, each in chosen.items()}


def test_a_word_for_a_system_gets_a_proposal_that_somebody_confirms(world):
    rows = [["政务中心", name, word, "", "", ""] for name, word in (
        ("核心交换机", "网络"), ("切换主机", "视频切换"), ("主功放", "扩声系统"), ("备件箱", "辅材"),
    )]  # fmt: skip
    desk = brought(world, *rows)
    assert proposed(desk) == {"网络": "network", "扩声系统": "by_name", "辅材": "by_name"}
    assert desk.states() == {2: "要回答", 3: "新建", 4: "要回答", 5: "要回答"}, (
        "nothing is taken before somebody says so"
    )
    desk.say(网络="network", 扩声系统="by_name", 辅材="by_name")
    assert desk.states() == {2: "新建", 3: "新建", 4: "新建", 5: "要改"}, "no category is made up"
    desk.answer(row=["5"], **{"c-5-category": "其他"})
    desk.write()
    made = {each.name: each.category for each in Device.select()}
    assert (made["核心交换机"], made["切换主机"], made["主功放"], made["备件箱"]) == (
        "network", "matrix", "amplifier", "other",
    )  # fmt: skip
    again = brought(world, ["政务中心", "调音台", "扩声系统", "", "", ""])
    assert again.states() == {2: "新建"}, "remembered"
    assert "按每台的名称认" in desk.browser.get("/imports/words").text


def test_a_category_by_name_leaves_that_of_a_known_device(world):
    Device.update(serial="S-1", category="server").where(Device.id == world.office.device.id).execute()
    desk = Desk(world)
    desk.bring(
        workbook(["客户", "名称", "序列号", "类别"], ["政务中心", world.office.device.name, "S-1", "弱电"])
    )
    desk.place(more={"clears": "1"})
    desk.say(弱电="by_name")
    assert desk.states() == {2: "没有变化"}, desk.look()


def test_days_the_wrong_way_round_are_said_and_can_be_listed(world):
    desk = brought(
        world,
        ["政务中心", "投影机甲", "投影机", "2024-01-05", "2024-03-01", "2027-01-01"],
        ["政务中心", "投影机乙", "投影机", "2024-01-05", "2023-12-01", "2023-11-01"],
        ["政务中心", "投影机丙", "投影机", "2024-13-05", "", ""],
        ["政务中心", "投影机丁", "投影机", "2024-01-05", "2023-12-01", "2027-01-01"],
    )
    page = desk.look()
    assert "购置日期 2024-03-01 晚于安装日期 2024-01-05" in page
    assert "保修到期 2023-11-01 早于购置日期 2023-12-01" in page
    assert "“2024-13-05”里月和日像是颠倒了：是 2024-05-13 吗？" in page and desk.states()[4] == "要改"
    doubted = desk.look("doubted")
    assert "请核对 2" in doubted and "投影机甲" in doubted and "投影机丁" not in doubted
    desk.answer(row=["4"], **{"c-4-installed_on": "2024-05-13"})
    desk.write()
    assert Device.get(Device.name == "投影机丙").installed_on == "2024-05-13"


def test_the_page_says_which_rows_it_shows(world):
    rows = [["政务中心", f"屏 {n}", "显示器", "", "", ""] for n in range(3)]
    desk = brought(world, *rows, ["政务中心", "怪", "怪类", "", "", ""], ["", "无主", "显示器", "", "", ""])
    page = desk.look("")
    shown = re.search(r'class="chip on"[^>]*aria-current="page">(.*?)</button>', page)[1]
    assert shown == "要处理 2" and page.count("import-head") == 2 and "全部 5" in page


def test_what_was_written_is_what_one_sees_afterwards(world):
    desk = brought(world, ["政务中心", "新来的屏", "显示器", "", "", ""])
    desk.write()
    [address] = re.findall(r'href="(/devices\?imported=[^"]+)"', desk.look())
    page = desk.browser.get(address).text
    assert "新来的屏" in page and world.office.device.name not in page and " 导入的" in page
    assert "设备清单" not in page and "新来的屏" not in world.browser("zhou").get(address).text, (
        "another client's technician"
    )
    assert desk.browser.get("/devices?imported=nonsense").status_code == 404


def test_rows_that_a_word_takes_out_of_use_are_left_out_together(world):
    desk = Desk(world)
    rows = [["政务中心", f"屏 {n}", "显示器", state] for n, state in enumerate(("在用", "报废", "报废"))]
    desk.bring(workbook(["客户", "名称", "类别", "状态"], *rows))
    desk.place()
    assert desk.states() == {2: "新建", 3: "要回答", 4: "要回答"}
    desk.say(报废="leave_out")
    assert desk.states() == {2: "新建", 3: "不导入", 4: "不导入"}
    assert "这样的行不导入" in desk.browser.get("/imports/words").text
    desk.write()
    assert Device.select().where(Device.name.startswith("屏")).count() == 1


def test_one_room_however_it_is_spelt_is_asked_about_once(world):
    desk = Desk(world)
    rows = [
        ["政务中心", f"屏 {n}", "显示器", room]
        for n, room in enumerate(("302 会议室", "302会议室", "３０２会议室"))
    ]
    desk.bring(workbook(["客户", "名称", "类别", "房间"], *rows))
    desk.place()
    assert desk.look().count('name="word"') == 1
    desk.make_all()
    assert "会新建的客户和房间：1" in desk.look()
    desk.write()
    assert len({each.room_id for each in Device.select().where(Device.name.startswith("屏"))}) == 1
