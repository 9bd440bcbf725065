"""A record as the sheet the company knows: definition + answers → ordered sections of rows.

The record page, the client's page and the PDF all draw the same `Sheet`; none of them looks at a definition or an
answer by itself. Pure: no database, no Flask.
"""

from dataclasses import dataclass, field

from fieldforms.forms.answers import AnswerWorld
from fieldforms.forms.definition import Definition, Field, Section
from fieldforms.forms.faces import Box, Count, Face
from fieldforms.forms.kinds import KINDS
from fieldforms.i18n import pick

__all__ = ["Block", "Box", "Count", "Face", "Sheet", "SheetRow", "Signing", "Stamp", "blocks_of_form"]


@dataclass(frozen=True)
class SheetRow:
    """One line of the sheet: a label and the place for its answer.

    `no` is the number printed before the label; `width` "half" puts two rows side by side in a grid.
    """

    name: str
    label: str
    face: Face
    no: str = ""
    width: str = "full"
    kind: str = ""
    statement: bool = False  # a sentence without an answer (a note)
    applies: bool = True  # else it was not asked here, and stands there for the sheet to be whole
    private: bool = False
    boxed: bool = False  # an empty picture is a box to draw in


@dataclass(frozen=True)
class Block:
    """A section: `layout` is grid, rows, table or acceptance; `item` is a table's merged first cell."""

    name: str
    label: str
    layout: str
    rows: tuple[SheetRow, ...]
    intro: str = ""
    item: str = ""
    columns: tuple[str, ...] = ()
    off_sheet: bool = False
    mark: str = ""  # stands above it: 退回重做


@dataclass(frozen=True)
class Signing:
    """How one step was signed. `strokes` are signature_pad's point groups ([{points: [{x, y, time, pressure}]}])."""

    label: str  # 客户签字
    outcome: str  # "done", "refused", "absent", "signed_on_paper", "returned" or "" while open
    outcome_label: str  # in words, "" for done
    signer: str = ""
    method: str = ""  # drawn, typed, paper
    strokes: tuple = ()
    date: str = ""  # 确认日期, formatted
    sealed: str = ""  # time of sealing, formatted, printed small beneath
    reason: str = ""
    after: str = ""  # name of the block it stands under
    photos: tuple[str, ...] = ()  # of the sheet signed on paper


@dataclass(frozen=True)
class Stamp:
    """Who filled a step that nobody signs, and when: printed small under the block it ends with."""

    after: str
    text: str


@dataclass(frozen=True)
class Sheet:
    """Everything that is drawn of one record."""

    title: str
    number: str
    number_label: str
    lang: str
    company: str
    blocks: tuple[Block, ...]
    signings: tuple[Signing, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    notices: tuple[str, ...] = ()  # 已被 FW-… 更正; 已取消; 副本不含评价
    footer: tuple[str, ...] = field(default=())  # lines printed small: fingerprint of the key, form version
    verify_url: str = ""


def blocks_of_form(
    definition: Definition, answers: dict, lang: str, withheld: frozenset[str] = frozenset()
) -> tuple:
    """The form's sections as blocks: the sheet is always whole, as on paper, and what was not asked is printed empty.

    `withheld`: fields this copy leaves out altogether.
    """
    world = AnswerWorld(definition, answers)
    return tuple(block_of_section(section, world, lang, withheld) for section in definition.sections)


def block_of_section(section: Section, world: AnswerWorld, lang: str, withheld: frozenset[str]) -> Block:
    shown = [item for item in section.fields if item.name not in withheld and is_shown(item, section, world)]
    return Block(
        name=section.name,
        label=pick(section.label, lang),
        layout=section.layout,
        rows=tuple(row_of_question(item, world, lang) for item in shown),
        intro=pick(section.intro, lang),
        item=pick(section.item_label, lang),
        columns=tuple(pick(column, lang) for column in section.columns),
        off_sheet=section.off_sheet,
    )


def is_shown(item: Field, section: Section, world: AnswerWorld) -> bool:
    """What is off the sheet has no paper to be like: of it a filled sheet shows what was asked."""
    if KINDS[item.type].unseen:
        return False
    return not (section.off_sheet and world.given) or world.asks(item.name)


def row_of_question(item: Field, world: AnswerWorld, lang: str) -> SheetRow:
    kind = KINDS[item.type]
    applies = not world.given or world.asks(item.name)
    value = world.given.get(item.name) if applies else None
    return SheetRow(
        name=item.name,
        label=pick(item.label, lang),
        face=kind.paper(value, item, lang),
        no=item.no,
        width=item.width,
        kind=item.type,
        statement=kind.statement,
        applies=applies,
        boxed=item.boxed,
        private=bool(item.private_to),
    )
