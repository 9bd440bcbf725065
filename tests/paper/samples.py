"""The company's two main sheets (forms.md §1, §2) as `Sheet`s, empty and filled, in both languages."""

import math
from dataclasses import replace

from fieldforms.forms.faces import Grid
from fieldforms.paper.sheet import Block, Box, Count, Face, Sheet, SheetRow, Signing

LANGS = {"zh": 0, "en": 1}
PHOTO = "a" * 64
VERIFY = "https://forms.example.cn/v/" + "3f9a0c77" * 8

CONTACT = {
    "client_name": ("市政务服务中心（行政审批局）", "Municipal Government Service Centre"),
    "contact": ("张敏", "Zhang Min"),
    "phone": "0571-8512 3456",
    "address": ("西湖区文三路 478 号 3 号楼 12 层", "12/F, Building 3, 478 Wensan Road, Xihu District"),
    "arrival": ("2026年11月24日 14:10", "24 Nov 2026, 14:10"),
    "departure": ("2026年11月24日 16:25", "24 Nov 2026, 16:25"),
    "client_type": 1,
    "request": (
        "三楼第一会议室音频有杂音，八路话筒中第 2 路时断时续。",
        "Noise on the audio of meeting room 1 on the third floor; microphone 2 of 8 cuts out now and then.",
    ),
    "solution": (
        "检查话筒线路及处理器输入端子，更换 2 路输入端子，重新紧固接头；调整增益结构并做现场试音。",
        "Checked the microphone lines, replaced the terminal of input 2, tightened the connectors.",
    ),
    "result": 0,
    "remarks": ("换下的端子已交客户保管。", "The old terminal was handed to the client."),
    "accessories": 0,
    "satisfaction": 0,
    "comments": ("工程师很专业，讲解清楚，谢谢！", "Very professional, and explained everything. Thank you!"),
}


def contact(lang: str = "zh", answers: dict | None = None, **changes) -> Sheet:
    """The service contact sheet; `answers` replaces CONTACT, {} prints the blank form."""
    given = CONTACT if answers is None else answers
    said = lambda name: _in(given.get(name, ""), lang)
    sheet = Sheet(
        title=_in(("客户服务联络单", "Customer service contact sheet"), lang),
        number="FW-202611-0042" if given else "",
        number_label=_in(("编号", "No."), lang),
        lang=lang,
        company=_in(("杭州听澜视讯技术有限公司", "Tinglan Audiovisual Technology Co., Ltd."), lang),
        blocks=(
            Block(
                "client",
                _in(("客户", "Client"), lang),
                "grid",
                (
                    _text("client_name", ("客户名称", "Client"), said, lang),
                    _text("contact", ("联系人", "Contact person"), said, lang, "half"),
                    _text("phone", ("电话", "Telephone"), said, lang, "half"),
                    _text("address", ("地址", "Address"), said, lang),
                    _text("arrival", ("到达时间", "Arrival"), said, lang, "half", "datetime"),
                    _text("departure", ("离开时间", "Departure"), said, lang, "half", "datetime"),
                    _choice("client_type", ("客户属性", "Client type"), CLIENT_TYPES, given, lang),
                ),
            ),
            Block(
                "work",
                _in(("服务情况", "Service"), lang),
                "rows",
                (
                    _text("request", ("待服务内容", "Service requested"), said, lang, kind="long_text"),
                    _text("solution", ("处理方案", "Proposed solution"), said, lang, kind="long_text"),
                    _choice("result", ("处理结果", "Result"), RESULTS, given, lang),
                    _choice("reasons", ("未完成时", "If not completed"), REASONS, given, lang),
                    _text("remarks", ("备注", "Remarks"), said, lang, kind="long_text"),
                ),
            ),
            _acceptance(given, said, lang, _in(("客户验收", "Client's acceptance"), lang)),
        ),
        signings=(signing(lang) if given else signing(lang, signed=False),),
        footer=FOOTER[LANGS[lang]] if given else (),
        verify_url=VERIFY if given else "",
    )
    return replace(sheet, **changes)


