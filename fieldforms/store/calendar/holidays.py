"""Days that differ from the published calendar: off, or worked instead (调休)."""

from fieldforms.store.models import Holiday


def edited_days() -> list[Holiday]:
    return list(Holiday.select().order_by(Holiday.day))


def put_holiday(day: str, name: str, works: bool) -> None:
    """`day` ISO; a day said twice is what was said last."""
    Holiday.insert(day=day, name=name, works=works).on_conflict(
        conflict_target=[Holiday.day], update={Holiday.name: name, Holiday.works: works}
    ).execute()


def remove_holiday(day: str) -> int:
    """How many there were."""
    return Holiday.delete().where(Holiday.day == day).execute()
