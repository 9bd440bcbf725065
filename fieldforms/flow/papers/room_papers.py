"""简明操作手册 and 应急故障排除手册 of a room (company.md, row 4): out of the register, as it says now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from fieldforms import config, i18n
from fieldforms.errors import N_, ConfidentialPapers, NotFound, NothingToPrint
from fieldforms.flow import local_time
from fieldforms.flow.documents.document_targets import DocumentTarget
from fieldforms.flow.documents.documents import DOCUMENT_KEEPERS
from fieldforms.flow.faults.known_faults import words_of_category
from fieldforms.flow.papers import paper_filing
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import devices
from fieldforms.flow.register.clients import refuse_retired, room_to_read
from fieldforms.flow.register.device_models import name_of_model
from fieldforms.paper.booklet import (
    Booklet,
    BookletAdvice,
    BookletBlock,
    BookletHeading,
    BookletItems,
    BookletText,
)
from fieldforms.paper.quick_guide import GUIDE_WORDS, QuickGuide, parts_of_room
from fieldforms.store.documents import documents
from fieldforms.store.faults import known_faults
from fieldforms.store.models import Device, DeviceModel, Document, KnownFault, Room
from fieldforms.store.register import clients, device_models

MOST_FAULTS = 200  # of a manual: what is longer nobody reads in an emergency
QUICK_GUIDE, EMERGENCY_MANUAL = N_("简明操作手册"), N_("应急故障排除手册")
ROOM_PAPERS = {
    "quick-guide": ("quick_guide", QUICK_GUIDE),
    "emergency-manual": ("emergency", EMERGENCY_MANUAL),
}
FIRST_STEPS = (
    N_("有焦糊味、冒烟、漏水或有人触电：先切断总电源，撤离人员，再打电话。"),
    N_("先看电源：插头、插排、时序电源的指示灯、设备的开关。"),
    N_("再看信号：输入选对了没有，线两头插紧了没有，换一个口、换一根线试试。"),
    N_("会议正在进行：先用备用话筒、备用线路或另一块屏顶上，会后再修。"),
    N_("照下面的办法处理。没有把握的不要拆机，打服务电话。"),
)


@dataclass(frozen=True)
class KnownOfSubject:
    """Known faults of one model in the room, or of a whole category. `devices`: the room's that they are about."""

    title: str
    devices: tuple[Device, ...]
    faults: tuple[KnownFault, ...]
    try_first: tuple[str, ...] = ()


@dataclass(frozen=True)
class RoomPapers:
    """What the papers of a room are made of. `filed`: which of ROOM_PAPERS is among its documents."""

    room: Room
    devices: tuple[Device, ...]
    known: tuple[KnownOfSubject, ...]
    phones: tuple[tuple[str, str], ...]  # (whose, number)
    unknown: tuple[Device, ...] = ()  # of which no fault is known
    filed: dict[str, Document] = field(default_factory=dict)

    @property
    def has_guide(self) -> bool:
        return bool(self.room.modes or self.room.power_on)


def papers_of_room(actor: Actor, room_id: int, lang: str) -> RoomPapers:
    """That it is read is written down where the room is confidential. Raises NotFound, ConfidentialPapers."""
    room = clients.get_room(actor.viewer, room_id)
    if room is None:
        raise NotFound
    if room.confidential and not actor.account.confidential:
        raise ConfidentialPapers
    return gather_papers(actor, room_to_read(actor, room_id), lang)


def gather_papers(actor: Actor, room: Room, lang: str) -> RoomPapers:
    there = tuple(clients.devices_in(room))
    known = tuple(faults_by_subject(actor, there, lang))
    covered = {device.id for each in known if each.faults for device in each.devices}
    unknown = tuple(device for device in there if device.id not in covered)
    phones = tuple(phones_of_client(room.client_id, lang))
    written = documents.documents_written_for(actor.viewer, room.client_id)
    filed = {each.paper: each for each in written if each.room_id == room.id}
    return RoomPapers(room, there, known, phones, unknown, filed)


def phones_of_client(client_id: int, lang: str) -> Iterator[tuple[str, str]]:
    """The on-site technician's before the company's."""
    number, on_site = devices.phone_on_site(client_id)
    if on_site:
        yield i18n.gettext(N_("驻场技术员"), lang), number
    if config.current.service_phone:
        yield i18n.gettext(N_("服务电话"), lang), config.current.service_phone


