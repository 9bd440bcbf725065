"""Known faults: their rows, what of them a viewer may see, and how often they were tried and helped."""

from collections.abc import Iterable
from dataclasses import dataclass

from peewee import JOIN, Case, fn

from fieldforms.store import clock, repeats, scope, search
from fieldforms.store.filters import conditions_of_filters, filter_by, names_asked
from fieldforms.store.models import DeviceModel, FaultTry, KnownFault, Record, User
from fieldforms.store.prepared import insert, one_of, prepared, prepared_change, update
from fieldforms.store.register.device_models import of_seen_model


@dataclass(frozen=True)
class KnownFaultFilters:
    """What the list is narrowed to. `retired`: those alone, else none of them. `before`: the id of the last one shown."""

    text: str = ""
    category: str = filter_by(lambda category: is_of_category(category), "")
    model: int | None = filter_by(lambda model: KnownFault.of_model == model)
    unseen: bool = filter_by(lambda _on: KnownFault.looked_at.is_null(), False)
    retired: bool = filter_by(lambda _on: KnownFault.retired_at.is_null(False), False)
    before: int | None = None


def is_of_category(category):
    """Said of the category itself, or of a model in it."""
    return (KnownFault.category == category) | (DeviceModel.category == category)


def selection():
    return (
        KnownFault.select(KnownFault, DeviceModel, User)
        .join(DeviceModel, JOIN.LEFT_OUTER)
        .switch(KnownFault)
        .join(User, on=KnownFault.created_by)
    )


def is_visible(viewer: scope.Viewer):
    """Of the models that the viewer sees, and of whole categories. Of no client."""
    seen = of_seen_model(viewer, KnownFault.of_model)
    return seen if viewer.role not in scope.SEES_ASSIGNED else KnownFault.of_model.is_null() | seen


def is_in_force():
    return KnownFault.retired_at.is_null() & KnownFault.merged_into.is_null()


def get_known_fault(viewer: scope.Viewer, fault_id: int) -> KnownFault | None:
    """In force, retired or merged."""
    return next(iter(fault_by_id(viewer, fault_id)), None)


@scope.prepared_by_viewer
def fault_by_id(viewer, fault):
    return selection().where(KnownFault.id == fault, is_visible(viewer))


# Lists


def page_of_faults(viewer: scope.Viewer, filters: KnownFaultFilters, most: int) -> list[KnownFault]:
    """The newest first; the filters' `text` looks in what they say and in the model's names."""
    words = filters.text.split()
    if not words:
        values = (filters.category, filters.model, filters.before, most)
        asked = names_asked(filters) + (("before",) if filters.before else ())
        return newest_faults(viewer, *values, asked=asked)
    said = [KnownFault.symptom, KnownFault.cause, KnownFault.remedy, DeviceModel.brand, DeviceModel.name]
    contained = (search.contains_anywhere(word, said) for word in words)
    return list(select_faults(viewer, filters, most).where(*contained))


@scope.prepared_by_viewer
def newest_faults(viewer, category, model, before, most, *, asked):
    values = {"category": category, "model": model, "before": before, "unseen": True, "retired": True}
    return select_faults(viewer, KnownFaultFilters(**{name: values[name] for name in asked}), most)


def select_faults(viewer, filters: KnownFaultFilters, most):
    query = selection().where(is_visible(viewer), KnownFault.merged_into.is_null())
    if not filters.retired:
        query = query.where(KnownFault.retired_at.is_null())
    if filters.before is not None:
        query = query.where(KnownFault.id < filters.before)
    query = query.where(*conditions_of_filters(viewer, filters))
    return query.order_by(KnownFault.id.desc()).limit(most)


@scope.prepared_by_viewer
def models_with_faults(viewer):
    """By brand and name."""
    of_them = KnownFault.select(KnownFault.of_model).where(is_in_force(), is_visible(viewer))
    return (
        DeviceModel.select().where(DeviceModel.id.in_(of_them)).order_by(DeviceModel.brand, DeviceModel.name)
    )


@scope.prepared_by_viewer
def categories_with_faults(viewer):
    """(category of a fault, of its model), each pair once."""
    return (
        KnownFault.select(KnownFault.category, DeviceModel.category)
        .join(DeviceModel, JOIN.LEFT_OUTER)
        .where(is_in_force(), is_visible(viewer))
        .distinct()
        .tuples()
    )


@scope.prepared_by_viewer
def unseen_faults(viewer, most):
    """Those that wait for a look, longest first."""
    unseen = selection().where(is_in_force(), is_visible(viewer), KnownFault.looked_at.is_null())
    return unseen.order_by(KnownFault.id).limit(most)


# What is known of some models and categories


