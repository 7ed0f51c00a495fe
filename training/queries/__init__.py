"""Reads that join subjects for one screen."""
