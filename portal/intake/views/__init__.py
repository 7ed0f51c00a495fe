"""The screens of a request: the visitor's questions, the short ways, and what staff see."""
