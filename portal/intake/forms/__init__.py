"""What is asked: one form for each question page, and the short ones."""
