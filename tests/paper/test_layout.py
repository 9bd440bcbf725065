"""What a demanding reader sees at once: torn words, heads without their rows, text in the next cell or off the page."""

import re
from itertools import chain

import pytest

from fieldforms.forms.loading import LIBRARY, load
from fieldforms.paper import pdf
from fieldforms.paper.sheet import Block, Box, Face, SheetRow, blocks_of_form
from tests.paper import samples
from tests.paper.samples import grid

NOON = 1763964667000
FOOT = 842 - 73  # points; below it only the footer stands
COLUMNS = ("Item", "What to check", "Result")
URL = "https://intranet.example.cn/assets/av/equipment/2026/reports?id=0417-10933&view=full#microphones"


def render(*shown, lang="en", **changes):
    return pdf.render_sheet(samples.contact(lang, blocks=shown, **changes), timestamp_ms=NOON)


def rows(name, count):
    return tuple(SheetRow(f"{name}{n}", f"{name}{n}", Face("x")) for n in range(count))


@pytest.mark.parametrize("key", sorted(path.stem for path in LIBRARY.glob("*.toml")))
def test_no_english_word_of_a_form_is_torn(words, key):
    shown = blocks_of_form(load(LIBRARY / f"{key}.toml"), {}, "en")
    printed = {word.text for word in words(render(*shown, number="", signings=()))}
    wanted = {word for label in labels(shown) for word in re.findall(r"[^\s-]+-?", label)}
    assert {word for word in wanted if not any(word in each for each in printed)} == set()


def labels(shown):
    for block in shown:
        yield from (block.item, *block.columns)
        for row in block.rows:
            if row.kind not in ("photos", "documents") and not block.off_sheet:
                inside = row.face.grid.rows[0] if row.face.grid else (row.face,)
                yield from (row.label, *(row.face.grid.columns if row.face.grid else ()))
                yield from (box.label for box in chain.from_iterable(face.boxes for face in inside))


def test_a_chinese_label_leaves_no_single_character_and_tears_no_brackets(words):
    shown = Block("a", "", "rows", (SheetRow("a", "驱动及软件异常说明", Face("x")),))
    table = Block(
        "b", "", "table", (SheetRow("b", "检查", Face("x"), no="1"),), columns=("项目", "内容", "结果")
    )
    for item, lines in (("主机（服务器）", {"主机", "（服务器）"}), ("UPS 主机", {"UPS", "主机"})):
        printed = {
            word.text for word in words(render(shown, Block(**vars(table) | {"item": item}), lang="zh"))
        }
        assert {"驱动及软件", "异常说明"} | lines <= printed


@pytest.mark.parametrize("item", ["Microphones and loudspeakers", "Uninterruptible power supply"])
def test_an_item_of_long_words_gets_a_wider_column(words, item):
    table = Block("t", "", "table", (SheetRow("a", "Check", Face("x"), no="1"),), item=item, columns=COLUMNS)
    printed = {word.text: word for word in words(render(table))}
    assert all(printed[word].right < printed["1."].left for word in item.split())


def test_a_result_of_two_choices_or_counts_stands_on_one_line(words):
    document = pdf.render_sheet(samples.maintenance("en", filled=False), timestamp_ms=NOON)
    found = words(document)
    for first, second in (("Cleaned", "damaged"), ("Checked", "handled"), ("Normal", "Abnormal,")):
        tops = [[word.top for word in found if word.text.endswith(text)] for text in (first, second)]
        assert tops[0] == tops[1], first


def test_long_texts_stay_in_their_column(words):
    name, serial = "Laser projector with motorised ceiling lift, spare unit", "SN20230417XK10933A7"
    cells = (name, "PT-RZ120BEJ", serial, "service@manufacturer.example.cn", URL, "77", "1234.50")
    names = ("Name", "Model", "Serial number", "Manufacturer's contact", "Remarks", "Quantity", "Unit price")
    found = words(render(Block("a", "Devices", "rows", (SheetRow("d", "Devices", grid(names, [cells])),))))
    printed = {word.text: word for word in found}
    assert {"Quantity", "Manufacturer's", "1234.50", "77"} <= printed.keys()
    for left, right in (("PT-RZ120BEJ", "SN"), ("SN", "service@"), ("microphones", "77"), ("77", "1234.50")):
        right_of = max(word.right for word in found if word.text.startswith(left))
        assert right_of < next(word.left for word in found if word.text.startswith(right)), left


def test_a_long_address_breaks_behind_its_strokes(run):
    comments = dict(samples.CONTACT, comments=f"Please see {URL} there.")
    printed = run(
        pdf.render_sheet(samples.contact("en", comments), timestamp_ms=NOON), "pdftotext", "-layout"
    )
    line = next(line for line in printed.replace("\u200b", "").splitlines() if "https://" in line)
    assert line.strip()[-1] in "/?&=#-"


