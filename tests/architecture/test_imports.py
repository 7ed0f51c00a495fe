import subprocess
import sys
from pathlib import Path

from portal import urls

from .sources import ROOT, stack


def test_every_import_contract_is_kept():
    tool = Path(sys.executable).parent / "lint-imports"

    answer = subprocess.run(
        [tool, "--no-cache"], cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True
    )

    assert answer.returncode == 0, answer.stdout


def test_every_folder_of_the_portal_has_its_place_in_the_stack():
    folders = {path.parent.name for path in (ROOT / "portal").glob("*/__init__.py")}

    assert folders - {"management", "migrations", "templatetags"} <= set(stack())


def test_every_feature_with_addresses_is_gathered():
    with_addresses = {path.parent.name for path in (ROOT / "portal").glob("*/urls.py")}

    assert with_addresses <= set(urls.FEATURES)
