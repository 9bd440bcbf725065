"""Labels for devices, as a PDF."""

from pathlib import Path

from fieldforms import config, i18n, prepare
from fieldforms.cli.words import _
from fieldforms.errors import N_, Problem
from fieldforms.flow.register import codes
from fieldforms.paper import labels
from fieldforms.store.register import clients
from fieldforms.store.register.codes import codes_on_devices
from fieldforms.store.scope import SYSTEM


def commands(command) -> None:
    printing = command(print_labels, "labels", _("把设备标签输出为 PDF"))
    printing.add_argument("--layout", default="a4-3x7", choices=labels.LABEL_LAYOUTS)
    printing.add_argument("--out", type=Path, required=True, metavar="FILE")
    printing.add_argument("--client", metavar="NAME", help=_("只要这个客户的（简称或全称）"))
    printing.add_argument(
        "--blank", type=int, default=0, metavar="N", help=_("改为 N 张新的空白标签，贴上后再绑定")
    )
    printing.add_argument("--language", default="zh", choices=i18n.LANGUAGES)


def print_labels(arguments) -> None:
    settings = config.read()
    settings.need_company()
    settings.need_url()
    prepare(settings)
    made = blank_labels(arguments.blank) if arguments.blank else worn_labels(arguments.client)
    arguments.out.write_bytes(labels.pdf(made, arguments.layout, arguments.language, settings.service_phone))
    print(_("%(n)s 张标签：%(file)s", n=len(made), file=arguments.out))


def blank_labels(count: int) -> list[labels.Label]:
    return [labels.Label(code, label_url(code)) for code in codes.make_blank(None, count)]


def worn_labels(client: str | None) -> list[labels.Label]:
    worn = codes_on_devices(SYSTEM, client_id(client) if client else None)
    return [
        labels.Label(
            row.code, label_url(row.code), row.device.name, row.device.room.name if row.device.room_id else ""
        )
        for row in worn
    ]


def label_url(code: str) -> str:
    """In capitals, which keep the QR small."""
    return f"{config.current.url}/d/{code}".upper()


def client_id(name: str) -> int:
    for client in clients.seen_by(SYSTEM):
        if name in (client.name, client.short_name):
            return client.id
    raise NoSuchClient(name=name)


class NoSuchClient(Problem):
    sentence = N_("没有名为 %(name)s 的客户。")
