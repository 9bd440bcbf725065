"""What the list of one's phones calls a browser: its program, its system, its model where it says one."""

import pytest

from fieldforms.web import access

AGENTS = {
    "Mozilla/5.0 (Linux; Android 14; V2309A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36": "Chrome · Android V2309A",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36": "Chrome · Android",
    "Mozilla/5.0 (Linux; Android 13; M2102K1C Build/TKQ1; wv) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0": "微信 · Android M2102K1C",
    "Mozilla/5.0 (Android 14; Mobile; rv:121.0) Gecko/121.0 Firefox/121.0": "Firefox · Android",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile/15E148 Safari/604.1": "Safari · iPhone",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0": "Edge · Windows",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36": "Chrome · Linux",
    "curl/8.5": "curl/8.5",
    "": "?",
}


@pytest.mark.parametrize("agent, name", AGENTS.items())
def test_a_phone_is_called_by_its_program_system_and_model(world, agent, name):
    with world.app.test_request_context("/", headers={"User-Agent": agent}):
        assert access.device_name() == name
