"""Why a message did not go out, in words for the administrator."""

from fieldforms.errors import N_

UNREACHABLE = N_("连不上服务器")
SILENT = N_("服务器没有及时回应")
BAD_CERTIFICATE = N_("服务器的证书不对")
NO_ENCRYPTION = N_("服务器不支持加密连接")
REFUSED_LOGIN = N_("服务器不认用户名或密码（%(code)s）")
REFUSED_OUTSIDE = N_("对方拒收（%(code)s）")
NO_SERVER = N_("没有设置邮件服务器")
FORBIDDEN = N_("这个地址在内网或本机，不允许发")
UNREADABLE_SECRET = N_("密码读不出来了（服务器的密钥换过），请重新填写")
KILLED_EACH_TIME = N_("发送的程序几次都没能发完")
FAILED_ODDLY = N_("出错了（%(code)s）")


class SendingFailed(Exception):
    """`why`: a message id of this module; `code`: what the other side answered, no text of theirs. `for_all`: nothing else gets
    through this way now; `for_good`: another try gets the same answer."""

    def __init__(self, why: str, code: object = "", for_all: bool = False, for_good: bool = False):
        super().__init__(why)
        self.why, self.code, self.for_all, self.for_good = why, str(code), for_all, for_good
