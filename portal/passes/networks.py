"""Where a request comes from, as coarse as throttling allows: a household or a building, never one device."""

import ipaddress

from django.conf import settings


def address_of(request) -> str:
    """The visitor's address. Behind our own proxies, the one that the outermost of them saw."""
    proxies = settings.ACCORD_PROXIES
    if proxies:
        seen = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        return seen[-proxies].strip() if len(seen) >= proxies else ""
    return request.META.get("REMOTE_ADDR", "")


def network_of(request) -> str:
    """The network of the visitor: /24 of IPv4, /56 of IPv6."""
    try:
        address = ipaddress.ip_address(address_of(request))
    except ValueError:
        return "unknown"
    length = 24 if address.version == 4 else 56
    return str(ipaddress.ip_network(f"{address}/{length}", strict=False).network_address)
