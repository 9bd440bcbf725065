"""Ports before they are added, in words."""

from fieldforms.errors import N_
from fieldforms.flow.cabling.signals import DIRECTIONS, signal_in_words
from fieldforms.web import page


def words_of_kinds(proposal) -> str:
    """HDMI 高清 输入 ×16（空闲 5），网络 双向 ×1: of ports before they are added."""
    kinds: dict[tuple[str, str], list[dict]] = {}
    for values, _sure in proposal.new:
        kinds.setdefault((values["signal"], values["direction"]), []).append(values)
    said = []
    for (signal, way), found in kinds.items():
        words = f"{signal_in_words(signal, page.lang())} {page.say(DIRECTIONS[way])} ×{len(found)}"
        free = sum(values["stated"] == "free" for values in found)
        said.append(page.say(N_("%(words)s（空闲 %(n)s）"), words=words, n=free) if free else words)
    return ("，" if page.lang() == "zh" else ", ").join(said)
