"""Whole public pages, kept for anonymous visitors. Whatever is not named here is stored nowhere."""
