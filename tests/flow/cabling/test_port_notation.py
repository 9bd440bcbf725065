"""Ports that go out in a list and come in again: the same ports, whatever they are called."""

from hypothesis import given
from hypothesis import strategies as st

from fieldforms.flow.cabling.port_notation import ports_in_words, says_these_ports, text_of_ports
from fieldforms.flow.cabling.port_texts import ReadPort, ports_of_text
from fieldforms.flow.cabling.signals import DIRECTIONS, SIGNALS

PLAIN = st.builds(
    "{} {} {}".format,
    st.sampled_from(["HDMI", "XLR", "SDI", "RS-232", "凤凰端子 3P", "Dante 64×64"]),
    st.sampled_from(["IN", "OUT", "输入", "输出", "直通"]),
    st.integers(1, 12),
)
NASTY = st.sampled_from(
    [
        "主输出 A",
        "无",
        "输入，输出",
        "【a｜b】",
        "\\",
        "HDMI IN 1-4",
        "XLR 母",
        "4进4出",
        "HDMI ×2",
        "=1+1",
        "M",
    ]
)
NAMES = st.one_of(PLAIN, NASTY, st.text(min_size=1, max_size=60))
PORTS = st.builds(
    ReadPort,
    NAMES,
    st.sampled_from(sorted(DIRECTIONS)),
    st.sampled_from(["", *SIGNALS]),
    st.one_of(st.sampled_from(["", "HDMI A", "XLR-3", "Phoenix 3P", "DE-9"]), st.text(max_size=40)),
    gender=st.sampled_from(["", "male", "female"]),
    face=st.one_of(st.just(""), st.just("背面"), st.text(max_size=40)),
)
MANY = st.lists(PORTS, max_size=8, unique_by=lambda port: (port.name.casefold(), port.face.casefold()))


@given(MANY, st.sampled_from(["", "camera"]))
def test_what_is_written_is_read_back_to_the_same_ports(ports, category):
    found = ports_of_text(text_of_ports(ports), category)
    assert found.unread == () and list(found.ports) == ports


def test_what_words_can_say_is_said_in_words():
    for text in ("HDMI IN 1-16（母），RS-232（公），LAN", "凤凰端子 3P 输入 1-2，XLR OUT 1-2（XLR-5）"):
        assert text_of_ports(ports_of_text(text).ports) == text


def test_a_person_is_shown_the_ports_and_not_their_notation():
    ports = ports_of_text("HDMI IN 1-2 母头，XLR IN 1-8，LAN").ports
    assert ports_in_words(ports) == "HDMI IN 1、HDMI IN 2（母）、XLR IN 1…XLR IN 8、LAN"


def test_another_order_says_the_same_and_one_port_less_does_not():
    ports = ports_of_text("HDMI IN 1-2，LAN").ports
    assert says_these_ports("LAN；HDMI IN ×2", ports)
    assert not says_these_ports("LAN；HDMI IN 1", ports) and not says_these_ports(
        "LAN，HDMI IN 1-2 某某", ports
    )
