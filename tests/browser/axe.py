"""Accessibility as axe sees it, and what a finger reaches."""

from pathlib import Path

HERE = Path(__file__).parent


SCRIPTS = (HERE / "vendor/axe-core@4.14.1/axe.min.js").read_text() + (HERE / "look.js").read_text()


AXE = """() => axe.run({
  runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]},
  rules: {"target-size": {enabled: true}},
  resultTypes: ["violations"],
}).then(({violations}) => violations.flatMap(({id, nodes}) =>
  nodes.map(({target, failureSummary}) => `${id} ${target} ${failureSummary}`)))"""


def touched(page) -> dict[str, list]:
    return {
        "smaller than 44 px": page.evaluate("look.small(44)"),
        "main buttons lower than 48 px": page.evaluate("look.low(48)"),
        "inputs that make phones zoom": page.evaluate("look.tiny(16)"),
    }
