"""Posts to the robots of groups: WeCom, DingTalk, Feishu. One short JSON each, signed where the product asks for it.

The address is what somebody typed: https only, and no address of this house's own network, unless FIELDFORMS_LOCAL_ROBOTS
lists it. The host is resolved once, every address looked at, and the connection goes to one of those (no rebinding).
"""

import base64
import hashlib
import hmac
import http.client
import ipaddress
import json
import socket
import ssl
from collections.abc import Callable, Mapping
from contextlib import closing
from urllib.parse import SplitResult, quote_plus, urlsplit

from fieldforms import config
from fieldforms.flow.notices import sending_failures
from fieldforms.flow.notices.sending_failures import SendingFailed
from fieldforms.store import clock

SECONDS_FOR_ROBOT = 10
MOST_BYTES_READ = 64 * 1024
DEFAULT_PORTS = {"https": 443, "http": 80}


def post_text(product: str, address: str, signing: str, text: str) -> None:
    """Raises SendingFailed."""
    url, body = POSTS[product](address, signing, text)
    said = post_json(url, body)
    code = next((said[name] for name in ("errcode", "code", "StatusCode") if name in said), None)
    if code != 0:
        raise SendingFailed(sending_failures.REFUSED_OUTSIDE, code if isinstance(code, int) else "?")


def wecom_post(address: str, signing: str, text: str) -> tuple[str, dict]:
    return address, {"msgtype": "text", "text": {"content": text}}


def dingtalk_post(address: str, signing: str, text: str) -> tuple[str, dict]:
    """Signed: HMAC-SHA256 of "timestamp\\nsecret" by the secret, in the address."""
    body = {"msgtype": "text", "text": {"content": text}}
    if not signing:
        return address, body
    now = str(clock.now())
    sign = quote_plus(hmac_base64(signing, f"{now}\n{signing}"))
    return f"{address}{'&' if '?' in address else '?'}timestamp={now}&sign={sign}", body


def feishu_post(address: str, signing: str, text: str) -> tuple[str, dict]:
    """Signed: HMAC-SHA256 of nothing by "timestamp\\nsecret", in the body."""
    body: dict = {"msg_type": "text", "content": {"text": text}}
    if signing:
        now = str(clock.now() // clock.SECOND)
        body |= {"timestamp": now, "sign": hmac_base64(f"{now}\n{signing}", "")}
    return address, body


def hmac_base64(key: str, message: str) -> str:
    return base64.b64encode(hmac.digest(key.encode(), message.encode(), hashlib.sha256)).decode()


POSTS: Mapping[str, Callable[[str, str, str], tuple[str, dict]]] = {
    "wecom": wecom_post,
    "dingtalk": dingtalk_post,
    "feishu": feishu_post,
}


def is_address_allowed(address: str) -> bool:
    """As it is written; where its host leads is looked at when something is sent."""
    try:
        parts = urlsplit(address)
        usual = parts.port is None or parts.port > 0
    except ValueError:
        return False
    plain = usual and bool(parts.hostname) and "@" not in parts.netloc and address.isascii()
    printable = address.isprintable() and " " not in address
    return plain and printable and (parts.scheme == "https" or is_listed(parts))


def is_listed(parts: SplitResult) -> bool:
    return f"{parts.scheme}://{parts.netloc}" in config.current.local_robots


def post_json(address: str, body: dict) -> dict:
    """What was answered. No redirect is followed. Raises SendingFailed."""
    parts = urlsplit(address)
    if not is_address_allowed(address):
        raise SendingFailed(sending_failures.FORBIDDEN, for_good=True)
    try:
        with closing(robot_connection(parts)) as connection:
            target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
            sent = json.dumps(body, ensure_ascii=False).encode()
            connection.request("POST", target, sent, {"Content-Type": "application/json; charset=utf-8"})
            answer = connection.getresponse()
            read = answer.read(MOST_BYTES_READ)
    except TimeoutError as error:
        raise SendingFailed(sending_failures.SILENT) from error
    except ssl.SSLCertVerificationError as error:
        raise SendingFailed(sending_failures.BAD_CERTIFICATE) from error
    except (OSError, http.client.HTTPException) as error:
        raise SendingFailed(sending_failures.UNREACHABLE) from error
    if answer.status != 200:
        raise SendingFailed(sending_failures.REFUSED_OUTSIDE, answer.status)
    return json_object(read)


def json_object(read: bytes) -> dict:
    try:
        found = json.loads(read)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}


def robot_connection(parts: SplitResult) -> http.client.HTTPConnection:
    """To an address that was looked at; the certificate is that of the name. Raises SendingFailed, OSError."""
    host, port = parts.hostname or "", parts.port or DEFAULT_PORTS[parts.scheme]
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    reached = [str(place[0]) for *_kind, place in found]
    if not is_listed(parts) and not all(is_public(each) for each in reached):
        raise SendingFailed(sending_failures.FORBIDDEN, for_good=True)
    plain = socket.create_connection((reached[0], port), timeout=SECONDS_FOR_ROBOT)
    connection = http.client.HTTPConnection(host, port, timeout=SECONDS_FOR_ROBOT)
    connection.sock = plain
    if parts.scheme == "https":
        connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
    return connection


def is_public(address: str) -> bool:
    """Everybody's own, and nobody's network; an IPv4 address inside an IPv6 one is looked at as that."""
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if inner or found in NAT64:
            return bool(inner) and is_public(str(inner))
    return found.is_global and not found.is_multicast


NAT64 = ipaddress.ip_network("64:ff9b::/96")
