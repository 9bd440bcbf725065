"""What the page of a client tells: as much as it shows, and where the rest is."""

from functools import partial

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.calendar import plans, visits
from fieldforms.flow.documents import documents
from fieldforms.flow.faults import targets
from fieldforms.flow.filling import blank_sheets
from fieldforms.flow.library import form_files
from fieldforms.flow.people.actors import Actor, may_start_as
from fieldforms.flow.prefill import open_points
from fieldforms.flow.register import contracts, register_columns, retirements
from fieldforms.flow.register.clients import CLIENT_EDITORS, TENDERS
from fieldforms.flow.reporting import client_files
from fieldforms.flow.reporting.periods import duration_in_words, month_of
from fieldforms.flow.stages.progress import progress_to_read
from fieldforms.flow.stages.taking_over import missing_in_words
from fieldforms.store.library import definitions
from fieldforms.store.models import Client, Contact
from fieldforms.store.people import accounts
from fieldforms.store.record import lists
from fieldforms.store.record.lists import RecordFilters
from fieldforms.store.register import clients
from fieldforms.store.register.sites import Site
from fieldforms.web import page
from fieldforms.web.access import actor, me
from fieldforms.web.calendar.visit_rows import codes_of_visits, due_row
from fieldforms.web.register.device_pages import badge_of_record

MOST_ROOMS = MOST_CONTACTS = 8  # on the client's page; all of them on their own
MOST_SHEETS, MOST_VISITS = 5, 3


def client_file_page(client: Client):
    who = actor()
    progress = progress_to_read(who, client.id)
    return page.show(
        "register/clients/show.html",
        client=client,
        contract=contracts.contract_of_client(client),
        contract_words=register_columns.CLIENT_TYPES,
        open_points=open_points.open_points_at(who, Site(client.id)),
        forms=forms_to_start(who, client),
        month=month_of(local_time.today()),
        documents=documents.documents_of_target(who, client=client.id),
        documents_inside=documents.count_documents_inside(who, client),
        progress=progress,
        missing=missing_in_words(client, progress, page.lang()),
        **open_work(who, client),
        **people_and_rooms(client),
        printable=[] if client.retired_at else blank_sheets.forms_printed_at(who, "client"),
        **about_client(client),
        **rights_at(client),
        foretold=client_files.foretell_client_file(who, client)
        if me().role in client_files.EXPORTERS
        else None,
        body_class="wide",
        styles=("client.css",),
    )


def forms_to_start(who: Actor, client: Client) -> list:
    """What this person may begin there; nothing at a retired client."""
    found = form_files.forms_startable_at(partial(may_start_as, who), "client")
    return [] if client.retired_at else [form for form in found if not form.public]


def open_work(who: Actor, client: Client) -> dict:
    """The newest open sheets, the next visits, and how many there are."""
    rows = lists.page_of_records(who.viewer, RecordFilters(client=client.id, state="open"), MOST_SHEETS).rows
    waiting = visits.waiting_visits(plans.visits_coming(who, client.id))
    shown = waiting[:MOST_VISITS]
    codes = codes_of_visits(due.visit for due in shown)
    return {
        "open_sheets": [
            (row, definitions.read_definition(row.definition).label, *badge_of_record(row)) for row in rows
        ],
        "open_count": lists.count_records(who.viewer, RecordFilters(client=client.id, state="open")),
        "year_count": lists.count_records(
            who.viewer, RecordFilters(client=client.id, since=local_time.start_of(f"{this_year()}-01-01"))
        ),
        "visits": [due_row(due, codes) for due in shown],
        "visit_count": sum(due.times for due in waiting),
    }


def people_and_rooms(client: Client) -> dict:
    contacts, rooms = clients.contacts(client), clients.rooms(client)
    counts, states = clients.devices_by_room(client), clients.devices_by_state(client)
    return {
        "contacts": contacts_by_flag(contacts[:MOST_CONTACTS]),
        "contact_count": len(contacts),
        "contacts_left": max(0, len(contacts) - MOST_CONTACTS),
        "rooms": [(room, counts.get(room.id, 0)) for room in rooms[:MOST_ROOMS]],
        "room_count": len(rooms),
        "rooms_left": max(0, len(rooms) - MOST_ROOMS),
        "room_kinds": register_columns.ROOM_KINDS,
        "device_count": sum(states.values()),
        "device_states": [
            (label, n) for name, label in register_columns.DEVICE_STATES.items() if (n := states.get(name))
        ],
    }


def about_client(client: Client) -> dict:
    agreed = targets.AgreedTargets([client.id])
    return {
        "further_facts": register_columns.facts_in_words(
            register_columns.CLIENT_COLUMNS, client, page.lang()
        ),
        "technicians": accounts.technicians_of(client.id),
        "duration": duration_in_words,
        "targets": [(each, agreed.target(client.id, each.name)) for each in targets.urgencies()],
        "last": retirements.last_word_about(client) if client.retired_at else None,
    }


def rights_at(client: Client) -> dict:
    """What is offered to this person. A retired client's file is read, exported and brought back, no more."""
    in_use, edits = client.retired_at is None, me().role in CLIENT_EDITORS
    return {
        "may_edit": edits and in_use,
        "may_tend": me().role in TENDERS and in_use,
        "may_retire": edits,
        "may_add_documents": me().role in documents.DOCUMENT_KEEPERS and in_use,
        "may_set_targets": me().role in targets.SETTERS and in_use,
    }


def contacts_by_flag(contacts: list[Contact]) -> list[tuple]:
    """(heading, contacts): leads first, then keepers of rooms, then the others; each stands once."""
    leads = [each for each in contacts if each.lead]
    keepers = [each for each in contacts if each.room_keeper and not each.lead]
    others = [each for each in contacts if not each.lead and not each.room_keeper]
    groups = (N_("主管领导"), leads), (N_("机房管理人员"), keepers), (N_("其他联系人"), others)
    return [group for group in groups if group[1]]


def this_year() -> str:
    return local_time.today()[:4]