def maintenance(lang: str = "zh", filled: bool = True, **changes) -> Sheet:
    """The AV maintenance report with its 14 items."""
    given = CONTACT if filled else {}
    said = lambda name: _in(given.get(name, ""), lang)
    columns = tuple(
        _in(c, lang) for c in (("项目", "Item"), ("维护内容", "Maintenance work"), ("处理结果", "Result"))
    )
    blank = contact(lang, given)
    summary = (
        "设备整体运行正常；2 号摄像机外壳破损，已登记报修。",
        "All in order; housing of camera 2 is broken and reported.",
    )
    sheet = replace(
        blank,
        title=_in(
            ("视频、音频、控制系统维护工作报告", "Video, audio and control system maintenance report"), lang
        ),
        number="WH-202611-0017" if filled else "",
        number_label=_in(("定期维护单编号", "Regular maintenance no."), lang),
        blocks=(
            replace(blank.blocks[0], rows=blank.blocks[0].rows[:-1]),
            Block(
                "host",
                "主机",
                "table",
                _items(HOST, filled, lang),
                item=_in(("主机（服务器）", "Main unit (server)"), lang),
                columns=columns,
            ),
            Block(
                "devices",
                "终端",
                "table",
                _items(DEVICES, filled, lang),
                item=_in(("终端", "End devices"), lang),
                columns=columns,
            ),
            Block(
                "summary",
                _in(("维护总结", "Summary"), lang),
                "grid",
                (
                    SheetRow(
                        "summary",
                        _in(("维护总结", "Summary"), lang),
                        Face(_in(summary, lang) if filled else ""),
                        kind="long_text",
                    ),
                    SheetRow(
                        "technician",
                        _in(("维护负责人", "Person in charge"), lang),
                        Face(_in(("陈志远", "Chen Zhiyuan"), lang) if filled else ""),
                        width="half",
                    ),
                    SheetRow(
                        "day",
                        _in(("维护日期", "Maintenance date"), lang),
                        Face(_in(("2026年11月24日", "24 Nov 2026"), lang) if filled else ""),
                        width="half",
                        kind="date",
                    ),
                ),
            ),
            _acceptance(given, said, lang, _in(("客户填写", "Filled in by the client"), lang)),
        ),
    )
    return replace(sheet, **changes)


def signing(lang: str = "zh", signed: bool = True, **changes) -> Signing:
    """The client's signature, drawn; or the empty place for it."""
    empty = Signing(_in(("客户签字", "Client's signature"), lang), "", "", after="acceptance")
    done = replace(
        empty,
        outcome="done",
        signer=_in(("张敏", "Zhang Min"), lang),
        method="drawn",
        strokes=tuple(ink()),
        date=_in(("2026年11月24日", "24 Nov 2026"), lang),
        sealed="2026-11-24 16:31:07",
    )
    return replace(done if signed else empty, **changes)


def grid(columns: tuple, cells: list) -> Face:
    """The rows of a repeat, each cell a text."""
    return Face(grid=Grid(columns, tuple(tuple(Face(text) for text in row) for row in cells)))


def ink(width: int = 320, height: int = 130) -> list[dict]:
    """Three touches of a finger: a loop, a flourish and a dot."""
    loop = [(60 + 45 * math.cos(t / 9) + t, 65 + 38 * math.sin(t / 6)) for t in range(60)]
    flourish = [(150 + 2.4 * t, 75 + 30 * math.sin(t / 5) - 0.3 * t) for t in range(55)]
    dot = [(width - 25, height - 25)]
    return [
        {
            "points": [
                {"x": round(x, 2), "y": round(y, 2), "time": 16 * n, "pressure": 0.5}
                for n, (x, y) in enumerate(line)
            ]
        }
        for line in (loop, flourish, dot)
    ]


