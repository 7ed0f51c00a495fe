"""The project's own files, as the tests of this folder read them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDERS = ("site_project", "pages", "training", "portal", "templates", "static", "tests", "docs", "scripts", ".ci")


def written(*endings: str) -> Iterator[Path]:
    """Every file of ours that ends so; nothing generated, nothing fetched."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    files += [path for path in ROOT.glob("*") if path.is_file() and path.name not in {"LICENSE", "requirements.lock"}]
    for path in sorted(files):
        if path.is_file() and "__pycache__" not in path.parts and path.suffix in endings:
            yield path


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def matches(pattern, *endings: str, but: tuple[str, ...] = ()) -> list[str]:
    """Each place where the pattern stands, as file:line."""
    return [
        f"{named(path)}:{number}"
        for path in written(*endings)
        if not named(path).startswith(but)
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if pattern.search(line)
    ]


def stack() -> list[str]:
    """Portal features, top first, as the import contract orders them."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract.get("containers") == ["portal"]]
    return [layer.strip("()") for layer in layers]
