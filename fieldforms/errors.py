"""Every refusal: one name, one status, one human sentence.

Sentences are Chinese message ids; `fieldforms.i18n.gettext` gives them in the reader's language. Imports nothing of
ours, so that every floor can refuse.
"""


def N_(message: str) -> str:
    """Mark a message id for extraction without translating it yet."""
    return message


Mistake = tuple[str, str, dict]  # place in a definition, sentence (message id), what fills it


class Problem(Exception):
    """Something we refuse. `values` fill the sentence's %(name)s places."""

    status = 400
    sentence = N_("无法处理这个请求。")
    is_wrong_secret = False  # the log tells guesses apart

    def __init__(self, **values):
        self.values = values
        super().__init__(self.sentence % values if values else self.sentence)


class BadSetting(Problem):
    status = 500
    sentence = N_("设置 %(name)s 不可用：%(why)s")


class NoLabelAddress(Problem):
    """A label without an address that lasts would have to be torn off again."""

    status = 409
    sentence = N_("标签要贴很多年，上面印的地址还没有定，所以现在不能打印。请管理员先定下网址。")


class TooManyDevices(Problem):
    status = 422
    sentence = N_("一次最多处理 %(most)s 台设备，请先筛选一下。")


class NotFound(Problem):
    """Also what a person gets for what they may not see: existence is no public fact (design.md)."""

    status = 404
    sentence = N_("没有这个页面，或者您无权查看。")


class NotAllowed(Problem):
    status = 403
    sentence = N_("您的账号不能做这件事。")


class ConfidentialRoom(Problem):
    status = 403
    sentence = N_("这张单据属于涉密会议室，您没有查看的权限，不能在里面删除内容。请有涉密权限的管理员来做。")


class ConfidentialCabling(Problem):
    status = 403
    sentence = N_("这个房间涉密，里面怎么接线只给有涉密权限的人看。")


class ConfidentialPapers(Problem):
    status = 403
    sentence = N_("这个房间涉密，它的手册只给有涉密权限的人看。")


class PaperUnfinished(Problem):
    status = 409
    sentence = N_("还有 %(n)s 处【】没有写，写完才能出具。")


class PaperChanged(Problem):
    status = 409
    sentence = N_("这份文稿刚才又改过，请看过新的一版再出具。")


class NothingToPrint(Problem):
    status = 409
    sentence = N_("这份手册还没有内容。请回到房间的手册页，上面写着缺什么、在哪里填。")


class PortInUse(Problem):
    """`cables`: numbers of the cables in it."""

    status = 409
    sentence = N_("这个接口上还接着 %(cables)s，请先拆掉线再移除。")


class DiagramTooLarge(Problem):
    status = 422
    sentence = N_("这张连接图太大，画不下。请只看一个系统，或者从一台设备看起。")


class FileCutShort(Problem):
    """While a ZIP is sent: it ends there, without its list and without the end that every ZIP has."""

    status = 500
    sentence = N_("“%(name)s”的内容不见了，或者和登记的不一样，所以没有打包下去。")


class SignInNeeded(Problem):
    status = 401
    sentence = N_("请先登录。")


