"""One model under two brands (爱普生 CB-L630U, Epson CB-L630U): asked about, never made twice in silence."""

from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.importing.choices import MADE_NEW, Choices
from fieldforms.flow.importing.list_rows import ListRow, UnknownWord
from fieldforms.flow.register.spellings import letters_of_text
from fieldforms.store.models import DeviceModel

BRAND_WRITTEN_AS = N_("品牌“%(text)s”按你说的写作“%(known)s”。")
ONE_MODEL_TWO_BRANDS = N_(
    "型号“%(model)s”已有品牌“%(known)s”的，这里的品牌是“%(text)s”：同一个品牌，还是另一个？"
)


class BrandFinder:
    """Under which brands a model's name is known: in the register, and in the rows before. By their letters."""

    def __init__(self, choices: Choices, known: Iterable[DeviceModel]):
        self.words = choices.words.get("brand", {})
        self.brands: dict[str, dict[str, str]] = {}
        self.asked: dict[str, list[str]] = {}
        for each in known:
            if letters_of_text(each.brand):
                self.brands_of(each.name).setdefault(letters_of_text(each.brand), each.brand)

    def brands_of(self, model: str) -> dict[str, str]:
        return self.brands.setdefault(letters_of_text(model), {})

    def settle_brand(self, row: ListRow, model: str) -> None:
        """Before the row is looked up by brand and model. `model`: what it says."""
        brand = row.given.get("brand", "")
        if not letters_of_text(brand) or not letters_of_text(model):
            return
        meant = self.words.get(brand, "")
        if meant and meant != MADE_NEW and meant != brand:
            row.given["brand"] = meant
            row.notices.append((BRAND_WRITTEN_AS, {"text": brand, "known": meant}))
            brand = meant
        known = self.brands_of(model)
        if known and letters_of_text(brand) not in known and not meant:
            self.ask_about_brand(row, brand, model, list(known.values()))
        else:
            known.setdefault(letters_of_text(brand), brand)

    def ask_about_brand(self, row: ListRow, brand: str, model: str, known: list[str]) -> None:
        row.unknown.append(UnknownWord("brand", brand))
        told = {"model": model, "known": "、".join(known), "text": brand}
        row.notices.append((ONE_MODEL_TWO_BRANDS, told))
        offered = self.asked.setdefault(brand, [])
        offered += [each for each in known if each not in offered]

    def options_of_brand(self, word: str) -> list[tuple[str, str]]:
        return [(each, each) for each in self.asked.get(word, [])]
