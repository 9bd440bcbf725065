"""A group is told bare numbers, once a day, by a robot of theirs."""

import base64
import hashlib
import hmac
from urllib.parse import parse_qs, urlsplit

import pytest

from fieldforms.flow.notices import notice_ways, robot_posts, sending_failures
from fieldforms.flow.notices.sending_failures import SendingFailed
from fieldforms.store import clock
from fieldforms.store.models import Delivery, NoticeWay, User
from tests.web.notices.conftest import MONDAY

GIVEN = {"name": "运维群", "hour": "8", "language": "zh", "working_days": "1"}
EIGHT = MONDAY + 22 * clock.HOUR  # on Tuesday


def robot(world, kept, product="wecom", signing="", **given):
    secrets = notice_ways.GivenSecrets(f"http://127.0.0.1:{kept.port}/hook?key=k", signing)
    with clock.pretend_now(MONDAY):
        return notice_ways.put_robot(world.actor("admin"), None, product, GIVEN | given, secrets)


def test_a_group_gets_numbers_once_a_day_and_no_names(world, robots, minutes):
    robot(world, robots)
    with clock.pretend_now(MONDAY):
        entries = [
            world.waiting_sheet(),
            world.waiting_sheet(),
            world.waiting_sheet("zhou", world.university),
        ]
        world.signed_sheet(rating="dissatisfied")
    minutes(2)
    minutes(2, EIGHT - clock.MINUTE)
    minutes(1, EIGHT + clock.HOUR)
    [(path, posted)] = robots.posts
    text = posted["text"]["content"]
    assert path == "/hook?key=k" and "等着做的单据：3" in text
    words = [user.name for user in User.select()] + [entry.number for entry in entries]
    for hidden in (*words, "政务", "文澜", "评价", "跟进", "话筒"):
        assert hidden not in text


def test_on_a_day_off_and_where_nothing_waits_it_is_silent(world, robots, minutes):
    robot(world, robots)
    minutes(1, EIGHT)
    assert robots.posts == [] and Delivery.get().ended_at
    with clock.pretend_now(EIGHT):
        world.waiting_sheet()
    minutes(1, EIGHT + 4 * clock.DAY_MS)
    minutes(1, EIGHT + 4 * clock.DAY_MS + clock.MINUTE)
    assert len(robots.posts) <= 1, "Wednesday's, which was missed; Saturday is none"


@pytest.mark.parametrize("product", ["dingtalk", "feishu"])
def test_what_asks_for_it_is_signed(world, robots, product):
    address = f"http://127.0.0.1:{robots.port}/hook?access_token=t"
    robot_posts.post_text(product, address, "geheim", "三件")
    [(path, body)] = robots.posts
    if product == "dingtalk":
        query = parse_qs(urlsplit(path).query)
        said, sign = f"{query['timestamp'][0]}\ngeheim", query["sign"][0]
        wanted = hmac.new(b"geheim", said.encode(), hashlib.sha256).digest()
        assert body["text"]["content"] == "三件"
    else:
        sign = body["sign"]
        wanted = hmac.new(f"{body['timestamp']}\ngeheim".encode(), b"", hashlib.sha256).digest()
        assert body["content"]["text"] == "三件"
    assert base64.b64decode(sign) == wanted


def test_a_robot_that_refuses_is_told_of_in_words_without_its_secret(world, robots, minutes):
    way = robot(world, robots)
    robots.answer = {"errcode": 93000, "errmsg": "invalid webhook url"}
    with clock.pretend_now(MONDAY):
        notice_ways.send_test(world.actor("admin"), way.id, "")
    minutes()
    page = world.browser("admin").get("/notice-ways").text
    assert "对方拒收（93000）" in page and "key=k" not in page and "invalid webhook" not in page
    assert "key=k" not in NoticeWay.get().secret


FORBIDDEN = (
    "http://oapi.dingtalk.com/robot/send", "https://127.0.0.1/x", "https://localhost/x", "https://[::1]/x",
    "https://10.0.0.7/x", "https://192.168.1.1/x", "https://169.254.169.254/latest/meta-data", "https://0.0.0.0/",
    "https://[::ffff:10.0.0.7]/x", "https://[fd00::1]/x", "https://[64:ff9b::a00:7]/x", "https://[2002:a00:7::]/x",
    "https://user@127.0.0.1/x", "ftp://example.cn/x", "https:///x",
)  # fmt: skip


@pytest.mark.parametrize("address", FORBIDDEN)
def test_an_address_of_this_house_is_never_posted_to(world, address):
    with pytest.raises(SendingFailed) as failed:
        robot_posts.post_text("wecom", address, "", "x")
    assert failed.value.why == sending_failures.FORBIDDEN


def test_a_redirect_leads_nowhere(world, robots):
    """What is listed answers with anything else than 200: refused."""
    address = f"http://127.0.0.1:{robots.port}/hook"
    robots.answer = {"StatusCode": 1}
    with pytest.raises(SendingFailed):
        robot_posts.post_text("feishu", address, "", "x")
