"""Addresses of the public site that no page answers."""

from django.urls import path

from . import preview_views, views
from .feeds import NewsFeed

app_name = "pages"
urlpatterns = [
    path("go/<slug:code>/", views.go, name="go"),
    path("calendar/events.ics", views.calendar, name="calendar"),
    path("calendar/events/<int:pk>.ics", views.event_calendar, name="event_calendar"),
    path("preview/<str:token>/", preview_views.preview, name="preview"),
    path("news/feed.xml", NewsFeed(), name="news_feed"),
]
