"""What the first visit to a screen of staff or of a participant weighs: no more than a public page may."""

import pytest

from tests.scales import HEAVIEST, assets_of, first_load
from tests.security.world import PASS_URLS, STAFF_URLS, make_world, tried

pytestmark = pytest.mark.django_db


def pages(client, addresses):
    """The HTML pages among these addresses, with their bytes."""
    for address in addresses:
        response = tried(client, address)
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            yield address, response.content


@pytest.mark.parametrize(("who", "urls", "at_least"), [("director", STAFF_URLS, 60), ("party A", PASS_URLS, 15)])
def test_no_screen_is_heavier_than_a_public_page(who, urls, at_least):
    world = make_world()

    weighed = {
        address: (first_load(html), len(assets_of(html)))
        for address, html in pages(world.viewers[who], [world.address(name, asked) for name, asked in urls.items()])
    }

    assert len(weighed) >= at_least
    assert {address: bytes_ for address, (bytes_, _files) in weighed.items() if bytes_ >= HEAVIEST} == {}
    assert {address: files for address, (_bytes, files) in weighed.items() if files + 1 > 9} == {}
