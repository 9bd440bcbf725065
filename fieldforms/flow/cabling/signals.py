"""The signals that go through ports, as data (signals.toml), and what fits what."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from fieldforms.errors import N_
from fieldforms.i18n import pick

# The company's five drawings (company.md), in their order.
SYSTEMS = {
    "audio": N_("音频"),
    "video": N_("视频"),
    "control": N_("中控"),
    "network": N_("网络"),
    "power": N_("电源"),
}
DIRECTIONS = {"in": N_("输入"), "out": N_("输出"), "both": N_("双向"), "through": N_("直通")}
OTHER_PREFIX = "X"  # of a cable whose signal nobody named


@dataclass(frozen=True)
class Signal:
    """`label`: in each language. `sheet`: one of SYSTEMS. `line`, `hue`: how drawings show it. `both`: does it go both ways?"""

    key: str
    label: dict[str, str]
    sheet: str
    line: str
    hue: str
    both: bool
    prefix: str
    words: tuple[str, ...]
    connectors: tuple[str, ...]


def read_signals() -> dict[str, Signal]:
    text = resources.files(__package__).joinpath("signals.toml").read_text(encoding="utf-8")
    return {key: signal_of_row(key, row) for key, row in tomllib.loads(text).items()}


def signal_of_row(key: str, row: dict) -> Signal:
    label = {"zh": row["zh"], "en": row["en"]}
    words, connectors = tuple(row["words"]), tuple(row["connectors"])
    return Signal(key, label, row["sheet"], row["line"], row["hue"], row.get("both", False), row["prefix"], words, connectors)  # fmt: skip


SIGNALS = read_signals()
SIGNAL_LABELS = {key: signal.label for key, signal in SIGNALS.items()}


def signal_in_words(key: str, lang: str) -> str:
    """One that is in no table any more, by its own name."""
    return pick(SIGNAL_LABELS[key], lang) if key in SIGNALS else key


def system_of_signal(key: str) -> str:
    """The drawing it stands on; "" when nobody said what it is."""
    return SIGNALS[key].sheet if key in SIGNALS else ""


def prefix_of_signals(*keys: str) -> str:
    """How numbers of cables begin that carry the first of these that is known."""
    return next((SIGNALS[key].prefix for key in keys if key in SIGNALS), OTHER_PREFIX)


# What is plugged in one end and comes out of the other: a mismatch is warned of, never refused (adapters exist).

CARRIES_ALIKE = ({"mic", "line", "line_unbalanced"}, {"ethernet", "network_audio", "network_video"})

TWO_SIGNALS = N_("信号不一样：%(one)s 和 %(other)s")
TWO_OUTPUTS = N_("两端都是输出")
TWO_INPUTS = N_("两端都是输入")


def mismatches_of_ports(one, other) -> Iterator[tuple[str, dict]]:
    """(sentence, what fills it) of what does not fit. `one`, `other`: ports, with signal and direction."""
    signals = {one.signal, other.signal} - {""}
    if len(signals) == 2 and not any(signals <= alike for alike in CARRIES_ALIKE):
        yield TWO_SIGNALS, {"one": SIGNAL_LABELS.get(one.signal, one.signal), "other": SIGNAL_LABELS.get(other.signal, other.signal)}  # fmt: skip
    if one.direction == other.direction == "out":
        yield TWO_OUTPUTS, {}
    if one.direction == other.direction == "in":
        yield TWO_INPUTS, {}
