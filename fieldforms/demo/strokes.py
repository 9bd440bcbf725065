"""Drawn signatures for the demonstration: names written as a hurried hand would write them.

The skeletons are ours: each character is a few polylines on a field of 100 × 100 (y grows downwards), in writing
order. `/` lifts the pen, `~` marks a place where a fluent hand may run on without lifting it. Nothing here is anybody's
real signature.
"""

import math
from itertools import pairwise
from random import Random

STROKES_WIDTH, HEIGHT = 600, 260
PEN = "#1a2233"
STEP_MS = 16  # browsers report a pointer about sixty times a second

SKELETONS = {
    "丁": "16,24 84,17 ~ 54,20 54,50 52,86 36,72",
    "大": "14,41 50,37 87,32 / 50,8 48,40 35,66 10,90 / 49,42 64,66 92,84",
    "小": "52,8 52,50 50,86 36,74 ~ 28,36 24,50 10,64 / 72,33 82,44 90,60",
    "方": "48,4 55,15 / 12,29 50,26 90,22 ~ 46,26 40,56 28,76 8,93 / 42,50 74,45 70,74 62,92 48,80",
    "文": "48,5 56,16 / 14,31 50,28 87,24 ~ 66,28 56,54 36,78 10,94 / 30,38 46,60 66,78 94,88",
    "王": "20,20 76,14 ~ 24,48 72,43 ~ 47,16 47,50 45,82 ~ 10,86 90,80",
    "玉": "20,20 76,14 ~ 24,48 72,43 ~ 47,16 47,50 45,82 ~ 10,86 90,80 / 66,58 76,70",
    "立": "46,5 54,18 / 18,32 82,26 / 32,42 40,66 ~ 68,38 58,72 ~ 8,88 50,84 94,81",
    "平": "18,20 82,14 ~ 30,32 38,45 ~ 70,27 60,44 ~ 8,60 50,56 93,51 ~ 51,18 51,60 50,97",
    "于": "24,20 76,14 ~ 8,47 50,44 93,40 ~ 52,18 53,56 51,88 35,76",
    "天": "24,21 76,15 ~ 10,47 50,44 91,40 / 50,18 47,48 32,74 8,93 / 50,48 66,72 94,88",
    "云": "28,18 72,12 ~ 8,42 50,38 92,34 ~ 48,40 36,60 22,81 50,79 80,71 / 66,56 76,70 84,88",
    "月": "30,8 31,46 25,72 8,95 / 30,11 75,6 75,50 73,90 58,80 / 32,35 72,31 ~ 31,58 72,54",
    "田": "16,21 18,52 20,85 / 16,23 85,16 84,48 81,81 / 50,20 51,50 50,80 ~ 20,51 82,46 ~ 20,83 82,78",
    "永": "44,3 56,14 / 30,28 55,25 54,60 52,91 37,80 / 10,46 38,41 28,62 6,82 / 82,28 70,38 57,46 ~ 68,66 96,88",
    "马": "24,15 70,10 67,28 64,46 / 34,16 27,49 55,48 83,44 81,70 72,95 55,82 / 6,71 36,68 66,65",
    "叶": "12,30 14,64 / 12,32 37,28 34,60 ~ 14,63 35,60 / 44,47 70,44 96,39 ~ 71,10 71,50 69,97",
    "江": "15,12 27,23 / 6,38 18,47 ~ 6,88 16,80 31,56 / 42,25 87,19 ~ 65,22 64,80 ~ 34,86 97,79",
    "华": "36,5 26,24 8,42 / 25,28 24,58 / 78,12 66,24 52,33 / 56,7 57,42 66,51 88,50 92,36 / 8,68 50,64 93,60 ~ 50,50 51,74 49,99",
    "林": "8,33 28,30 47,26 ~ 29,8 30,50 28,92 / 29,35 20,53 4,68 / 33,42 45,55 ~ 52,31 72,28 95,24 ~ 74,5 74,50 72,95"
    " / 72,32 63,55 48,76 / 76,36 86,58 101,76",
    "李": "14,23 48,20 84,16 ~ 50,3 51,26 49,49 / 47,22 34,37 10,49 / 53,21 66,34 92,43"
    " / 30,58 54,56 71,52 52,67 56,80 50,97 36,88 / 8,77 50,74 94,68",
    "张": "10,18 38,13 35,33 ~ 14,36 35,33 ~ 14,36 11,56 39,51 37,76 28,95 16,84 / 82,12 70,28 54,38"
    " / 46,53 70,50 96,44 / 61,10 62,50 60,91 77,76 / 65,50 78,70 100,88",
    "孙": "8,25 40,19 26,38 30,62 26,90 12,80 / 2,66 24,60 46,50 / 72,8 73,50 71,88 57,76 / 56,37 44,62 / 86,30 98,54",
    "明": "13,25 13,74 / 13,27 39,22 38,70 / 15,48 37,45 ~ 14,72 38,69"
    " / 57,10 58,48 52,74 36,94 / 57,13 88,8 88,50 85,91 71,80 / 59,36 85,32 ~ 58,58 85,54",
    "红": "28,5 10,32 33,28 ~ 36,26 8,60 37,54 / 4,85 22,78 41,68 / 48,28 90,22 ~ 69,25 68,80 ~ 42,86 99,79",
    "国": "13,15 15,52 14,92 / 13,17 87,10 88,50 86,93 / 30,33 70,29 ~ 50,31 50,70 ~ 34,51 67,47 ~ 27,73 75,67"
    " / 60,54 69,63 / 16,90 86,86",
    "志": "14,20 50,16 87,12 ~ 50,2 51,38 ~ 26,41 76,36 / 22,58 10,82 / 36,55 40,84 56,95 78,90 79,74 / 50,52 58,63"
    " ~ 78,50 92,67",
    "建": "42,15 81,10 78,36 / 33,27 96,21 ~ 42,39 78,36 ~ 40,51 82,46 ~ 34,65 93,59 ~ 60,1 61,50 59,84"
    " / 6,25 31,20 14,47 31,44 22,68 2,86 / 6,58 32,82 102,93",
}


