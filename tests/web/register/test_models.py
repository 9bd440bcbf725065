"""Models: what devices of one brand and model share."""

from fieldforms.store.models import Device, DeviceModel
from tests.people import csrf, post_opened
from tests.web.register.hands import new_device


def listed(world, login="sunmin", **query):
    return world.browser(login).get("/models", query_string=query).text


def register_two(world, first="CB-L630U", second="cb l630u"):
    sun = world.browser("sunmin")
    new_device(
        sun,
        world.office.client,
        name="甲",
        model=first,
        manufacturer="爱普生",
        manufacturer_phone="4005550132",
    )
    new_device(sun, world.university.client, name="乙", model=second)
    return Device.get(Device.name == "甲"), Device.get(Device.name == "乙")


def test_two_spellings_that_differ_in_signs_are_one_model(world):
    one, two = register_two(world)
    assert one.of_model_id == two.of_model_id
    assert listed(world).count("Epson CB-L630U") == 1 and "2 台" in listed(world)


def test_a_technician_counts_only_the_devices_they_may_see(world):
    register_two(world)
    assert "1 台" in listed(world, "chen") and "2 台" not in listed(world, "chen")


def test_a_new_device_has_what_its_model_is_known_for(world):
    register_two(world)
    new_device(world.browser("chen"), world.office.client, name="丙", brand="", model="CB-L630U")
    third = Device.get(Device.name == "丙")
    assert (third.brand, third.manufacturer, third.manufacturer_phone) == ("Epson", "爱普生", "400-555-0132")


def test_what_a_model_is_called_now_its_devices_are_called(world):
    one, two = register_two(world)
    url = f"/models/{one.of_model_id}/edit"
    saved = post_opened(
        world.browser("sunmin"), url,
        brand="爱普生", name="CB-L635", category="projector", try_first="看电源灯\n换一根线",
    )  # fmt: skip
    assert saved.status_code == 303
    assert {(each.brand, each.model) for each in map(Device.get_by_id, (one.id, two.id))} == {
        ("爱普生", "CB-L635")
    }
    assert DeviceModel.get_by_id(one.of_model_id).try_first == ["看电源灯", "换一根线"]
    new_device(world.browser("sunmin"), world.office.client, name="丁", brand="爱普生", model="CB L635")
    assert Device.get(Device.name == "丁").of_model_id == one.of_model_id


def test_a_model_takes_no_other_ones_name(world):
    _one, two = register_two(world, second="EB-2265U")
    url = f"/models/{two.of_model_id}/edit"
    refused = post_opened(
        world.browser("sunmin"), url, brand="Epson", name="CBL 630U", category="projector", note="留着"
    )
    assert refused.status_code == 422 and "已经有这个品牌和型号" in refused.text and "留着" in refused.text


def test_two_models_that_are_one_become_one(world):
    one, two = register_two(world, second="CB-630")
    sun, url = world.browser("sunmin"), f"/models/{two.of_model_id}/merging"
    page = sun.get(url).text
    assert sun.post(url, data={"csrf_token": csrf(page), "into": ""}).status_code == 422
    done = sun.post(url, data={"csrf_token": csrf(page), "into": str(one.of_model_id)})
    assert done.headers["Location"].endswith(f"/models/{one.of_model_id}")
    assert Device.get_by_id(two.id).model == "CB-L630U" and sun.get(url).status_code == 404


def test_names_like_the_typed_one_are_offered(world):
    register_two(world)
    assert 'value="CB-L630U"' in world.browser("chen").get("/models/names?model=l630").text
    assert "CB-L630U" not in world.browser("chen").get("/models/names?model=zzz").text


def test_a_technician_changes_no_model(world):
    one, _two = register_two(world)
    for page in ("edit", "merging"):
        assert world.browser("chen").get(f"/models/{one.of_model_id}/{page}").status_code == 403
