"""The corpus of promise 20: what passes, and what is refused with which words. Made here, so nothing bad is stored."""

from PIL import Image

from tests.factories.files import EICAR, huge_png, package, pdf, picture

RELATION = '<Relationships><Relationship Id="r1" Type="{}" Target="https://elsewhere.example/x" TargetMode="External"/>'
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


GOOD = {
    "A sheet.pdf": pdf(),
    "Übung 1.2.docx": package("docx"),
    "slides.PPTX": package("pptx", parts=[("ppt/_rels/p.rels", RELATION.format(HYPERLINK))]),
    "table.xlsx": package("xlsx", parts=[("xl/printerSettings/printerSettings1.bin", b"\0\1")]),
    "card.png": picture("PNG"),
    "card.jpg": picture("JPEG"),
    "card.jpeg": picture("JPEG"),
    "words.txt": "Zuhören, then speak.".encode(),
    "list.csv": b"a,b\n1,2\n",
}
# The name, what is in it, and a word of the refusal.
BAD = {
    "no extension": ("notes", b"words", "not taken"),
    "a program": ("setup.exe", b"MZ\x90\0", "not taken"),
    "a web page": ("page.html", b"<html>", "not taken"),
    "a drawing that runs": ("logo.svg", b"<svg onload='x()'/>", "not taken"),
    "a document with macros": ("old.docm", package("docx"), "not taken"),
    "an archive": ("all.zip", package(""), "not taken"),
    "two endings, a program first": ("a.exe.pdf", pdf(), "two endings"),
    "two endings, ours both": ("a.pdf.docx", package("docx"), "two endings"),
    "a program called a pdf": ("a.pdf", b"MZ\x90\0%%EOF", "not a PDF"),
    "a web page called a pdf": ("a.pdf", b"<html>%PDF-1.7 %%EOF", "not a PDF"),
    "a pdf that is a web page too": ("a.pdf", pdf(b"<script>alert(1)</script>"), "two kinds"),
    "a pdf that is an archive too": ("a.pdf", pdf(after=package("docx")) + b"%%EOF", "two kinds"),
    "a pdf with a script": ("a.pdf", pdf(b"/OpenAction << /S /JavaScript /JS (app.alert(1)) >>"), "runs something"),
    "a pdf with a hidden script": ("a.pdf", pdf(b"/OpenAction << /S /J#61vaScript >>"), "runs something"),
    "a pdf that starts a program": ("a.pdf", pdf(b"/Launch"), "runs something"),
    "a pdf with a file inside": ("a.pdf", pdf(b"/EmbeddedFiles"), "runs something"),
    "half a pdf": ("a.pdf", b"%PDF-1.7\n1 0 obj", "ends in the middle"),
    "a pdf called a document": ("a.docx", pdf(), "not what its name says"),
    "a sheet called a document": ("a.docx", package("xlsx"), "not what its name says"),
    "an archive called a document": ("a.docx", package("", parts=[("readme", b"x")]), "not what its name says"),
    "a document behind a picture": ("a.docx", picture() + package("docx"), "not what its name says"),
    "a document before a program": ("a.docx", package("docx") + b"MZ\x90\0" * 9, "not what its name says"),
    "a document with a program": ("a.docx", package(parts=[("word/vbaProject.bin", b"x")]), "a program"),
    "a document with another inside": ("a.docx", package(parts=[("word/embeddings/o.docx", b"x")]), "a program"),
    "macros by another name": ("a.docx", package(types=b"<Types>application/macroEnabled</Types>"), "a program"),
    "a template from elsewhere": (
        "a.docx",
        package(parts=[("word/_rels/document.xml.rels", RELATION.format(TEMPLATE))]),
        "fetches something",
    ),
    "words that multiply": (
        "a.xlsx",
        package("xlsx", parts=[("xl/a.xml", b'<!DOCTYPE l [<!ENTITY a "ha">]><l>&a;</l>')]),
        "never contain",
    ),
    "words in another writing": (
        "a.docx",
        package(parts=[("word/a.xml", "<!DOCTYPE a>".encode("utf-16"))]),
        "cannot check",
    ),
    "a bomb": ("a.docx", package(parts=[("word/media/a.xml", b"0" * 8_000_000)]), "unpacks"),
    "many small parts": ("a.docx", package(parts=[(f"word/{n}.xml", b"") for n in range(3100)]), "unpacks"),
    "a way out upwards": ("a.docx", package(parts=[("../../etc/passwd", b"x")]), "outside itself"),
    "a way out from the root": ("a.docx", package(parts=[("/etc/passwd", b"x")]), "outside itself"),
    "a way out on another system": ("a.docx", package(parts=[("C:\\x", b"x")]), "outside itself"),
    "a damaged archive": ("a.docx", b"PK\x03\x04" + b"\0" * 50 + package("docx")[-22:], "damaged"),
    "a picture called another": ("a.png", picture("JPEG"), "cannot be opened"),
    "a web page called a picture": ("a.png", b"GIF89a<script>", "cannot be opened"),
    "the beginning of a picture": ("a.jpg", picture("JPEG")[:20], "cannot be opened"),
    "more dots than anybody sees": ("a.png", huge_png(), "million dots"),
    "fewer dots than a bomb, more than we take": ("a.png", huge_png(9000, 9000), "million dots"),
    "a moving picture": (
        "a.png",
        picture("PNG", save_all=True, append_images=[Image.new("RGB", (12, 8), "red")]),
        "Moving pictures",
    ),
    "a program called words": ("a.txt", b"MZ\x90\0\0\0", "not plain text"),
    "a web page called words": ("a.txt", b"\n <HTML><script>", "web page"),
    "signs no text has": ("a.csv", b"a,b\x00\x1b[2J", "not plain text"),
    "nothing": ("a.txt", b"", "is empty"),
    "a name that hides its end": ("invoice\u202efdp.exe.pdf", pdf(), "rename this file"),
    "a line in a name": ("a\r\nSet-Cookie: x=1.pdf", pdf(), "rename this file"),
    "a name without letters": ("... .pdf/", pdf(), "rename this file"),
    "a very long name": (f"{'a' * 130}.pdf", pdf(), "shorter name"),
    "what every scanner knows": ("a.txt", EICAR, "scanner for viruses"),
}
