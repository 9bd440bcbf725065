"""Ink as data: what counts as a signature, what is refused, how it is drawn."""

import re
from pathlib import Path
from urllib.parse import quote_plus, unquote_plus

import pytest

import fieldforms
from fieldforms.forms import strokes
from fieldforms.paper.strokes import draw_into_box
from tests.paper import samples


def line(*points):
    return {"points": [{"x": x, "y": y} for x, y in points]}


def test_the_pad_and_the_server_ask_for_the_same_least():
    pad = (Path(fieldforms.__file__).parent / "static/js/signature.js").read_text("utf-8")
    assert f"LEAST = {{ length: {strokes.MIN_LENGTH}, extent: {strokes.MIN_EXTENT} }}" in pad


def test_a_tap_is_no_signature():
    assert not strokes.is_signature([line((100, 80))])
    assert not strokes.is_signature([line((100, 80), (101, 80), (101, 82))])


def test_an_empty_pad_is_no_signature():
    assert not strokes.is_signature([])
    assert not strokes.are_as_long_as([], 0.01)


def test_jitter_on_the_spot_is_no_signature_however_long():
    assert not strokes.is_signature([line(*((100 + n % 3, 80 - n % 2) for n in range(200)))])


def test_people_called_ding_wang_and_yi_can_sign():
    yi = [line((60, 90), (130, 88))]
    ding = [line((60, 40), (110, 40)), line((85, 40), (85, 100), (78, 94))]
    wang = [line((60, y), (110, y)) for y in (40, 65, 90)] + [line((85, 40), (85, 90))]
    assert all(strokes.is_signature(name) for name in (yi, ding, wang))


def test_the_way_between_two_strokes_is_not_ink():
    drawn = strokes.lines_of_strokes([line((0, 0), (3, 4)), line((500, 500), (500, 510))])
    assert strokes.are_as_long_as(drawn, 15)
    assert not strokes.are_as_long_as(drawn, 15.01)


def test_ink_is_read_as_it_was_written_to_the_hundredth():
    drawn = [
        {
            "penColor": "red",
            "points": [
                {"x": 1.23456, "y": 2, "time": 1763964667123, "pressure": 0.5},
                {"x": 1.1, "y": -2, "time": 1763964667139, "pressure": 0, "z": 1},
            ],
        },
        {"points": []},
        {"points": [{"x": 300, "y": 0.004, "time": 1763964668000, "pressure": 1}]},
    ]
    text = strokes.write(drawn)
    assert text == "123_200_1763964667123_50_-13_-400_16_-50 30000_0_1763964668000_100"
    assert strokes.read(text) == [
        {
            "points": [
                {"x": 1.23, "y": 2, "time": 1763964667123, "pressure": 0.5},
                {"x": 1.1, "y": -2, "time": 1763964667139, "pressure": 0},
            ]
        },
        {"points": [{"x": 300, "y": 0, "time": 1763964668000, "pressure": 1}]},
    ]


def test_a_form_sends_ink_without_escapes():
    text = strokes.write(samples.ink())
    assert unquote_plus(quote_plus(text)) == text and quote_plus(text).replace("+", " ") == text


POINT = "1_2_3_4"


@pytest.mark.parametrize(
    "sent",
    [
        "ink",
        "[]",
        '[{"points": []}]',
        "1",
        "1_2_3",
        f"{POINT}_5",
        f"{POINT}  {POINT}",
        f" {POINT}",
        f"{POINT}\n",
        "1_2_3_",
        "1.5_2_3_4",
        "1_2_3_nan",
        "--1_2_3_4",
        "١_2_3_4",
        "1000001_0_0_0",
        "0_-1000001_0_0",
        "600000_0_0_0_600000_0_0_0",
        "1_2_3_101",
        f"1_2_{10**15 - 1}_4",
        f"{10**400}_2_3_4",
        " ".join([POINT] * 401),
        " ".join(["_".join([POINT] + ["0_0_0_0"] * 10_000)] * 2),
        "1" * 1_000_000,
    ],
)
def test_what_is_not_ink_is_refused_with_a_sentence(sent):
    with pytest.raises(ValueError, match=r"^[A-Z].*\.$"):
        strokes.read(sent)


def test_the_largest_signature_allowed_passes():
    stroke = "_".join(["-1000000_1000000_100000000000000_100"] + ["0_0_0_0"] * 49)
    assert len(strokes.read(" ".join([stroke] * 400))) == 400


def test_a_drawing_fills_its_box_and_keeps_its_proportions():
    drawing = draw_into_box([line((100, 100), (300, 100)), line((100, 200), (300, 200))], 104, 104)
    assert drawing.view_box == "0 0 104 104"
    points = [
        tuple(map(float, pair)) for d in drawing.paths for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", d)
    ]
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (2, 102)
    assert (min(y for _, y in points), max(y for _, y in points)) == (27, 77)


def test_one_path_for_each_touch_and_a_dot_is_drawn():
    drawing = draw_into_box(samples.ink(), 156, 56)
    assert len(drawing.paths) == 3
    assert drawing.paths[2].endswith("l.01 0")


def test_nothing_is_drawn_of_nothing():
    assert draw_into_box([], 100, 50).paths == ()
