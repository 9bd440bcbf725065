import base64
import hashlib
import hmac
import json
import os
import runpy
import stat
import sys
from collections.abc import Iterator

import pytest
from jwcrypto.jwk import JWK
from sd_jwt.verifier import SDJWTVerifier

from fieldforms.flow.seals import jws
from fieldforms.flow.seals.sdjwt import (
    Broken,
    SigningKey,
    digest,
    disclose_value,
    fingerprint,
    issue_jwt,
    jwt_digest,
    presentation,
    verify_jwt,
)
from tests.flow.seals.malformed import MALFORMED_DISCLOSURES, MALFORMED_PAYLOADS, base64url
from tests.places import DOCS

KEY = SigningKey.generate()
KEYS = {KEY.kid: KEY.public_jwk}
PAYLOAD = {"record": "6b1c", "step": "work", "seq": 1, "number": "FW-202611-0042", "prev": None}
ANSWERS = {
    "answers.client_name": "示例博物馆",
    "answers.count": {"counts": [6, 0], "note": "", "photos": []},
    "answers.reasons": ["attitude", "speed"],
    "answers.left_empty": None,
    "signer": {"name": "王芳", "strokes": "ab" * 32},
}


def sealed(answers=ANSWERS, payload=PAYLOAD, key=KEY):
    disclosures = [disclose_value(name, value) for name, value in answers.items()]
    return issue_jwt(payload, disclosures, key), disclosures


def refusal(jwt, disclosures=(), keys=KEYS):
    with pytest.raises(Broken) as caught:
        verify_jwt(jwt, list(disclosures), keys)
    return caught.value


def read(part: str) -> dict:
    return json.loads(base64.urlsafe_b64decode(part + "=="))


def read_by_reference(text: str) -> dict:
    keys = {kid: JWK(**jwk) for kid, jwk in KEYS.items()}
    return SDJWTVerifier(text, lambda issuer, header: keys[header["kid"]]).get_verified_payload()


def test_what_was_sealed_is_read_again():
    payload, values = verify_jwt(*sealed(), KEYS)
    assert values == ANSWERS
    assert {name: payload[name] for name in PAYLOAD} == PAYLOAD
    assert len(payload["_sd"]) == len(ANSWERS)


def test_a_copy_that_leaves_answers_out_still_verifies():
    jwt, disclosures = sealed()
    payload, values = verify_jwt(jwt, disclosures[:2], KEYS)
    assert list(values) == list(ANSWERS)[:2]
    assert len(payload["_sd"]) == len(ANSWERS)


def test_the_reference_implementation_reads_ours():
    assert read_by_reference(presentation(*sealed())) == {**PAYLOAD, "low_s": True, **ANSWERS}


def test_the_reference_implementation_reads_a_copy_with_answers_left_out():
    jwt, disclosures = sealed()
    read = read_by_reference(presentation(jwt, [disclosures[0], disclosures[4]]))
    assert read == {
        **PAYLOAD,
        "low_s": True,
        "answers.client_name": "示例博物馆",
        "signer": ANSWERS["signer"],
    }


def run_example_of_the_docs(monkeypatch, folder, entries):
    record, script = folder / "record.json", folder / "check.py"
    record.write_text(json.dumps({"jwks": {"keys": [KEY.public_jwk]}, "entries": entries}))
    page = DOCS / "seals.md"
    script.write_text(page.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0])
    monkeypatch.setattr(sys, "argv", ["check.py", str(record)])
    runpy.run_path(str(script))


def test_the_example_of_the_docs_reads_a_record(monkeypatch, tmp_path, capsys):
    jwt, disclosures = sealed()
    run_example_of_the_docs(monkeypatch, tmp_path, [presentation(jwt, disclosures)])
    printed = capsys.readouterr().out
    assert fingerprint(KEY.public_jwk) in printed
    assert jwt_digest(jwt) in printed
    assert "示例博物馆" in printed


def test_the_example_of_the_docs_finds_an_altered_answer(monkeypatch, tmp_path):
    jwt, disclosures = sealed()
    altered = [*disclosures[1:], disclose_value("answers.client_name", "别的客户")]
    with pytest.raises(AssertionError):
        run_example_of_the_docs(monkeypatch, tmp_path, [presentation(jwt, altered)])


def test_the_token_alone_tells_no_name_and_no_value():
    jwt, _ = sealed()
    header, payload, _ = jwt.split(".")
    assert read(header) == {"alg": "ES256", "kid": KEY.kid, "typ": "fieldforms-entry+sd-jwt"}
    claims = read(payload)
    assert claims["_sd"] == sorted(claims["_sd"])
    assert claims.keys() == {*PAYLOAD, "low_s", "_sd", "_sd_alg"}
    assert digest(disclose_value("a", "yes")) != digest(disclose_value("a", "yes"))


