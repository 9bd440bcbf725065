"""How somebody without an account is asked, in words: a client signs, the client's lead approves."""

from dataclasses import dataclass, fields

from fieldforms import i18n
from fieldforms.errors import N_
from fieldforms.flow.people.actors import SIGNERS
from fieldforms.flow.record import folding
from fieldforms.flow.record.client_leads import LEAD
from fieldforms.forms.definition import Definition, Step
from fieldforms.i18n import gettext


@dataclass(frozen=True)
class SignerWords:
    """Message ids; on the pages around a signature, and for what became of it."""

    ask: str  # what staff does now
    go_on: str  # the button that leads there
    check_first: str
    done: str
    waits: str
    hand_over: str
    own_phone: str
    by_link: str
    scan: str
    send: str
    on_paper: str
    not_signed: str
    absent: str
    refused: str
    please: str  # what the signer's own page is called

    def in_language(self, lang: str) -> dict[str, str]:
        return {field.name: gettext(getattr(self, field.name), lang) for field in fields(self)}


CLIENT_SIGNS = N_("客户签字")  # the sheet's own words where it is simply the client
CLIENT_WORDS = SignerWords(
    ask=N_("请客户签字"),
    go_on=N_("交给客户签字"),
    check_first=N_("检查并交客户签字"),
    done=N_("确认，交客户签字"),
    waits=N_("等客户签字"),
    hand_over=N_("把手机交给客户"),
    own_phone=N_("用客户自己的手机签"),
    by_link=N_("客户扫码或打开链接，不用账号；链接七天内有效，只能用一次。"),
    scan=N_("请客户扫码签字"),
    send=N_("请客户用自己的手机扫这个码，或把链接发给客户。只显示这一次。"),
    on_paper=N_("客户已在纸上签字"),
    not_signed=N_("客户没有签字"),
    absent=N_("客户不在场"),
    refused=N_("客户拒绝签字"),
    please=N_("请您确认"),
)
OTHER_SIGNER_WORDS = SignerWords(
    ask=N_("请签字人签字"),
    go_on=N_("交给签字人签字"),
    check_first=N_("检查并交签字人签字"),
    done=N_("确认，交签字人签字"),
    waits=N_("等签字人签字"),
    hand_over=N_("把手机交给签字人"),
    own_phone=N_("用签字人自己的手机签"),
    by_link=N_("签字人扫码或打开链接，不用账号；链接七天内有效，只能用一次。"),
    scan=N_("请签字人扫码签字"),
    send=N_("请签字人用自己的手机扫这个码，或把链接发给签字人。只显示这一次。"),
    on_paper=N_("签字人已在纸上签字"),
    not_signed=N_("签字人没有签字"),
    absent=N_("签字人不在场"),
    refused=N_("签字人拒绝签字"),
    please=N_("请您确认"),
)
APPROVAL_WORDS = SignerWords(
    ask=N_("请主管领导批准"),
    go_on=N_("请主管领导批准"),
    check_first=N_("检查并请主管领导批准"),
    done=N_("确认，请主管领导批准"),
    waits=N_("等主管领导批准"),
    hand_over=N_("把手机交给主管领导"),
    own_phone=N_("用主管领导自己的手机批准"),
    by_link=N_("主管领导扫码或打开链接，不用账号；链接七天内有效，只能用一次。"),
    scan=N_("请主管领导扫码批准"),
    send=N_("请主管领导用自己的手机扫这个码，或把链接发给主管领导。只显示这一次。"),
    on_paper=N_("主管领导已在纸上批准"),
    not_signed=N_("没有得到批准"),
    absent=N_("主管领导不在"),
    refused=N_("主管领导拒绝签字"),
    please=N_("请您批准"),
)


UNAPPROVED = {
    folding.REFUSED: N_("主管领导拒绝签字，没有得到批准"),
    folding.ABSENT: N_("主管领导不在，没有得到批准"),
}


def ending_without_approval(step: Step | None, outcome: str) -> str:
    """How a lead's step ended without a signature, as a message id; nothing of any other."""
    return UNAPPROVED.get(outcome, "") if step and step.by == LEAD else ""


def for_step(step: Step | None) -> SignerWords:
    """Where the sheet names somebody else than the client (会议组织者签字, 移交人), so do the words: they say 签字人, and pages show the
    sheet's own words beside it."""
    if step and step.by == LEAD:
        return APPROVAL_WORDS
    named = (
        step is not None and step.by in SIGNERS and step.sign and i18n.pick(step.sign, "zh") != CLIENT_SIGNS
    )
    return OTHER_SIGNER_WORDS if named else CLIENT_WORDS


def last_signed_step(definition: Definition) -> Step | None:
    """The last step that is signed: a list knows how a sheet's signature ended, not of which step it was."""
    return next((step for step in reversed(definition.steps) if step.sign), None)
