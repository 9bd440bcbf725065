"""What somebody said a word means is remembered, shown with who said it, and can be taken back."""

import re
from html import unescape

from fieldforms.store.models import Audit, Device, Room
from tests.people import csrf
from tests.web.importing.lists import Desk, workbook

PAGE = "/imports/words"
HEAD = ["名称", "类别", "客户", "房间", "序列号"]


def line(name: str, serial: str, category: str = "功放", room: str = "") -> list[str]:
    return [name, category, "政务中心", room, serial]


def brought(world, *rows, login: str = "sunmin") -> Desk:
    desk = Desk(world, login)
    assert desk.bring(workbook(HEAD, *rows)).status_code == 303
    assert desk.place().status_code == 303, desk.columns()
    return desk


def page(world, login: str = "sunmin") -> str:
    return unescape(world.browser(login, phone=False).get(PAGE).text)


def forget(world, word: str, login: str = "sunmin", **other):
    browser = world.browser(login, phone=False)
    given = {"kind": "devices", "column": "category", "word": word, **other}
    return browser.post(PAGE, data={"csrf_token": csrf(browser.get("/account").text), **given})


def said(world, word: str, meaning: str, serial: str = "SN2") -> Desk:
    desk = brought(world, line("功放", serial, category=word))
    desk.answer(word=[f"category\n{word}"], meaning=[meaning])
    return desk


def test_what_is_remembered_stands_there_with_who_said_it_and_when(world):
    assert "还没有记住的词和列" in page(world)
    said(world, "放音的", "speaker").write()
    brought(world, line("音箱", "SN3", category="放音的"), login="admin").write()
    found = page(world)
    assert (
        "“放音的” → 音箱" in found
        and "孙敏" in found
        and world.users["admin"].name not in found.split("放音的")[1]
    )
    assert "Loudspeaker" in unescape(world.browser("sunmin").get(f"{PAGE}?lang=en").text)
    assert PAGE in world.browser("sunmin").get("/imports").text


def test_a_word_that_was_forgotten_is_asked_for_again_also_where_a_list_waits(world):
    said(world, "放音的", "amplifier").write()
    waiting = brought(world, line("音箱", "SN3", category="放音的"))
    assert waiting.states() == {2: "新建"}
    assert forget(world, "放音的").status_code == 303 and "还没有记住的词和列" in page(world)
    assert "“放音的”" in waiting.look("open") and waiting.states() == {2: "要回答"}
    assert brought(world, line("音箱", "SN4", category="放音的")).states() == {2: "要回答"}
    assert Device.get(Device.name == "功放").category == "amplifier", "what was written stays"
    assert Audit.get(Audit.action == "import.forget").detail == {
        "column": "category",
        "word": "放音的",
        "meant": "amplifier",
    }


def test_the_others_are_remembered_still_and_a_second_tap_does_no_harm(world):
    said(world, "放音的", "speaker")
    said(world, "扩音的", "amplifier", "SN5")
    for _twice in range(2):
        assert forget(world, "放音的").status_code == 303
    assert "扩音的" in page(world) and "放音的" not in page(world).split("<main")[1].split("card list")[1]
    assert Audit.select().where(Audit.action == "import.forget").count() == 1


def test_who_said_otherwise_later_is_named(world):
    said(world, "放音的", "amplifier").write()
    desk = brought(world, line("音箱", "SN3", category="放音的"), login="admin")
    desk.answer(again="category\n放音的")
    desk.answer(word=["category\n放音的"], meaning=["speaker"])
    assert "“放音的” → 音箱" in page(world) and world.users["admin"].name in page(world).split("放音的")[1]


def test_in_a_list_a_word_is_asked_again_and_what_was_typed_beside_is_kept(world):
    desk = brought(world, line("功放", "SN2", category="放音的"), line("", "SN3", room="新房间"))
    desk.answer(word=["category\n放音的"], meaning=["amplifier"])
    shown = desk.look()
    keys = [
        unescape(key)
        for key in re.findall(r'name="again" value="(.*?)"', desk.browser.get(desk.address).text, re.DOTALL)
    ]
    assert keys == ["category\n放音的"] and "“放音的” → 功放" in shown
    desk.answer(again=keys[0].replace("\n", "\r\n"), row=["3"], **{"c-3-name": "调音台"})
    assert desk.states()[2] == "要回答" and "调音台" in desk.look()


def test_a_room_that_was_to_be_made_is_asked_again(world):
    desk = brought(world, line("功放", "SN2", room="新房间"))
    desk.make_all()
    assert desk.states() == {2: "新建"}
    [key] = re.findall(
        r'name="again" value="(.*?)"', desk.browser.get(f"{desk.address}?show=all").text, re.DOTALL
    )
    desk.answer(again=unescape(key))
    assert desk.states() == {2: "要回答"} and not Room.select().where(Room.name == "新房间").count()


def test_a_meaning_of_another_kind_or_of_no_column_is_not_there(world):
    for other in (
        {"kind": "none"},
        {"kind": "people", "column": "role"},
        {"column": "serial"},
        {"column": ""},
    ):
        assert forget(world, "放音的", **other).status_code == 404, other
    assert forget(world, "放音的", login="gao").status_code == 403


# Columns

NUMBERED = ["名称", "类别", "客户", "房间", "序列号", "型号", "备注"]


def with_columns(world, *rows, **placed) -> Desk:
    desk = Desk(world)
    assert desk.bring(workbook(NUMBERED, *rows)).status_code == 303
    assert desk.place(**placed).status_code == 303
    return desk


def proposed(world) -> dict[str, str]:
    desk = Desk(world)
    desk.bring(workbook(NUMBERED, [*line("功放", "SN9"), "CP-9", "完好"]))
    return desk.destinations()


def test_a_column_that_was_empty_once_is_read_in_the_next_list(world):
    with_columns(world, [*line("功放", "SN0"), "", ""])  # only looked at
    with_columns(world, [*line("功放", "SN1"), "", ""]).write()
    assert Device.select().where(Device.serial == "SN1").exists()
    assert proposed(world)["型号"] == "model" and proposed(world)["备注"] == "note"
    assert "还没有记住的词和列" in page(world)


def test_what_somebody_left_out_is_remembered_shown_and_can_be_forgotten(world):
    with_columns(world, [*line("功放", "SN1"), "CP-1", "完好"], 备注="-")
    assert proposed(world)["备注"] == "-" and "“备注” → 不导入" in page(world) and "孙敏" in page(world)
    assert "“型号”" not in page(world), "it went where its header says"
    for _twice in range(2):
        assert forget(world, "", header="备 注").status_code == 303
    assert proposed(world)["备注"] == "note" and "还没有记住的词和列" in page(world)
    assert Audit.select().where(Audit.action == "import.forget").count() == 1


def test_the_last_word_on_a_column_counts_and_lasts(world):
    with_columns(world, [*line("功放", "SN1"), "CP-1", "完好"], 备注="-").write()
    with_columns(world, [*line("功放", "SN2"), "CP-2", ""], 备注="-").write()
    assert proposed(world)["备注"] == "-"
    with_columns(world, [*line("功放", "SN3"), "CP-3", "完好"], 备注="note").write()
    assert proposed(world)["备注"] == "note" and Device.get(Device.serial == "SN3").note == "完好"


def test_who_may_not_bring_lists_in_forgets_no_column(world):
    assert forget(world, "", login="gao", header="备注").status_code == 403
    assert forget(world, "", header="备注", kind="none").status_code == 404
