"""The words that people put beside a port's signal: which connector, which gender; and what of them nobody here understands. Pure."""

import re
import unicodedata
from functools import cache

from fieldforms.flow.cabling.signals import SIGNALS

WAYS = (
    ("through", re.compile(r"直通|through\b|thru\b")),
    ("out", re.compile(r"输出|发送|环出|(?<![a-z])(?:out|output|loop)(?![a-z])")),
    ("in", re.compile(r"输入|接收|(?<![a-z])(?:in|input)(?![a-z])")),
    ("both", re.compile(r"双向|(?<![a-z])(?:i/o|in/out)(?![a-z])")),
)
POLES = r"\s*-?\s*([2-9]|1[0-9])\s*(?:p(?:in)?(?![a-z])|芯|位|针)"
# What stands there → the connector, its poles put in where they are said. The first that fits counts.
CONNECTORS = (
    (rf"(?:凤凰|phoenix|欧式|插拔式?)\s*(?:接?线?端子|插?头|座|connector|terminal)?{POLES}", "Phoenix {}P"),
    (rf"{POLES}\s*(?:凤凰|phoenix|欧式)\s*(?:接?线?端子|插?头|座)?", "Phoenix {}P"),
    (r"(?:凤凰|phoenix|欧式)\s*(?:接?线?端子|插?头|座)?", "Phoenix"),
    (rf"(?:接线)?端子(?:排|台)?{POLES}", "terminal {}P"),
    (r"接线端子(?:排|台)?", "terminal"),
    (rf"(?:xlr|卡侬|卡农){POLES}|{POLES}\s*(?:xlr|卡侬|卡农)|xlr-([3-7])(?![0-9])", "XLR-{}"),
    (r"(?<![a-z])xlr|卡侬|卡农", "XLR-3"),
    (r"大三芯|(?<![a-z])trs(?![a-z])|6\.35(?:\s*mm)?", "TRS 6.35"),
    (r"莲花|(?<![a-z])rca(?![a-z])", "RCA"),
    (r"小三芯|3\.5\s*(?:mm|毫米)", "3.5 mm"),
    (r"(?<![a-z])(?:db|de|d-sub)\s*-?\s*9(?![0-9])|九针", "DE-9"),
    (r"(?<![a-z])(?:db|de|d-sub)\s*-?\s*15(?![0-9])", "DE-15"),
    (r"(?<![a-z])ethercon", "etherCON"),
    (r"(?<![a-z])rj-?45(?![0-9])|水晶头", "RJ45"),
    (r"speakon\s*nl([248])", "speakON NL{}"),
    (r"(?<![a-z])(?:usb|type)-c(?![a-z])", "USB-C"),
    (r"usb[ -]?([ab])(?![a-z])", "USB {}"),
    (r"(?<![a-z])(sfp|lc|sc|tnc|sma)(?:\+|(?![a-z]))", "{}"),
)  # fmt: skip
GENDERS_IN_WORDS = {
    "female": r"母(?:头|座|口|插座?|端|孔)?(?![线版])|(?<![a-z])female(?![a-z])|(?<=xlr)[ -]?f(?![a-z0-9])",
    "male": r"(?<![办主])公(?:头|座|口|插|端|针)?(?![司共用室放区安园寓众里])|(?<![a-z])male(?![a-z])|(?<=xlr)[ -]?m(?![a-z0-9])",
}
GENDER_ALONE = {"female": re.compile(r"f"), "male": re.compile(r"m")}  # in brackets: (F)
# Understood, and part of a name: which port it is, and how good.
ORDINARY = (
    "接口 端口 插口 插座 接头 端子 通道 信号 数据 控制 主用 备用 前面板 后面板 面板 背板 背面 正面 高清 超清 数字 模拟 立体声 单声道 平衡 标准 "
    "千兆 百兆 万兆 视频 音频 屏幕 级联 级连 监听 监视 本地 远程 扩展 以太 电源 供电 主 备 前 后 左 右 上 下 中 口 端 路 屏 号 第 针 孔 芯 头 座 "
    "main aux port channel ch console mgmt management ctrl control ctl video audio digital analog analogue balanced stereo mono left right data uplink "
    "primary secondary pri sec wan phones phone loop link ext front rear pc pgm pvw pst program preview backup mix sub send return monitor mon local "
    "remote ptz poe hd uhd fhd full net eth fe ge gbe mm pin p vdc vac v k hz i o"
).split()  # fmt: skip
MEASURES_OF_SIGNALS = re.compile(
    r"(?<![a-z0-9])(?:[248]k(?:\s*@?\s*[0-9]{2}(?:hz)?)?|(?:480|576|720|1080|2160)[pi](?:[0-9]{2})?|[0-9]+\s*x\s*[0-9]+"
    r"|[0-9.]+\s*(?:v|hz|khz|mm|g|m|gbps|w|ω))(?![a-z0-9])"
)
WORD_OF_LETTERS = re.compile(r"[^\W\d_]+")


