"""Makers of a list, and how they are reached; and the makers that lists of devices and models name."""

from collections.abc import Iterable, Mapping

from fieldforms.errors import N_
from fieldforms.flow.importing.choices import MADE_NEW, Choices
from fieldforms.flow.importing.list_rows import ListRow, UnknownWord
from fieldforms.flow.importing.texts_keepers import TextsKeeper, columns_of_list
from fieldforms.flow.register.makers import DOUBTFUL, MAKER_COLUMNS, add_maker, edit_maker
from fieldforms.flow.register.spellings import key_of_maker, most_alike
from fieldforms.forms.reading import read_id
from fieldforms.store.models import Maker
from fieldforms.store.register import makers

NO_NAME_OF_MAKER = N_("厂家名称“%(text)s”要有字母、数字或汉字。")
MAKER_WRITTEN_AS = N_("厂家“%(text)s”按档案写作“%(known)s”。")


class MakerKeeper(TextsKeeper):
    own_columns = MAKER_COLUMNS
    columns = columns_of_list(MAKER_COLUMNS)
    can_be_made = frozenset({"name"})

    def load_known(self, rows: Iterable[ListRow]) -> None:
        self.finder = MakerFinder(self.choices, "name")

    def match_row(self, row: ListRow) -> None:
        name = row.given.get("name", "")
        if not name:
            return
        key = key_of_maker(name)
        if not key:
            row.refuse("name", NO_NAME_OF_MAKER, text=name)
            return
        self.refuse_twice(row, "name", key)
        row.known = self.finder.maker_called(row, name)
        if row.known:
            row.given["name"] = row.known.name

    def options_of_word(self, unknown: UnknownWord) -> list[tuple[str, str]]:
        return self.finder.options_of_maker(unknown.word)

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Maker:
        return add_maker(self.actor, texts)

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Maker:
        return edit_maker(self.actor, row.known.id, texts, None)


class MakerFinder:
    """Which maker a text means: the one of its letters; what is only alike is asked about, once for all rows."""

    def __init__(self, choices: Choices, column: str = "manufacturer"):
        self.column, self.words = column, choices.words.get(column, {})
        known = list(makers.all_makers())
        self.by_id = {each.id: each for each in known}
        self.by_key = {each.key: each for each in known}
        self.named: Mapping[Maker, str] = {each: each.name for each in known}
        self.alike: dict[str, list[Maker]] = {}
        self.spelled: dict[str, str] = {}

    def maker_called(self, row: ListRow, text: str) -> Maker | None:
        """The known one that this text means; None for a new one, and where a person has yet to say."""
        found = self.by_key.get(key_of_maker(text))
        if found:
            return found
        meant = self.words.get(text, "")
        if meant and meant != MADE_NEW:
            return self.by_id.get(read_id(meant) or 0)
        if not meant and self.makers_like(text):
            row.unknown.append(UnknownWord(self.column, text))
        return None

    def makers_like(self, text: str) -> list[Maker]:
        if text not in self.alike:
            self.alike[text] = most_alike(text, self.named, DOUBTFUL)
        return self.alike[text]

    def options_of_maker(self, word: str) -> list[tuple[str, str]]:
        return [(str(each.id), each.name) for each in self.makers_like(word)]

    def spell_maker(self, row: ListRow) -> None:
        """A device's or model's maker, as the register writes it, else as the list first does. Whatever is changed is told."""
        text = row.given.get(self.column, "")
        if not key_of_maker(text) or (row.known and text == row.known.manufacturer):
            return
        found = self.maker_called(row, text)
        said = found.name if found else self.spelled.setdefault(key_of_maker(text), text)
        if said != text:
            row.given[self.column] = said
            row.notices.append((MAKER_WRITTEN_AS, {"text": text, "known": said}))