def faults_by_subject(actor: Actor, there: Sequence[Device], lang: str) -> Iterator[KnownOfSubject]:
    """Models in the order of their devices; then categories. What nothing is known of is left out, and
    what a technician wrote and nobody has looked at: the paper goes to the client."""
    ids = tuple(dict.fromkeys(device.of_model_id for device in there if device.of_model_id))
    categories = tuple(dict.fromkeys(device.category for device in there if device.category))
    models = {model.id: model for model in device_models.models_with_ids(ids)} if ids else {}
    told = known_faults.faults_about(actor.viewer, ids, categories, MOST_FAULTS) if there else []
    found = [each for each in told if each.looked_at]
    yield from faults_of_models([models[id] for id in ids if id in models], there, found)
    for category in categories:
        of_it = tuple(each for each in found if not each.of_model_id and each.category == category)
        standing = tuple(device for device in there if device.category == category)
        if of_it:
            yield KnownOfSubject(words_of_category(category, lang), standing, of_it)


def faults_of_models(
    models: Sequence[DeviceModel], there: Sequence[Device], found: Sequence[KnownFault]
) -> Iterator[KnownOfSubject]:
    for model in models:
        of_it = tuple(each for each in found if each.of_model_id == model.id)
        standing = tuple(device for device in there if device.of_model_id == model.id)
        if of_it or model.try_first:
            yield KnownOfSubject(name_of_model(model), standing, of_it, tuple(model.try_first))


def file_room_paper(actor: Actor, papers: RoomPapers, paper: str, lang: str, body: bytes) -> Document:
    """Among the documents of the room. `paper`: of ROOM_PAPERS. Raises NotAllowed, NoRoom, PlaceRetired."""
    actor.needs(*DOCUMENT_KEEPERS)
    refuse_retired(papers.room, papers.room.client)
    kind, title = ROOM_PAPERS[paper]
    edition = i18n.gettext(N_("自动生成"), lang)
    filed = paper_filing.FiledPaper(paper, i18n.gettext(title, lang), kind, edition, lang)
    return paper_filing.file_paper(actor, DocumentTarget(room=papers.room), filed, body)


# On paper


def quick_guide_of_room(papers: RoomPapers, origin: str, path: str, lang: str) -> QuickGuide:
    """`origin`, `path`: of the room's page, for the QR code. Raises NothingToPrint."""
    if not papers.has_guide:
        raise NothingToPrint
    room = papers.room
    return QuickGuide(
        lang=lang,
        company=config.current.company_name(lang),
        title=i18n.gettext(QUICK_GUIDE, lang),
        room=room.name,
        place=whole_place_of_room(room),
        parts=parts_of_room(room.power_on, room.modes, lang),
        url=f"{origin}{path}",
        scan=GUIDE_WORDS[lang]["scan"],
        phones=papers.phones,
        footer=i18n.format_date(local_time.today(), lang),
    )


def whole_place_of_room(room: Room) -> str:
    return " · ".join(filter(None, (room.client.name, room.building, room.floor)))


def emergency_manual_of_room(papers: RoomPapers, lang: str) -> Booklet:
    """Raises NothingToPrint."""
    if not papers.known:
        raise NothingToPrint
    return Booklet(
        lang=lang,
        company=config.current.company_name(lang),
        title=i18n.gettext(EMERGENCY_MANUAL, lang),
        about=f"{whole_place_of_room(papers.room)} · {papers.room.name}",
        facts=papers.phones,
        blocks=tuple(blocks_of_manual(papers, lang)),
        footer=i18n.format_date(local_time.today(), lang),
    )


def blocks_of_manual(papers: RoomPapers, lang: str) -> Iterator[BookletBlock]:
    yield BookletHeading(i18n.gettext(N_("先做这几步"), lang))
    yield BookletItems(tuple(i18n.gettext(each, lang) for each in FIRST_STEPS), numbered=True)
    for subject in papers.known:
        yield BookletHeading(subject.title)
        yield BookletText(i18n.join_words((device.name for device in subject.devices), lang))
        if subject.try_first:
            yield BookletHeading(i18n.gettext(N_("先试试"), lang), 3)
            yield BookletItems(subject.try_first, numbered=True)
        yield from (advice_of_fault(fault, lang) for fault in subject.faults)
    if papers.unknown:
        yield BookletHeading(i18n.gettext(N_("还没有写下办法的设备"), lang))
        yield BookletText(i18n.join_words((device.name for device in papers.unknown), lang))
        yield BookletText(i18n.gettext(N_("这些设备出了故障，请直接打服务电话。"), lang))


def advice_of_fault(fault: KnownFault, lang: str) -> BookletAdvice:
    rows = ((N_("故障原因"), fault.cause), (N_("处理方法"), fault.remedy))
    return BookletAdvice(
        fault.symptom, tuple((i18n.gettext(label, lang), text) for label, text in rows if text)
    )
