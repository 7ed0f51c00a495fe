"""Rules that a reader of the files would notice, kept by reading the files."""

import re

from .sources import ROOT, matches, named, stack, written

TEMPLATES = (".html", ".txt")
LONGEST = 300


def test_nothing_is_left_unfinished():
    # Spelled apart, or this file would be its own first finding.
    words = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "NotImplemented" + "Error", r"pytest\.mark\." + "(skip|xfail)")

    assert matches(re.compile(rf"\b({'|'.join(words)})\b"), ".py", ".html", ".js", ".css", ".md", ".sh") == []


def test_every_file_can_be_read_in_one_sitting():
    lengths = {
        named(path): len(path.read_text().splitlines())
        for path in written(".py", ".html", ".css", ".js")
        if "migrations" not in path.parts
    }

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_template_holds_a_script_or_a_style():
    inline = re.compile(
        r"<script(?![^>]*(\bsrc=|application/(ld\+)?json))|<style|\sstyle=[\"']|\son[a-z]+=[\"']|javascript:",
        re.IGNORECASE,
    )

    assert matches(inline, ".html") == []


def test_nothing_a_browser_reads_names_another_host():
    host = re.compile(r"https?://(?!www\.w3\.org/)|[\"'(]//[a-z0-9-]+\.", re.IGNORECASE)

    assert matches(host, ".html", ".css", ".js", but=("tests/", "docs/")) == []


def test_nothing_names_a_place_on_somebodys_machine():
    place = re.compile(r"(?<![\w.])/(work|root|home|Users)/\w")

    assert (
        matches(place, ".py", ".html", ".css", ".js", ".md", ".sh", ".toml", ".yaml", but=("tests/architecture/",))
        == []
    )


def test_the_templates_of_the_portal_lie_in_a_folder_for_each_feature():
    folders = {path.name for path in (ROOT / "templates" / "portal").glob("*/")}
    loose = {path.name for path in (ROOT / "templates" / "portal").glob("*.html")}

    assert folders <= set(stack())
    # A leading underscore: a fragment of the frame, never a page.
    assert {name for name in loose if not name.startswith("_")} <= {"base.html"}


def test_a_feature_shows_its_own_templates():
    strange = []
    for path in written(".py"):
        parts = path.relative_to(ROOT).parts
        if parts[0] == "portal" and len(parts) > 2 and parts[1] in stack():
            shown = re.findall(r"[\"']([\w/]+\.html)[\"']", path.read_text())
            own = (f"portal/{parts[1]}/", "components/", "4", "5")
            strange += [f"{named(path)}: {name}" for name in shown if not name.startswith(own)]

    assert strange == []


def test_every_decision_says_what_and_why():
    headings = ("Status", "Context", "Decision", "Consequences")
    lacking = [
        f"{path.name}: {heading}"
        for path in sorted((ROOT / "docs" / "decisions").glob("*.md"))
        for heading in headings
        if heading not in path.read_text()
    ]

    assert lacking == []


def test_links_between_documents_lead_somewhere():
    broken = [
        f"{named(path)}: {link}"
        for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text())
        if not (path.parent / link).exists()
    ]

    assert broken == []
