"""What anybody may check: that a printed sheet is genuine and unchanged. Shows no answers and no client."""

from flask import Blueprint, jsonify, request

from fieldforms.flow.proof import authenticity
from fieldforms.flow.seals import signing_keys
from fieldforms.web import page

blueprint = Blueprint("verify", __name__)


@blueprint.get("/v/<digest>")
def show(digest: str):
    found = authenticity.authenticity_of_digest(digest, request.remote_addr or "", page.lang())
    status = 404 if found is None else 200 if found.genuine or found.is_unendorsed else 409
    return page.show(
        "proof/verify/show.html", status, found=found, digest=digest, prints=authenticity.fingerprints()
    )


@blueprint.get("/.well-known/jwks.json")
def jwks():
    """The public keys, for anybody's SD-JWT library (RFC 7517 §5), and what they said of each other."""
    response = jsonify(signing_keys.published_jwks())
    response.headers["Content-Type"] = "application/jwk-set+json"
    response.headers["Cache-Control"] = "public, max-age=3600"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
