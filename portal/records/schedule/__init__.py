"""The retention schedule: one line for each field of each table, ours and everybody else's.

A field without a line fails the build: decide what becomes of it, and write that down in the file of its feature.
"""

from importlib import import_module
from pkgutil import iter_modules

from .rules import Rule

FILES = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__) if found.name != "rules"]

SCHEDULE: dict[str, Rule] = {key: rule for file in FILES for key, rule in file.LINES.items()}
