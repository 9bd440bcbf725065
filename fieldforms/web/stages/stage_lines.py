"""How the pages of stages tell of a deliverable: as much as this reader may see."""

from flask import url_for

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.stages.deliverable_states import DELIVERABLE_STATES, DONE, IN_WORK
from fieldforms.flow.stages.papers import Papers, author_of_standing, day_of_standing, form_of_sheet
from fieldforms.flow.stages.progress import Standing
from fieldforms.flow.stages.taking_over import TakingOver
from fieldforms.store.models import Client, Record, StageWord
from fieldforms.web import page

STATE_TONES = {DONE: "done", IN_WORK: "wait"}


def line_of_standing(client: Client, standing: Standing, papers: Papers) -> dict:
    """{url, label, state, tone, said: texts, documents, sheets}"""
    return {
        "url": url_for("deliverables.show", client_id=client.id, name=standing.asked.name),
        "name": standing.asked.name,
        "label": standing.asked.label,
        "said": [text for text in facts_of_standing(standing, papers) if text],
        "documents": papers.documents_of(standing),
        "sheets": [line_of_sheet(row) for row in papers.sheets_of(standing)],
        **state_in_words(standing.state),
    }


def state_in_words(state: str) -> dict:
    return {"state": DELIVERABLE_STATES.get(state, state), "tone": STATE_TONES.get(state, "plain")}


def facts_of_standing(standing: Standing, papers: Papers) -> tuple[str, ...]:
    """Who said so and when, and in what words."""
    since = day_of_standing(standing, papers)
    day = i18n.format_date(since, page.lang(), page.tz()) if since else ""
    return author_of_standing(standing, papers), day, standing.word.words if standing.word else ""


def line_of_sheet(row: Record) -> dict:
    return {
        "number": row.number,
        "url": url_for("records.show", number=row.number),
        "form": form_of_sheet(row, page.lang()),
    }


def lines_of_words(words: list[StageWord], papers: Papers) -> list[dict]:
    """What was said of a deliverable, the newest first; documents and sheets as far as this reader may see them."""
    return [
        {
            "word": word,
            "by": word.by.name if word.by_id else "",
            "document": papers.documents.get(word.document_id),
            "sheet": line_of_sheet(papers.sheets[word.record]) if word.record in papers.sheets else None,
            "taken_back_by": word.withdrawer.name if word.taken_back_by_id else "",
            **state_in_words(word.state),
        }
        for word in words
    ]


def line_of_client(each: TakingOver) -> dict:
    """As the template inbox/home/_macros.html takes it, too."""
    return {
        "id": each.client.id,
        "url": url_for("stages.show", client_id=each.client.id, missing=1),
        "title": each.client.short_name,
        "detail": page.say(N_("下一项：%(name)s"), name=each.next_missing.asked.label),
        "badge": page.say(N_("接管还缺 %(n)s 项"), n=len(each.missing)),
        "tone": "open",
    }
