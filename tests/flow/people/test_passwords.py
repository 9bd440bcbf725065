import time

import pytest

from fieldforms.flow.people import passwords
from fieldforms.flow.people.passwords import (
    AllTheSame,
    EasyPin,
    NotSixDigits,
    SameAsLogin,
    TooCommon,
    TooLong,
    TooShort,
    WeakPassword,
    WeakPin,
    hash_password,
    hash_pin,
    matches_secret,
)

GOOD = "给机房修服务器的人-42"


def test_the_right_password_fits_and_no_other():
    kept = hash_password(GOOD, "li.qiang")
    assert kept.startswith("scrypt:32768:8:1$")
    assert GOOD not in kept
    assert matches_secret(kept, GOOD)
    assert not matches_secret(kept, GOOD + " ")
    assert not matches_secret(kept, "")


def test_a_password_of_the_greatest_length_fits_whole_or_not_at_all():
    longest = "correct horse." * 18 + "1234"
    assert len(longest) == passwords.LONGEST_PASSWORD
    kept = hash_password(longest, "a")
    assert matches_secret(kept, longest)
    assert not matches_secret(kept, longest + "5")


def test_the_same_password_is_kept_differently_each_time():
    assert hash_password(GOOD, "a") != hash_password(GOOD, "a")


def test_full_width_characters_of_a_chinese_keyboard_are_the_same_password():
    kept = hash_password("Server-room.42", "li.qiang")
    assert matches_secret(kept, "Ｓｅｒｖｅｒ－ｒｏｏｍ．４２")


@pytest.mark.parametrize(
    "password, why",
    [
        ("", TooShort),
        ("abcdefgh9", TooShort),
        ("长" * 10, AllTheSame),
        ("x" * 300, TooLong),
        ("li.qiang.gz", SameAsLogin),
        ("LI.QIANG.GZ", SameAsLogin),
        ("1234567890", TooCommon),
        ("１２３４５６７８９０", TooCommon),
        ("Password123", TooCommon),
    ],
)
def test_a_weak_password_is_refused_with_a_sentence(password, why):
    with pytest.raises(WeakPassword) as caught:
        hash_password(password, "Li.Qiang.gz")
    assert type(caught.value) is why
    assert caught.value.sentence


def test_the_fifty_common_passwords_are_fifty_that_length_alone_would_let_pass():
    assert len(passwords.COMMON) == 50
    assert all(
        len(each) >= passwords.SHORTEST_PASSWORD and each == each.casefold() for each in passwords.COMMON
    )


def test_nobodys_password_never_fits_and_takes_as_long_as_a_wrong_one():
    kept = hash_password(GOOD, "li.qiang")
    assert not matches_secret(None, GOOD)
    assert not matches_secret("", GOOD)
    nobody, wrong = (min(seconds(each) for _ in range(3)) for each in (None, kept))
    assert 0.5 < nobody / wrong < 2


def seconds(kept):
    start = time.process_time()
    assert not matches_secret(kept, "not the password")
    return time.process_time() - start


def test_the_right_pin_fits_and_no_other():
    kept = hash_pin("407916")
    assert matches_secret(kept, "407916")
    assert matches_secret(kept, "４０７９１６")
    assert not matches_secret(kept, "407917")
    assert not matches_secret(None, "407916")


@pytest.mark.parametrize(
    "pin", ["", "40791", "4079160", "40791a", "-40791", "40 916", "四〇七九一六", "٤٠٧٩١٦"]
)
def test_a_pin_is_six_digits(pin):
    with pytest.raises(NotSixDigits):
        hash_pin(pin)


@pytest.mark.parametrize(
    "pin", ["000000", "123456", "654321", "890123", "321098", "121212", "123123", "520520", "112233"]
)
def test_an_easy_pin_is_refused(pin):
    with pytest.raises(EasyPin) as caught:
        hash_pin(pin)
    assert isinstance(caught.value, WeakPin)
    assert caught.value.sentence
