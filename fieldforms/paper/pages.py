"""What stays together on a page: by estimates, long before anything is laid out."""

from collections.abc import Sequence

from fieldforms.paper import fonts

TOGETHER = 200  # millimetres, by a rough estimate, that surely fit on one page and are not torn apart
LINE, LABEL = 40, 8  # Chinese characters in a line of a wide answer, and of a label


def groups_of_parts(parts: Sequence[dict]) -> list[dict]:
    """A part and its signings stay on one page: nobody signs an empty page. Long ones may break."""
    found: list[dict] = []
    for part in parts:
        if part["layout"] in ("signing", "stamp") and found:
            found[-1]["parts"].append(part)
        else:
            found.append({"parts": [part]})
    for group in found:
        group["together"] = sum(height_of_part(part) for part in group["parts"]) <= TOGETHER
    return found


def height_of_part(part: dict) -> float:
    """About how many millimetres a part takes; a table is left to break between its rows."""
    if part["layout"] == "table":
        return TOGETHER + 1
    if part["layout"] == "stamp":
        return 6
    if part["layout"] == "signing":
        return 23 + 8 * count_lines(part["reason"])
    printed = [line for run in part["runs"] for line in run]
    if any(row["face"].grid for line in printed for row in line):
        return TOGETHER + 1
    wide = part["layout"] == "acceptance"
    return 15 + sum(5 + max(row_height(row, wide, len(line)) for row in line) for line in printed)


def row_height(row: dict, wide: bool, beside: int) -> float:
    """`wide`: the label stands in front of its answer, on lines as wide as the sheet; `beside`: rows on the line."""
    label = fonts.width_in_ems(row["label"])
    boxes = sum(3 + fonts.width_in_ems(box.label) for box in row["face"].boxes)
    text = row["lines"] * (3 if beside > 1 else 1)
    most = 1 + (label + boxes) // LINE + text if wide else max(text, 1 + label // LABEL, 1 + boxes // LINE)
    return max(5 * most, 16 if row["kind"] == "long_text" else 0, 33 if row["to_draw"] else 0)


def count_lines(text: str) -> int:
    """About how many lines a long text takes."""
    return sum(1 + int(fonts.width_in_ems(line) / LINE) for line in text.splitlines())
