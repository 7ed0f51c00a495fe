from django.urls import path

from .views import asked, booking, pair, rooms, times

app_name = "scheduling"

CASE = "portal/cases/<str:reference>/"

urlpatterns = [
    path("portal/asked/", asked.asked_list, name="asked_list"),
    path("portal/asked/<int:pk>/", asked.asked, name="asked"),
    path("portal/rooms/", rooms.rooms, name="rooms"),
    path("portal/rooms/add/", rooms.add, name="add_room"),
    path("portal/rooms/<int:pk>/", rooms.change, name="change_room"),
    path(CASE + "step-back/", asked.step_back, name="step_back"),
    path(CASE + "pair/", pair.pair, name="pair"),
    path(CASE + "pair/<int:pk>/answer/", pair.answer_for, name="answer_for"),
    path(CASE + "pair/<int:pk>/replace/", pair.replace, name="replace"),
    path(CASE + "pair/<int:pk>/objection/", pair.object_for, name="object_for"),
    path(CASE + "pair/people/<int:number>/", pair.agree_for, name="agree_for"),
    path(CASE + "times/", times.times, name="times"),
    path(CASE + "times/propose/", times.propose, name="propose"),
    path(CASE + "times/propose/<int:pk>/back/", times.take_back, name="take_back"),
    path(CASE + "times/people/<int:number>/", times.give_for, name="give_for"),
    path(CASE + "times/neutrals/<int:pk>/", times.give_for_neutral, name="give_for_neutral"),
    path(CASE + "my-times/", times.my_times, name="my_times"),
    path(CASE + "book/", booking.book, name="book"),
    path(CASE + "booking/move/", booking.move, name="move"),
    path(CASE + "booking/cancel/", booking.cancel, name="cancel"),
    path(CASE + "calendar/", booking.calendar, name="calendar"),
]
