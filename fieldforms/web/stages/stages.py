"""The page of a client's stages."""

from flask import Blueprint, request

from fieldforms.flow.register.clients import client_in_scope
from fieldforms.flow.stages import progress, taking_over
from fieldforms.flow.stages.papers import papers_of_standings
from fieldforms.flow.stages.stage_words import STAGE_READERS, may_decide
from fieldforms.web import page
from fieldforms.web.access import actor, signed_in
from fieldforms.web.addresses import CLIENT_RULE
from fieldforms.web.stages.stage_lines import line_of_standing

blueprint = Blueprint("stages", __name__)


@blueprint.get(f"{CLIENT_RULE}/stages")
@signed_in(*STAGE_READERS)
def show(client_id: int):
    """`missing=1`: only what is missing."""
    client = client_in_scope(actor(), client_id)
    found, only_missing = progress.progress_to_read(actor(), client.id), request.args.get("missing") == "1"
    shown = {each.stage.name: each.missing_items if only_missing else each.standings for each in found.stages}
    papers = papers_of_standings(actor(), [one for each in shown.values() for one in each])
    return page.show(
        "stages/stages/show.html",
        client=client,
        stages=[
            (each, [line_of_standing(client, one, papers) for one in shown[each.stage.name]])
            for each in found.stages
            if shown[each.stage.name]
        ],
        missing_count=len(found.missing_items),
        missing=taking_over.missing_in_words(client, found, page.lang()),
        only_missing=only_missing,
        gone=found.gone,
        being_taken_over=taking_over.is_being_taken_over(client, found),
        whole=found.whole[-1] if found.whole else None,
        may_decide=may_decide(actor()) and not client.retired_at,
        body_class="wide",
    )
