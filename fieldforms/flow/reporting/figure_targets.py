"""What was agreed of what a figure measures, where one number holds for all of a line: minutes until a fault was looked at, hours a year."""

from collections.abc import Callable, Iterable, Mapping

from fieldforms.flow.faults.targets import BACK, ON_SITE, AgreedTargets
from fieldforms.flow.reporting.figure_spans import FigureSpan
from fieldforms.flow.reporting.measures import DAYS_A_YEAR
from fieldforms.store import scope
from fieldforms.store.register import clients
from fieldforms.store.reporting.figures import MARKERS

MINUTES_OF_HOUR = 60
Narrowed = Mapping[str, int | str | tuple]
AgreedOf = Callable[[Narrowed, FigureSpan], float | None]  # of what is narrowed to this, in that time


def agreed_minutes_until(name: str, viewer: scope.Viewer, asked: Iterable[int]) -> AgreedOf:
    """None where the urgency is open: targets differ by it."""
    agreed = AgreedTargets(asked)

    def of_line(narrowed: Narrowed, span: FigureSpan) -> float | None:
        urgency = narrowed.get("urgency")
        if not urgency or urgency in MARKERS:
            return None
        return getattr(agreed.target(client_narrowed_to(narrowed), str(urgency)), name)

    return of_line


def agreed_hours(viewer: scope.Viewer, asked: Iterable[int]) -> AgreedOf:
    """As many minutes as the contract's hours a year come to in that time; of all work of one client only."""
    hours = {client: each for client in asked if (each := hours_per_year(viewer, client))}

    def of_line(narrowed: Narrowed, span: FigureSpan) -> float | None:
        client = client_narrowed_to(narrowed)
        if client not in hours or narrowed.keys() != {"client"}:
            return None
        return hours[client] * MINUTES_OF_HOUR * span.days / DAYS_A_YEAR

    return of_line


def hours_per_year(viewer: scope.Viewer, client: int) -> int | None:
    row = clients.get_client(viewer, client)
    return row.hours_per_year if row else None


def client_narrowed_to(narrowed: Narrowed) -> int | None:
    client = narrowed.get("client")
    return client if isinstance(client, int) else None


def times_agreed(name: str) -> Callable[[scope.Viewer, Iterable[int]], AgreedOf]:
    return lambda viewer, asked: agreed_minutes_until(name, viewer, asked)


UNTIL_RESPONSE, UNTIL_RESTORED = times_agreed(ON_SITE), times_agreed(BACK)
