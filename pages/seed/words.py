"""Small makers of blocks, so that the texts beside this file stay texts."""


def step(title: str, text: str, document: str = "") -> tuple[str, dict]:
    return ("step", {"title": title, "text": f"<p>{text}</p>", "document": document})


def question(question: str, answer: str) -> tuple[str, dict]:
    return ("question", {"question": question, "answer": f"<p>{answer}</p>"})


def notice(title: str, text: str, tone: str = "calm") -> tuple[str, dict]:
    return ("notice", {"title": title, "text": f"<p>{text}</p>", "tone": tone})


def document(kind: str, words: str) -> tuple[str, dict]:
    return ("document", {"document": kind, "words": words})


def text(*parts: str) -> tuple[str, str]:
    return ("text", prose(*parts))


def prose(*parts: str) -> str:
    """Join paragraphs; a part that brings its own tag is kept as it is."""
    return "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)


def bullets(*lines: str) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"


def exception(process: str = "", programme: str = "MEDIATION") -> tuple[str, dict]:
    """The approved words on confidentiality."""
    return ("exception", {"programme": programme, "process": process})


def kept(programme: str) -> tuple[str, dict]:
    """The approved words on what a programme keeps."""
    return ("kept", {"programme": programme})


def door(door: str, words: str) -> tuple[str, dict]:
    """A button into the portal."""
    return ("door", {"door": door, "words": words})


def steps(heading: str, *lines: tuple[str, str]) -> tuple[str, dict]:
    """A block of numbered steps, each a title and a sentence."""
    numbered = [{"title": title, "text": f"<p>{words}</p>", "document": ""} for title, words in lines]
    return ("steps", {"heading": heading, "steps": numbered})


def answer(words: str, leads_to: str) -> dict:
    return {"words": words, "leads_to": leads_to}


def asked(name: str, question: str, hint: str, *answers: dict) -> tuple[str, dict]:
    """A question of the guided chooser."""
    return ("question", {"name": name, "question": question, "hint": hint, "answers": list(answers)})


def outcome(name: str, title: str, words: str, page: str = "", *, may_ask: bool = True) -> tuple[str, dict]:
    """Where a way through the chooser ends; `page` is the slug of one that is already there."""
    return ("outcome", {"name": name, "title": title, "text": f"<p>{words}</p>", "page": page, "may_ask": may_ask})


def cards(heading: str, *ways: tuple[str, str, str]) -> tuple[str, dict]:
    """A few ways to go on: a title, a sentence, and the slug of a page that is already there."""
    shown = [{"title": title, "text": words, "page": slug, "picture": None} for title, words, slug in ways]
    return ("cards", {"heading": heading, "cards": shown})


def folds(heading: str, *details: tuple[str, str]) -> tuple[str, dict]:
    return (
        "accordion",
        {"heading": heading, "folds": [{"title": title, "text": f"<p>{t}</p>"} for title, t in details]},
    )


def table(caption: str, headings: tuple[str, ...], *rows: tuple[str, ...]) -> tuple[str, dict]:
    """A small table of words; the first column names the rows."""
    columns = [{"type": "text", "heading": heading} for heading in headings]
    return ("table", {"caption": caption, "columns": columns, "rows": [{"values": list(row)} for row in rows]})


def said(words: str, speaker: str) -> tuple[str, dict]:
    return ("quotation", {"words": words, "speaker": speaker})


def reach(name: str, text: str, phone: str = "", **facts: str) -> tuple[str, dict]:
    """Another office that can help, and how to reach it."""
    empty = {"email": "", "hours": "", "place": "", "link": ""}
    return ("contact", {"name": name, "text": text, "phone": phone} | empty | facts)


def figures(heading: str, table: str) -> tuple[str, dict]:
    """Published figures of the office."""
    return ("statistics", {"heading": heading, "table": table})
