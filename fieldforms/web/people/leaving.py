"""What somebody would leave behind, in words: a line for each thing, for the forms that disable or move them."""

from collections.abc import Iterator

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.inbox.succession import LeftBehind
from fieldforms.flow.sheets import words_of_records
from fieldforms.store.library import definitions
from fieldforms.store.models import Draft
from fieldforms.web import page


def lines_of_left(left: LeftBehind) -> list[str]:
    return list(sentences_of_left(left))


def sentences_of_left(left: LeftBehind) -> Iterator[str]:
    for draft in left.drafts:
        yield page.say(N_("没填完的%(form)s%(client)s"), **of_draft(draft))
    for row in left.sheets:
        yield page.say(
            N_("等本人做的 %(number)s %(about)s"),
            number=row.number,
            about=words_of_records.subject_of_row(row),
        )
    for held in left.held:
        yield page.say(
            N_("手里的%(part)s × %(n)s"), part=f"{held.part.name} {held.part.model}".strip(), n=held.quantity
        )
    for plan in left.plans:
        yield page.say(
            N_("%(client)s的巡检计划：以后由服务这家客户的技术员做"), client=plan.client.short_name
        )
    for client in left.alone:
        yield page.say(
            N_("%(client)s没有别的技术员：等技术员和等签字的单据轮到调度"), client=client.short_name
        )
    for draft in left.personal:
        yield page.say(N_("本人的%(form)s：不移交"), form=of_draft(draft)["form"])


def of_draft(draft: Draft) -> dict:
    form = i18n.pick(definitions.read_definition(draft.definition).label, page.lang())
    return {"form": form, "client": f"（{draft.client.short_name}）" if draft.client_id else ""}