def draw_name(name: str, seed: int) -> list[dict]:
    """The groups signature_pad's `toData()` would give for `name`, drawn in a box of 600 × 260 CSS pixels.

    The name fixes the hand (slant, rise, how much runs together); `seed` varies one signing from the next, as people
    do. Point times are milliseconds from the first touch. Raises KeyError for a character without a skeleton.
    """
    skeletons = [SKELETONS[character] for character in name]
    hand = _hand(name)
    rng = Random(f"{name}/{seed}")
    placed = _place(skeletons, hand, rng)
    clock = 0.0
    groups = []
    for line in placed:
        points, clock = _draw(line, clock, hand, rng)
        groups.append(_group(points))
        clock += rng.uniform(50, 120)
    return groups


def _hand(name: str) -> dict:
    """What stays the same whenever this person signs."""
    rng = Random(name)
    return {
        "slant": rng.uniform(0.04, 0.26),
        "rise": rng.uniform(0.02, 0.10),
        "fluent": rng.uniform(0.45, 0.95),
        "narrow": rng.uniform(0.80, 1.0),
        "close": rng.uniform(0.80, 0.94),
        "shrink": rng.uniform(0.74, 0.95),
        "speed": rng.uniform(0.6, 0.95),  # CSS pixels a millisecond at full pace
        "round": rng.uniform(0.24, 0.40),
        "bow": rng.uniform(0.02, 0.055),
    }


def _place(skeletons: list[str], hand: dict, rng: Random) -> list[list[tuple[float, float]]]:
    """Sets the characters one after the other, then fits the whole into the box."""
    lines = []
    left = 0.0
    for place, skeleton in enumerate(skeletons):
        size = rng.uniform(0.94, 1.06) * (1.15 if place == 0 else hand["shrink"])
        drop = 60 * (1.1 - size) + rng.uniform(-5, 7)  # later characters sit lower than the middle
        wide = size * hand["narrow"]
        for line in _runs(skeleton, hand["fluent"], rng):
            drawn = _bow_line(_unsteady(line, rng), hand["bow"])
            lines.append([_lean(left + x * wide, drop + y * size, hand) for x, y in drawn])
        left += 100 * wide * hand["close"]
    return _fit(lines, rng)


def _runs(skeleton: str, fluent: float, rng: Random) -> list[list[tuple[float, float]]]:
    """The lines drawn without lifting the pen: strokes, run together where this hand does so."""
    runs = []
    for lifted in skeleton.split("/"):
        run: list[tuple[float, float]] = []
        for part in lifted.split("~"):
            stroke = [_point(pair) for pair in part.split()]
            if run and rng.random() > fluent:
                runs.append(run)
                run = []
            run = run + stroke
        runs.append(run)
    return runs


def _point(pair: str) -> tuple[float, float]:
    x, y = pair.split(",")
    return float(x), float(y)


def _unsteady(line: list[tuple[float, float]], rng: Random) -> list[tuple[float, float]]:
    """Moves a stroke as a whole more than its points: a hand misses the place, not the shape."""
    shift_x, shift_y = rng.gauss(0, 1.6), rng.gauss(0, 1.6)
    return [(x + shift_x + rng.gauss(0, 1.1), y + shift_y + rng.gauss(0, 1.1)) for x, y in line]


