"""What a phone keeps of somebody until the server has it is sealed with a key that only their signing in gives."""

import hashlib
import hmac

from fieldforms import config
from fieldforms.store.models import User

PURPOSE = b"fieldforms: what a phone keeps of "


def key_of_person(user: User) -> bytes:
    """32 bytes, always the same: made from the installation's secret, kept nowhere. With another secret what phones still
    keep cannot be read any more, as all cookies are void then."""
    secret = config.secret_key(config.current).encode()
    return hmac.new(secret, PURPOSE + str(user.id).encode(), hashlib.sha256).digest()
