"""One way to write a day and a time, and the zone beside it where somebody may read it elsewhere."""

import re

from django.conf import settings

from tests.architecture.sources import named, written

TEMPLATES = settings.BASE_DIR / "templates"
IN_TEMPLATES = re.compile(r"""\|date:_?\(?["']([^"']*)["']""")
IN_CODE = re.compile(r"""["']([lDjFMY, ]*\bj\b[lDjFMY, ]*(?:H:i)?)["']""")
DAYS = {"l, j F Y", "l, j F", "j F Y", "j F", "D j M Y", "D j M"}
TO_READ = DAYS | {f"{day}, H:i" for day in DAYS} | {"H:i"}
# For machines, for a leaf of a calendar, and what the content management writes by its own settings.
OTHERS = {"c", "Y-m-d", "M", "j", "DATE_FORMAT", "DATETIME_FORMAT"}
# Pages of people who may be in another zone, and what they are made of.
AWAY = ("my/base.html", "components/conversation.html")
# By the tag, or by what the view hands over.
NAMED = re.compile(r"{% time_zone|{{ zone }}")


def texts():
    files = [path for end in ("html", "txt") for path in TEMPLATES.rglob(f"*.{end}")]
    return {path.relative_to(TEMPLATES).as_posix(): path.read_text() for path in files}


def test_every_template_writes_days_in_one_way():
    found = {(name, style) for name, text in texts().items() for style in IN_TEMPLATES.findall(text)}

    assert len(found) > 100
    assert {pair for pair in found if pair[1] not in TO_READ | OTHERS} == set()


def test_the_code_writes_days_in_the_same_way():
    found = {
        (named(path), style)
        for path in written(".py")
        if not named(path).startswith("tests/")
        for style in IN_CODE.findall(path.read_text())
    }

    assert len(found) > 10
    assert {pair for pair in found if pair[1] not in TO_READ | OTHERS} == set()


def test_a_participants_page_names_the_zone_beside_a_time():
    pages = {name: text for name, text in texts().items() if name in AWAY or f'extends "{AWAY[0]}"' in text}
    with_times = {name: text for name, text in pages.items() if "H:i" in text}

    assert "components/conversation.html" in with_times
    assert {name for name, text in with_times.items() if not NAMED.search(text)} == set()
