"""Each figure of the statistics in one number, beside that of the span before."""

from dataclasses import dataclass

from fieldforms.flow.people.actors import Actor
from fieldforms.flow.reporting.counted_figures import FigureAsked, total_of_span
from fieldforms.flow.reporting.figure_spans import FigureSpan
from fieldforms.flow.reporting.figures import ALL_FIGURES, Figure
from fieldforms.flow.reporting.measures import Measured


@dataclass(frozen=True)
class FigureAtAGlance:
    figure: Figure
    head: str  # what the number is
    now: Measured
    before: Measured

    @property
    def number(self) -> str:
        return self.now.cells[self.figure.headline].text

    @property
    def number_before(self) -> str:
        return self.before.cells[self.figure.headline].text


def figures_at_a_glance(actor: Actor, span: FigureSpan, lang: str) -> dict[str, list[FigureAtAGlance]]:
    """Group → its figures. Raises NotAllowed."""
    found: dict[str, list[FigureAtAGlance]] = {}
    for figure in ALL_FIGURES:
        asked = FigureAsked(actor, figure, span, {}, lang)
        now, before = total_of_span(asked, span), total_of_span(asked, span.before)
        head = asked.measure.columns(lang)[figure.headline]
        found.setdefault(figure.group, []).append(FigureAtAGlance(figure, head, now, before))
    return found
