"""`fieldforms serve`"""

import ctypes
import gc
import logging
import select
import signal
import sys
from contextlib import suppress
from typing import ClassVar

import qrcode
import waitress
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from fieldforms import config, create_app, log_lines
from fieldforms.cli import worker
from fieldforms.cli.database import print_accounts
from fieldforms.cli.words import _
from fieldforms.config import Settings
from fieldforms.demo import load
from fieldforms.errors import BadSetting
from fieldforms.flow.people import first_run
from fieldforms.network import lan_origin
from fieldforms.store.database import dialect_of
from fieldforms.store.people import accounts

M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # mallopt(3)
LARGE_BLOCK, ARENAS = 256 * 1024, 2
MOST_REQUEST_BYTES = 64 * 1024 * 1024  # above what the pages themselves refuse with a sentence
CHANNEL_TIMEOUT = 60  # seconds a silent connection may keep its place; a slow phone's upload is not silent


def commands(command) -> None:
    command(serve, "serve", _("启动服务（HOST、PORT 和 FIELDFORMS_* 见 docs/settings.md）"))


def serve(_arguments) -> None:
    settings = config.read()
    log_lines.log_to_stderr()
    app = create_app(settings)
    if settings.demo and not accounts.all_users():
        load.load()
    spare_the_collector()
    give_memory_back()
    server = make_server(app, settings)
    announce_url(settings.url or lan_origin(*address_of_server(server)))
    worker.begin_threads()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # waitress ends its requests first
    log_lines.tell_event(logging.INFO, "start", engine=dialect_of())
    try:
        server.run()
    finally:
        log_lines.tell_event(logging.INFO, "stop")


def spare_the_collector() -> None:
    """What was loaded until now stays for good, and a request makes thousands of short-lived objects: looking at all
    of them again and again took a tenth of the time of a signature."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def give_memory_back() -> None:
    """glibc keeps what each thread once needed for large blocks, and a photo needs a hundred megabytes for a moment:
    such blocks are the system's again when they are freed. Elsewhere nothing happens."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(M_MMAP_THRESHOLD, LARGE_BLOCK)
        libc.mallopt(M_ARENA_MAX, ARENAS)


class RefusalTask(ErrorTask):
    """What no application is asked: a broken request, a head or a body that is too large."""

    headers: ClassVar[dict[str, str]] = {}

    def execute(self):
        self.response_headers.extend(self.headers.items())
        super().execute()


def make_server(app, settings: Settings):
    """A bound server. Raises BadSetting when the address is taken or not ours."""
    RefusalTask.headers = app.config["HEADERS_OF_REFUSALS"]
    HTTPChannel.error_task_class = RefusalTask
    try:
        return waitress.create_server(
            app,
            host=settings.host,
            port=settings.port,
            threads=settings.threads,
            connection_limit=1000,
            channel_timeout=CHANNEL_TIMEOUT,
            max_request_body_size=MOST_REQUEST_BYTES,
            asyncore_use_poll=hasattr(select, "poll"),  # select() ends at 1024 descriptors, 512 on Windows
            clear_untrusted_proxy_headers=not settings.proxies,
            ident=None,
        )
    except (OSError, ValueError) as error:
        raise BadSetting(name="HOST, PORT", why=str(error)) from error


def address_of_server(server) -> tuple[str, int]:
    """Where it listens; of several sockets (localhost has two) the first."""
    listening = getattr(server, "effective_listen", None)
    return listening[0] if listening else (server.effective_host, server.effective_port)


def announce_url(url: str) -> None:
    print(url)
    with suppress(UnicodeEncodeError):  # a console without block characters
        code = qrcode.QRCode(border=2)
        code.add_data(url)
        code.print_ascii(tty=sys.stdout.isatty(), invert=not sys.stdout.isatty())
    print_accounts()
    if first_run.is_first_run():
        print(
            _(
                "还没有人员。打开 %(url)s，用这个一次性代码添加第一位管理员：%(code)s",
                url=f"{url}/first-run",
                code=first_run.new_first_code(),
            )
        )
    sys.stdout.flush()
