"""Build the one stylesheet and the three small font files into var/assets.

Quick when nothing has changed: the result carries a stamp made from the sources.
"""

import hashlib
import re
from pathlib import Path

from font_source_sans_pro import font_files_ttf as sans
from font_source_serif_pro import font_files_ttf as serif

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "static" / "css"
TARGET = ROOT / "var" / "assets"

FACES = {
    "source-sans-400": sans["SourceSansPro"],
    "source-sans-600": sans["SourceSansProSemibold"],
    "source-serif-600": serif["SourceSerifProSemibold"],
}
# Latin, Latin-1 and Latin Extended-A for names, and the signs our texts use.
UNICODES = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2190-2193,U+2212,U+2713"
FEATURES = ["kern", "liga", "tnum", "mark", "mkmk", "ccmp", "locl"]


def css_sources() -> list[Path]:
    """Return the sources in the order in which they are read; layers settle who wins."""
    first = [SOURCES / f"{name}.css" for name in ("layers", "fonts", "tokens", "base", "layout")]
    last = [SOURCES / f"{name}.css" for name in ("utilities", "print")]
    return [*first, *sorted((SOURCES / "components").glob("*.css")), *last]


def squeeze(css: str) -> str:
    """Drop comments and idle white space; strings in our sources hold neither."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip() + "\n"


def write_stylesheet() -> None:
    css = "\n".join(path.read_text(encoding="utf-8") for path in css_sources())
    (TARGET / "css").mkdir(parents=True, exist_ok=True)
    (TARGET / "css" / "accord.css").write_text(squeeze(css), encoding="utf-8")


def write_fonts() -> None:
    from fontTools import subset  # slow to import, and seldom needed

    (TARGET / "fonts").mkdir(parents=True, exist_ok=True)
    for name, source in FACES.items():
        subset.main(
            [
                str(source),
                f"--unicodes={UNICODES}",
                f"--layout-features={','.join(FEATURES)}",
                "--flavor=woff2",
                "--no-hinting",
                "--desubroutinize",
                f"--output-file={TARGET / 'fonts' / name}.woff2",
            ]
        )


def is_current(name: str, text: str) -> bool:
    """Say whether the stamp called `name` already holds `text`."""
    stamp = TARGET / f".{name}-stamp"
    return stamp.exists() and stamp.read_text() == text


def build() -> None:
    """Build what is older than its sources."""
    TARGET.mkdir(parents=True, exist_ok=True)
    steps = (
        ("fonts", UNICODES + "".join(FEATURES) + "".join(map(str, FACES.values())), write_fonts),
        ("css", "".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in css_sources()), write_stylesheet),
    )
    for name, text, write in steps:
        if not is_current(name, text):
            write()
            (TARGET / f".{name}-stamp").write_text(text)


if __name__ == "__main__":
    build()
