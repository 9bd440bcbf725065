"""Known faults: what is written down of them and by whom, doubles, what is out of use, and whether it helped."""

from collections.abc import Iterable, Mapping

from fieldforms.errors import N_, BadPhoto, Invalid, NotFound
from fieldforms.flow import form_changes, form_input
from fieldforms.flow.faults.told_names import ToldName, names_of_clients, names_told_in
from fieldforms.flow.files import photos
from fieldforms.flow.filling.drafts import is_begun_by_others
from fieldforms.flow.form_changes import Shown
from fieldforms.flow.form_input import ChoiceInput, FlagInput, Input, SeveralInput, TextInput
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register import register_columns
from fieldforms.flow.register.device_models import name_of_model
from fieldforms.flow.register.register_columns import Columns, RegisterColumn
from fieldforms.i18n import gettext
from fieldforms.store import audit, clock
from fieldforms.store.database import transaction
from fieldforms.store.faults import known_faults
from fieldforms.store.files import files
from fieldforms.store.models import DeviceModel, KnownFault
from fieldforms.store.record import records
from fieldforms.store.register import clients, device_models

FAULT_READERS = ("technician", "dispatcher", "supervisor", "manager", "admin")
FAULT_KEEPERS = (
    "dispatcher",
    "supervisor",
)  # a dispatcher looks at what technicians wrote, and joins doubles
FAULT_WRITERS = ("technician", *FAULT_KEEPERS)  # of what a sheet of theirs tells

KNOWN_FAULT_COLUMNS: Columns = (
    RegisterColumn("about", ChoiceInput(N_("关于什么")), N_("说得准就选型号；这一类设备都会这样，就选类别")),
    RegisterColumn("symptom", TextInput(N_("故障现象"), 1000, needed=True, lines=3), N_("现场看到、听到什么，例如：画面发黄、变暗")),
    RegisterColumn("cause", TextInput(N_("故障原因"), 1000, lines=2), N_("例如：灯泡到寿命")),
    RegisterColumn("remedy", TextInput(N_("处理方法"), 2000, needed=True, lines=4), N_("一步一步写，没做过的人也看得懂")),
)  # fmt: skip
PHOTOS_INPUT = "photos"  # drawn as pictures, by the form's own page
MOST_FAULT_PHOTOS = 12
TOO_MANY_PHOTOS = N_("照片最多 12 张")
NAMED_INPUT = "named"  # ticked: the names in it are to stay
NAMES_TOLD = N_(
    "里面写着%(names)s。常见故障给所有服务这种设备的人看：请改掉；一定要留，就勾选“照样保留这些名字”。"
)
OF_MODEL, OF_CATEGORY = (
    "model",
    "category",
)  # of what a known fault may be, in its form: model-7, category-projector


# What a form says


def columns_with_subjects(subjects: Mapping[str, str]) -> Columns:
    return register_columns.with_choices(KNOWN_FAULT_COLUMNS, about=subjects)


def subjects_to_choose(models: Iterable[DeviceModel], categories: Iterable[str], lang: str) -> dict[str, str]:
    """What a known fault may be about → its words, as the form offers them."""
    named = {f"{OF_MODEL}-{model.id}": name_of_model(model) for model in models}
    return named | {f"{OF_CATEGORY}-{each}": words_of_category(each, lang) for each in categories if each}


def every_subject(lang: str) -> dict[str, str]:
    return subjects_to_choose(device_models.all_models(), register_columns.CATEGORIES, lang)


def words_of_category(category: str, lang: str) -> str:
    """整个类别：投影机"""
    name = gettext(register_columns.CATEGORIES.get(category, category), lang)
    return gettext(N_("整个类别：%(name)s"), lang) % {"name": name}


def subject_of_fault(fault: KnownFault) -> str:
    return f"{OF_MODEL}-{fault.of_model_id}" if fault.of_model_id else f"{OF_CATEGORY}-{fault.category}"


def values_of_fault(fault: KnownFault) -> dict:
    """As its form asks."""
    said = {name: getattr(fault, name) for name in ("symptom", "cause", "remedy", PHOTOS_INPUT)}
    return {"about": subject_of_fault(fault), **said}


def table_of_form(subjects: Mapping[str, str], digests: Iterable[str] = ()) -> dict[str, Input]:
    """Input name → how it is read. `digests`: of the photos there are to choose from."""
    inputs = register_columns.inputs_of_columns(columns_with_subjects(subjects))
    return {
        **inputs,
        PHOTOS_INPUT: SeveralInput(N_("照片"), {digest: f"#{n}" for n, digest in enumerate(digests, 1)}),
    }


