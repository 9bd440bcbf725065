"""How lists out there call the registers' columns, in Chinese and English (field-data.md §7): importing finds them by these.

A new column of register_columns.py that lists may bring gets its names here; its own label is always one of them.
"""

from collections.abc import Mapping

Headers = Mapping[str, str]  # column → names, separated by "|"

DEVICE_HEADERS: Headers = {
    "name": "设备名称|名称|资产名称|品名|产品名称|name|item name|asset name|equipment|device|device name",
    "category": "类别|分类|设备类型|设备类别|资产分类|资产类别|类型|所属系统|系统|系统类别|子系统|category|type|system",
    "location": "存放地点|安装位置|位置|地点|安装地点|使用地点|存放位置|location|position",
    "brand": "品牌|厂牌|设备品牌|brand|make",
    "model": "型号|规格型号|产品型号|设备型号|型号规格|model|model no|model number|part no|part number",
    "serial": "序列号|SN码|SN号|出厂编号|机身号|设备序列号|产品序列号|serial|serial no|serial number|s/n|sn",
    "asset_no": "资产编号|设备编号|固定资产编号|资产编码|资产号|asset tag|asset no|asset id|asset number",
    "manufacturer": "生产厂家|制造商|厂商|生产厂商|制造厂家|manufacturer|maker",
    "manufacturer_phone": "厂家电话|厂商电话|售后电话|manufacturer phone",
    "installed_on": "安装日期|启用日期|投用时间|安装时间|投用日期|投入使用日期|启用时间|install date|installed|in service|installed on",
    "installed_about": "安装日期是估计的|installed about",
    "interfaces": "接口|端口|接口类型|接口情况|接口配置|接口清单|interfaces|ports|connectors",
    "spare_interfaces": "空闲接口|空余接口|剩余接口|备用接口|预留接口|空闲端口|空余端口|spare interfaces|spare ports|free ports",
    "note": "备注|说明|备注说明|notes|note|remarks|remark|comments",
    "rack": "机柜|机架|机柜号|rack|cabinet",
    "rack_unit": "U位|起始U|机柜U位|ru|rack unit|u position",
    "ip": "IP地址|IP|ip address",
    "mac": "MAC地址|物理地址|MAC|mac address",
    "rated_voltage": "额定电压|电压|rated voltage|voltage",
    "spec": "规格|参数|技术参数|配置|规格参数|spec|specs|specification",
    "purchased_on": "购置日期|采购日期|购入时间|购买日期|采购时间|购置时间|purchase date|purchased|purchased on",
    "price": "单价|原值|金额|购置价|价格|资产原值|price|cost|unit price",
    "supplier": "供应商|供货商|供货单位|supplier|dealer",
    "warranty_until": "保修到期|质保截止|质保到期|保修截止|质保到期日|保修到期日|warranty end|expires|warranty until|warranty expires",
    "keeper": "责任人|使用人|保管人|负责人|owner|custodian|user|keeper",
    "department": "使用部门|部门|所属部门|department|dept",
    # What no column of the device keeps by itself (flow/importing/device_columns.py)
    "id": "档案号|register no",
    "label": "标签编码|label code",
    "client": "客户|甲方|使用单位|客户名称|客户单位|client|customer|company",
    "site": "项目|园区|校区|项目名称|site|project|campus",
    "building": "楼栋|大楼|楼宇|楼号|building",
    "floor": "楼层|层|所在楼层|floor|level",
    "room": "房间|会议室|教室|房号|房间名称|会议室名称|房间号|room|space|room name",
    "state": "状态|使用状态|设备状态|status|condition|state",
    "qty": "数量|台数|台/套|qty|quantity|count",
    "unit": "计量单位|unit|uom",
    "warranty": "质保期|保修期|质保年限|保修年限|warranty|warranty months|warranty period",
}

CLIENT_HEADERS: Headers = {
    "name": "客户名称|客户|单位名称|甲方|使用单位|name|client|customer|company",
    "short_name": "简称|客户简称|short name",
    "address": "地址|单位地址|客户地址|address",
    "phone": "电话|联系电话|单位电话|phone|telephone|tel",
    "working_hours": "工作时间|上班时间|working hours|hours",
    "type": "客户属性|客户类型|合同类型|client type|type",
    "warranty_until": "保内到期|质保到期|质保截止|warranty until|warranty end",
    "contract_no": "合同编号|合同号|contract no|contract number",
    "contract_from": "合同开始|合同开始日期|合同起始|contract from|contract start",
    "contract_until": "合同到期|合同结束|合同截止|合同到期日|contract until|contract end",
    "calls_total": "合同次数|次数|calls",
    "hours_per_year": "每年服务小时|服务小时|年服务小时|hours per year|hours a year",
    "visits_per_year": "每年巡检次数|巡检次数|年巡检次数|visits per year|visits a year",
    "service_modes": "服务方式|服务模式|service modes|service mode",
    "language": "给客户看的语言|语言|language",
    "reporting": "扫码的人可以填单报修|扫码报修|reporting",
}

