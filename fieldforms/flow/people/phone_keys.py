"""What a phone keeps of somebody until the server has it is sealed with a key that only their signing in gives."""

from fieldforms.flow.people.kept_secrets import derived_key
from fieldforms.store.models import User


def key_of_person(user: User) -> bytes:
    """32 bytes, always the same: made from the installation's secret, kept nowhere. With another secret what phones still
    keep cannot be read any more, as all cookies are void then."""
    return derived_key(f"what a phone keeps of {user.id}")