@pytest.mark.parametrize("before", range(14, 32))
def test_a_head_never_ends_a_page_and_a_table_s_comes_again_on_the_next(run, before):
    table = grid(("Column", "Other"), [(f"cell{n}", "y") for n in range(30)])
    wide = grid(tuple(f"N{n}" for n in range(9)), [(f"wide{n}",) * 9 for n in range(9)])
    document = render(
        Block("a", "First", "rows", rows("before", before)),
        Block("b", "Second", "rows", (SheetRow("g", "Gridded", table), *rows("between", 1))),
        Block("c", "Third", "rows", rows("after", 35)),
        Block("d", "Fourth", "rows", (SheetRow("w", "Widely", wide),)),
        signings=(),
    )
    for page in run(document, "pdftotext", "-layout").split("\f"):
        for head, first in (("Second", "cell0"), ("Third", "after0"), ("Fourth", "wide0")):
            assert head not in page or first in page
        assert ("Gridded" in page) == ("Column" in page) == ("cell" in page)
        assert ("Widely" in page) == ("wide" in page)


@pytest.mark.parametrize("before", range(20, 26))
def test_the_head_of_the_photos_stands_above_the_first(run, before):
    shown = (*rows("before", before), SheetRow("p", "Seen", Face(photos=(samples.PHOTO,)), kind="photos"))
    for page in run(render(Block("a", "", "rows", shown)), "pdftotext", "-layout").split("\f"):
        assert ("Photos" in page) == ("Photo 1 " in page)


@pytest.mark.parametrize("lang, label", [("zh", "很长的标签文字"), ("en", "a rather long label ")])
@pytest.mark.parametrize("layout", ["rows", "grid", "acceptance"])
def test_what_is_kept_together_never_runs_off_the_page(words, lang, label, layout):
    options = Face(boxes=tuple(Box(f"option number {n}", False) for n in range(20)))
    for count in (5, 10, 20):
        faces = (options if n % 2 else Face("text words " * 25) for n in range(count))
        shown = (SheetRow(f"r{n}", label * 8 + f"end{n}", face, width="half") for n, face in enumerate(faces))
        found = words(render(Block("a", "First", layout, tuple(shown)), lang=lang))
        ends = [word for word in found if "end" in word.text]
        assert len(ends) == count
        assert max(word.bottom for word in found if word.text in ("option", "text") or word in ends) < FOOT


@pytest.mark.parametrize("length", [12, 20, 60, 400])
def test_nothing_is_lost_of_rows_that_say_much(words, length):
    said = "much to say " * length + "end"
    items = tuple(SheetRow(f"r{n}", "Check", Face(note=said), no=str(n)) for n in range(6))
    names = ("Remarks", "Serial number", "Quantity", "Unit price", "Name", "Model", "Contact")
    cells = [(said, "SN20230417XK10933A7", "1", "1.00", said, "PT-RZ120BEJ", said)] * 3
    many = grid(tuple(f"N{n}" for n in range(12)), [(said,) * 12] * 2)
    found = words(
        render(
            Block("t", "", "table", items, item="Item", columns=COLUMNS),
            Block(
                "g", "First", "rows", (SheetRow("g", "Few", grid(names, cells)), SheetRow("m", "Many", many))
            ),
        )
    )
    ends = [word for word in found if word.text == "end"]
    assert len(ends) == 6 + 3 * 3 + 2 * 12
    assert max(word.bottom for word in ends) < FOOT


def test_a_blank_form_names_every_column_of_a_wide_table(words):
    shown = blocks_of_form(load(LIBRARY / "device-survey.toml"), {}, "en")
    survey = next(row.face.grid for block in shown for row in block.rows if row.face.grid)
    printed = [word.text for word in words(render(*shown, number="", signings=()))]
    ends = [column.split()[-1] + ":" for column in survey.columns]
    assert [printed.count(end) for end in ends] == [len(survey.rows)] * len(ends)


def test_a_record_has_no_lines_to_write_on(text):
    unanswered = grid(("Part", "Quantity"), [("", "")] * 3)
    shown = Block("a", "Checks", "rows", (SheetRow("p", "Parts used", unanswered),))
    assert "Quantity" in text(render(shown, number="", signings=()))
    printed = text(render(shown, signings=()))
    assert "Partsused" in printed
    assert "Quantity" not in printed


def test_no_heading_stands_over_nothing(text):
    nothing = Block("a", "Diagrams", "rows", (SheetRow("p", "Photos", Face(), kind="photos"),))
    printed = text(render(nothing, Block("b", "Checks", "rows", rows("r", 1))))
    assert "Diagrams" not in printed
    assert "Checks" in printed


def test_a_blank_form_has_room_to_sign_a_row(words):
    shown = (
        SheetRow("a", "Above", Face()),
        SheetRow("s", "Signature", Face(), kind="signature"),
        SheetRow("b", "Below", Face()),
    )
    found = {word.text: word for word in words(render(Block("a", "", "rows", shown), signings=()))}
    assert found["Below"].top - found["Above"].top > 70  # points; without it 53


def test_the_fingerprint_of_the_key_stands_on_one_line(run):
    key = "Fingerprint of the sealing key " + " ".join(["A420", "DDC9", "8BB9", "A84D"] * 4)
    printed = run(
        pdf.render_sheet(samples.contact("en", footer=(key, "Form version 1")), timestamp_ms=NOON),
        "pdftotext",
    )
    assert key in printed
