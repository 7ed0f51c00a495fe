"""The first pages in Spanish: each dictionary gives the words of one page, by the slug of the English one."""
