"""Where this machine is found: the address to print when nobody has set one, and which hosts are really this machine."""

import ipaddress
import socket
from contextlib import suppress

EVERY_INTERFACE = ("0.0.0.0", "::", "")


def lan_origin(host: str, port: int) -> str:
    """What a phone on the same network would open. `host`, `port`: where we listen."""
    host = lan_address() if host in EVERY_INTERFACE else host
    host = f"[{host}]" if ":" in host else host
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def lan_address() -> str:
    """This machine's address on its network. Connecting a UDP socket sends nothing: it only asks the routing table."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # a documentation address (RFC 5737)
        return probe.getsockname()[0]
    with suppress(OSError):
        return socket.gethostbyname(socket.gethostname())
    return "127.0.0.1"


def is_ours(host: str) -> bool:
    """Is this a name or an address of this very machine? Asks nobody else: a name server could be made to lie."""
    own = socket.gethostname().lower()
    if host.lower() in ("localhost", own, f"{own}.local"):
        return True
    try:
        given = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not (given.is_unspecified or given.is_multicast) and can_bind(given)


def is_loopback(host: str) -> bool:
    """Does this host lead every machine to itself? 0.0.0.0 does, where it leads anywhere."""
    try:
        given = ipaddress.ip_address(host)
    except ValueError:
        name = host.lower().rstrip(".")
        return name == "localhost" or name.endswith(".localhost")
    return given.is_loopback or given.is_unspecified


def can_bind(given: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    """The system lets a socket have an address only where an interface has it."""
    family = socket.AF_INET if given.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((str(given), 0))
    except OSError:
        return False
    return True
