from .course import Course

__all__ = ["Course"]
