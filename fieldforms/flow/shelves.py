"""Where stock lies, as addresses and forms name it: company, client-3 (its site), person-7 (their bag)."""

from collections.abc import Iterable

from fieldforms import i18n
from fieldforms.errors import N_, NotFound
from fieldforms.flow.actors import Actor
from fieldforms.flow.parts import READERS
from fieldforms.store import accounts, clients, stock
from fieldforms.store.models import Part, Place


def key(place: Place) -> str:
    return place.kind if place.kind == "company" else f"{place.kind}-{place.client_id or place.user_id}"


def named(places: Iterable[Place], wanted: str) -> Place | None:
    return next((place for place in places if key(place) == wanted), None)


def place_name(place: Place | None, lang: str) -> str:
    """Where, in words; what is out of sight is somewhere else."""
    if place is None:
        return i18n.gettext(N_("别处"), lang)
    if place.kind == "company":
        return i18n.gettext(N_("公司库"), lang)
    return place.client.short_name if place.kind == "client" else place.user.name


def in_languages(place: Place) -> dict:
    return {lang: place_name(place, lang) for lang in i18n.LANGUAGES}


def every_place(actor: Actor, part: Part | None = None) -> list[Place]:
    """The company's store, the clients' sites and the bags that the actor may see; of a client's own part only its."""
    served = [client for client in clients.seen_by(actor.viewer) if of(part, client)]
    company, sites = [stock.place("company")], [stock.place("client", client) for client in served]
    return company + sites + [stock.place("person", user=user) for user in bearers(actor)]


def of(part: Part | None, client) -> bool:
    return part is None or not part.client_id or part.client_id == client.id


def bearers(actor: Actor) -> list:
    """Whose bags the actor may fill and look into: a technician their own, the others everybody's."""
    if actor.account.role == "technician":
        return [actor.account]
    return [user for user in accounts.active() if user.role in READERS]


def left_bags(actor: Actor) -> list[Place]:
    """Nothing is put there any more, but somebody has to look into them."""
    return [] if actor.account.role == "technician" else stock.left_bags()


def place_of(actor: Actor, wanted: str) -> Place:
    """Raises NotFound for what is no place, or out of sight."""
    found = named([*every_place(actor), *left_bags(actor)], wanted)
    if found is None:
        raise NotFound
    return found
