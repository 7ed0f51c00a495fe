"""The person's own page, and the office's."""
