"""What the kinds of imports share: a row seen against the register, and written by the verbs of its page."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from fieldforms.errors import N_
from fieldforms.flow.form_input import ChoiceInput, RowInput
from fieldforms.flow.importing.cell_reading import letters_of_word, words_of_choices
from fieldforms.flow.importing.choices import MADE_NEW, Choices
from fieldforms.flow.importing.list_rows import (
    SECTION_MEANINGS,
    SECTION_TITLE,
    ImportColumn,
    ListRow,
    UnknownWord,
)
from fieldforms.flow.people.actors import Actor
from fieldforms.flow.register.clients import add_client
from fieldforms.flow.register.spellings import letters_of_text, most_alike
from fieldforms.forms.reading import read_ids
from fieldforms.store.models import Client
from fieldforms.store.register import clients

CLIENT_NEEDED = N_("没有写是哪个客户：请在“这些列去哪里”一页选一个，或在这里填上。")
CLIENT_GONE = N_("客户“%(text)s”已停用：先在客户档案恢复，再导入。")
TWICE_IN_LIST = N_("和第 %(row)s 行的“%(text)s”相同，只能有一行。")
TWICE_NOTED = N_("和第 %(row)s 行的“%(text)s”相同，请核对；两台都会登记。")
NAME_TOO_LONG = N_("“%(text)s”太长，最多 %(max)s 个字。")
MOST_NAME = 120
NEARLY_THE_SAME = 80  # of 100, as spellings.ALIKE: one word within the other


class RowKeeper:
    """One kind of import, about to judge and write. `columns`: those that a list may bring."""

    columns: ClassVar[tuple[ImportColumn, ...]] = ()
    can_be_made: ClassVar[frozenset[str]] = frozenset()  # columns of whose unknown words a row may be made

    def __init__(self, actor: Actor, choices: Choices, note: dict):
        """`note`: what the audit's lines say beside."""
        self.actor, self.choices, self.note = actor, choices, note
        self.by_name = {column.name: column for column in self.columns}
        self.seen: dict[tuple, int] = {}
        self.clients = clients.seen_by(actor.viewer)
        self.clients_by_letters = {
            letters_of_text(name): each
            for each in self.clients
            for name in (each.short_name, each.name)
            if name
        }
        gone = clients.ever_seen_by(actor.viewer)
        self.gone_clients = {letters_of_text(each.name) for each in gone if each.retired_at}
        self.made: dict[tuple, Any] = {}

    # What a kind says of itself

    def load_known(self, rows: Iterable[ListRow]) -> None:
        """Ask the register for all that these rows may be, at once."""

    def match_row(self, row: ListRow) -> None:
        """Give it `known`, and what else it leads to; note what is wrong with it."""

    def values_now(self, row: ListRow) -> Mapping[str, Any]:
        return row.known.__data__

    def write_row(self, row: ListRow) -> Any:
        """Call inside a transaction. The row of the register."""
        raise NotImplementedError

    def options_of_word(self, unknown: UnknownWord) -> list[tuple[str, str]]:
        """(value, label) of what a word may mean; labels are message ids or names."""
        if unknown.column == SECTION_TITLE:
            return list(SECTION_MEANINGS.items())
        if unknown.column in ("client", "owner"):
            return [(str(each.id), each.name) for each in self.clients]
        return list(getattr(self.by_name[unknown.column].kind, "names", {}).items())

    def proposal_of_word(self, unknown: UnknownWord) -> str:
        """The value of a choice whose word is nearly this one; "" for none. A person still says so."""
        column = self.by_name.get(unknown.column)
        if column is None or not isinstance(column.kind, ChoiceInput):
            return ""
        words = {**words_of_choices(column.kind.names), **column.words}
        near = most_alike(unknown.word, {word: word for word in words}, NEARLY_THE_SAME)
        return words[near[0]] if near else ""

    # The same for all

    def judge_rows(self, rows: list[ListRow]) -> None:
        self.load_known(rows)
        for row in rows:
            if not row.is_left_out:
                self.match_row(row)
                self.compare_row(row)

    def compare_row(self, row: ListRow) -> None:
        if row.known is None:
            self.judge_new_row(row)
        else:
            self.judge_known_row(row)

    def judge_new_row(self, row: ListRow) -> None:
        """It must say what is needed."""
        told = row.open_columns | row.given.keys()
        for column in self.columns:
            if column.is_helper or column.name in told:
                continue
            text = self.choices.fixed.get(column.name) or column.default
            if text:
                row.given[column.name] = text
            if wrong := column.kind.mistake(text):
                row.refuse(column.name, wrong[0], label=column.kind.label, **wrong[1])
        if not row.mistakes:
            usable = {name: self.by_name[name] for name in row.given if not self.by_name[name].is_helper}
            row.values |= {name: column.kind.value(row.given[name]) for name, column in usable.items()}

    def judge_known_row(self, row: ListRow) -> None:
        """What differs. A cell that says just what the register says is no mistake, whatever it looks like."""
        now, own = self.values_now(row), self.columns_compared(row)
        shown = {name: column.kind.text(now.get(name)) for name, column in own.items()}
        row.mistakes = [each for each in row.mistakes if shown.get(each.column) != each.text]
        row.unknown = [each for each in row.unknown if shown.get(each.column) != each.word]
        wrong = {each.column for each in row.mistakes}
        for name in row.given.keys() & own.keys() - wrong:
            kind = own[name].kind
            text = kind.text(kind.value(row.given[name]))  # as the register would show it
            if not self.says_the_same(own[name], text, shown[name], row):
                row.changes[name] = (shown[name], text)
                row.values[name] = own[name].kind.value(text)

    def columns_compared(self, row: ListRow) -> dict[str, ImportColumn]:
        """By name, what the register says of a row that it knows."""
        return {name: column for name, column in self.by_name.items() if not column.is_helper}

    def says_the_same(self, column: ImportColumn, text: str, shown: str, row: ListRow) -> bool:
        """Also a number that stands in the register in full width; and what a CSV's apostrophe was taken from."""
        if text == shown or row.texts.get(column.name) in (shown, shown.removeprefix("'")):
            return True
        return column.is_code and letters_of_word(text) == letters_of_word(shown)

    def refuse_twice(self, row: ListRow, column: str, *key, text: str = "") -> None:
        """One thing on two rows of the list: the second is refused. `text`: what names it, where it is not the whole cell."""
        first = self.seen.setdefault((column, *key), row.number)
        if first != row.number:
            row.refuse(column, TWICE_IN_LIST, row=first, text=text or row.texts.get(column, ""))

    def note_twice(self, row: ListRow, column: str, *key, text: str = "") -> None:
        """As `refuse_twice`, of what two things may share: it is said, and both are made."""
        first = self.seen.setdefault((column, *key), row.number)
        if first != row.number:
            row.doubts.append((TWICE_NOTED, {"row": first, "text": text or row.texts.get(column, "")}))

    # Clients that a list names

    def client_of_row(self, row: ListRow, column: str = "client") -> Client | str | None:
        """Whose it is: the register's, the name of one that is to be made, or None, which the row then says."""
        text = row.given.get(column, "")
        if not text:
            fixed = self.choices.fixed.get(column, "")
            found = next((each for each in self.clients if str(each.id) == fixed), None)
            if found is None:
                row.refuse(column, CLIENT_NEEDED)
            return found
        return self.client_called(row, column, text)

    def clients_named(self, rows: Iterable[ListRow]) -> set[int]:
        """The ids of those that these rows may be about."""
        named = {letters_of_text(row.given.get("client", "")) for row in rows}
        found = {each.id for letters, each in self.clients_by_letters.items() if letters in named}
        said = (*self.choices.words.get("client", {}).values(), self.choices.fixed.get("client", ""))
        return found | {*read_ids(said)}

    def client_called(self, row: ListRow, column: str, text: str) -> Client | str | None:
        found = self.clients_by_letters.get(letters_of_text(text))
        if found:
            return found
        if letters_of_text(text) in self.gone_clients:
            row.refuse(column, CLIENT_GONE, text=text)
            return None
        meant = self.meaning_of_word("client", text)
        if meant == MADE_NEW:
            if len(text) > MOST_NAME:
                row.refuse(column, NAME_TOO_LONG, text=text, max=MOST_NAME)
            return text
        found = next((each for each in self.clients if str(each.id) == meant), None)
        if found is None:
            row.unknown.append(UnknownWord("client", text))
        return found

    def meaning_of_word(self, column: str, word: str) -> str:
        return self.choices.words.get(column, {}).get(word, "")

    def client_to_write(self, wanted: Client | str) -> Client:
        """Made by the verb of its page, where it is not there yet."""
        if not isinstance(wanted, str):
            return wanted
        key = ("client", letters_of_text(wanted))
        if key not in self.made:
            given = {"name": wanted, "short_name": wanted[:30], "language": "zh", "reporting": "1"}
            self.made[key] = add_client(self.actor, given)
        return self.made[key]


def name_of_client(wanted: Client | str) -> str:
    return wanted if isinstance(wanted, str) else wanted.name


CLIENT_COLUMN_OF_LIST = ImportColumn(
    "client",
    RowInput(N_("客户")),
    N_("按名称或简称找；没有的会先问要不要新建"),
    is_helper=True,
    is_fixed=True,
)
