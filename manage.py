#!/usr/bin/env python
"""Entry point for every management command of Accord."""

import gc
import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_project.settings.dev")
    # A start makes a million objects and drops none of them: looking for waste meanwhile is a tenth of its time.
    gc.disable()
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    gc.freeze()
    gc.enable()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