def read_form(table: Mapping[str, Input], given: Mapping[str, str], names: Iterable[ToldName]) -> dict:
    """What was typed, by input. A name of a client, a room or a person stays in it only by choice. Raises Invalid."""
    values = form_input.read_input({**table, NAMED_INPUT: FlagInput(N_("照样保留这些名字"))}, given)
    told = names_told_in(" ".join(values[name] for name in ("symptom", "cause", "remedy")), names)
    if told and not values.pop(NAMED_INPUT):
        raise Invalid([(NAMED_INPUT, NAMES_TOLD, {"label": "", "names": " · ".join(told)})])
    return {name: value for name, value in values.items() if name != NAMED_INPUT}


def columns_of_values(values: Mapping) -> dict:
    """A form's values as the row's columns."""
    kind, _dash, of = values["about"].partition("-")
    about = {"of_model": int(of), "category": ""} if kind == OF_MODEL else {"of_model": None, "category": of}
    return about | {name: values[name] for name in ("symptom", "cause", "remedy", PHOTOS_INPUT)}


# Keeping them


def write_fault(actor: Actor, given: Mapping[str, str], lang: str) -> KnownFault:
    """One that grew from no sheet: from a maker's manual, from what everybody knows. Raises Invalid, NotAllowed."""
    actor.needs(*FAULT_KEEPERS)
    table = table_of_form(every_subject(lang))
    return add_fault(actor, read_form(table, given, names_of_clients(clients.ever_seen_by(actor.viewer))))


def add_fault(actor: Actor, values: Mapping, record: str = "") -> KnownFault:
    """Sent twice, it is added once. `record`: number of the sheet it grew from. A technician's waits for a look."""
    row = columns_of_values(values) | {"record": record, "created_by": actor.account.id}
    row["looked_at"] = clock.now() if actor.account.role in FAULT_KEEPERS else None
    with transaction():
        known = known_faults.fault_sent_twice(row)
        if known:
            return known
        fault = known_faults.add_fault(row)
        audit.record_action(actor.user_id, "known_fault.add", str(fault.id), record=record)
        return fault


def fault_to_read(actor: Actor, fault_id: int) -> KnownFault:
    """In force, retired or merged. Raises NotFound, NotAllowed."""
    actor.needs(*FAULT_READERS)
    fault = known_faults.get_known_fault(actor.viewer, fault_id)
    if fault is None:
        raise NotFound
    return fault


def fault_to_change(actor: Actor, fault_id: int) -> KnownFault:
    """One in force, for who keeps them. Raises NotFound, NotAllowed."""
    actor.needs(*FAULT_KEEPERS)
    fault = fault_to_read(actor, fault_id)
    if fault.retired_at or fault.merged_into_id:
        raise NotFound
    return fault


def edit_fault(
    actor: Actor,
    fault_id: int,
    given: Mapping[str, str],
    lang: str,
    names: Iterable[ToldName] = (),
    shown: Shown = None,
) -> KnownFault:
    """Whoever edits it has looked at it. `names`: those of the sheet it grew from. `shown`: as
    form_changes.changes_of_form takes it. Raises Invalid, NotFound, NotAllowed, ChangedMeanwhile.
    """
    fault = fault_to_change(actor, fault_id)
    table = table_to_edit(actor, fault, lang)
    every_name = [*names, *names_of_clients(clients.ever_seen_by(actor.viewer))]
    values = read_form(table, given, every_name)
    with transaction():
        fault = form_changes.row_as_it_stands(fault)
        values = {PHOTOS_INPUT: fault.photos, **values}
        about = "known_fault.edit", str(fault.id)
        changed = form_changes.changes_of_form(table, values_of_fault(fault), values, shown, about)
        if changed:
            known_faults.change_fault(
                fault, columns_of_values(values) | {"looked_at": fault.looked_at or clock.now()}
            )
            audit.record_action(actor.user_id, *about, **changed)
    return fault


def add_photo(actor: Actor, fault_id: int, body: bytes) -> None:
    """A picture of what to look for, from whoever keeps known faults; the form takes it away again. Sent twice, it is there once.
    Raises NotFound, NotAllowed, BadPhoto."""
    fault = fault_to_change(actor, fault_id)
    photo = photos.clean_photo(body)
    with transaction():
        fault = form_changes.row_as_it_stands(fault)
        if fault.photos and not photos_to_show(actor, fault):
            raise NotFound
        if len(fault.photos) >= MOST_FAULT_PHOTOS:
            raise BadPhoto(why=TOO_MANY_PHOTOS)
        values = {
            "photos": list(dict.fromkeys([*fault.photos, files.keep_file(photo, photos.PHOTO_TYPE).digest]))
        }
        changed = form_changes.changed_values(values_of_fault(fault), values)
        known_faults.change_fault(fault, values)
        audit.record_action(actor.user_id, "known_fault.edit", str(fault.id), **changed)


def table_to_edit(actor: Actor, fault: KnownFault, lang: str) -> dict[str, Input]:
    """Photos that are not shown to somebody are nothing that they can take away."""
    table = table_of_form(subjects_to_keep(fault, lang), fault.photos)
    if fault.photos and not photos_to_show(actor, fault):
        del table[PHOTOS_INPUT]
    return table