class WrongPassword(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("用户名或密码不对。")


class WrongCode(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("验证码不对，或者已经用过。请等 App 换出下一个再试。")


class WrongAddressCode(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("验证码不对，或者已经过期。请看最新的那封邮件，或者再发一次。")


class SecondFactorUnreadable(Problem):
    status = 409
    sentence = N_("服务器的密钥换过，验证器 App 的码查不了了。请用备用码登录，或请管理员重置。")


class SecondFactorNeeded(Problem):
    status = 403
    sentence = N_("您的角色必须有两步验证。请先设好，再继续。")


class SecondFactorStays(Problem):
    status = 409
    sentence = N_("您的角色必须有两步验证：可以换一个，不能取消。")


class WrongFirstCode(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("代码不对，或已经用过。重新启动服务会打印一个新的。")


class TooManyTries(Problem):
    status = 429
    sentence = N_("尝试次数太多，请 %(minutes)s 分钟后再试。")


class WrongPin(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("PIN 不对，还可以试 %(left)s 次。")


class PinUsedUp(Problem):
    status = 422
    is_wrong_secret = True
    sentence = N_("PIN 输错次数已满，请输入登录密码。")


class WeakSecret(Problem):
    status = 422
    sentence = N_("%(why)s")


class ClientMode(Problem):
    status = 403
    sentence = N_("手机正在交给客户使用，请由技术员输入 PIN 取回。")


class Expired(Problem):
    """CSRF token or session that no longer holds; what was typed stays on the page."""

    status = 419
    sentence = N_("页面已过期，内容没有丢。请重新打开这一页，再提交一次。")


class Invalid(Problem):
    """The step's answers break rules; `problems` is a list of (field name, sentence, values)."""

    status = 422
    sentence = N_("有内容需要补充或更正。")

    def __init__(self, problems):
        super().__init__()
        self.problems = problems


class Stale(Problem):
    """Another editor saved last; `theirs` is the stored draft."""

    status = 412
    sentence = N_("这张单据刚在另一处改过，请比较后决定保留哪一份。")

    def __init__(self, theirs):
        super().__init__()
        self.theirs = theirs


class ChangedMeanwhile(Problem):
    """Somebody changed what a small form shows since it was opened (flow/form_changes.py).

    `fields`: what differs; `now`: input → text as it stands; `merged`: the form's texts with what was typed in them, and
    what was left as it came as it stands now.
    """

    status = 412
    sentence = N_("您打开这一页以后，有人改过这里。什么也没有丢：请比较后再保存。")

    def __init__(self, fields, now: dict[str, str], merged: dict[str, str]):
        super().__init__()
        self.fields, self.now, self.merged = fields, now, merged


class Completed(Problem):
    status = 409
    sentence = N_("这一步已经完成并封存，不能再改。")


class NotSealedYet(Problem):
    """What is signed for has not arrived."""

    status = 409
    sentence = N_("要签的那一步还没有送到，客户的签字先留在手机上。")


class PartUnreadable(Problem):
    """What a client signed without a network does not open: changed on the way, of another sheet, or its key is lost."""

    status = 422
    sentence = N_("客户在没有网络时签的内容打不开：它被改动过，或者解它的密钥已经不在。请客户重新签字。")


class NotYourTurn(Problem):
    status = 409
    sentence = N_("这一步现在不能填写。")


class SheetChanged(Problem):
    """The client signs what the client was shown, or nothing (design.md: step 2 names step 1's digest)."""

    status = 409
    sentence = N_("单据内容在您查看之后有改动，请重新查看后再签字。")


class SignatureNeeded(Problem):
    status = 422
    sentence = N_("请手写签名，一个点不算签名。")


class SignatureNotTicked(SignatureNeeded):
    """Without scripts nothing can be drawn: a name was typed, and what makes it a signature was not ticked."""

    sentence = N_("请勾选“以下面填写的姓名作为签字”，或在框内手写。")


class SignerNeeded(Problem):
    status = 422
    sentence = N_("请填写签字人姓名。")


class SignerTooLong(SignerNeeded):
    sentence = N_("签字人姓名最多 %(max)s 个字，现在有 %(n)s 个。")


class NotTheLead(Problem):
    """A step of the client's lead, signed by somebody whom the client's file does not name as one."""

    status = 422
    sentence = N_("这里由主管领导签字：%(names)s。别人不能代签。")


class NotCleared(Problem):
    status = 422
    sentence = N_("这张单涉密，%(name)s没有涉密权限。请换一个人，或先请管理员开通权限。")


class ConfidentialSource(Problem):
    """What was done in a confidential room is for those who are cleared, also as knowledge of a model."""

    status = 403
    sentence = N_("这张单据涉密，您没有涉密权限，不能把它写成常见故障。请有涉密权限的同事来写。")


class NothingToLearn(Problem):
    status = 409
    sentence = N_("只有已经办完、写了故障和处理方法的单据，才能写成常见故障。")


class NotConfidential(Problem):
    status = 409
    sentence = N_("这张单据现在不涉密，没有什么要解除的。")


class ReasonNeeded(Problem):
    status = 422
    sentence = N_("请写明原因。")


class ReasonTooLong(ReasonNeeded):
    sentence = N_("这里最多写 %(max)s 个字，现在有 %(n)s 个，请写短一些。")


class NoteNeeded(ReasonNeeded):
    sentence = N_("请写明联络的结果。")


class FollowUpWordsNeeded(ReasonNeeded):
    sentence = N_("请写明怎样跟进的、结果如何。")


class OutcomeNeeded(Problem):
    status = 422
    sentence = N_("请选择是哪种情况。")


class PaperPhotoNeeded(Problem):
    status = 422
    sentence = N_("请拍下已签字的纸质单据。")


class BadPhoto(Problem):
    status = 422
    sentence = N_("这张照片无法使用：%(why)s")


class NoCamerasThere(BadPhoto):
    """Of a room that takes no cameras there is no photo, also not for a moment."""

    sentence = N_("这个房间禁拍照，不能留铭牌照片。")


class BadDocument(Problem):
    status = 422
    sentence = N_("这个文件不能用：%(why)s。")


class BadInput(Problem):
    """What the database can't keep: too long, or a number or character it doesn't know."""

    status = 422
    sentence = N_("有内容太长，或者含有无法保存的字符，请改短或删去后再提交。")


class TooLarge(Problem):
    status = 413
    sentence = N_("内容太大，无法接收。")


class BadList(Problem):
    """A file that no list can be read from. `why`: a message id."""

    status = 422
    sentence = N_("这个文件不能导入：%(why)s。")


class ImportStale(Problem):
    """What was looked at before is no longer so: written, or about to be, or somebody else's."""

    status = 409
    sentence = N_("这次导入已经交去写入或已经写完，不能再改。")


class UnknownCode(Problem):
    status = 404
    sentence = N_("没有这个编码，请核对标签上的字符。")


class CodeTaken(Problem):
    status = 409
    sentence = N_("这个标签已经贴在另一台设备上：%(device)s。")


class CodeRetired(Problem):
    status = 410
    sentence = N_("这个标签已停用，不能再用。")


class NotEnough(Problem):
    """More was to be taken than lies there; nothing was booked."""

    status = 409
    sentence = N_("%(place)s现在有 %(n)s %(unit)s“%(part)s”，不够 %(wanted)s %(unit)s。")


class PartOfAnother(Problem):
    """A client's own part for another client's sheet."""

    status = 409
    sentence = N_("“%(part)s”是%(client)s自己的备件，只能用在它的单据上。")


class StockLeft(Problem):
    status = 409
    sentence = N_("还有 %(n)s %(unit)s在库或在外，先归还、报废或盘点为零，再停用。")


class StockMoved(Problem):
    """What was counted moved meanwhile: the differences are shown anew."""

    status = 409
    sentence = N_("盘点期间这里的库存有变动，请重新核对差异。")


class StillInUse(Problem):
    status = 409
    sentence = N_("这里还有没做完的事，先处理完才能停用。")


class PlaceRetired(Problem):
    status = 409
    sentence = N_("“%(name)s”已停用，不能再开新的单据，也不能再登记。要用的话，请调度员或主管先恢复。")


class DeliverableSettled(Problem):
    """What is done, or was called not needed, only they take back who answer for it."""

    status = 403
    sentence = N_("“%(name)s”已经完成或不需要。要改回去，请找调度员或主管。")


class LinkDead(Problem):
    status = 410
    sentence = N_("这个链接已经失效：%(why)s")


class NameTaken(Problem):
    status = 422
    sentence = N_("这个用户名已经有人使用。")


class BadDefinition(Problem):
    status = 500
    sentence = N_("表单定义有错误：%(mistakes)s")

    def __init__(self, mistakes: list[Mistake]):
        self.mistakes = mistakes
        super().__init__(mistakes=mistakes)

    def __str__(self):
        """In Chinese, for logs and tracebacks: they have no reader whose language is known."""
        said = (f"{place}: {sentence % values}" for place, sentence, values in self.mistakes)
        return self.sentence % {"mistakes": "; ".join(said)}


class BadStages(BadDefinition):
    """As BadDefinition, of the file of stages."""

    sentence = N_("阶段的定义有错误：%(mistakes)s")


class BadPapers(BadDefinition):
    """As BadDefinition, of the files of papers."""

    sentence = N_("报告、制度的范本有错误：%(mistakes)s")


class FileThere(Problem):
    status = 409
    sentence = N_("已经有文件 %(file)s，不会覆盖。")


class PlanEnded(Problem):
    status = 409
    sentence = N_("这个计划已经停止或被替换，请打开现在的计划。")


class VisitSettled(Problem):
    status = 409
    sentence = N_("这次巡检已经完成或跳过，不能再改。")


class MonthNotOver(Problem):
    status = 409
    sentence = N_("这个月还没有过完，不能出具月报。")


class MonthIssued(Problem):
    status = 409
    sentence = N_("这个月的月报已经出具；有错的，在下个月的月报里更正。")


class Busy(Problem):
    status = 503
    sentence = N_("系统正忙，请稍候再试；已填的内容没有丢。")


class NoRoom(Problem):
    status = 507
    sentence = N_("服务器存储已满或不可写，内容没有保存，请联系管理员。")


class NotEmpty(Problem):
    status = 409
    sentence = N_("数据库里已经有人员，演示数据只能装入空数据库。")


class KeyMissing(Problem):
    status = 500
    sentence = N_("数据库记得签章密钥 %(kid)s，但找不到密钥文件 %(path)s；请从备份恢复后再启动。")


class BadPartKey(Problem):
    status = 500
    sentence = N_(
        "手机上签字用的密钥文件 %(path)s 不能用：里面没有完整的密钥。请从备份恢复这个文件后再启动；没有备份就把它移走，还没送到的签字要请客户重签。"
    )


class BadKeyFile(Problem):
    """`why`: what is wrong with it, a sentence or the library's words."""

    status = 500
    sentence = N_(
        "签章密钥的文件 %(path)s 不能用：%(why)s。用它封存的内容以后谁也核对不了；请从备份恢复这个文件后再启动。"
    )


class BadSecretFile(Problem):
    status = 500
    sentence = N_(
        "%(file)s 是空的或不完整（至少 %(least)s 个字符）。请从备份恢复它；没有备份就删掉它再启动：会另做一个，所有人要重新登录。"
    )


class UnreadableSeal(Problem):
    status = 409
    sentence = N_(
        "这里有封存的内容读不出来：不是我们写的样子。请管理员运行 fieldforms verify，看是哪张单的哪一步。"
    )


class ChainMissing(Problem):
    status = 503
    sentence = N_(
        "这个客户以前的封存还在，封存它们的链（%(chain)s）却不见了，所以现在不能再封存；填的内容还在草稿里。"
        "请管理员运行 fieldforms verify，再从备份恢复。"
    )


class UnendorsedKey(Problem):
    """A key that no key of ours vouches for: whoever writes to the database can insert one."""

    status = 500
    sentence = N_(
        "数据库里有一把签章密钥没有任何本机密钥背书：%(kid)s。它签的单据不能算数。请运行 fieldforms verify 看它签过什么；"
        "如果是您自己的旧密钥，请把它的文件放回 %(folder)s，否则请从备份恢复。"
    )


class NewerSchema(Problem):
    status = 500
    sentence = N_("数据库由更新的版本建立（%(name)s），请升级 fieldforms 后再启动。")


class Damaged(Problem):
    status = 500
    sentence = N_("数据库文件 %(file)s 已损坏（%(why)s），请从备份恢复后再启动。")
