"""What somebody said of a sheet after it was sealed: each a row that nobody changes (models.Review)."""

from fieldforms.store import clock
from fieldforms.store.models import Review, User
from fieldforms.store.prepared import prepared

APPROVED, SENT_BACK = "approved", "sent_back"  # Review.settles of a verdict
ANSWERED = "answered"  # of whose correction was asked for: nothing is to be corrected, and why


@prepared
def reviews(record):
    query = Review.select(Review, User).join(User, on=(Review.by == User.id))
    return query.where(Review.record == record).order_by(Review.id)


def is_settled(record: str, settles: str) -> bool:
    """Has somebody settled this of the record (models.Review.settles)?"""
    return settling_review.first(record, settles) is not None


@prepared
def settling_review(record, settles):
    return Review.select(Review.id).where(Review.record == record, Review.settles == settles).limit(1)


def last_of_review(record: str) -> Review | None:
    """When and what its reviewer said of a closed sheet last, or its author answered."""
    return newest_of_review.first(record)


@prepared
def newest_of_review(record):
    said = Review.settles.in_((APPROVED, SENT_BACK, ANSWERED))
    query = Review.select(Review.settles, Review.at).where(Review.record == record, said)
    return query.order_by(Review.id.desc()).limit(1)


def add_review(record: str, user: User, note: str, settles: str = "", **more) -> Review:
    """`more`: owner, day, outcome of a follow-up (models.Review)."""
    return Review.create(record=record, by=user, note=note, settles=settles, at=clock.now(), **more)
