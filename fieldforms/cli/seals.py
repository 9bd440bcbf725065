"""Seals: checked, and the key that makes them."""

import json
import re
from pathlib import Path

from fieldforms import config, i18n, prepare
from fieldforms.cli.words import _, shell_language
from fieldforms.errors import N_, BadSetting, Problem
from fieldforms.flow.proof import client_file_checks, verification
from fieldforms.flow.record import projection
from fieldforms.flow.seals import heads, jws, part_keys, signing_keys
from fieldforms.store import database, integrity
from fieldforms.store.files import files
from fieldforms.store.seals import chains

HEX = re.compile(r"[0-9A-Fa-f]{64}")  # SHA-256, as sheets print it in groups
KID = re.compile(r"[A-Za-z0-9_-]{43}")  # the same in base64url


def commands(command) -> None:
    verifying = command(verify_seals, "verify", _("核对所有封存的内容，说出哪一处不符"))
    verifying.add_argument(
        "file", nargs="?", type=Path, metavar="FILE.zip", help=_("改为核对导出的一份客户档案")
    )
    verifying.add_argument("--heads", action="store_true", help=_("只输出每条链的末端（JSON），交给别人保管"))
    verifying.add_argument(
        "--against", type=Path, metavar="FILE", help=_("和以前输出的末端比较，能发现末尾被截掉")
    )
    verifying.add_argument(
        "--trust",
        action="append",
        default=[],
        type=kid_of_fingerprint,
        metavar="FINGERPRINT",
        help=_("信任指纹是这个的密钥（例如旧单据上印的），可以重复"),
    )
    command(rotate_key, "rotate-key", _("换一把新的签章密钥；旧密钥签过的仍可核对"))
    command(
        rotate_part_key,
        "rotate-part-key",
        _("换一把新的密钥，手机没有网络时客户签的内容用它加密；还没送到的仍能打开"),
    )


def verify_seals(arguments) -> int:
    """Changes nothing: no migration, no key, no published form. Raises BadSetting where there is no database yet,
    Damaged where its file is not whole."""
    settings = config.use(config.read())
    integrity.check_remains(settings.database, settings.instance / "keys")
    database.connect(settings.database)
    integrity.check_database(thorough=True)
    files.use_folder(settings.instance / "files")
    if database.pending_migrations():
        raise BadSetting(name="FIELDFORMS_DATABASE", why=N_("请先运行 fieldforms migrate"))
    if arguments.file:
        return verify_file(arguments.file, arguments.trust)
    if arguments.heads:
        print(json.dumps(verification.heads_of_chains(), indent=1))
        return 0
    before = read_heads(arguments.against) if arguments.against else []
    whole = True
    for difference in (
        *verification.differences_from_heads([*heads.heads_written_down(), *before]),
        *verification.every_difference(arguments.trust),
    ):
        whole = False
        print(difference)
    if projection.is_behind():
        print(
            _("列表、检索和统计是按以前的规则做的，没有核对；服务会自己重建，也可以运行 fieldforms rebuild。")
        )
    if whole:
        print(_("%(entries)s 条、%(chains)s 条链：完好。", **chains.count_entries_and_chains()))
    return 0 if whole else 1


def verify_file(path: Path, trusted_kids: list[str]) -> int:
    """Raises client_file_checks.NotAZip."""
    found = client_file_checks.check_client_file(path, trusted_kids)
    for name, what in found.differences:
        print(f"{name}: {what}")
    if found.differences or found.signed is None:
        return 1
    day = i18n.format_time(found.signed.at, shell_language(), config.current.tz)
    told = {"n": found.files, "client": found.signed.about, "at": day}
    print(_("%(client)s，%(at)s 导出，%(n)s 个文件：完好。", **told))
    return 0


def kid_of_fingerprint(text: str) -> str:
    """Of a fingerprint as sheets print it, spaces or none, or of a kid itself. Raises ValueError, which argparse tells."""
    digits = "".join(text.split()).replace(":", "")
    return jws.to_base64url(bytes.fromhex(digits)) if HEX.fullmatch(digits) else kid_as_typed(digits)


def kid_as_typed(text: str) -> str:
    if not KID.fullmatch(text):
        raise ValueError(text)
    return text


def read_heads(path: Path) -> list[dict]:
    """What `verify --heads` wrote. Raises BadHeads."""
    try:
        heads = json.loads(path.read_text())
        return [
            {"chain": head["chain"], "length": int(head["length"]), "head": head["head"]} for head in heads
        ]
    except (ValueError, TypeError, KeyError) as error:
        raise BadHeads(file=path) from error


class BadHeads(Problem):
    sentence = N_("%(file)s 不是 fieldforms verify --heads 输出的文件。")


def rotate_key(_arguments) -> None:
    prepare(config.read())
    print(_("新的签章密钥：%(kid)s", kid=signing_keys.make_key().kid))


def rotate_part_key(_arguments) -> None:
    prepare(config.read())
    print(_("新的密钥，手机下次更新机房时取到：%(kid)s", kid=part_keys.make_part_key().kid))
