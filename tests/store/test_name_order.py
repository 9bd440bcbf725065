"""People stand in the order in which somebody looks for their name."""

from fieldforms.store import pinyin
from fieldforms.store.models import User
from fieldforms.store.people import accounts
from fieldforms.store.register import clients
from tests import cables

NAMES = [
    "阿卜杜",
    "Bob",
    "陈志远",
    "单田芳",
    "丁一",
    "欧阳明",
    "仇英",
    "王静",
    "王小明",
    "曾国华",
    "张敏",
    "周婷",
]
ORDER = [
    "阿卜杜",
    "Bob",
    "陈志远",
    "丁一",
    "欧阳明",
    "仇英",
    "单田芳",
    "王静",
    "王小明",
    "曾国华",
    "张敏",
    "周婷",
]


def test_names_stand_by_their_syllables_and_families_by_their_own_reading():
    assert sorted(NAMES, key=pinyin.name_order) == ORDER
    assert pinyin.name_order("") < pinyin.name_order("阿")


def test_whoever_is_chosen_from_stands_in_that_order(world):
    for n, name in enumerate(reversed(NAMES)):
        User.create(login=f"u{n}", name=name, password="x", role="technician", created_at=1)
    found = [user.name for user in accounts.active_users() if user.login.startswith("u")]
    assert found == ORDER
    listed = [user.name for user in accounts.all_users() if user.login.startswith("u")]
    assert listed == ORDER


def test_devices_of_a_room_stand_in_the_order_in_which_their_names_count(world):
    said = ["10 路话筒", "话筒", "2 路话筒", "话筒 B12 左", "话筒 B2 右"]
    for name in said:
        cables.add_device(world.office, name, "zone", world.office.room)
    found = [each.name for each in clients.devices_in(world.office.room) if each.category == "zone"]
    assert found == ["2 路话筒", "10 路话筒", "话筒", "话筒 B2 右", "话筒 B12 左"]
