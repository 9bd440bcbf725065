"""What of a device's row leads to something else: one spelling for each brand and model, a category by its name, the end of the
warranty by its term, how many there are.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from fieldforms.errors import N_
from fieldforms.flow import local_time
from fieldforms.flow.importing.cell_reading import (
    COUNT_IN_WORDS,
    NO_COUNT,
    day_after_months,
    day_of_about,
    days_of_rough,
    is_rough_day,
    letters_of_word,
    months_of_term,
)
from fieldforms.flow.importing.device_columns import CATEGORY_IN_NAME, WORDS_OF_CATEGORIES
from fieldforms.flow.importing.list_rows import ListRow
from fieldforms.flow.register.devices import years_in_use
from fieldforms.flow.register.spellings import key_of_model, letters_of_text
from fieldforms.forms.reading import Unreadable
from fieldforms.store.importing import known_rows
from fieldforms.store.models import DeviceModel
from fieldforms.store.register import device_models

WRITTEN_AS = N_("“%(text)s”按档案写作“%(known)s”。")
CATEGORY_OF_MODEL = N_("类别没有写，按型号“%(text)s”填。")
CATEGORY_BY_NAME = N_("类别没有写，按名称里的“%(text)s”填。")
NO_BEGINNING = N_("质保期从哪天算起？没有安装日期，也没有购置日期。")
ABOUT_INSTALLED = N_("安装日期“%(text)s”没有写到日，按估计的日期登记。")
SERIAL_OF_ANOTHER = N_(
    "只凭序列号“%(text)s”认出是档案里的 %(name)s（%(model)s），品牌和型号却都不同：请核对序列号，不是同一台就改掉。"
)
BOUGHT_AFTER_INSTALLED = N_("购置日期 %(later)s 晚于安装日期 %(earlier)s，请核对。")
OVER_BEFORE_BOUGHT = N_("保修到期 %(earlier)s 早于购置日期 %(later)s，请核对。")
OVER_BEFORE_INSTALLED = N_("保修到期 %(earlier)s 早于安装日期 %(later)s，请核对。")
DAYS_IN_ORDER = (  # one that is not after another
    ("purchased_on", "installed_on", BOUGHT_AFTER_INSTALLED),
    ("purchased_on", "warranty_until", OVER_BEFORE_BOUGHT),
    ("installed_on", "warranty_until", OVER_BEFORE_INSTALLED),
)
DAYS_OF_DEVICE = ("installed_on", "purchased_on", "warranty_until")
NOTE_OF_QUANTITY = "数量：{}"
MOST_DEVICES_OF_ROW = 200
TOO_MANY_DEVICES = N_("数量最多 %(max)s，“%(text)s”请核对。")


@dataclass
class Spellings:
    """How brands and models are written: as the register has them, else as the list first does. By their letters."""

    brands: dict[str, str] = field(default_factory=dict)
    models: dict[str, DeviceModel] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def spellings_of_rows(rows: Iterable[ListRow]) -> Spellings:
    rows = list(rows)
    keys = {
        key_of_model(row.given.get("brand", ""), row.given["model"]) for row in rows if row.given.get("model")
    }
    brands = {letters_of_text(each.brand): each.brand for each in known_rows.brands_of_models()}
    models = device_models.models_by_key(keys)
    return Spellings(brands, models, {key: each.name for key, each in models.items()})


def complete_details(row: ListRow, spellings: Spellings, term_unit: str) -> None:
    """Whatever is put in is told."""
    spell_as_known(row, "brand", spellings.brands, letters_of_text(row.given.get("brand", "")))
    key = key_of_model(row.given.get("brand", ""), row.given.get("model", ""))
    spell_as_known(row, "model", spellings.names, key)
    if row.known is None and not row.given.get("category"):
        put_category(row, spellings.models.get(key))
    keep_days_within(row)
    if about := day_of_about(row.texts.get("installed_on", ""), local_time.date_today()):
        put_day_of_about(row, about)
    elif row.given.get("installed_on"):
        note_certainty(row, row.texts.get("installed_on", ""))
    if row.given.get("warranty") and not row.given.get("warranty_until"):
        put_end_of_warranty(row, term_unit)


def keep_days_within(row: ListRow) -> None:
    """A day of the register that lies within the month or year that the list says is the better one: it stands."""
    for name in DAYS_OF_DEVICE if row.known else ():
        days, known = days_of_rough(row.texts.get(name, "")), getattr(row.known, name)
        if days and known.startswith(days):
            row.mistakes = [each for each in row.mistakes if each.column != name]
            row.given[name] = known


def doubt_days(row: ListRow) -> None:
    """Days the wrong way round: one of them is mistyped, or day and month are swapped. An estimate says too little."""
    now = {name: row.given.get(name) or getattr(row.known, name, "") or "" for name in DAYS_OF_DEVICE}
    for first, then, sentence in DAYS_IN_ORDER:
        is_rough = row.given.get("installed_about") and "installed_on" in (first, then)
        is_said = row.given.keys() & {first, then}
        if is_said and not is_rough and now[first] and now[then] and now[first] > now[then]:
            row.doubts.append((sentence, {"later": now[first], "earlier": now[then]}))


def put_day_of_about(row: ListRow, day: str) -> None:
    """ "约5年" is a day that says so; where the register has one that is as many years ago, or of the year that is named, that one
    stands, the more so if it is no estimate."""
    known = row.known.installed_on if row.known else ""
    row.mistakes = [each for each in row.mistakes if each.column != "installed_on"]
    is_meant = bool(known) and (years_in_use(known) == years_in_use(day) or is_in_year_named(row, known))
    row.given["installed_on"] = known if is_meant else day
    if is_meant and not row.known.installed_about:
        return
    row.given["installed_about"] = "1"
    row.notices.append((ABOUT_INSTALLED, {"text": row.texts["installed_on"]}))


def is_in_year_named(row: ListRow, day: str) -> bool:
    """ "约2019年" """
    return day[:4] in row.texts["installed_on"] and len(day) == 10


def note_certainty(row: ListRow, text: str) -> None:
    """A day of which only the month is known is about; a whole one in its place is so no more."""
    if is_rough_day(text):
        if row.known and row.known.installed_on == row.given["installed_on"]:
            return
        row.given["installed_about"] = "1"
        row.notices.append((ABOUT_INSTALLED, {"text": text}))
    elif row.known and row.known.installed_on != row.given["installed_on"]:
        row.given.setdefault("installed_about", "")


def warn_of_another_device(row: ListRow) -> None:
    """Its serial alone says which device it is, and all else says another: a number may be mistyped."""
    device = row.known
    if device is None or row.given.get("id") or row.given.get("label") or not row.given.get("serial"):
        return
    pairs = [(row.given.get(name, ""), getattr(device, name)) for name in ("brand", "model")]
    by_asset = device.asset_no and letters_of_word(row.given.get("asset_no", "")) == letters_of_word(
        device.asset_no
    )
    if not by_asset and all(
        letters_of_text(said) and letters_of_text(known) and letters_of_text(said) != letters_of_text(known)
        for said, known in pairs
    ):
        told = {"text": row.given["serial"], "name": device.name, "model": f"{device.brand} {device.model}"}
        row.doubts.append((SERIAL_OF_ANOTHER, told))


def spell_as_known(row: ListRow, column: str, known: dict[str, str], key: str) -> None:
    text = row.given.get(column, "")
    if not letters_of_text(text) or (row.known and text == getattr(row.known, column)):
        return
    said = known.setdefault(key, text)
    if said != text:
        row.given[column] = said
        row.notices.append((WRITTEN_AS, {"text": text, "known": said}))


def put_category(row: ListRow, model: DeviceModel | None) -> None:
    """Not where the row says a word that nobody understands yet."""
    if "category" in row.open_columns:
        return
    if model is not None and model.category:
        row.given["category"] = model.category
        row.notices.append((CATEGORY_OF_MODEL, {"text": model.name}))
        return
    word = category_word_in_name(row.given.get("name", ""))
    if word:
        row.given["category"] = WORDS_OF_CATEGORIES[word]
        row.notices.append((CATEGORY_BY_NAME, {"text": word}))


def category_word_in_name(name: str) -> str:
    """The one that ends last, as the head of a Chinese name does (视频会议室投影机), of these the longest; Latin ones stand by
    themselves (LAMP is no amp)."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    found = [(each.end(), each.end() - each.start(), each[0]) for each in CATEGORY_IN_NAME.finditer(plain)]
    return max(found, default=(0, 0, ""))[2]