def test_any_flipped_bit_is_found():
    jwt, [disclosure] = sealed({"answers.rating": "好"}, {"seq": 1})
    for flipped in every_flipped_bit(jwt):
        refusal(flipped, [disclosure])
    for flipped in every_flipped_bit(disclosure):
        refusal(jwt, [flipped])


def every_flipped_bit(text: str) -> Iterator[str]:
    for at in range(len(text)):
        for bit in range(8):
            yield text[:at] + chr(ord(text[at]) ^ 1 << bit) + text[at + 1 :]


# Of each signature there is a second one that anybody can make of it: (r, n - s) beside (r, s)


def turned(jwt: str) -> str:
    signed, _, signature = jwt.rpartition(".")
    raw = base64.urlsafe_b64decode(signature + "==")
    return f"{signed}.{base64url(raw[:32] + (jws.CURVE_ORDER - jws.number_s(raw)).to_bytes(32, 'big'))}"


def test_the_second_form_of_a_signature_is_refused_though_it_holds():
    for _ in range(20):
        jwt, disclosures = sealed()
        verify_jwt(jwt, disclosures, KEYS)
        assert read_by_reference(presentation(turned(jwt), disclosures))
        assert refusal(turned(jwt), disclosures).reason == Broken.SECOND_FORM


def test_a_seal_of_before_may_have_either_form():
    """What was sealed before 0003 says nothing of it, and half of it has the high one: it is no less genuine for that."""
    claims = {**PAYLOAD, "_sd": [], "_sd_alg": "sha-256"}
    header = {"typ": "fieldforms-entry+sd-jwt", "kid": KEY.kid}
    old = jws.JWS.encode(json.dumps(claims).encode(), KEY.private, "ES256", header)
    for form in (old, turned(old)):
        assert verify_jwt(form, [], KEYS)[0] == claims


def test_an_altered_disclosure_is_named():
    jwt, disclosures = sealed()
    broken = refusal(jwt, [disclosures[0], disclose_value("answers.reasons", [])])
    assert (broken.reason, broken.where) == (Broken.UNCOMMITTED, "disclosure 2 (answers.reasons)")


def test_a_disclosure_of_another_entry_is_refused():
    jwt, _ = sealed()
    assert refusal(jwt, sealed()[1]).reason == Broken.UNCOMMITTED


def test_the_same_disclosure_twice_is_refused():
    jwt, disclosures = sealed()
    assert refusal(jwt, [*disclosures, disclosures[0]]).reason == Broken.DUPLICATE


def test_a_payload_under_another_signature_is_refused():
    (head, _, signature), (_, body, _) = sealed()[0].split("."), sealed()[0].split(".")
    assert refusal(f"{head}.{body}.{signature}").reason == Broken.SIGNATURE


def test_a_key_we_do_not_know_is_refused():
    jwt, disclosures = sealed(key=SigningKey.generate())
    assert refusal(jwt, disclosures).reason == Broken.UNKNOWN_KEY


def test_another_key_under_a_known_kid_is_refused():
    jwt, disclosures = sealed()
    assert refusal(jwt, disclosures, {KEY.kid: SigningKey.generate().public_jwk}).reason == Broken.SIGNATURE


@pytest.mark.parametrize("alg", ["none", "None", "HS256", "ES384", "RS256", None, ["ES256"]])
def test_any_other_algorithm_is_refused(alg):
    body = sealed()[0].split(".")[1]
    head = base64url({"alg": alg, "kid": KEY.kid, "typ": "fieldforms-entry+sd-jwt"})
    assert refusal(f"{head}.{body}.").reason == Broken.ALGORITHM


def test_the_public_key_does_not_serve_as_a_shared_secret():
    body = sealed()[0].split(".")[1]
    for secret in (json.dumps(KEY.public_jwk).encode(), KEY.public_jwk["x"].encode()):
        head = base64url({"alg": "HS256", "kid": KEY.kid, "typ": "fieldforms-entry+sd-jwt"})
        mac = hmac.digest(secret, f"{head}.{body}".encode(), hashlib.sha256)
        assert refusal(f"{head}.{body}.{base64url(mac)}").reason == Broken.ALGORITHM


@pytest.mark.parametrize(
    "more", [{"crit": ["b64"], "b64": False}, {"jwk": KEY.public_jwk}, {"typ": "JWT"}, {"kid": 1}]
)
def test_a_header_that_says_more_or_less_than_ours_is_refused(more):
    _, body, signature = sealed()[0].split(".")
    head = base64url({"alg": "ES256", "kid": KEY.kid, "typ": "fieldforms-entry+sd-jwt", **more})
    assert refusal(f"{head}.{body}.{signature}").reason == Broken.MALFORMED


