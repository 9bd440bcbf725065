"""Models: what devices of one brand and model share."""

from fieldforms.flow.register.device_models import add_model
from fieldforms.store.models import Device, DeviceModel, Document, KnownFault
from tests.people import csrf, post_opened
from tests.web.documents.hands import added, manual
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
    assert listed(world).count("Epson CB-L630U") == 1 and "设备 </span>2<" in listed(world)


def test_a_technician_counts_only_the_devices_they_may_see(world):
    register_two(world)
    mine = listed(world, "chen")
    assert "设备 </span>1<" in mine and "设备 </span>2<" not in mine


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
    assert (
        'value="CB-L630U"'
        in world.browser("chen").get("/models/names?model=l630", headers={"HX-Request-Type": "partial"}).text
    )
    assert "CB-L630U" not in world.browser("chen").get("/models/names?model=zzz").text


def test_a_technician_changes_no_model(world):
    one, _two = register_two(world)
    for page in ("edit", "merging"):
        assert world.browser("chen").get(f"/models/{one.of_model_id}/{page}").status_code == 403


def models_of_both(world) -> tuple[DeviceModel, DeviceModel, DeviceModel]:
    """At chen's client, at another's, and one of which there is no device."""
    sun = world.browser("sunmin")
    new_device(
        sun, world.office.client, name="甲", brand="Epson", model="CB-1", manufacturer_phone="4001112222"
    )
    new_device(
        sun,
        world.university.client,
        name="乙",
        brand="Secret",
        model="XQ-77",
        manufacturer_phone="4009998888",
    )
    add_model(world.actor("sunmin"), {"brand": "Extron", "name": "DXP 84", "category": "matrix"})
    return tuple(DeviceModel.get(DeviceModel.name == name) for name in ("CB-1", "XQ-77", "DXP 84"))


def test_a_technician_finds_and_opens_models_of_their_clients_and_of_the_catalogue_alone(world):
    mine, others, catalogue = models_of_both(world)
    DeviceModel.update(note="机房在三楼").where(DeviceModel.id == others.id).execute()
    chen = world.browser("chen")
    for model, status in ((mine, 200), (catalogue, 200), (others, 404)):
        for page in ("", "/ports", "/known-faults"):
            assert chen.get(f"/models/{model.id}{page}").status_code == status, (model.name, page)
        assert chen.get(f"/documents/new?of_model={model.id}").status_code == status
    for query in ({}, {"q": "xq"}, {"category": "other"}):
        assert "XQ-77" not in listed(world, "chen", **query).replace('value="xq"', "")
    assert "DXP 84" in listed(world, "chen") and "XQ-77" in listed(world, "zhou") and "XQ-77" in listed(world)
    assert "XQ-77" not in chen.get("/models/names?model=XQ-77").text
    assert "XQ-77" in world.browser("zhou").get("/models/names?model=XQ-77").text
    new_device(chen, world.office.client, name="丙", brand="", model="xq77")
    assert Device.get(Device.name == "丙").manufacturer_phone == "", "nor is it filled in from there"


def test_what_is_known_of_a_model_and_its_documents_are_for_who_sees_it(world):
    mine, others, catalogue = models_of_both(world)
    sun = world.browser("sunmin")
    for model in (mine, others, catalogue):
        page = sun.get(f"/known-faults/new?model={model.id}").text
        given = {
            "csrf_token": csrf(page),
            "about": f"model-{model.id}",
            "symptom": f"症状{model.name}",
            "remedy": "重启",
        }
        assert sun.post("/known-faults", data=given).status_code == 303
        added(sun, manual(model.name), title=f"手册{model.name}", of_model=model.id)
    chen = world.browser("chen")
    faults, library = chen.get("/known-faults").text, chen.get("/documents").text
    for model, seen in ((mine, True), (catalogue, True), (others, False)):
        assert (f"症状{model.name}" in faults, f"手册{model.name}" in library) == (seen, seen), model.name
        document, fault = (
            Document.get(Document.of_model == model),
            KnownFault.get(KnownFault.of_model == model),
        )
        assert (f"/documents/{document.id}" in chen.get(f"/documents?q=手册{model.name}").text) == seen
        for address in (f"/documents/{document.id}", f"/known-faults/{fault.id}"):
            assert chen.get(address).status_code == (200 if seen else 404), address


def test_a_model_of_which_one_sees_no_device_links_to_no_list_of_them(world):
    first, _second = register_two(world)
    address = f"/devices?model={first.of_model_id}"
    page = f"/models/{first.of_model_id}"
    assert address in world.browser("chen").get(page).text
    Device.update(retired_at=1).where(Device.of_model == first.of_model_id).execute()
    for login in ("chen", "sunmin"):
        answer = world.browser(login).get(page)
        assert "0 台设备" in answer.text and address not in answer.text
