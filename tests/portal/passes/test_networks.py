import pytest
from django.test import RequestFactory

from portal.passes.networks import network_of


def seen_from(**meta):
    return network_of(RequestFactory().get("/", **meta))


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0"),
        ("2001:db8:1:2ff::5", "2001:db8:1:200::"),
        ("nonsense", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_network_is_coarser_than_a_device(address, network):
    assert seen_from(REMOTE_ADDR=address) == network


def test_without_proxies_nobody_chooses_their_own_network():
    assert seen_from(REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1") == "192.0.2.0"


@pytest.mark.parametrize(
    ("forwarded", "network"),
    [("198.51.100.9", "198.51.100.0"), ("203.0.113.1, 198.51.100.9", "198.51.100.0"), ("", "unknown")],
)
def test_behind_one_proxy_the_last_address_counts(settings, forwarded, network):
    settings.ACCORD_PROXIES = 1
    assert seen_from(REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded) == network