def _bow_line(line: list[tuple[float, float]], bow: float) -> list[tuple[float, float]]:
    """Puts a point beside the middle of each long part: nobody's arm draws along a ruler."""
    bowed = [line[0]]
    for (x0, y0), (x1, y1) in pairwise(line):
        if math.hypot(x1 - x0, y1 - y0) > 18:
            bowed.append(((x0 + x1) / 2 + (y1 - y0) * bow, (y0 + y1) / 2 - (x1 - x0) * bow))
        bowed.append((x1, y1))
    return bowed


def _lean(x: float, y: float, hand: dict) -> tuple[float, float]:
    return x - y * hand["slant"], y - x * hand["rise"]


def _fit(lines: list[list[tuple[float, float]]], rng: Random) -> list[list[tuple[float, float]]]:
    xs = [x for line in lines for x, _ in line]
    ys = [y for line in lines for _, y in line]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    scale = min(STROKES_WIDTH * 0.84 / wide, HEIGHT * 0.74 / high) * rng.uniform(0.86, 1)
    left = (STROKES_WIDTH - wide * scale) * rng.uniform(0.35, 0.65)
    top = (HEIGHT - high * scale) * rng.uniform(0.4, 0.6)
    return [[((x - min(xs)) * scale + left, (y - min(ys)) * scale + top) for x, y in line] for line in lines]


def _draw(line: list[tuple[float, float]], clock: float, hand: dict, rng: Random) -> tuple[list[dict], float]:
    """Walks the smoothed line at a hand's pace: slow where it sets on, turns and stops, quick between."""
    path = _smooth(line, hand["round"])
    turns = _turning_at(path)
    points = [_sample(path[0], clock, 0.35)]
    walked = 0.0
    length = sum(math.dist(a, b) for a, b in pairwise(path)) or 1.0
    gone = 0.0
    for place in range(1, len(path)):
        step = math.dist(path[place - 1], path[place])
        walked += step
        gone += step
        ends = min(1.0, 0.35 + 3.2 * min(gone, length - gone) / length)
        pace = hand["speed"] * ends * (1 - 0.6 * turns[place]) * STEP_MS
        if walked >= pace or place == len(path) - 1:
            clock += STEP_MS + rng.uniform(-1.5, 1.5)
            points.append(_sample(path[place], clock, 0.78 - 0.38 * ends * (1 - turns[place])))
            walked = 0.0
    return points, clock


def _smooth(line: list[tuple[float, float]], tension: float) -> list[tuple[float, float]]:
    """A cardinal spline through the points; the small tension keeps the corners of 折 recognisable."""
    ends = [line[0], *line, line[-1]]
    path = [line[0]]
    for before, start, end, after in zip(ends, ends[1:], ends[2:], ends[3:], strict=False):
        pieces = max(2, round(math.dist(start, end) / 1.5))
        for piece in range(1, pieces + 1):
            t = piece / pieces
            x, y = (_hermite(t, *four, tension) for four in zip(before, start, end, after, strict=True))
            path.append((x, y))
    return path


def _hermite(t: float, before: float, start: float, end: float, after: float, tension: float) -> float:
    leaving, arriving = tension * (end - before), tension * (after - start)
    return (
        (2 * t**3 - 3 * t**2 + 1) * start
        + (t**3 - 2 * t**2 + t) * leaving
        + (3 * t**2 - 2 * t**3) * end
        + (t**3 - t**2) * arriving
    )


def _turning_at(path: list[tuple[float, float]]) -> list[float]:
    """How sharply the line turns at each point, 0 (straight) to 1 (back on itself), over a few points."""
    turns = [0.0] * len(path)
    for place in range(3, len(path) - 3):
        before, here, after = path[place - 3], path[place], path[place + 3]
        angle = math.atan2(after[1] - here[1], after[0] - here[0]) - math.atan2(
            here[1] - before[1], here[0] - before[0]
        )
        turns[place] = abs(math.remainder(angle, math.tau)) / math.pi
    return turns


def _sample(point: tuple[float, float], clock: float, pressure: float) -> dict:
    return {
        "x": round(point[0], 1),
        "y": round(point[1], 1),
        "time": round(clock),
        "pressure": round(pressure, 2),
    }


def _group(points: list[dict]) -> dict:
    return {
        "penColor": PEN,
        "dotSize": 0,
        "minWidth": 1.0,
        "maxWidth": 4.2,
        "velocityFilterWeight": 0.7,
        "compositeOperation": "source-over",
        "points": points,
    }
