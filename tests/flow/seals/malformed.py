"""What a key of ours could sign and we never write: payloads and disclosures whose shape is not ours."""

import base64
import json

DEEP = b"[" * 100_000 + b"]" * 100_000
MALFORMED_PAYLOADS = {
    "100,000 levels deep": b'{"a":' + DEEP + b',"_sd":[],"_sd_alg":"sha-256"}',
    "never ending": b'{"a":' + b"[" * 100_000,
    "a string without its end, full of quotes": b'{"a":"' + b'\\"[' * 100_000,
    "33 levels deep": b'{"a":' + b"[" * 32 + b"]" * 32 + b',"_sd":[],"_sd_alg":"sha-256"}',
    "a list": b"[]",
    "a word": b'"_sd"',
    "nothing": b"null",
    "no JSON": b"{",
    "no text": b"\xff\xfe",
    "no number": b'{"a":NaN,"_sd":[],"_sd_alg":"sha-256"}',
    "_sd inside of something": b'{"a":{"_sd":["x"]},"_sd":[],"_sd_alg":"sha-256"}',
    "_sd in a row of something": b'{"a":[{"b":{"_sd":["x"]}}],"_sd":[],"_sd_alg":"sha-256"}',
    "a digest in a list": b'{"a":[{"...":"x"}],"_sd":[],"_sd_alg":"sha-256"}',
    "another hash": b'{"_sd":[],"_sd_alg":"md5"}',
    "no hash": b'{"_sd":[]}',
    "no list of digests": b'{"_sd":{"x":1},"_sd_alg":"sha-256"}',
    "digests that are none": b'{"_sd":[1,[]],"_sd_alg":"sha-256"}',
    "a digest twice": b'{"_sd":["x","x"],"_sd_alg":"sha-256"}',
}
MALFORMED_DISCLOSURES = {
    "100,000 levels deep": b'["salt","a",' + DEEP + b"]",
    "_sd inside of it": b'["salt","a",{"b":{"_sd":[]}}]',
    "called _sd": b'["salt","_sd",[]]',
    "of two parts": b'["salt","a"]',
    "of four parts": b'["salt","a",1,2]',
    "a word of three letters": b'"abc"',
    "an object": b'{"salt":1,"name":2,"value":3}',
    "without a name": b'["salt",null,1]',
    "without salt": b'[{},"a",1]',
}


def base64url(value) -> str:
    """Bytes, or anything else as JSON, as a part of a token."""
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
