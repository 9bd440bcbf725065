"""Calendar feeds: a secret address for each person who wants one; only the token's hash is stored."""

from fieldforms.store import clock
from fieldforms.store.models import Feed, User
from fieldforms.store.people import accounts
from fieldforms.store.prepared import prepared


def create_feed(user: int) -> str:
    """The token: shown once."""
    token = accounts.new_token()
    Feed.create(token=accounts.hash_token(token), user=user, created_at=clock.now())
    return token


def feed_of(user: int) -> Feed | None:
    """The person's feed in use."""
    return feeds_in_use.first(user)


@prepared
def feeds_in_use(user):
    query = Feed.select().where(Feed.user == user, Feed.revoked_at.is_null())
    return query.order_by(Feed.id.desc()).limit(1)


def revoke_feed(user: int) -> int:
    """How many there were."""
    return Feed.update(revoked_at=clock.now()).where(Feed.user == user, Feed.revoked_at.is_null()).execute()


def owner(token: str) -> User | None:
    """Whose calendar it is; nobody's when it was revoked or the person is disabled."""
    return owners_of_feed.first(accounts.hash_token(token))


@prepared
def owners_of_feed(token):
    feed = (Feed.token == token) & Feed.revoked_at.is_null()
    return User.select().join(Feed).where(feed, User.disabled_at.is_null())
