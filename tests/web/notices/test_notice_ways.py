"""The ways out of the house: set by the administrator with their password, tried by a test, secrets never shown again."""

import re

from fieldforms.store import clock
from fieldforms.store.models import Audit, Delivery, NoticeWay
from tests.people import PASSWORD, csrf, post_opened

MAIL = {"host": "smtp.example.cn", "port": "465", "security": "tls", "login": "ff", "sender": "ff@example.cn"}
OWN = {"own_password": PASSWORD}


def test_a_mail_server_is_set_and_its_password_never_seen_again(world):
    admin = world.browser("admin")
    assert "还没有邮件服务器" in admin.get("/notice-ways").text
    asked = post_opened(admin, "/notice-ways/mail", **MAIL, secret="streng geheim")
    assert asked.status_code == 422 and NoticeWay.select().count() == 0, "the password first"
    assert post_opened(admin, "/notice-ways/mail", **MAIL, secret="streng geheim", **OWN).status_code == 303
    kept = NoticeWay.get()
    assert "geheim" not in kept.secret and "geheim" not in str(list(Audit.select().dicts()))
    for page in ("/notice-ways", "/notice-ways/mail"):
        assert "geheim" not in admin.get(page).text
    assert post_opened(admin, "/notice-ways/mail", **MAIL | {"port": "587"}, **OWN).status_code == 303
    assert NoticeWay.get().secret == kept.secret and NoticeWay.get().settings["port"] == 587
    line = Audit.select().where(Audit.action == "notice_way.put").order_by(Audit.id.desc()).get()
    assert (line.detail["before"], line.detail["after"]) == ({"port": 465}, {"port": 587})


def test_a_test_says_how_it_went(world, mails, minutes):
    admin = world.browser("admin")
    token = csrf(admin.get("/notice-ways").text)
    way = NoticeWay.get().id
    wrong = admin.post(f"/notice-ways/{way}/test", data={"csrf_token": token, "address": "nobody"})
    assert wrong.status_code == 422 and "这不像邮箱地址" in wrong.text
    told = {"csrf_token": token, "address": "admin@example.cn"}
    assert admin.post(f"/notice-ways/{way}/test", data=told).status_code == 303
    minutes(1, clock.now())
    assert mails.mails[0]["To"] == "admin@example.cn" and "已发出" in admin.get("/notice-ways").text
    mails.replies["RCPT"] = "550 no"
    admin.post(f"/notice-ways/{way}/test", data=told)
    minutes(1, clock.now())
    page = admin.get("/notice-ways").text
    assert "对方拒收（550）" in page
    failed = re.search(r"/notice-ways/deliveries/\d+/retry", page)[0]
    mails.replies.clear()
    assert admin.post(failed, data={"csrf_token": token}).status_code == 303
    minutes(1, clock.now())
    assert len(mails.mails) == 2 and admin.post(failed, data={"csrf_token": token}).status_code == 404


def test_what_is_removed_takes_its_secrets_along(world, mails):
    admin, way = world.browser("admin"), NoticeWay.get().id
    NoticeWay.update(secret="x", signing="y").execute()
    token = csrf(admin.get("/notice-ways").text)
    assert admin.post(f"/notice-ways/{way}/removal", data={"csrf_token": token}).status_code == 422
    assert admin.post(f"/notice-ways/{way}/removal", data={"csrf_token": token} | OWN).status_code == 303
    gone = NoticeWay.get()
    assert (gone.secret, gone.signing) == ("", "") and gone.retired_at
    assert Delivery.select().count() == 0


def test_a_robot_wants_an_https_address(world):
    admin, given = world.browser("admin"), {"name": "运维群", "hour": "8", "language": "zh"} | OWN
    for secret in ("", "http://oapi.dingtalk.com/x", "https://", "javascript:alert(1)"):
        answer = post_opened(admin, "/notice-ways/robots/new/dingtalk", **given, secret=secret)
        assert answer.status_code == 422, secret
    good = {"secret": "https://oapi.dingtalk.com/robot/send?access_token=t0ken", "signing": "SEC123"}
    assert post_opened_new(admin, given | good).status_code == 303
    page = admin.get("/notice-ways").text
    assert "运维群" in page and "t0ken" not in page and "SEC123" not in page
    assert admin.get("/notice-ways/robots/new/skype").status_code == 404


def post_opened_new(admin, typed):
    return post_opened(admin, "/notice-ways/robots/new/dingtalk", **typed)