@pytest.mark.parametrize(
    "text", ["", ".", "a.b", "a.b.c.d", "[].e30.AA", "编码.e30.AA", "\ud800.a.b", "W1tb" * 20000 + ".e30.AA"]
)
def test_what_is_no_token_is_refused(text):
    assert refusal(text).reason == Broken.MALFORMED


def test_padding_after_the_signature_is_refused():
    jwt, disclosures = sealed()
    assert refusal(jwt + "==", disclosures).reason == Broken.MALFORMED


@pytest.mark.parametrize("name, value", [("_sd", 1), ("...", 1), ("a", {"_sd": []}), ("a", [{"...": "x"}])])
def test_names_reserved_by_the_rfc_cannot_be_sealed(name, value):
    with pytest.raises(ValueError):
        disclose_value(name, value)
    with pytest.raises(ValueError):
        issue_jwt({name: value}, [], KEY)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800"])
def test_what_is_no_json_cannot_be_sealed(value):
    with pytest.raises(ValueError):
        disclose_value("a", value)


# Signed by a key of ours, and still nothing that we write


@pytest.mark.parametrize("payload", MALFORMED_PAYLOADS.values(), ids=MALFORMED_PAYLOADS)
def test_a_payload_that_is_not_ours_in_shape_is_refused(payload):
    jwt = jws.sign_payload(payload, "fieldforms-entry+sd-jwt", KEY.private, KEY.kid)
    assert refusal(jwt).reason == Broken.MALFORMED


@pytest.mark.parametrize("disclosed", MALFORMED_DISCLOSURES.values(), ids=MALFORMED_DISCLOSURES)
def test_a_disclosure_that_is_not_ours_in_shape_is_refused(disclosed):
    claims = {"_sd": [digest(base64url(disclosed))], "_sd_alg": "sha-256"}
    jwt = jws.sign_payload(json.dumps(claims).encode(), "fieldforms-entry+sd-jwt", KEY.private, KEY.kid)
    assert refusal(jwt, [base64url(disclosed)]).reason == Broken.MALFORMED


def test_brackets_inside_of_words_are_no_levels():
    """A comment full of brackets is an answer like any other, and so is a long table."""
    answers = {"answers.comments": '["{[' * 5_000, "answers.rows": [{"a": [[1], []]}] * 5_000}
    assert verify_jwt(*sealed(answers), KEYS)[1] == answers


def test_what_would_be_too_deep_to_be_read_is_not_sealed():
    deep: list = []
    for _ in range(40):
        deep = [deep]
    with pytest.raises(ValueError):
        disclose_value("a", deep)
    with pytest.raises(ValueError):
        issue_jwt({"a": deep}, [], KEY)


def test_one_name_cannot_be_sealed_twice():
    with pytest.raises(ValueError):
        issue_jwt({}, [disclose_value("a", 1), disclose_value("a", 2)], KEY)
    with pytest.raises(ValueError):
        issue_jwt({"seq": 1}, [disclose_value("seq", 2)], KEY)


def test_the_thumb_is_the_digest_of_the_token_without_disclosures():
    jwt, _ = sealed()
    assert jwt_digest(jwt) == base64url(hashlib.sha256(jwt.encode()).digest())


def test_the_kid_is_the_thumbprint_other_libraries_compute():
    assert JWK(**KEY.public_jwk).thumbprint() == KEY.kid


def test_the_fingerprint_is_the_kid_in_groups_for_print():
    groups = fingerprint(KEY.public_jwk).split()
    assert [len(group) for group in groups] == [4] * 16
    assert base64url(bytes.fromhex("".join(groups))) == KEY.kid


def test_a_saved_key_is_private_to_its_owner_and_signs_the_same(tmp_path):
    path = tmp_path / "key.pem"
    KEY.save(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["key.pem"]
    verify_jwt(*sealed(key=SigningKey.load(path)), KEYS)


def test_saving_never_overwrites_a_key(tmp_path):
    path = tmp_path / "key.pem"
    KEY.save(path)
    with pytest.raises(FileExistsError):
        SigningKey.generate().save(path)
    assert SigningKey.load(path).kid == KEY.kid
    assert os.listdir(tmp_path) == ["key.pem"]


def test_a_file_that_holds_no_key_is_refused(tmp_path):
    path = tmp_path / "key.pem"
    path.write_text("half a k")
    with pytest.raises(ValueError):
        SigningKey.load(path)


def test_printing_a_key_does_not_show_it():
    assert "private" not in repr(KEY)