CLIENT_TYPES = (
    ("保内客户", "Under warranty"),
    ("按年合同客户", "Yearly contract"),
    ("按次合同客户", "Per-call contract"),
    ("《联络函》服务客户", "Written request letter"),
)
RESULTS = (("已完成服务", "Completed"), ("未完成服务", "Not completed"))
REASONS = (
    ("需返修、更换设备", "Return for repair or replacement"),
    ("需重新联络", "Follow-up to be arranged"),
    ("其它见备注", "Other, see remarks"),
)
ACCESSORIES = (("是", "Yes"), ("否", "No"), ("没有附件", "There are none"))
SATISFACTION = (
    ("很满意", "Very satisfied"),
    ("满意", "Satisfied"),
    ("一般", "Fair"),
    ("不满意", "Dissatisfied"),
)
DISSATISFIED = (("服务态度", "Attitude"), ("技术水平", "Technical skill"), ("响应速度", "Speed of response"))
FOOTER = (
    (
        "密钥指纹 SHA-256 9F:1C:22:7A:0B:5E:61:D4:38:C0:AA:1F",
        "单据版本 service-contact 3f9a0c77 · 记录随附于本文件 record.json",
    ),
    (
        "Key fingerprint SHA-256 9F:1C:22:7A:0B:5E:61:D4:38:C0:AA:1F",
        "Form version service-contact 3f9a0c77 · the record is attached as record.json",
    ),
)
CLEANED = (("清理", "Cleaned"), ("破损", "damaged"), ("台", "units"))
CHECKED = (("检查", "Checked"), ("处理", "handled"), ("个", ""))
NORMAL = (("正常", "Normal"), ("异常已处理", "Abnormal, dealt with"))
HOST = (
    (
        (
            "清除机身外壳灰尘，检查有无破损、腐蚀。",
            "Remove dust from the housing; check for damage and corrosion.",
        ),
        CLEANED,
    ),
    (
        (
            "查接头有没有松动、接触不良等加以固定及改善。",
            "Check connectors for looseness and bad contact; fasten and improve.",
        ),
        CHECKED,
    ),
    (
        (
            "开机检查风扇叶、运行声音是否正常。",
            "Power on; check that fan blades and running noise are normal.",
        ),
        CHECKED,
    ),
    (
        (
            "检查运行日志，在运行过程中有没有异常报错、有无存在异常退出等给予处理。",
            "Check the running logs for errors and abnormal exits, and deal with them.",
        ),
        NORMAL,
    ),
    (
        (
            "可连接上网的主机，检查运行是否缓慢，进行查杀病毒或系统恢复，并检查备份的软件、驱动是否完整。",
            (
                "Hosts that go online: check for slowness, scan for viruses or restore the system, "
                "check that backed-up software and drivers are complete."
            ),
        ),
        NORMAL,
    ),
)
DEVICES = (
    (
        (
            "清洁机身外壳、支架及玻璃上的灰尘，检查有没损坏。",
            "Clean dust from housing, bracket and glass; check for damage.",
        ),
        (("清理", "Cleaned"), ("损坏", "damaged"), ("台", "units")),
    ),
    (
        (
            "检查吊装设备是否牢固，连接线缆是否整齐、美观，接头接触是否良好。",
            "Check that suspended equipment is firm, cables are tidy, connectors make good contact.",
        ),
        CHECKED,
    ),
    (
        (
            "有辅助设备的清洁外壳灰尘并测试各项功能正常。",
            "Auxiliary devices: clean the housing, test that all functions work.",
        ),
        CHECKED,
    ),
    (
        (
            "各摄像机视角良好，无树木、新建筑物等障碍物，阻挡视角。",
            "Every camera has a clear view: no trees, new buildings or other obstacles.",
        ),
        CHECKED,
    ),
    (
        (
            "设备供电电压正常与标称值一致，偏差范围：±10%。",
            "Supply voltage is normal and agrees with the rated value, tolerance ±10 %.",
        ),
        CHECKED,
    ),
    (
        (
            "检查对比：设备图像有无模糊、发白、偏色、图像不稳、有水波纹等不良现象。",
            "Compare: no blur, washed-out picture, colour cast, unsteady picture, rolling interference.",
        ),
        CHECKED,
    ),
    (
        (
            "音频设备有无声音破损、杂音、声音大小是否合适。",
            "Audio: no distortion or breaking up, no noise, suitable volume.",
        ),
        CHECKED,
    ),
    (
        (
            "控制设备各个控制是否正常，信号调用切换是否正常。",
            "Control: every control works; sources are recalled and switched correctly.",
        ),
        CHECKED,
    ),
    (("声音控制是否正常。", "Sound control works."), CHECKED),
)


