"""The contract strip (company.md): warranty, contract period, calls left, visits of this year."""

from dataclasses import dataclass
from datetime import timedelta

from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans
from fieldforms.flow.register import answer_sources
from fieldforms.flow.register.register_columns import SERVICE_MODES
from fieldforms.store.library import definitions
from fieldforms.store.models import Client
from fieldforms.store.register import devices

SOON_DAYS = 30  # days before an end from which it stands out
FEW_CALLS = 3


@dataclass(frozen=True)
class Ending:
    """An ISO day on which something ends; `state`: "", "soon" (within 30 days) or "over"."""

    day: str
    state: str


@dataclass(frozen=True)
class Contract:
    """`type` as in columns.CLIENT_TYPES or "". Days are ISO or "". `calls_left` and `visits_agreed` are None where nothing is agreed. `modes`: words.

    `expired`: what the client is served under has ended: under warranty that, else the contract.
    """

    type: str
    warranty: Ending
    since: str
    ends: Ending
    expired: bool
    calls_left: int | None
    calls_total: int | None
    visits_done: int
    visits_agreed: int | None
    modes: tuple[str, ...]

    @property
    def few_calls(self) -> bool:
        return self.calls_left is not None and self.calls_left <= FEW_CALLS


def contract_of_client(client: Client) -> Contract:
    warranty, ends = ending_on_day(client.warranty_until), ending_on_day(client.contract_until)
    return Contract(
        type=answer_sources.client_type(client),
        warranty=warranty,
        since=client.contract_from,
        ends=ends,
        expired=served_until(client).state == "over",
        calls_left=calls_left(client),
        calls_total=client.calls_total,
        visits_done=visits_done(client),
        visits_agreed=visits_agreed(client),
        modes=tuple(SERVICE_MODES[name] for name in client.service_modes),
    )


def served_until(client: Client) -> Ending:
    """When that ends under which the client is served: the warranty, else the contract."""
    under_warranty = answer_sources.client_type(client) == "under_warranty"
    return ending_on_day(client.warranty_until if under_warranty else client.contract_until)


def ending_on_day(day: str) -> Ending:
    soon = (local_time.date_today() + timedelta(days=SOON_DAYS)).isoformat()
    return Ending(day, "" if not day or day > soon else "soon" if day >= local_time.today() else "over")


def calls_left(client: Client) -> int | None:
    """Each sheet that asks under which contract the client is served is one call of it."""
    if client.calls_total is None:
        return None
    since = local_time.start_of(client.contract_from)
    return max(0, client.calls_total - devices.count_served(client.id, forms_that_ask("client_type"), since))


def visits_done(client: Client, year: str = "") -> int:
    """Days of a year (this one) on which maintenance was done, as its reports say: several reports of a day are one visit."""
    first = local_time.start_of(f"{year or local_time.today()[:4]}-01-01")
    times = devices.moments_served(client.id, forms_that_ask("maintenance_date"), first)
    return len(
        {day for at in times if (day := local_time.date_of(at)).year == local_time.date_of(first).year}
    )


def visits_agreed(client: Client) -> int | None:
    """As the contract says; where it is silent, what the maintenance calendar plans for this year."""
    return client.visits_per_year or plans.visits_this_year(client)[1] or None


def forms_that_ask(means: str) -> list[str]:
    return [row.key for row in definitions.in_use() if definitions.read_definition(row).meanings.get(means)]
