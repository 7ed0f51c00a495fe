class UploadRefused(Exception):
    """A file cannot be taken. Its words are for the person who brought it."""
