"""Parts, tools and loan units of a list: what there is, not how many lie where (盘点 says that)."""

from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.form_input import RowInput
from fieldforms.flow.importing.device_columns import helper_column, words_by_letters
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow
from fieldforms.flow.importing.row_keepers import name_of_client
from fieldforms.flow.importing.texts_keepers import TextsKeeper, columns_of_list
from fieldforms.flow.record import label_codes
from fieldforms.flow.register import codes
from fieldforms.flow.register.register_columns import PART_COLUMNS
from fieldforms.flow.register.spellings import key_of_model, letters_of_text
from fieldforms.flow.stock.parts import add_part, edit_part
from fieldforms.store.importing import known_rows
from fieldforms.store.models import Client, Code, Part

PART_STAYS = N_("这个标签贴在“%(name)s”上：归属不能改。")
NO_PART_LABEL = N_("没有空白的或贴在备件上的标签“%(text)s”，请核对，或清空它。")
COMPANY_WORDS = frozenset(map(letters_of_text, ("公司", "公司库", "本公司", "company", "Company")))
KIND_WORDS = words_by_letters(
    {
        "part": "配件|零件|耗材|spare part|spare|part",
        "tool": "仪器|工器具|tool",
        "loan_unit": "备用机|loan unit|loaner",
    }
)


class PartKeeper(TextsKeeper):
    own_columns = tuple(column for column in PART_COLUMNS if column.name != "owner")
    columns = (
        *columns_of_list(own_columns, kind={"is_fixed": True, "words": KIND_WORDS}),
        ImportColumn(
            "owner", RowInput(N_("归属")), N_("空着就是公司的；写客户的名称，就是客户自有的"), is_helper=True
        ),
        helper_column("label", N_("标签编码"), N_("空白的会绑定，已有的用来认出备件"), is_code=True),
    )
    can_be_made = frozenset({"client"})

    def load_known(self, rows: Iterable[ListRow]) -> None:
        self.called: dict[tuple, Part] = {}
        known = list(known_rows.parts_in_scope_in_use(self.actor.viewer))
        for each in known:
            owner = each.client.name if each.client_id else ""
            self.called.setdefault(self.key_of_part(owner, each.name, each.brand, each.model), each)
        self.by_id = {each.id: each for each in known}  # loan units of one model are called alike
        texts = (row.given.get("label", "") for row in rows)
        wanted = {code for text in texts if (code := label_codes.code_or_nothing(text))}
        self.labels: dict[str, Code] = {
            row.code: row for row in known_rows.labels_with_codes_given(tuple(wanted))
        }

    def key_of_part(self, owner: str, name: str, brand: str, model: str) -> tuple:
        return owner, letters_of_text(name), key_of_model(brand, model)

    def match_row(self, row: ListRow) -> None:
        owner = self.owner_of_row(row)
        row.aside["owner"] = owner
        whose = name_of_client(owner) if owner else ""
        name, brand, model = (row.given.get(each, "") for each in ("name", "brand", "model"))
        key = self.key_of_part(whose, name, brand, model)
        row.known = self.called.get(key)
        if row.given.get("label"):
            self.match_by_part_label(row)
        if name:
            self.refuse_twice(row, "name", *((row.known.id,) if row.known else key))

    def owner_of_row(self, row: ListRow) -> Client | str | None:
        text = row.given.get("owner", "")
        if not text or letters_of_text(text) in COMPANY_WORDS:
            return None
        return self.client_called(row, "owner", text)

    def match_by_part_label(self, row: ListRow) -> None:
        text = row.given["label"]
        code = (
            self.labels.get(label_codes.normalise_code(text)) if label_codes.looks_like_code(text) else None
        )
        if code is None or code.retired_at or code.device_id:
            row.refuse("label", NO_PART_LABEL, text=text)
        elif code.part_id:
            found = self.by_id.get(code.part_id)
            if found is None:
                row.refuse("label", NO_PART_LABEL, text=text)
            row.known = found or row.known
            owner = row.aside["owner"]
            if (
                found
                and "owner" in row.given
                and (found.client_id or None) != (owner.id if isinstance(owner, Client) else None)
            ):
                row.refuse("owner", PART_STAYS, name=found.name)
        else:
            row.aside["label"] = code.code
            if row.known:
                row.aside["changes"] = {"label": ("", code.code)}

    def add_row(self, row: ListRow, texts: dict[str, str]) -> Part:
        owner = row.aside["owner"]
        whose = str(self.client_to_write(owner).id) if owner else ""
        return add_part(self.actor, {**texts, "owner": whose}, row.aside.get("label", ""))

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> Part:
        part = edit_part(self.actor, row.known.id, texts, None)
        if "label" in row.aside:
            codes.put_label_on(self.actor, part, row.aside["label"])
        return part
