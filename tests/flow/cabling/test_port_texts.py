"""Ports as people write them: what is read, what is given back, what is never guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldforms.flow.cabling.port_texts import ports_of_survey, ports_of_text
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNALS


def short(text: str, category: str = "") -> list[str]:
    return [f"{port.name}|{port.signal}|{port.direction}" for port in ports_of_text(text, category).ports]


@pytest.mark.parametrize(
    "text, read",
    [
        ("HDMI IN ×2", ["HDMI IN 1|hdmi|in", "HDMI IN 2|hdmi|in"]),
        ("模拟输入 x2", ["模拟输入 1|line|in", "模拟输入 2|line|in"]),
        ("HDMI 输入 ×1 / 输出 ×2", ["HDMI 输入|hdmi|in", "HDMI 输出 1|hdmi|out", "HDMI 输出 2|hdmi|out"]),
        ("音频 XLR 输入 ×1 / 输出 ×1", ["音频 XLR 输入|line|in", "音频 XLR 输出|line|out"]),
        ("ＲＳ－２３２×2", ["ＲＳ－２３２ 1|serial|both", "ＲＳ－２３２ 2|serial|both"]),
        ("XLR IN 7-8", ["XLR IN 7|line|in", "XLR IN 8|line|in"]),
        ("2路HDMI输入", ["HDMI输入 1|hdmi|in", "HDMI输入 2|hdmi|in"]),
        ("HDMI 直通 1～2", ["HDMI 直通 1|hdmi|through", "HDMI 直通 2|hdmi|through"]),
        ("Dante 64×64", ["Dante 64×64|network_audio|both"]),
        ("3G-SDI ×1；LAN", ["3G-SDI|sdi|in", "LAN|ethernet|both"]),
        ("话筒输入 ×1（幻象）", ["话筒输入|mic|in"]),
    ],
)
def test_what_people_write_is_read(text, read):
    assert short(text) == read and ports_of_text(text).unread == ()


@pytest.mark.parametrize(
    "text, names, connector, gender",
    [
        ("HDMI IN 1-2 母头", ["HDMI IN 1", "HDMI IN 2"], "HDMI A", "female"),
        ("凤凰端子 3P 输入 ×2", ["凤凰端子 3P 输入 1", "凤凰端子 3P 输入 2"], "Phoenix 3P", ""),
        ("RS-232 凤凰 5芯", ["RS-232 凤凰 5芯"], "Phoenix 5P", ""),
        ("XLR 母 IN 1-2", ["XLR IN 1", "XLR IN 2"], "XLR-3", "female"),
        ("XLR公头输出×1", ["XLR 输出"], "XLR-3", "male"),
        ("XLR-F IN 7", ["XLR IN 7"], "XLR-3", "female"),
        ("XLR（M）OUT (1-2)", ["XLR OUT 1", "XLR OUT 2"], "XLR-3", "male"),
        ("female SDI out 1~2", ["SDI out 1", "SDI out 2"], "BNC 75Ω", "female"),
        ("RS-232（DB9 公）×1", ["RS-232"], "DE-9", "male"),
        ("HDMI 1-2 输入", ["HDMI 输入 1", "HDMI 输入 2"], "HDMI A", ""),
        ("2路 HDMI IN 1-2", ["HDMI IN 1", "HDMI IN 2"], "HDMI A", ""),
        ("USB Type-C 母", ["USB Type-C"], "USB-C", "female"),
        ("LINE OUT M", ["LINE OUT M"], "XLR-3", ""),
    ],
)
def test_count_connector_and_gender_stand_where_people_put_them(text, names, connector, gender):
    found = ports_of_text(text)
    assert [port.name for port in found.ports] == names and found.unread == ()
    assert {(port.connector, port.gender) for port in found.ports} == {(connector, gender)}


@pytest.mark.parametrize(
    "text, names, unread",
    [
        ("HDMI IN 1-2 镀金", ["HDMI IN 1", "HDMI IN 2"], ("镀金",)),
        ("HDMI 输入（见图纸第 3 页）", ["HDMI 输入"], ("见图纸第 3 页",)),
        ("公共广播 线路输出", ["线路输出"], ("公共广播",)),
        ("扩声 XLR 输出 ×1", ["XLR 输出"], ("扩声",)),
    ],
)
def test_a_word_that_nobody_understands_is_named_and_gets_into_no_name(text, names, unread):
    found = ports_of_text(text)
    assert [port.name for port in found.ports] == names and found.unread == unread


@pytest.mark.parametrize("text", ["", "无", "—", "  ", "，，"])
def test_nothing_is_nothing(text):
    found = ports_of_text(text)
    assert found.ports == () and found.unread == ()


@pytest.mark.parametrize(
    "text",
    [
        "乱写 ×3",
        "扩展槽 ×2",
        "HDMI 输入 ×0",
        "HDMI 输入 ×999",
        "×4",
        "4进4出 HDMI",
        "HDMI IN 4-1",
        "XLR 公 ×2 母 ×2",
        "4路 HDMI IN 1-2",
    ],
)
def test_what_says_nothing_we_know_is_given_back(text):
    found = ports_of_text(text)
    assert found.ports == () and found.unread == (text,)


def test_a_direction_that_nobody_wrote_follows_what_the_device_is_and_says_so():
    [camera], [projector] = (ports_of_text("HDMI", category).ports for category in ("camera", "projector"))
    assert (camera.direction, projector.direction) == ("out", "in")
    assert not camera.sure and not projector.sure
    assert ports_of_text("HDMI OUT", "projector").ports[0].sure


def test_a_survey_says_how_many_are_free_and_the_last_ones_count():
    found = ports_of_survey("HDMI 输入 ×4，LAN ×1", "HDMI 输入 ×1")
    assert [port.stated for port in found.ports] == ["used", "used", "used", "free", "used"]


def test_an_output_that_is_free_is_no_free_input():
    """What a word match on "HDMI 输入" found."""
    found = ports_of_survey("HDMI 输入 ×2 / 输出 ×2", "HDMI 输出 ×1").ports
    assert [port.name for port in found if port.stated == "free"] == ["HDMI 输出 2"]


def test_inputs_of_a_device_that_has_one_kind_need_no_signal():
    found = ports_of_survey("话筒/线路输入 ×3，OMNI 输出 ×2", "输入 ×2")
    assert [port.name for port in found.ports if port.stated == "free"] == [
        "话筒/线路输入 2",
        "话筒/线路输入 3",
    ]
    assert found.unread == ()


def test_what_is_free_and_stands_in_no_list_is_a_port_all_the_same():
    found = ports_of_survey("", "VGA 输入 ×1")
    assert [(port.name, port.stated) for port in found.ports] == [("VGA 输入", "free")]


WORDS = st.sampled_from([word for signal in SIGNALS.values() for word in signal.words])
WAYS = st.sampled_from(["输入", "输出", "IN", "OUT"])


@given(st.lists(st.tuples(WORDS, WAYS, st.integers(1, 48)), max_size=6))
def test_however_many_are_written_so_many_are_read(groups):
    text = "，".join(f"{word} {way} ×{count}" for word, way, count in groups)
    names = {f"{word} {way}".casefold() for word, way, _count in groups}
    found = ports_of_text(text)
    assert found.unread == ()
    most = {name: max(n for word, way, n in groups if f"{word} {way}".casefold() == name) for name in names}
    alone = sum(
        1
        for name in names
        if {n for w, y, n in groups if f"{w} {y}".casefold() == name} >= {1} and most[name] > 1
    )
    assert len(found.ports) == sum(most.values()) + alone


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(["", "camera", "matrix"]))
def test_whatever_is_written_is_read_or_given_back(interfaces, spare, category):
    found = ports_of_survey(interfaces, spare, category)
    for port in found.ports:
        assert port.name.strip() and len(port.name) <= 60 and port.signal in SIGNALS
        assert port.direction in DIRECTIONS and port.stated in ("", "free", "used")
    names = [port.name.casefold() for port in found.ports]
    assert len(set(names)) == len(names)


def test_what_was_read_reads_the_same_again():
    """A name as it is kept is one port of the same kind: reading twice adds nothing."""
    for port in ports_of_text("HDMI 输入 ×4 / 输出 ×2，RS-232 ×2，XLR IN 1-8，Dante 64×64").ports:
        [again] = ports_of_text(port.name).ports
        assert (again.signal, again.direction) == (port.signal, port.direction)
        assert re.sub(r" \d+$", "", again.name) == re.sub(r" \d+$", "", port.name)
