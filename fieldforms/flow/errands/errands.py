"""The kinds of jobs: what each does, and how often by itself. A further one is a row here."""

from collections.abc import Mapping

from fieldforms.errors import N_
from fieldforms.flow.archives import keeping
from fieldforms.flow.completing import deadlines
from fieldforms.flow.documents import document_reading
from fieldforms.flow.importing.imports import ERRAND_OF_IMPORTS, write_import
from fieldforms.flow.jobs.jobs import Errand
from fieldforms.flow.notices import sender, teller
from fieldforms.flow.notices.outbound import ERRAND_OF_DELIVERIES
from fieldforms.flow.proof import retention
from fieldforms.flow.record import earlier_surveys, projection
from fieldforms.flow.register import device_lists
from fieldforms.flow.reporting.prints import ERRAND_OF_PRINTS, print_sheets
from fieldforms.store import clock, search
from fieldforms.store.database import transaction
from fieldforms.store.importing import imports
from fieldforms.store.jobs import jobs
from fieldforms.store.notices import deliveries, notices
from fieldforms.store.people import accounts
from fieldforms.store.reporting import prints

NOTICES_KEPT = 400 * clock.DAY_MS  # what waits no longer; where it waits again after that, it is told again
DONE_JOBS_KEPT = 30 * clock.DAY_MS  # and lists that nobody took in


def end_overdue_steps(_about: dict) -> None:
    deadlines.end_overdue_steps()


def rebuild_lists(_about: dict) -> None:
    projection.rebuild_after_upgrade()


def guard_earlier_surveys(_about: dict) -> None:
    earlier_surveys.guard_earlier_surveys()


def index_devices(_about: dict) -> None:
    device_lists.index_changes()


def erase_outlived(_about: dict) -> None:
    retention.erase_outlived()


def purge_index(_about: dict) -> None:
    """After an erasure: what is gone from the sheet goes from the file of the index."""
    search.purge_index()


def read_document_words(about: dict) -> None:
    """After an upload: what its pages say is found from then on."""
    document_reading.read_words(about["version"])


def make_archive_of_day(_about: dict) -> None:
    keeping.make_due_archive()


def tell_notices(_about: dict) -> None:
    teller.tell_everybody()


def send_deliveries(_about: dict) -> None:
    sender.send_due_deliveries()


def forget_what_is_over(_about: dict) -> None:
    with transaction():
        jobs.forget_jobs_done_before(clock.now() - DONE_JOBS_KEPT)
        accounts.forget_failures_before(clock.now() - clock.DAY_MS)
        imports.forget_imports_before(clock.now() - DONE_JOBS_KEPT)
        notices.forget_notices_over_before(clock.now() - NOTICES_KEPT)
        deliveries.forget_deliveries_ended_before(clock.now() - DONE_JOBS_KEPT)
    prints.forget_old_prints()


ERRANDS: Mapping[str, Errand] = {
    "overdue_steps": Errand(N_("结束到期的步骤"), end_overdue_steps, clock.HOUR),
    "rebuild_lists": Errand(N_("升级后重建列表、检索和统计"), rebuild_lists, clock.HOUR),
    "earlier_surveys": Errand(N_("升级后让以前的勘测单随涉密房间保密"), guard_earlier_surveys, clock.DAY_MS),
    "index_devices": Errand(N_("设备改动进入检索"), index_devices, clock.HOUR),
    "forget": Errand(N_("清理过期的记录"), forget_what_is_over, clock.HOUR),  # prints are kept for an hour
    "archive": Errand(N_("每天的备份"), make_archive_of_day, clock.HOUR),
    "outlived": Errand(N_("删除保存期已满的个人信息"), erase_outlived, clock.HOUR),
    "purge_index": Errand(N_("从检索里清掉已抹除的内容"), purge_index),
    ERRAND_OF_PRINTS: Errand(N_("打印很多张单据"), print_sheets),
    ERRAND_OF_IMPORTS: Errand(N_("写入导入的表"), write_import),
    "notices": Errand(N_("看有没有要通知的"), tell_notices, clock.MINUTE, kept=False),
    ERRAND_OF_DELIVERIES: Errand(N_("发出通知"), send_deliveries, clock.HOUR, kept=False),
    "document_words": Errand(N_("读出资料里的文字，供查找"), read_document_words),
}
