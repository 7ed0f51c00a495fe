"""Filters of the desk's lists; each puts its answers in the address."""
