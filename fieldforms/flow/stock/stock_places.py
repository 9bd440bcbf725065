"""Where stock lies, as addresses and forms name it: company, client-3 (its site), person-7 (their bag)."""

from collections.abc import Iterable

from fieldforms import i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.stock.parts import PART_READERS
from fieldforms.store.models import Part, StockPlace
from fieldforms.store.people import accounts
from fieldforms.store.register import clients
from fieldforms.store.stock import stock


def key_of_place(place: StockPlace) -> str:
    return place.kind if place.kind == "company" else f"{place.kind}-{place.client_id or place.user_id}"


def place_with_key(places: Iterable[StockPlace], wanted: str) -> StockPlace | None:
    return next((place for place in places if key_of_place(place) == wanted), None)


def place_name(place: StockPlace | None, lang: str) -> str:
    """Where, in words; what is out of sight is somewhere else."""
    if place is None:
        return i18n.gettext(N_("别处"), lang)
    if place.kind == "company":
        return i18n.gettext(N_("公司库"), lang)
    return place.client.short_name if place.kind == "client" else place.user.name


def place_names_by_language(place: StockPlace) -> dict:
    return {lang: place_name(place, lang) for lang in i18n.LANGUAGES}


def every_place(actor: Actor, part: Part | None = None) -> list[StockPlace]:
    """The company's store, the clients' sites and the bags that the actor may see; of a client's own part only its."""
    served = [client for client in clients.seen_by(actor.viewer) if may_lie_with(part, client)]
    sites = [StockPlace(kind="client", client=client) for client in served]
    bags = [StockPlace(kind="person", user=user) for user in people_with_bags(actor)]
    return stock.place_rows([StockPlace(kind="company"), *sites, *bags])


def may_lie_with(part: Part | None, client) -> bool:
    return part is None or not part.client_id or part.client_id == client.id


def people_with_bags(actor: Actor) -> list:
    """Whose bags the actor may fill and look into: a technician their own, the others everybody's."""
    if actor.account.role == "technician":
        return [actor.account]
    return [user for user in accounts.active_users() if user.role in PART_READERS]


def left_bags(actor: Actor) -> list[StockPlace]:
    """Nothing is put there any more, but somebody has to look into them."""
    return [] if actor.account.role == "technician" else stock.left_bags()


def place_by_key(actor: Actor, wanted: str) -> StockPlace:
    """Raises NotFound for what is no place, or out of sight."""
    found = place_with_key([*every_place(actor), *left_bags(actor)], wanted)
    if found is None:
        raise NotFound
    return found