@scope.prepared_by_viewer
def faults_about(viewer, models, categories, most):
    """Those of the models first, each time those that helped most; then those of whole categories."""
    known = selection().where(is_about(models, categories), is_in_force(), is_visible(viewer))
    helped = (KnownFault.helped + 1) * 1000 / (KnownFault.tried + 2)  # never tried: half of the time
    return known.order_by(KnownFault.of_model.is_null(), helped.desc(), KnownFault.id.desc()).limit(most)


@scope.prepared_by_viewer
def counted_about(viewer, models, categories):
    known = KnownFault.select(fn.COUNT(KnownFault.id))
    return known.where(is_about(models, categories), is_in_force(), is_visible(viewer)).tuples()


def is_about(models, categories):
    of_category = KnownFault.of_model.is_null() & one_of(KnownFault.category, categories)
    return one_of(KnownFault.of_model, models) | of_category


def count_about(viewer: scope.Viewer, models: Iterable[int], categories: Iterable[str]) -> int:
    [(number,)] = counted_about(viewer, tuple(models), tuple(categories))
    return number


@scope.prepared_by_viewer
def faults_grown_from(viewer, record):
    """What is in force and grew from the sheet of this number."""
    return selection().where(KnownFault.record == record, is_in_force(), is_visible(viewer))


@prepared
def confidential_source(record):
    """A row where the sheet of this number is confidential by now."""
    return Record.select(Record.id).where(Record.number == record, Record.confidential)


# Writing


def add_fault(values: dict) -> KnownFault:
    """`values`: of_model and created_by as ids."""
    return insert(KnownFault, created_at=clock.now(), **values)


def fault_sent_twice(values: dict) -> KnownFault | None:
    said = {
        name: values[name]
        for name in ("of_model", "category", "symptom", "cause", "remedy", "record", "created_by")
    }
    return repeats.row_sent_twice(KnownFault, said, is_in_force())


def change_fault(fault: KnownFault, values: dict) -> None:
    update(KnownFault, fault.id, **values)


def merge_fault(fault: KnownFault, into: KnownFault) -> None:
    """What was merged into it goes along, so that nobody has to go two ways."""
    double = (KnownFault.id == fault.id) | (KnownFault.merged_into == fault.id)
    KnownFault.update(merged_into=into.id).where(double).execute()
    count_tries_again(into.id)


def add_try(fault: KnownFault, record: str, by: int, helped: bool) -> None:
    insert(FaultTry, known_fault=fault.id, record=record, by=by, helped=helped, at=clock.now())
    count_tries_again(fault.merged_into_id or fault.id)


@prepared
def last_try(fault, record, by):
    tries = FaultTry.select().where(
        FaultTry.known_fault == fault, FaultTry.record == record, FaultTry.by == by
    )
    return tries.order_by(FaultTry.id.desc()).limit(1)


@prepared
def tries_of_sheet(record, by):
    """(known fault, did it help) of what this person tried at a sheet, oldest first."""
    tries = FaultTry.select(FaultTry.known_fault, FaultTry.helped)
    return tries.where(FaultTry.record == record, FaultTry.by == by).order_by(FaultTry.id).tuples()


@prepared_change
def count_tries_again(fault):
    helped = Case(None, [(FaultTry.helped, 1)], 0)
    return KnownFault.update(
        tried=standing_tries(fault).select(fn.COUNT(FaultTry.id)),
        helped=standing_tries(fault).select(fn.COALESCE(fn.SUM(helped), 0)),
    ).where(KnownFault.id == fault)


def standing_tries(fault):
    """The last word of each person at each sheet, about it and what was merged into it."""
    later = FaultTry.alias()
    of_one = (
        later.known_fault == FaultTry.known_fault,
        later.record == FaultTry.record,
        later.by == FaultTry.by,
    )
    said_anew = later.select(later.id).where(*of_one, later.id > FaultTry.id)
    double = KnownFault.alias()
    doubles = double.select(double.id).where(double.merged_into == fault)
    about = (FaultTry.known_fault == fault) | FaultTry.known_fault.in_(doubles)
    return FaultTry.select().where(about, ~fn.EXISTS(said_anew))


def forget_photos(digests: set[str]) -> None:
    """Somebody's photos were erased: no known fault shows them any more."""
    for fault in KnownFault.select().where(KnownFault.record != ""):
        kept = [digest for digest in fault.photos if digest not in digests]
        if kept != fault.photos:
            update(KnownFault, fault.id, photos=kept)


def photos_of_faults() -> set[str]:
    """The digest of every photo that any of them has, in force or not."""
    return {digest for (found,) in KnownFault.select(KnownFault.photos).tuples() for digest in found or ()}
