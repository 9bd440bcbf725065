"""The manuals of a room: what there is to print, what is lacking and where it is filled in, and the PDFs."""

from flask import Blueprint, flash, redirect, url_for

from fieldforms.errors import N_
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.faults.known_faults import FAULT_KEEPERS
from fieldforms.flow.papers import paper_filing, room_papers
from fieldforms.flow.papers.room_papers import RoomPapers
from fieldforms.flow.register.clients import CLIENT_READERS, TENDERS
from fieldforms.flow.register.devices import DEVICE_KEEPERS
from fieldforms.paper.booklet import render_booklet
from fieldforms.paper.quick_guide import render_quick_guide
from fieldforms.store import clock
from fieldforms.web import page
from fieldforms.web.access import actor, me, signed_in
from fieldforms.web.addresses import ROOM_RULE
from fieldforms.web.file_responses import pdf_file

blueprint = Blueprint("room_papers", __name__)
PAPER_NAMES = ",".join(f'"{name}"' for name in room_papers.ROOM_PAPERS)


@blueprint.get(f"{ROOM_RULE}/papers")
@signed_in(*CLIENT_READERS)
def show(room_id: int):
    papers = asked_papers(room_id)
    in_use = papers.room.retired_at is None and papers.room.client.retired_at is None
    return page.show(
        "papers/room_papers/show.html",
        papers=papers,
        room=papers.room,
        may_tend=in_use and me().role in TENDERS,
        may_add_devices=in_use and me().role in DEVICE_KEEPERS,
        may_put_away=in_use and me().role in DOCUMENT_KEEPERS,
        may_write_faults=me().role in FAULT_KEEPERS,
    )


@blueprint.get(f"{ROOM_RULE}/quick-guide.pdf")
@signed_in(*CLIENT_READERS)
def quick_guide(room_id: int):
    return paper_file(asked_papers(room_id), "quick-guide")


@blueprint.get(f"{ROOM_RULE}/emergency-manual.pdf")
@signed_in(*CLIENT_READERS)
def emergency_manual(room_id: int):
    return paper_file(asked_papers(room_id), "emergency-manual")


def paper_file(papers: room_papers.RoomPapers, paper: str):
    room, (_kind, title) = papers.room, room_papers.ROOM_PAPERS[paper]
    body = PDFS[paper](papers, clock.now())
    return pdf_file(body, room.client.short_name, room.name, page.say(title))


@blueprint.post(f"{ROOM_RULE}/papers/<any({PAPER_NAMES}):paper>")
@signed_in(*DOCUMENT_KEEPERS)
def put_away(room_id: int, paper: str):
    """Among the room's documents, as its next version."""
    papers = asked_papers(room_id)
    body = PDFS[paper](papers, paper_filing.moment_of_filing())
    document = room_papers.file_room_paper(actor(), papers, paper, page.lang(), body)
    flash(page.say(N_("已放进房间的资料：%(name)s"), name=document.title), "success")
    return redirect(url_for("room_papers.show", room_id=room_id), 303)


def asked_papers(room_id: int) -> RoomPapers:
    return room_papers.papers_of_room(actor(), room_id, page.lang())


def quick_guide_pdf(papers: RoomPapers, at: int) -> bytes:
    path = url_for("rooms.show", room_id=papers.room.id)
    guide = room_papers.quick_guide_of_room(papers, page.public_origin(), path, page.lang())
    return render_quick_guide(guide, timestamp_ms=at)


def emergency_manual_pdf(papers: RoomPapers, at: int) -> bytes:
    booklet = room_papers.emergency_manual_of_room(papers, page.lang())
    return render_booklet(booklet, timestamp_ms=at)


PDFS = {"quick-guide": quick_guide_pdf, "emergency-manual": emergency_manual_pdf}
