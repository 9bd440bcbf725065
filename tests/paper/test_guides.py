"""Guides and manuals on paper: one page that hangs beside the rack, and advice that is not torn apart."""

from dataclasses import replace

from fieldforms.paper.booklet import (
    Booklet,
    BookletAdvice,
    BookletHeading,
    BookletItems,
    BookletTable,
    render_booklet,
)
from fieldforms.paper.month import ReportColumn, ReportTable
from fieldforms.paper.quick_guide import QuickGuide, parts_of_room, render_quick_guide

NOON = 1763964667000
GUIDE = QuickGuide(
    lang="zh",
    company="恒声视讯技术服务有限公司",
    title="简明操作手册",
    room="一号会议室",
    place="市政务服务中心 · 3F",
    parts=parts_of_room(
        ("机柜总电源合闸", "功放最后开 #strong[不是标记] $x$"), ("本地会议", "视频会议"), "zh"
    ),
    scan="扫码打开本房间",
    url="https://forms.example.com/rooms/12",
    phones=(("驻场技术员", "138 0000 0121"), ("服务电话", "0571-5555 0000")),
)
LONG_ROOM = "会议中心二号楼三层东侧国际学术交流报告厅（原第一阶梯教室）及同声传译控制室"


def test_a_guide_says_how_the_room_is_run_and_whom_to_call(text, pages):
    printed = render_quick_guide(GUIDE, timestamp_ms=NOON)
    found = text(printed)
    for words in (
        "一号会议室",
        "机柜总电源合闸",
        "#strong[不是标记]$x$",
        "本地会议",
        "13800000121",
        "0571-55550000",
    ):
        assert words in found
    assert pages(printed) == 1 and "关机：按相反的顺序" in found


def test_a_room_with_much_to_do_still_has_one_page(pages):
    steps = tuple(f"打开机柜里第 {n} 路时序电源，等待指示灯变绿，再做下一步" for n in range(14))
    full = replace(GUIDE, parts=parts_of_room(steps, steps, "zh"), room=LONG_ROOM, place=LONG_ROOM)
    assert pages(render_quick_guide(full, timestamp_ms=NOON)) == 1


def test_the_fewer_the_lines_the_larger_they_are(words):
    def height(guide) -> float:
        word = next(
            each for each in words(render_quick_guide(guide, timestamp_ms=NOON)) if "本地会议" in each.text
        )
        return word.bottom - word.top

    many = replace(GUIDE, parts=parts_of_room([f"第 {n} 步" for n in range(12)], ["本地会议"], "zh"))
    assert height(GUIDE) > height(many) > 10


def test_a_fault_and_its_remedy_stand_on_one_page(words):
    faults = tuple(
        BookletAdvice(f"现象 F{n:02}", (("原因", "灯泡到寿命"), ("处理", f"换灯泡\n再按开机键\nR{n:02}")))
        for n in range(30)
    )
    booklet = Booklet("zh", "恒声视讯", "应急故障排除手册", LONG_ROOM, (BookletHeading("投影机"), *faults))
    found = {each.text: each.page for each in words(render_booklet(booklet, timestamp_ms=NOON))}
    assert found["F29"] > 0
    assert all(found[f"F{n:02}"] == found[f"R{n:02}"] for n in range(30))


def test_a_sum_never_stands_alone_on_the_next_page(words):
    def table(n: int) -> BookletTable:
        rows = (*((f"R{n}-{at}", "1") for at in range(n)), (f"S{n}-", str(n)))
        return BookletTable(ReportTable(f"T{n}", (ReportColumn("W"), ReportColumn("N")), rows, summed=True))

    lengths = range(1, 40)
    booklet = Booklet("en", "Hengsheng", "Report", "Centre", tuple(map(table, lengths)))
    found = {each.text: each.page for each in words(render_booklet(booklet, timestamp_ms=NOON))}
    assert [n for n in lengths if found[f"S{n}-"] != found[f"R{n}-{n - 1}"]] == []
    assert any(found[f"S{n}-"] != found[f"R{n}-0"] for n in lengths), "no table went over a page's end"


def test_nothing_in_a_booklet_is_markup_and_it_is_the_same_every_time(text):
    blocks = (BookletItems(("*一* #panic() 😀",), numbered=True),)
    booklet = Booklet("en", "Hengsheng", "Manual", "#panic()", blocks, warning="Internal")
    printed = render_booklet(booklet, timestamp_ms=NOON)
    assert "*一*#panic()〓" in text(printed) and printed == render_booklet(booklet, timestamp_ms=NOON)
