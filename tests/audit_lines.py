"""The whole audit of something, as only tests read it."""

from fieldforms.store.models import Audit


def lines_about(ref: str) -> list[Audit]:
    """Oldest first."""
    return list(Audit.select().where(Audit.ref == ref).order_by(Audit.id))
