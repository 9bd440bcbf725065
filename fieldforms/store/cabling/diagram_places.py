"""Where boxes were put by hand on the diagram of a room."""

from fieldforms.store import clock
from fieldforms.store.models import DiagramPlace
from fieldforms.store.prepared import insert, prepared, update


def places_by_device(room: int, system: str) -> dict[int, str]:
    return {row.device_id: row.place for row in places_of_drawing(room, system)}


@prepared
def places_of_drawing(room, system):
    return DiagramPlace.select().where(DiagramPlace.room == room, DiagramPlace.system == system)


def put_box(room: int, system: str, device: int, place: str, by: int | None) -> None:
    """`place`: "" for wherever it finds one by itself. Call inside a transaction that holds the room."""
    row = next((each for each in places_of_drawing(room, system) if each.device_id == device), None)
    if not place:
        DiagramPlace.delete().where(DiagramPlace.id == (row.id if row else 0)).execute()
    elif row:
        update(DiagramPlace, row.id, place=place, at=clock.now(), by=by)
    else:
        insert(DiagramPlace, room=room, system=system, device=device, place=place, at=clock.now(), by=by)


def forget_places(room: int, system: str) -> int:
    """How many there were."""
    about = (DiagramPlace.room == room, DiagramPlace.system == system)
    return DiagramPlace.delete().where(*about).execute()
