"""Chromium as the system brings it, and people who use it."""

import os

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright

from tests.left_out import chromium

from .browser import Person


@pytest.fixture(scope="session")
def browser():
    # Playwright keeps an event loop in this thread; the tests themselves are as synchronous as ever.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    # Only root needs to go without the sandbox, as in a build container.
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    opened = {alias: connections[alias] for alias in connections}
    with sync_playwright() as playwright:
        # With a loop running, Django looks for this thread's connections in another place: put them there too.
        for alias, connection in opened.items():
            connections[alias] = connection
        started = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        yield started
        started.close()


@pytest.fixture
def person(browser, live_server):
    """Makes people at their devices: person(), person(phone=True), person(scripts=False)."""
    everyone = []

    def arrive(**device):
        everyone.append(Person(browser, live_server, **device))
        return everyone[-1]

    yield arrive
    for somebody in everyone:
        somebody.context.close()
    assert [wrong for somebody in everyone for wrong in somebody.wrongs] == []
