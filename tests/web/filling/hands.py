"""What a step is filled with."""

import io
import json

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image

from fieldforms.flow.seals import jwe, jws, part_keys, sdjwt

PDF = b"%PDF-1.7\n1 0 obj << >> endobj\n%%EOF\n"
# What a hand-over asks for, list by list.
LISTS = ("equipment_list", "construction_drawings", "as_built_drawings", "manuals", "contact_register")


def a_photo(size=(640, 480)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return out.getvalue()


def hidden(text: str, about: str, key: sdjwt.SigningKey | None = None, kid: str = "", **header) -> str:
    """As static/js/phone_part.js hides it."""
    key = key or part_keys.current_part_key()
    own = ec.generate_private_key(ec.SECP256R1())
    numbers = own.public_key().public_numbers()
    x, y = (jws.to_base64url(n.to_bytes(32, "big")) for n in (numbers.x, numbers.y))
    said = {
        "alg": "ECDH-ES",
        "enc": "A256GCM",
        "kid": kid or key.kid,
        "epk": {"kty": "EC", "crv": "P-256", "x": x, "y": y},
        "about": about,
    }
    head = jws.to_base64url(json.dumps(said | header).encode())
    secret = own.exchange(ec.ECDH(), key.private.public_key())
    sealed = AESGCM(jwe.derive_content_key(secret)).encrypt(b"\0" * 12, text.encode(), head.encode())
    parts = [head, "", *(jws.to_base64url(part) for part in (b"\0" * 12, sealed[:-16], sealed[-16:]))]
    return ".".join(parts)
