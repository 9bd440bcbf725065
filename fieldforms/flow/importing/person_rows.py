"""People of a list: accounts without a password, whose phones are enrolled by a code on a sheet."""

import re
import secrets
from collections.abc import Iterable

from fieldforms.errors import N_
from fieldforms.flow.form_input import TextInput
from fieldforms.flow.importing.cell_reading import BETWEEN_WORDS
from fieldforms.flow.importing.device_columns import helper_column, words_by_letters
from fieldforms.flow.importing.list_rows import ImportColumn, ListRow
from fieldforms.flow.importing.row_keepers import RowKeeper
from fieldforms.flow.importing.site_rows import LANGUAGE_WORDS
from fieldforms.flow.people.accounts import USER_INPUTS, add_user, assign_clients, edit_user
from fieldforms.store.models import Client, User
from fieldforms.store.people import accounts

LOGIN = re.compile(r"[\w.@+-]+")
LOGIN_SHAPE = N_("用户名里只能有字母、数字和 . - _ @ +，不能有空格。")
OWN_ROLE = N_("不能改自己的角色。")
IS_DISABLED = N_("“%(text)s”已停用：先在人员页恢复，再导入。")
SAME_NAME = N_("已经有一个人也叫“%(text)s”：用户名是 %(login)s。")
CLIENTS_ARE_KEPT = N_("服务的客户不改：请在人员页改，那里能把没做完的交给别人。")
ONLY_TECHNICIANS_SERVE = N_("只有技术员有服务的客户。")
ROLE_WORDS = {
    "technician": "技术员|工程师|驻场|驻场工程师|运维|技术人员|engineer",
    "dispatcher": "调度",
    "supervisor": "经理|部门主管",
    "manager": "副总|总经理|领导",
    "hr": "人事|行政|人力",
    "admin": "系统管理员|administrator",
}
MORE_OF_PEOPLE: dict[str, dict] = {
    "role": {"is_fixed": True, "words": words_by_letters(ROLE_WORDS)},
    "language": {"default": "zh", "words": LANGUAGE_WORDS},
}


class PersonKeeper(RowKeeper):
    columns = (
        ImportColumn("login", TextInput(N_("用户名"), 40, needed=True), is_code=True),
        *(ImportColumn(name, kind, **MORE_OF_PEOPLE.get(name, {})) for name, kind in USER_INPUTS.items()),
        helper_column("clients", N_("服务的客户"), N_("几个客户用、隔开；只给新加的技术员")),
    )
    can_be_made = frozenset({"client"})

    def load_known(self, rows: Iterable[ListRow]) -> None:
        everyone = accounts.all_users()
        self.people = {each.login.casefold(): each for each in everyone}
        self.names = {each.name: each for each in everyone}

    def match_row(self, row: ListRow) -> None:
        login = row.given.get("login", "")
        if login and not LOGIN.fullmatch(login):
            row.refuse("login", LOGIN_SHAPE)
        row.known = self.people.get(login.casefold())
        self.refuse_twice(row, "login", login.casefold() or row.number)
        if row.known:
            self.check_known(row)
        else:
            self.check_new(row)

    def check_known(self, row: ListRow) -> None:
        if row.known.disabled_at:
            row.refuse("login", IS_DISABLED, text=row.known.login)
        if row.known.id == self.actor.user_id and row.given.get("role", row.known.role) != row.known.role:
            row.refuse("role", OWN_ROLE)
        if row.given.get("clients"):
            row.notices.append((CLIENTS_ARE_KEPT, {}))

    def check_new(self, row: ListRow) -> None:
        twin = self.names.get(row.given.get("name", ""))
        if twin:
            row.notices.append((SAME_NAME, {"text": twin.name, "login": twin.login}))
        named = [text.strip() for text in BETWEEN_WORDS.split(row.given.get("clients", "")) if text.strip()]
        if named and row.given.get("role", self.choices.fixed.get("role")) != "technician":
            row.refuse("clients", ONLY_TECHNICIANS_SERVE)
        row.aside["clients"] = [self.client_called(row, "clients", text) for text in named]

    def values_now(self, row: ListRow) -> dict:
        """The login stays as it is written there."""
        return {**row.known.__data__, "login": row.given["login"]}

    def write_row(self, row: ListRow) -> list[User]:
        if row.known:
            said = {name: value for name, value in row.values.items() if name != "login"}
            return [edit_user(self.actor, row.known.id, None, **said)]
        values = dict(row.values)
        user = add_user(
            self.actor,
            values.pop("login"),
            values.pop("name"),
            values.pop("role"),
            secrets.token_urlsafe(24),
            **values,
        )
        served = {
            self.client_to_write(each).id for each in row.aside["clients"] if isinstance(each, Client | str)
        }
        if served:
            assign_clients(self.actor, user, served)
        return [user]