def put_end_of_warranty(row: ListRow, term_unit: str) -> None:
    """质保期 “3年” from the day of installation, else of purchase."""
    begin = row.given.get("installed_on") or row.given.get("purchased_on") or ""
    if not begin and row.known:
        begin = row.known.installed_on or row.known.purchased_on
    if not begin:
        if not row.open_columns & {"installed_on", "purchased_on"}:
            row.refuse("warranty", NO_BEGINNING)
        return
    try:
        months = months_of_term(row.given["warranty"], term_unit or row.headers.get("warranty", ""))
    except Unreadable as error:
        row.refuse("warranty", error.sentence, **error.values)
    else:
        row.given["warranty_until"] = day_after_months(begin, months)


BETWEEN_NUMBERS = re.compile(r"\s*[、，,；;/／\n]\s*")


def split_numbers(text: str) -> list[str]:
    """The serial or asset numbers of several devices in one cell: SN1、SN2、SN3."""
    return [each for each in BETWEEN_NUMBERS.split(text.strip()) if each]


def count_of_row(row: ListRow) -> int:
    """How many devices it says there are; 1 where it says nothing, or nothing that can be read."""
    text = row.given.get("qty", "")
    found = COUNT_IN_WORDS.fullmatch(text)
    if text and not found:
        row.refuse("qty", NO_COUNT, text=text)
    count = int(found[1]) if found else 1
    if count > MOST_DEVICES_OF_ROW:
        row.refuse("qty", TOO_MANY_DEVICES, text=text, max=MOST_DEVICES_OF_ROW)
        return 1
    if found and count == 0:
        row.refuse("qty", NO_COUNT, text=text)
    return count


def note_quantity(row: ListRow, count: int) -> None:
    """One device that says in its note how many there are."""
    said = NOTE_OF_QUANTITY.format(f"{count} {row.given.get('unit', '')}".strip())
    row.given["note"] = "\n".join(filter(None, (row.given.get("note", ""), said)))