def _items(items: tuple, filled: bool, lang: str) -> tuple[SheetRow, ...]:
    return tuple(
        SheetRow(
            f"item_{no}", _in(work, lang), _result(no, result, filled, lang), no=str(no), kind="two_counts"
        )
        for no, (work, result) in enumerate(items, 1)
    )


def _result(no: int, result: tuple, filled: bool, lang: str) -> Face:
    if result is NORMAL:
        return Face(boxes=tuple(Box(_in(label, lang), filled and n == 0) for n, label in enumerate(NORMAL)))
    if filled and no == 3:
        return Face(struck=True)
    first, second, unit = (_in(part, lang) for part in result)
    broken = filled and no == 4
    return Face(
        counts=(
            Count(first, 6 if filled else None, unit),
            Count(second, int(broken) if filled else None, unit),
        ),
        counts_ticked=filled,
        note=_in(("2 号摄像机被新装吊灯遮挡，已调整位置。", "A new lamp hid camera 2; moved it."), lang)
        if broken
        else "",
        photos=(PHOTO,) if broken else (),
    )


def _acceptance(given: dict, said, lang: str, label: str) -> Block:
    statement = (
        "您的系统设备已经验收并正常工作（确认正常此次服务即作完成处理）",
        "Your system has been inspected and accepted and works normally (confirming this closes the service)",
    )
    return Block(
        "acceptance",
        label,
        "acceptance",
        (
            SheetRow("works", _in(statement, lang), Face(), no="1", statement=True, kind="note"),
            _choice(
                "accessories",
                ("请您确认系统的附件是否已交付", "Please confirm that the accessories were handed over"),
                ACCESSORIES,
                given,
                lang,
                "2",
            ),
            _choice(
                "satisfaction",
                ("您对此次服务是否满意", "How satisfied are you with this service?"),
                SATISFACTION,
                given,
                lang,
                "3",
            ),
            _choice(
                "dissatisfied_with",
                ("您不满意的原因是什么", "What were you dissatisfied with?"),
                DISSATISFIED,
                given,
                lang,
                "4",
            ),
            _text(
                "comments",
                ("对我们的服务请您提出宝贵意见", "Your valued comments on our service"),
                said,
                lang,
                kind="long_text",
            ),
        ),
        intro=_in(
            (
                "尊敬的客户：请在签名验收时请注意以下事项",
                "Dear client, before you sign for acceptance please note",
            ),
            lang,
        ),
    )


def _text(name: str, label: tuple, said, lang: str, width: str = "full", kind: str = "text") -> SheetRow:
    return SheetRow(name, _in(label, lang), Face(text=said(name)), width=width, kind=kind)


def _choice(name: str, label: tuple, options: tuple, given: dict, lang: str, no: str = "") -> SheetRow:
    chosen = given.get(name)
    boxes = tuple(Box(_in(option, lang), n == chosen) for n, option in enumerate(options))
    return SheetRow(name, _in(label, lang), Face(boxes=boxes), no=no, kind="select_one")


def _in(text: str | tuple, lang: str) -> str:
    return text if isinstance(text, str) else text[LANGS[lang]]