def folded_text(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def folded_in_place(text: str) -> str:
    """As `folded_text`, sign by sign: what stands at a place of it stands there in the text."""
    folded = [folded_text(sign) for sign in text]
    return "".join(new if len(new) == 1 else old for old, new in zip(text, folded, strict=True))


def gender_of_words(text: str) -> tuple[str, str]:
    """(gender, the words without what says it). Where both are said, neither is meant and the words stay."""
    plain = folded_in_place(text)
    found = {
        gender: spans for gender, pattern in GENDERS_IN_WORDS.items() if (spans := spans_of(pattern, plain))
    }
    if len(found) != 1:
        return "", text
    [(gender, spans)] = found.items()
    return gender, " ".join(without_spans(text, spans).split())


def says_both_genders(text: str) -> bool:
    """ "公 ×2 母 ×2": which of them is which is not for us to say."""
    plain = folded_in_place(text)
    return all(re.search(pattern, plain) for pattern in GENDERS_IN_WORDS.values())


def gender_alone(text: str) -> str:
    """Of what stands in brackets: F, M."""
    plain = folded_text(text).strip()
    return next((gender for gender, pattern in GENDER_ALONE.items() if pattern.fullmatch(plain)), "")


def connector_of_words(text: str) -> str:
    """ "" where the words name none."""
    plain = folded_in_place(text)
    for pattern, name in CONNECTORS:
        found = re.search(pattern, plain)
        if found:
            said = next(filter(None, found.groups()), "")
            return name.format(said.upper())
    return ""


def unknown_words(text: str) -> list[tuple[int, int]]:
    """Where in it words stand that say nothing we know. A letter alone is what a panel numbers by: LINE OUT L."""
    plain = folded_in_place(text)
    for pattern in known_patterns():
        plain = pattern.sub(lambda found: " " * len(found[0]), plain)
    return [each.span() for each in WORD_OF_LETTERS.finditer(plain) if not is_letter_alone(each[0])]


def says_unknown(text: str) -> bool:
    """Of what stands in brackets: a word or number that is not understood."""
    plain = folded_in_place(text)
    for pattern in known_patterns():
        plain = pattern.sub(" ", plain)
    return any(sign.isalnum() for sign in plain)


def is_letter_alone(word: str) -> bool:
    return len(word) == 1 and word.isascii()


def without_spans(text: str, spans: list[tuple[int, int]]) -> str:
    for begin, end in sorted(spans, reverse=True):
        text = f"{text[:begin]} {text[end:]}"
    return " ".join(text.split())


def spans_of(pattern: str, plain: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer(pattern, plain)]


@cache
def known_patterns() -> tuple[re.Pattern, ...]:
    """What is taken out of words, in this order: connectors, signals, ways, measures, then what is ordinary."""
    ordinary = sorted(ORDINARY, key=len, reverse=True)
    latin = "|".join(word for word in ordinary if word.isascii())
    han = "|".join(word for word in ordinary if not word.isascii())
    return (
        *(re.compile(pattern) for pattern, _name in CONNECTORS),
        *(pattern for _word, pattern, _key in signal_words()),
        *(pattern for _way, pattern in WAYS),
        MEASURES_OF_SIGNALS,
        re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])"),
        re.compile(han),
    )


@cache
def signal_words() -> list[tuple[str, re.Pattern, str]]:
    """(word, its pattern, signal), the longest first. Spaces count for nothing, letters end where others begin."""
    found = []
    for key, signal in SIGNALS.items():
        for word in signal.words:
            plain = folded_text(word)
            pattern = r"\s*".join(map(re.escape, plain.replace(" ", "")))
            found.append((plain, re.compile(rf"(?<![a-z]){pattern}(?![a-z])"), key))
    return sorted(found, key=lambda each: -len(each[0]))