def subjects_to_keep(fault: KnownFault, lang: str) -> dict[str, str]:
    """What a fault may be about: anything, and what it is about now."""
    now = {subject_of_fault(fault): words_of_subject(fault, lang)}
    return now | every_subject(lang)


def words_of_subject(fault: KnownFault, lang: str) -> str:
    return name_of_model(fault.of_model) if fault.of_model_id else words_of_category(fault.category, lang)


def look_at_fault(actor: Actor, fault_id: int) -> None:
    """A technician's has been looked at, and is left as it is. Raises NotFound, NotAllowed."""
    change_in_force(
        actor, fault_id, "look", lambda fault: None if fault.looked_at else {"looked_at": clock.now()}
    )


def retire_fault(actor: Actor, fault_id: int) -> None:
    """Out of use: offered no more. Raises NotFound, NotAllowed."""
    change_in_force(actor, fault_id, "retire", lambda _fault: {"retired_at": clock.now()})


def change_in_force(actor: Actor, fault_id: int, verb: str, changes) -> None:
    """`changes`: of the row as it stands, its columns to write, or None."""
    fault = fault_to_change(actor, fault_id)
    with transaction():
        values = changes(form_changes.row_as_it_stands(fault))
        if values:
            known_faults.change_fault(fault, values)
            audit.record_action(actor.user_id, f"known_fault.{verb}", str(fault.id))


def reinstate_fault(actor: Actor, fault_id: int) -> None:
    """Back in use. Raises NotFound, NotAllowed."""
    actor.needs(*FAULT_KEEPERS)
    fault = fault_to_read(actor, fault_id)
    if fault.merged_into_id:
        raise NotFound
    with transaction():
        if fault.retired_at:
            known_faults.change_fault(fault, {"retired_at": None})
            audit.record_action(actor.user_id, "known_fault.reinstate", str(fault.id))


NO_SUCH_FAULT = N_("请选择要并入哪一条。")
MOST_DOUBLES = 50


def possible_doubles(actor: Actor, fault: KnownFault) -> list[KnownFault]:
    """What it may be merged into: of its model and category."""
    models = (fault.of_model_id,) if fault.of_model_id else ()
    category = fault.of_model.category if fault.of_model_id else fault.category
    found = known_faults.faults_about(actor.viewer, models, (category,), MOST_DOUBLES)
    return [each for each in found if each.id != fault.id]


def merge_fault(actor: Actor, fault_id: int, into_id: int | None) -> KnownFault:
    """A double goes into the other, its tries count there. Raises Invalid, NotFound, NotAllowed."""
    fault = fault_to_change(actor, fault_id)
    into = known_faults.get_known_fault(actor.viewer, into_id) if into_id else None
    if into is None or into.id == fault.id or into.retired_at or into.merged_into_id:
        raise Invalid([("into", NO_SUCH_FAULT, {})])
    with transaction():
        for each in sorted((fault, into), key=lambda row: row.id):
            if form_changes.row_as_it_stands(
                each
            ).merged_into_id:  # two merge them at once, each into the other
                raise NotFound
        known_faults.merge_fault(fault, into)
        audit.record_action(actor.user_id, "known_fault.merge", str(fault.id), into=into.id)
    return into


# Trying them


def note_try(actor: Actor, fault_id: int, record: str, helped: bool) -> KnownFault:
    """Somebody tried it, at the sheet with this uuid or at none. Said again, the last word counts. Raises NotFound, NotAllowed."""
    fault = fault_to_read(actor, fault_id)
    if record and is_sheet_of_others(actor, record):
        raise NotFound
    by = actor.account.id
    with transaction():
        known = known_faults.last_try(fault.id, record, by)
        if not known or known[0].helped != helped:
            known_faults.add_try(fault, record, by, helped)
            audit.record_action(actor.user_id, "known_fault.try", str(fault.id), helped=helped)
    return fault


def is_sheet_of_others(actor: Actor, record: str) -> bool:
    """Is there a sheet with this uuid that this person doesn't reach? One that is nobody's yet is theirs to begin."""
    if records.first_entry_if_any(record):
        return not records.rows_by_uuid(actor.viewer, record)
    return is_begun_by_others(actor, record)


def tries_at_sheet(actor: Actor, record: str) -> dict[int, bool]:
    """Known fault → did it help, as this person said at the sheet with this uuid, or at none."""
    return dict(known_faults.tries_of_sheet(record, actor.account.id))


def photos_to_show(actor: Actor, fault: KnownFault) -> list[str]:
    """Digests. Those of a sheet that has become confidential are for who is cleared."""
    if not fault.photos or actor.viewer.confidential or not known_faults.confidential_source(fault.record):
        return fault.photos
    return []
