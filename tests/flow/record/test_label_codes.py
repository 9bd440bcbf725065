import pytest

from fieldforms.flow.record.label_codes import ALPHABET, NotACode, looks_like_code, new_code, normalise_code

CODE = "7K3QF9X2MN"  # design.md's example


def reason(text):
    with pytest.raises(NotACode) as caught:
        normalise_code(text)
    return caught.value.reason


def test_new_codes_are_valid_and_differ():
    codes = [new_code() for _ in range(10_000)]
    assert len(set(codes)) == 10_000
    assert all(normalise_code(code) == code for code in codes)
    assert set("".join(codes)) == set(ALPHABET)


def test_any_single_wrong_character_is_found():
    for code in (CODE, *(new_code() for _ in range(50))):
        for at, right in enumerate(code):
            for wrong in set(ALPHABET) - {right}:
                assert reason(code[:at] + wrong + code[at + 1 :]) == "check"


def test_any_swap_of_neighbours_is_found_save_0_and_z():
    """Every pair of characters in every place: the exception is exactly the documented one."""
    missed = set()
    for at in range(8):
        for a in ALPHABET:
            for b in set(ALPHABET) - {a}:
                body = CODE[:at] + a + b + CODE[at + 2 : 9]
                code = next(body + check for check in ALPHABET if looks_like_code(body + check))
                if looks_like_code(code[:at] + b + a + code[at + 2 :]):
                    missed.add(frozenset((a, b)))
    assert missed == {frozenset("0Z")}


def test_a_swap_with_the_check_character_is_found():
    for code in (new_code() for _ in range(2000)):
        if code[8] != code[9] and {code[8], code[9]} != set("0Z"):
            assert reason(code[:8] + code[9] + code[8]) == "check"


@pytest.mark.parametrize(
    "text",
    [
        "7k3qf9x2mn",
        " 7K3QF 9X2MN\n",
        "7K3QF-9X2MN",
        "７Ｋ３ＱＦ　９Ｘ２ＭＮ",
        "HTTPS://F.EXAMPLE.CN/D/7K3QF9X2MN",
        "https://f.example.cn/d/7k3qf9x2mn",
        "http://192.168.1.20:8000/d/7K3QF9X2MN/?from=label#top",
        "https://example.cn/forms/d/7K3QF-9X2MN",
        "f.example.cn/d/7K3QF9X2MN",
        "/d/7K3QF9X2MN",
    ],
)
def test_however_a_code_comes_in_it_is_the_same(text):
    assert normalise_code(text) == CODE
    assert looks_like_code(text)


def test_letters_people_misread_are_taken_for_the_digits():
    code = next(code for code in iter(new_code, None) if "0" in code and "1" in code)
    assert normalise_code(code.replace("0", "o").replace("1", "I")) == code
    assert normalise_code(code.replace("0", "O").replace("1", "l")) == code


@pytest.mark.parametrize(
    "text",
    ["", "7K3QF9X2M", "7K3QF9X2MN7", "https://f.example.cn/d/", "主机", "https://weixin.qq.com/r/7K3QF9X2MN"],
)
def test_what_has_another_length_is_no_code(text):
    assert reason(text) == "length"
    assert not looks_like_code(text)


@pytest.mark.parametrize("text", ["7K3QF9X2MU", "7K3QF9X2M中", "7K3QF9X2M'"])
def test_what_has_other_characters_is_no_code(text):
    assert reason(text) == "alphabet"
