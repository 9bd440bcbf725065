"""Models of a list, and the ports that devices of them get."""

from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.cabling import ports
from fieldforms.flow.form_input import TextInput
from fieldforms.flow.importing.brand_rows import BrandFinder
from fieldforms.flow.importing.device_columns import WORDS_OF_CATEGORIES
from fieldforms.flow.importing.device_ports import chosen_ports
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow, UnknownWord
from fieldforms.flow.importing.maker_rows import MakerFinder
from fieldforms.flow.importing.texts_keepers import TextsKeeper, columns_of_list
from fieldforms.flow.register.device_models import add_model, edit_model
from fieldforms.flow.register.register_columns import CATEGORIES, MODEL_COLUMNS
from fieldforms.flow.register.spellings import key_of_model, letters_of_text
from fieldforms.store.models import DeviceModel
from fieldforms.store.register import device_models

NO_NAME_IN_IT = N_("型号“%(text)s”要有字母、数字或汉字。")
SEVERAL_BRANDS = N_("有几个品牌的型号都叫“%(text)s”，请写上品牌。")
PORTS_UNREAD = N_("接口里这些没看懂：%(text)s。请写成这样：HDMI 输入 ×4，RS-232 ×1")
PORTS_LABEL = N_("接口")


class ModelKeeper(TextsKeeper):
    own_columns = MODEL_COLUMNS
    columns = (
        *columns_of_list(MODEL_COLUMNS, category={"is_fixed": True, "words": WORDS_OF_CATEGORIES}),
        ImportColumn(
            "ports", TextInput(PORTS_LABEL, 2000, lines=2), N_("例如：HDMI 输入 ×4，RS-232 ×1；只添加没有的"), is_helper=True
        ),
    )  # fmt: skip

    can_be_made = frozenset({"manufacturer", "brand"})

    def load_known(self, rows: Iterable[ListRow]) -> None:
        self.makers = MakerFinder(self.choices)
        known = list(device_models.all_models())
        self.brands = BrandFinder(self.choices, known)
        self.by_key = {each.key: each for each in known}
        self.called: dict[str, list[DeviceModel]] = {}
        for each in known:
            self.called.setdefault(letters_of_text(each.name), []).append(each)

    def match_row(self, row: ListRow) -> None:
        name = row.given.get("name", "")
        if not name:
            return
        if not letters_of_text(name):
            row.refuse("name", NO_NAME_IN_IT, text=name)
            return
        self.brands.settle_brand(row, name)
        row.known = self.model_meant(row, name)
        self.makers.spell_maker(row)
        brand = row.given.get("brand", row.known.brand if row.known else "")
        self.refuse_twice(row, "name", key_of_model(brand, name))
        if row.given.get("ports"):
            self.match_ports(row)

    def options_of_word(self, unknown: UnknownWord) -> list[tuple[str, str]]:
        if unknown.column == "manufacturer":
            return self.makers.options_of_maker(unknown.word)
        if unknown.column == "brand":
            return self.brands.options_of_brand(unknown.word)
        return super().options_of_word(unknown)

    def model_meant(self, row: ListRow, name: str) -> DeviceModel | None:
        """Of a list that names no brand: the one model of this name."""
        if row.given.get("brand"):
            return self.by_key.get(key_of_model(row.given["brand"], name))
        found = self.called.get(letters_of_text(name), [])
        if len(found) > 1:
            row.refuse("name", SEVERAL_BRANDS, text=name)
        return found[0] if found else None

    def match_ports(self, row: ListRow) -> None:
        """What is not read is said; what the model lacks will be added."""
        model = row.known or DeviceModel(category=row.given.get("category", ""))
        proposal = ports.propose_for_model(self.actor, model, row.given["ports"])
        if proposal.unread or not (proposal.new or proposal.known):
            row.refuse("ports", PORTS_UNREAD, text=list(proposal.unread) or row.given["ports"])
        elif chosen := chosen_ports(row, proposal):
            row.aside["ports"] = chosen
            row.aside["changes"] = {"ports": ("", ports.ports_told(chosen))}

    def values_now(self, row: ListRow) -> dict:
        """A category that is listed no more counts as none that a list could say."""
        values = dict(row.known.__data__)
        return values if values["category"] in CATEGORIES else values | {"category": ""}

    def add_row(self, row: ListRow, texts: dict[str, str]) -> DeviceModel:
        model = add_model(self.actor, texts)
        return self.with_ports(row, model)

    def edit_row(self, row: ListRow, texts: dict[str, str]) -> DeviceModel:
        if row.changes:
            category = texts["category"] or row.known.category
            edit_model(self.actor, row.known.id, {**texts, "category": category}, None)
        return self.with_ports(row, row.known)

    def with_ports(self, row: ListRow, model: DeviceModel) -> DeviceModel:
        """Just what was shown."""
        ports.keep_ports(self.actor, model, row.aside.get("ports", []), f"model-{model.id}")
        return model
