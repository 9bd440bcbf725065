"""One search, the same on both engines: Chinese words of any length, numbers, words by their beginning."""

import pytest

from fieldforms.store import scope, search
from fieldforms.store.models import Record
from fieldforms.store.record import lists


def found(text: str, private_too: bool = False) -> set[str]:
    """Numbers of the records that contain all of `text`."""
    return {row.number for row in Record.select(Record.number).where(search.matches_words(text, private_too))}


@pytest.fixture
def sheet(shared):
    """One sheet among others that shares little with them."""
    shared.waiting_sheet("zhou", shared.university)
    return shared.signed_sheet(
        request="报告厅音响系统杂音，更换ＤＳＰ 模块 TesiraFORTE",
        solution="重新压接；更换 XLR-3 端子",
        contact="欧阳国栋",
        remarks="café 一楼",
    )


@pytest.mark.parametrize(
    "text",
    [
        "响",
        "音响",
        "音响系",
        "音响系统",
        "报告厅音响系统杂音",
        "欧阳",
        "欧阳国栋",
        "杂音 音响",  # words in any order
        "音响，杂音",
        "tesiraforte",
        "TESIRA",
        "tesir",
        "xlr",
        "端子XLR",  # mixed
        "系统tesira",
        "DSP",  # typed half width, written full width
        "ＤＳＰ",
        "一楼café",
        "  音响  ",
        "“音响”",
        "音响*",
        "very",
    ],
)
def test_a_word_of_the_sheet_finds_it(sheet, text):
    if text == "very":
        assert sheet.number not in found(text)
        assert sheet.number in found(text, private_too=True)
    else:
        assert sheet.number in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "响音",
        "音统",
        "投影机",
        "音响 投影机",
        "esira",
        "tesirax",
        "国",
        "FW-190001-0001",
        "",
        "   ",
        "，。",
        "%",
        "_",
        "*",
        '"',
        "'",
    ],
)
def test_what_does_not_stand_there_does_not_find_it(sheet, text):
    numbers = found(text)
    if text == "国":
        assert sheet.number in numbers  # one character is a word, too
    else:
        assert sheet.number not in numbers


def test_a_sheet_is_found_by_its_number(sheet):
    assert found(sheet.number) == {sheet.number}
    assert found(sheet.number.lower()) == {sheet.number}
    assert sheet.number in found(sheet.number[:9])  # FW-202611
    assert sheet.number in found(sheet.number[-4:])
    assert sheet.number in found(f"{sheet.number} 音响")


def test_a_choice_is_found_in_either_language(sheet):
    assert sheet.number in found("已完成服务")
    assert sheet.number in found("completed")


def test_only_supervisors_find_what_the_client_said_privately(sheet):
    for text in ("字幕机", "很满意", "very satisfied"):
        assert sheet.number not in found(text)
        assert sheet.number in found(text, private_too=True)


def test_words_may_stand_in_what_is_open_and_what_is_private(sheet):
    """A supervisor remembers the contact and the complaint."""
    assert sheet.number in found("欧阳国栋 字幕机", private_too=True)
    assert sheet.number not in found("欧阳国栋 字幕机")


def test_the_signer_is_found(sheet):
    assert sheet.number in found("丁一")


@pytest.mark.parametrize(
    "text",
    [
        "a" * 5_000,
        "音" * 5_000,
        "音响" * 2_000,
        " ".join(["音响"] * 3_000),
        "NEAR(音响 杂音)",
        "public:音响 OR NOT",
        "音响' & !'x",
        "(((",
        "\\",
        "🙂",
        "a\x00b",
        "\ud800",
        ":*",
        "1e5 -3.5 12abc34",
    ],
)
def test_nothing_typed_breaks_the_search(shared, text):
    assert isinstance(found(text, private_too=True), set)


@pytest.mark.parametrize(("text", "tokens"), [
    ("音响 bad", ["音", "响", "音响", "bad"]),
    ("FW-202611-0042", ["fw", "202611", "0042"]),
    ("一", ["一"]),
    ("𠮷野家", ["𠮷", "野", "家", "𠮷野", "野家"]),
    ("", []),
])  # fmt: skip
def test_text_is_cut_into_characters_pairs_and_words(text, tokens):
    assert search.tokens_of_text(text) == tokens


def test_nothing_is_cut_however_many_others_there_are(shared):
    """Newer hits of another client must not hide one's own older ones."""
    mine = shared.waiting_sheet(request="稀有词")
    theirs = [shared.waiting_sheet("zhou", shared.university, request="稀有词").number for _ in range(4)]
    assert found("稀有词") == {mine.number, *theirs}
    zhou, chen = (scope.Viewer.of(shared.users[login]) for login in ("zhou", "chen"))
    for who, numbers in ((chen, [mine.number]), (zhou, theirs[::-1])):
        asked = lists.RecordFilters(text="稀有词 FW")
        assert [row.number for row in lists.page_of_records(who, asked).rows] == numbers
        assert lists.count_records(who, asked) == len(numbers)
    page = lists.page_of_records(zhou, lists.RecordFilters(text="稀有词"), 3)
    rest = lists.page_of_records(zhou, lists.RecordFilters(text="稀有词", before=page.following), 3)
    assert [row.number for row in page.rows + rest.rows] == theirs[::-1]


@pytest.mark.parametrize("login", ["gao", "chen"])
def test_a_list_asked_for_no_word_at_all_is_empty(shared, login):
    shared.waiting_sheet()
    who, asked = scope.Viewer.of(shared.users[login]), lists.RecordFilters(text="……", state="open")
    assert lists.page_of_records(who, asked).rows == [] and lists.count_records(who, asked) == 0


def test_a_record_indexed_again_is_found_by_its_new_words_only(shared):
    row = Record.get(Record.uuid == shared.waiting_sheet().record)
    search.index_record(row.id, "崭新 unheard", "")
    assert found("崭新") == found("unheard") == {row.number}
    search.index_record(row.id, "别的", "")
    assert found("崭新") == set()
