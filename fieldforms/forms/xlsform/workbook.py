"""One reading of a workbook: names are given first, then conditions, which may look at any of them."""

from dataclasses import dataclass, field

from fieldforms.errors import N_, Mistake
from fieldforms.forms.field_checks import LONGEST_CHOICE
from fieldforms.forms.kinds import KINDS, clean_text
from fieldforms.forms.xlsform import conditions, mending, tables
from fieldforms.forms.xlsform.words import WorkbookWords, slug_of, unused_name
from fieldforms.forms.xlsform.xpath import NotSayable


@dataclass(frozen=True)
class Imported:
    """`data` as a TOML file would hold it; `left`: what did not come along, or came otherwise, and what is to be edited."""

    data: dict
    left: list[Mistake]


@dataclass
class Made:
    """A field or section, and what its conditions are made of once all names are known."""

    place: str
    data: dict
    bind: dict
    around: list[str] = field(default_factory=list)  # relevant of the groups it was taken out of
    siblings: dict[str, dict] = field(default_factory=dict)


class Workbook:
    """One reading: names are given first, then conditions, which may look at any of them."""

    def __init__(self, survey: dict):
        self.survey = survey
        self.left: list[Mistake] = []
        self.fields: dict[str, dict] = {}  # the workbook's name → our field, outside of repeats
        self.made: list[Made] = []
        self.taken: set[str] = set()
        self.words = WorkbookWords(self.leave)

    def read(self, stem: str, keys, numbers) -> Imported:
        title = self.words.text(self.survey.get("title"), "form_title", stem)
        key = self.key(stem, keys)
        sections = self.sections(self.survey.get("children", []), title)
        for each in self.made:
            self.conditions(each)
        data = {
            "key": key,
            "number": self.number(key, numbers),
            "label": title,
            "starts_from": ["device", "room", "client"],
            "section": sections,
            "step": [self.step(sections)],
        }
        places = {id(each.data): each.place for each in self.made}
        for item, sentence, values in mending.drop_what_cannot_work(data):
            self.leave(places.get(id(item), key), sentence, **values)
        for name in sorted(self.survey.keys() - tables.KNOWN_SETTINGS):
            self.leave(key, N_("设置 %(name)s 没有带过来"), name=name)
        self.words.tell_languages(key)
        return Imported(data, self.left)

    def leave(self, place: str, sentence: str, **values) -> None:
        self.left.append((place, sentence, values))

    # Names

    def key(self, stem: str, keys) -> str:
        wanted = str(self.survey.get("id_string") or "")
        key = slug_of(wanted) or slug_of(stem) or "form"
        key = unused_name(key, keys, "-")
        if key != wanted:
            self.leave(key, N_("form_id 原为 %(was)s"), was=wanted or "—")
        return key

    def number(self, key: str, numbers) -> str:
        words = [word for word in key.split("-") if word[:1].isalpha()]
        short = "".join(word[0] for word in words[:3]) if len(words) > 1 else key[:2]
        number = unused_name(short.upper(), numbers, "")
        self.leave(key, N_("编号前缀暂用 %(number)s，请按需要改 number"), number=number)
        return number

    # Sections and fields

    def sections(self, children: list[dict], title: dict) -> list[dict]:
        """A group is a section; the questions between groups are sections of their own."""
        found: list[dict] = []
        names: set[str] = set()
        loose: list[dict] = []
        for child in [*children, {"type": "group", "name": "", "children": []}]:
            if child.get("type") != "group":
                loose.append(child)
                continue
            fields = self.flat_fields(loose)
            if fields:
                found.append({"name": unused_name("part", names, "_"), "label": title, "field": fields})
                names.add(found[-1]["name"])
            loose = []
            self.section(child, found, names, title)
        return found

    def section(self, group: dict, found: list[dict], names: set[str], title: dict) -> None:
        was = str(group.get("name") or "")
        if not was or (group.get("control") or {}).get("bodyless"):  # pyxform's own: meta
            return
        self.group_extras(group, was)
        fields = self.flat_fields(group.get("children", []), outside=was)
        if not fields:
            return
        label = self.words.text(group.get("label"), was, title["zh"])
        data = {"name": self.words.name(was, was, names, "part"), "label": label, "field": fields}
        found.append(data)
        self.made.append(Made(was, data, group.get("bind") or {}))

    def flat_fields(
        self, children: list[dict], around=(), siblings=None, taken=None, outside: str = ""
    ) -> list[dict]:
        """The fields of these questions; a group among them is taken apart. `siblings`: inside a repeat."""
        found: list[dict] = []
        counted = tables.repeat_counts(children)
        for child in children:
            place = " › ".join(filter(None, (outside, str(child.get("name")))))
            if child.get("type") == "group":
                self.leave(place, N_("组里的组：字段放进外面的节，条件写到每个字段上"))
                self.group_extras(child, place)
                when = (child.get("bind") or {}).get("relevant")
                inner = [*around, when] if when else around
                found += self.flat_fields(child.get("children", []), inner, siblings, taken, place)
            elif child.get("name") not in counted:
                made = self.field(child, place, list(around), siblings, taken, counted)
                found += [made] if made else []
        return found

    def field(self, child: dict, place: str, around, siblings, taken, counted) -> dict | None:
        kind = "repeat" if child["type"] == "repeat" else tables.kind_of_control(child)
        if kind is None:
            self.leave(place, tables.WHY_NOT.get(child["type"], tables.NO_SUCH_KIND), type=child["type"])
            self.leave_inside(child, place)
            return None
        if siblings is not None and kind in KINDS and not KINDS[kind].in_rows:
            self.leave(place, N_("repeat 的行里不能有 %(kind)s，没有带过来"), kind=kind)
            self.leave_inside(child, place)
            return None
        choices = self.choices(child, place) if kind.startswith("select") else None
        if choices == []:
            self.leave(place, N_("选项在外部文件里，没有带过来"))
            return None
        was = str(child["name"])
        name = self.words.name(was, place, self.taken if taken is None else taken, "field")
        data = {"name": name, "type": kind, "label": self.words.text(child.get("label"), place, was)}
        (self.fields if siblings is None else siblings).setdefault(was, data)
        if child.get("hint"):
            data["hint"] = self.words.text(child["hint"], f"{place}.hint")
        if choices:
            data["choices"] = choices
        if kind == "repeat":
            self.repeat(child, data, place, counted)
        self.default(child, data, place, in_row=siblings is not None)
        self.extras(child, place)
        bind = {"constraint": tables.limits_of_type(child)} | (child.get("bind") or {})
        self.made.append(Made(place, data, bind, around, siblings or {}))
        return data if kind != "repeat" or data["field"] else None

    def leave_inside(self, child: dict, place: str) -> None:
        """What goes with it is named, too."""
        for each in child.get("children") or ():
            inside = f"{place} › {each.get('name')}"
            self.leave(inside, N_("随外面的一起没有带过来"))
            self.leave_inside(each, inside)

    def repeat(self, child: dict, data: dict, place: str, counted: dict) -> None:
        rows = str((child.get("control") or {}).get("jr:count", ""))
        fixed = counted.get(rows.removeprefix("${").removesuffix("}"), rows)
        if fixed.isdigit() and int(fixed):
            data["constraint"] = {"min": int(fixed), "max": int(fixed)}
        elif rows:
            self.leave(place, N_("行数由 %(count)s 决定：改为由人添加"), count=fixed)
        data["field"] = self.flat_fields(child.get("children", []), (), {}, set(), place)

    def choices(self, child: dict, place: str) -> list[dict]:
        """Each name once, as it may be: what else the list says is named."""
        found: dict[str, dict] = {}
        for choice in child.get("choices") or ():
            name = clean_text(str(choice["name"]))
            where = f"{place} › {name}"
            if name in found:
                self.leave(where, N_("选项重复，只留第一个"))
            elif not name or len(name) > LONGEST_CHOICE:
                self.leave(where, N_("选项的名称太长，没有带过来：最多 %(most)s 个字"), most=LONGEST_CHOICE)
            else:
                found[name] = {"name": name, "label": self.words.text(choice.get("label"), where, name)}
        return list(found.values())

    def default(self, child: dict, data: dict, place: str, in_row: bool) -> None:
        """Rows that a person adds begin empty."""
        given = str(child.get("default", "")).strip()
        if not given:
            return
        value = None
        if in_row:
            word = "default"
        elif child.get("_dynamic_default"):
            value, word = tables.WORDS_FOR_NOW.get((data["type"], given)), "from"
        else:
            value, word = tables.plain_default(given, data), "default"
        if value is None:
            self.leave(place, N_("起始值没有带过来：%(value)s"), value=given)
        else:
            data[word] = value

    def extras(self, child: dict, place: str) -> None:
        """What a question carries beside what we know."""
        bind = child.get("bind") or {}
        looks = [look for look in tables.looks_of_control(child) if look not in tables.SHAPES]
        if looks:
            self.leave(place, N_("样式没有带过来：%(what)s"), what=" ".join(looks))
        if child.get("choice_filter"):
            self.leave(place, N_("没有级联选择，所有选项都会列出：%(what)s"), what=child["choice_filter"])
        if parameters := tables.parameters_left(child):
            self.leave(place, N_("参数没有带过来：%(what)s"), what=" ".join(parameters))
        if bind.get("calculate"):
            self.leave(place, N_("没有公式，由人填写：%(what)s"), what=bind["calculate"])
        for word in ("jr:constraintMsg", "jr:requiredMsg"):
            if bind.get(word):
                self.leave(place, N_("提示语是程序自己的：%(what)s"), what=tables.one_line(bind[word]))
        control = (child.get("control") or {}).keys() - tables.KNOWN_CONTROL
        for word in sorted((child.keys() - tables.KNOWN) | (bind.keys() - tables.KNOWN_BIND) | control):
            self.leave(place, N_("%(what)s 没有带过来"), what=word)

    def group_extras(self, group: dict, place: str) -> None:
        self.extras(group, place)
        for word in tables.BOUND_TO_QUESTIONS:
            said = str((group.get("bind") or {}).get(word, "")).strip()
            if said.lower() not in tables.NO:
                self.leave(place, N_("写在组上，没有带过来，请写到字段上：%(what)s"), what=f"{word} = {said}")

    # Conditions

    def conditions(self, made: Made) -> None:
        data, bind = made.data, made.bind

        def field_of(was: str) -> dict | None:
            return made.siblings.get(was) or self.fields.get(was)

        when = [*made.around, *filter(None, [bind.get("relevant")])]
        if when:
            self.set_condition(made, "relevant", " and ".join(f"({each})" for each in when), field_of)
        if "type" not in data:  # a section
            return
        self.set_required(made, str(bind.get("required", "")).strip(), field_of)
        self.set_read_only(made, str(bind.get("readonly", "")).strip().lower())
        if bind.get("constraint"):
            found, whole = conditions.limits_of(str(bind["constraint"]), data["type"], field_of)
            if found:
                data["constraint"] = found
            if not whole:
                self.leave(made.place, N_("限制没有（全部）带过来：%(what)s"), what=bind["constraint"])
        if data["type"] in conditions.NUMBER_KINDS and "min" not in data.get("constraint", {}):
            self.leave(made.place, N_("不能填负数；要填就写 constraint = { min = -… }"))

    def set_read_only(self, made: Made, given: str) -> None:
        """What begins empty and nobody may fill would stay empty."""
        if given in tables.NO or made.data["type"] == "note":
            return
        if given not in tables.YES:
            self.leave(made.place, N_("readonly 只能写是或否，没有带过来：%(what)s"), what=given)
        elif made.data.keys() & {"from", "default"}:
            made.data["read_only"] = True
        else:
            self.leave(made.place, N_("只读，又没有带得过来的起始值：改为由人填写"))

    def set_condition(self, made: Made, word: str, expression: str, field_of) -> None:
        try:
            made.data[word] = conditions.condition_of(expression, field_of, word)
        except NotSayable as reason:
            self.leave(made.place, tables.NOT_CARRIED[word])
            self.leave(made.place, reason.sentence, **reason.values)

    def set_required(self, made: Made, given: str, field_of) -> None:
        if given.lower() in tables.NO:
            return
        if made.data.get("type") == "note":
            self.leave(made.place, N_("说明没有答案，不能必填"))
        elif given.lower() in tables.YES:
            made.data["required"] = True
        else:
            self.set_condition(made, "required", given, field_of)

    # Steps

    def step(self, sections: list[dict]) -> dict:
        self.leave("step", tables.NO_STEPS)
        names = [section["name"] for section in sections]
        label = {"zh": "填写", "en": "Fill in"}
        return {"name": "fill", "by": "technician", "label": label, "sections": names}
