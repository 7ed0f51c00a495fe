"""Kinds of public pages, one module per family."""

from .home import HomePage
from .services import ServicePage, ServicesIndexPage
from .standard import StandardPage

__all__ = ["HomePage", "ServicePage", "ServicesIndexPage", "StandardPage"]