ROOM_HEADERS: Headers = {
    "client": "客户|甲方|使用单位|客户名称|单位|client|customer|company",
    "name": "房间名称|房间|会议室|会议室名称|教室|房号|名称|name|room|room name|space",
    "floor": "楼层|层|所在楼层|floor|level",
    "kind": "用途|房间类型|类型|kind|use|type",
    "building": "楼栋|大楼|楼宇|building",
    "no_phones": "禁手机|禁止手机|no phones",
    "no_cameras": "禁拍照|禁止拍照|no cameras|no photos",
    "confidential": "涉密|是否涉密|confidential",
    "modes": "会议模式|模式|modes",
    "power_on": "开机顺序|power-on order|power on",
}

CONTACT_HEADERS: Headers = {
    "client": "客户|甲方|使用单位|客户名称|单位|client|customer|company",
    "name": "姓名|联系人|联系人姓名|名字|name|contact|contact name",
    "title": "职务|岗位|职位|title|position",
    "mobile": "手机|手机号|手机号码|移动电话|mobile|cell|mobile phone",
    "phone": "座机|电话|办公电话|固定电话|phone|landline|telephone|tel",
    "email": "邮箱|电子邮箱|邮件|email|e-mail",
    "office": "办公地点|办公室|办公地址|office",
    "floor": "办公楼层|楼层|floor",
    "lead": "主管领导|领导|lead|approver",
    "room_keeper": "机房管理人员|机房管理员|room keeper",
}

PART_HEADERS: Headers = {
    "label": "标签编码|label code",
    "name": "名称|备件名称|物品名称|品名|物料名称|工具名称|name|part name|item name|item",
    "kind": "类别|分类|种类|类型|kind|type|category",
    "owner": "归属|所属客户|客户|owner|client",
    "brand": "品牌|厂牌|brand|make",
    "model": "型号|规格型号|规格|产品型号|model|model no|part no",
    "unit": "单位|计量单位|unit|uom",
    "low_at": "低库存提醒|最低库存|安全库存|库存下限|low at|minimum|min stock|reorder level",
    "note": "备注|说明|notes|note|remarks|comments",
}

CABLE_HEADERS: Headers = {
    "client": "客户|甲方|使用单位|客户名称|client|customer",
    "number": "线号|线缆编号|电缆编号|线缆号|线标|cable no|cable number|cable id|cable",
    "source": "起点设备和接口|起点|起点设备/端口|起点设备/接口|源|源端|起始端|from|source",
    "source_room": "起点房间|起点位置|from room|source room",
    "source_device": "起点设备|源设备|起始设备|from device|source device",
    "source_port": "起点接口|起点端口|源端口|源接口|from port|source port",
    "target": "终点设备和接口|终点|终点设备/端口|终点设备/接口|目的|目的端|目标|终止端|to|target|destination",
    "target_room": "终点房间|终点位置|to room|target room",
    "target_device": "终点设备|目的设备|目标设备|终止设备|to device|target device|destination device",
    "target_port": "终点接口|终点端口|目的端口|目的接口|目标端口|to port|target port|destination port",
    "signal": "信号|信号类型|signal|signal type",
    "kind": "线型|线缆型号|线材|线缆类型|cable type|type",
    "length": "长度（米）|长度|线长|length|length m",
    "colour": "颜色|线色|colour|color",
    "status": "状态|status",
    "since": "哪天接的|接线日期|安装日期|敷设日期|since|installed on|install date",
    "tested_on": "哪天测试的|测试日期|检测日期|测通日期|tested on|test date",
    "note": "备注|说明|notes|note|remarks|comments",
}

MODEL_HEADERS: Headers = {
    "brand": "品牌|厂牌|brand|make",
    "name": "型号|规格型号|产品型号|型号名称|model|model no|part no|model name",
    "category": "类别|分类|设备类型|category|type",
    "manufacturer": "厂家名称|生产厂家|制造商|厂商|manufacturer|maker",
    "manufacturer_phone": "厂家电话|售后电话|厂商电话|manufacturer phone|support phone",
    "try_first": "报修前先试一下|先试一下|try first|try this first",
    "ports": "接口|端口|接口清单|ports|interfaces|connectors",
    "note": "备注|说明|notes|note|remarks|comments",
}

