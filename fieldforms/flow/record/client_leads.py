"""Who signs a step of the client's lead: a contact flagged as lead, where the client's file names any (company.md, row 19)."""

from fieldforms.errors import NotTheLead
from fieldforms.forms.definition import Step
from fieldforms.store.models import Client, Contact
from fieldforms.store.register import clients

LEAD = "client_lead"


def leads_for_step(step: Step, client: Client | None) -> list[Contact]:
    """The contacts who may sign this step; none where anybody may."""
    if step.by != LEAD or client is None:
        return []
    return [contact for contact in clients.contacts(client) if contact.lead]


def names_of_leads(step: Step, client: Client | None) -> list[str]:
    return [contact.name for contact in leads_for_step(step, client)]


def is_unnamed(step: Step, client: Client | None) -> bool:
    """Is it a lead's step, and the client's file names none? Then the name is free, and staff should know."""
    return step.by == LEAD and client is not None and not leads_for_step(step, client)


def check_is_lead(leads: list[str], signer: str) -> None:
    """`leads`: the names that may sign, none for any. Raises NotTheLead."""
    if leads and same_spelling(signer) not in map(same_spelling, leads):
        raise NotTheLead(names=leads)


def same_spelling(name: str) -> str:
    """As people write it: 徐 明 is 徐明."""
    return "".join(name.split()).casefold()
