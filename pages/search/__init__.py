"""Finding a page by its words, in the site's own database."""