MAKER_HEADERS: Headers = {
    "name": "厂家名称|厂家|生产厂家|制造商|厂商|名称|name|manufacturer|maker",
    "hotline": "售后热线|服务热线|客服热线|售后电话|热线|hotline|support hotline|support phone|support",
    "phone": "电话|厂家电话|厂商电话|联系电话|phone|telephone|tel",
    "contact": "联系人|姓名|contact|contact name|person",
    "web": "网站|网址|官网|主页|web|website|url|web site|homepage",
    "note": "备注|说明|notes|note|remarks|comments",
}

STOCK_HEADERS: Headers = {
    "label": "标签编码|label code",
    "name": "名称|备件名称|物品名称|品名|物料名称|工具名称|name|part name|item name|item",
    "brand": "品牌|厂牌|brand|make",
    "model": "型号|规格型号|规格|产品型号|model|model no|part no",
    "owner": "归属|所属客户|owner",
    "place": "存放处|存放地点|库位|仓库|位置|place|location|warehouse|stored at",
    "quantity": "数量|库存|现有数量|期初数量|期初库存|quantity|qty|stock|on hand|opening stock",
}

PERSON_HEADERS: Headers = {
    "login": "用户名|登录名|账号|登录账号|login|username|user name|account",
    "name": "姓名|名字|员工姓名|name|full name",
    "role": "角色|岗位|职务|role",
    "phone": "电话|手机|手机号|手机号码|联系电话|phone|mobile|tel",
    "language": "语言|language",
    "clients": "服务的客户|负责客户|驻场客户|客户|clients",
    "confidential": "可以看涉密会议室的单据|涉密权限|涉密|confidential|clearance",
}

# Headers that mean one thing here and another there: a person says which.
UNCLEAR_HEADERS = ("单位", "厂家", "vendor", "编号", "编码", "日期", "时间", "年限", "date")
# What counts the rows of a list, and says nothing of them.
ROW_NUMBER_HEADERS = ("序号", "No.", "no", "#", "行号", "顺序号", "项次", "seq", "index", "item no")

# Beside the labels of CATEGORIES and their parts; the longest that stands in a device's name says its category, too.
CATEGORY_WORDS = {
    "microphone": "麦克风|会议话筒|无线话筒|鹅颈话筒|手持话筒|代表单元|主席单元|会议单元|话筒|mic|microphone",
    "mixer": "数字调音台|mixer|调音台",
    "processor": "音频处理器|数字音频处理器|反馈抑制器|效果器|均衡器|dsp|audio processor",
    "amplifier": "功率放大器|功放机|amplifier|amp",
    "speaker": "音响|扬声器|音柱|吸顶喇叭|喇叭|线阵列|低音炮|speaker|loudspeaker",
    "camera": "摄像头|摄影机|camera|摄像机",
    "codec": "视频终端|会议终端|视频会议|视讯终端|mcu|codec|video conferencing",
    "projector": "投影仪|激光投影|投影|projector",
    "display": "显示屏|液晶屏|电视机|电视|触摸屏|触控一体机|会议平板|拼接屏|display|monitor|screen",
    "led_wall": "led大屏|led显示屏|led屏|全彩屏|led wall|led",
    "matrix": "切换台|视频切换|信号切换|切换设备|切换主机|视频矩阵|分配器|matrix|switcher",
    "control": "中控|中控主机|中央控制器|control|control system",
    "player": "播放器|蓝光机|dvd|player",
    "recorder": "录播主机|录播|录音机|硬盘录像机|recorder",
    "server": "计算机|电脑|工作站|笔记本|computer|server|pc",
    "network": "交换机|路由器|网关|无线ap|network|switch|router",
    "power": "时序电源|电源时序器|不间断电源|ups|power|sequencer",
    "other": "其它|other|misc",
}
DEVICE_STATE_WORDS = {
    "in_use": "使用中|正常|良好|完好|正常使用|使用|在使用|in use|ok|good|working|active",
    "faulty": "故障|损坏|坏|待修|不正常|异常|faulty|broken|defective",
    "away": "送修|维修中|返修|外修|away|in repair|repair",
    "standby": "备用|闲置|库存|备机|在库|standby|spare|idle",
}
CABLE_STATUS_WORDS = {
    "installed": "已安装|已敷设|在用|使用中|installed|in use",
    "planned": "计划|待接|未接|planned",
    "removed": "拆除|已拆除|removed",
}
