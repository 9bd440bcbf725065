"""The table of signals is whole: every row can be drawn, numbered and named."""

import re
from pathlib import Path

import fieldforms
from fieldforms.flow.cabling.signals import SIGNALS, SYSTEMS, mismatches_of_ports
from fieldforms.store.models import Port

CSS = (Path(fieldforms.__file__).parent / "static" / "diagram.css").read_text("utf-8")
LINES = {"solid", "dash", "dot", "dashdot", "thick"}


def test_every_signal_stands_on_one_of_the_companys_five_drawings():
    assert {signal.sheet for signal in SIGNALS.values()} == set(SYSTEMS)
    assert len(SIGNALS) >= 29


def test_every_signal_has_names_connectors_and_a_prefix():
    for signal in SIGNALS.values():
        assert signal.label["zh"] and signal.label["en"] and signal.connectors and signal.words
        assert re.fullmatch(r"[A-Z]{1,3}", signal.prefix)


def test_every_look_is_in_the_style_sheet():
    assert {signal.line for signal in SIGNALS.values()} <= LINES
    for word in {signal.hue for signal in SIGNALS.values()} | (LINES - {"solid"}):
        assert f".{word} .cable" in CSS, word


def warnings(one: tuple[str, str], other: tuple[str, str]) -> int:
    ports = [Port(name="x", signal=signal, direction=direction) for signal, direction in (one, other)]
    return len(list(mismatches_of_ports(*ports)))


def test_what_fits_is_not_warned_of():
    assert not warnings(("hdmi", "out"), ("hdmi", "in"))
    assert not warnings(("mic", "out"), ("line", "in"))
    assert not warnings(("hdmi", "out"), ("", "in"))
    assert not warnings(("ethernet", "both"), ("network_audio", "both"))
    assert not warnings(("hdmi", "out"), ("hdmi", "through"))


def test_what_does_not_fit_is():
    assert warnings(("hdmi", "out"), ("vga", "in")) == 1
    assert warnings(("hdmi", "out"), ("hdmi", "out")) == 1
    assert warnings(("hdmi", "in"), ("sdi", "in")) == 2
