"""The demonstration's documents, put into the library by those who would have done it."""

import io

from fieldforms import demo
from fieldforms.flow.documents import document_reading, documents
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.people.actors import Actor
from fieldforms.paper.leaflet import render_leaflet
from fieldforms.store import clock
from fieldforms.store.documents.documents import versions_of_document


def load_library(known) -> None:
    """`known`: as demo/load.py knows the register. Their words are read at once: the demonstration is found by them."""
    for given in demo.documents():
        with clock.pretend_now(clock.now() - given["days_ago"] * clock.DAY_MS):
            add_to_library(known, known.actor(given["by"]), given)


def add_to_library(known, actor: Actor, given: dict) -> None:
    typed = {name: given.get(name, "") for name in ("kind", "title", "edition")} | {"language": "zh"}
    body = io.BytesIO(content_of_document(given))
    document = documents.add_document(actor, target_of(known, given), typed, body, given["file"])
    document_reading.read_words(versions_of_document(document.id)[0].id)


def target_of(known, given: dict) -> DocumentTarget:
    if "model_of" in given:
        return DocumentTarget(of_model=known.devices[given["model_of"]].of_model)
    if "device" in given:
        return DocumentTarget(device=known.devices[given["device"]])
    return DocumentTarget(room=known.rooms[given["room"]]) if "room" in given else DocumentTarget()


def content_of_document(given: dict) -> bytes:
    if "text" in given:
        return given["text"].strip().encode("utf-8-sig")  # Excel takes it for UTF-8 by that
    return render_leaflet(given["title"], given["intro"], given["section"], "zh", clock.now())
