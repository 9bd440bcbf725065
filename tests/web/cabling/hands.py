"""A room whose diagram is known, what a drawing says, and what the page of free ports lists."""

import re
from xml.etree import ElementTree

from tests import cables

SPACE = "{http://www.w3.org/2000/svg}"


class Drawing:
    """What a drawing says: `boxes` by device, with their ports (name → classes); `lines` by number, with both ends' texts."""

    def __init__(self, text: str):
        found = re.search(r"<svg .*</svg>", text, re.DOTALL)
        self.svg = ElementTree.fromstring(found.group(0)) if found else None
        self.boxes, self.lines, self.legend = {}, {}, []
        for group in self.svg.iter(f"{SPACE}g") if found else ():
            if "data-box" in group.attrib:
                name = group.findall(f"{SPACE}title")[-1].text
                self.boxes[name] = {
                    port.find(f"{SPACE}text").text: port.get("class")
                    for port in group
                    if "data-port" in port.attrib
                }
            if "data-line" in group.attrib:
                texts = [each.text for each in group.findall(f"{SPACE}text")]
                assert texts[0] == texts[1], "the number stands at both ends"
                self.lines[texts[0]] = group.get("class")
            if "legend" in (group.get("class") or ""):
                self.legend.append(group.find(f"{SPACE}text").text)

    @property
    def words(self) -> str:
        return "|".join(each.text or "" for each in self.svg.iter(f"{SPACE}text"))


def known_room(world):
    """A camera and a computer on a matrix, a screen behind it, a switch; the screen's second input is free."""
    office = world.office
    camera, computer, matrix, screen = (
        cables.add_device(office, name, category)
        for name, category in (
            ("摄像机", "camera"),
            ("电脑", "player"),
            ("矩阵", "matrix"),
            ("大屏", "display"),
        )
    )
    ports = cables.wired(
        world,
        "sunmin",
        {
            camera: "HDMI 输出，LAN",
            computer: "HDMI 输出，LAN",
            matrix: "HDMI 输入 ×3 / 输出 ×1，LAN",
            screen: "HDMI 输入 ×2",
        },
    )
    for one, other in (
        (("摄像机", "HDMI 输出"), ("矩阵", "HDMI 输入 1")), (("电脑", "HDMI 输出"), ("矩阵", "HDMI 输入 2")),
        (("矩阵", "HDMI 输出"), ("大屏", "HDMI 输入 1")), (("矩阵", "LAN"), ("电脑", "LAN")),
    ):  # fmt: skip
        cables.connect(world, "sunmin", ports[one], ports[other])
    return ports


def found_ports(world, login="sunmin", **asked) -> str:
    """What is listed below the questions."""
    page = world.browser(login).get("/devices/ports", query_string=asked).text
    return page.rpartition("</form>")[2]
