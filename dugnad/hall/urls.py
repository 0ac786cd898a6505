"""Addresses of the front door."""

from django.urls import path

from dugnad.hall.pages import (
    administration,
    feeds,
    frame,
    front,
    me,
    process_home,
    public,
    register,
    search,
    sign_in,
)

app_name = "hall"

urlpatterns = [
    path("", front.home, name="home"),
    # Processes
    path("processes/<int:process_id>/", process_home.show_process, name="show_process"),
    path("processes/<int:process_id>/activity/", process_home.list_activity, name="list_activity"),
    path("processes/<int:process_id>/plan/", process_home.open_plan, name="open_plan"),
    path("processes/<int:process_id>/gates/<int:gate_id>/", process_home.open_gate, name="open_gate"),
    path("mine/", process_home.show_tasks, name="show_tasks"),
    # The way in
    path("account/login/", sign_in.sign_in),
    path("account/password/<path:rest>", sign_in.refuse_passwords),
    path("demo/enter/", sign_in.enter_demo, name="enter_demo"),
    # My page
    path("me/", me.show_me, name="show_me"),
    path("me/consents/<int:consent_id>/withdraw/", me.withdraw_consent, name="withdraw_consent"),
    path("me/affiliation/", me.set_affiliation, name="set_affiliation"),
    path("me/download/", me.download_me, name="download_me"),
    path("me/erase/", me.erase_me, name="erase_me"),
    path("search/", search.show_search, name="search"),
    # Public texts
    path("help/", public.show_help, name="help"),
    path("words/", public.show_words, name="show_words"),
    path("privacy/", public.show_privacy, name="show_privacy"),
    path("accessibility/", public.show_accessibility, name="show_accessibility"),
    path("was", public.show_accessibility),
    path("was/", public.show_accessibility),
    path("places/<int:place_id>/logo/", public.show_logo, name="show_logo"),
    # Administration
    path("administration/", administration.administer, name="administer"),
    path("administration/places/", administration.choose_place, name="choose_place"),
    path("administration/places/<int:place_id>/", administration.edit_place, name="edit_place"),
    path(
        "administration/places/<int:place_id>/activate/", administration.activate_place, name="activate_place"
    ),
    path(
        "administration/places/<int:place_id>/deactivate/",
        administration.deactivate_place,
        name="deactivate_place",
    ),
    path("administration/colour/", administration.show_contrast, name="show_contrast"),
    path("administration/areas/new/", administration.form_area, name="form_area"),
    path("administration/mail/", administration.show_mail, name="show_mail"),
    path("administration/mail/test/", administration.send_test_mail, name="send_test_mail"),
    path("administration/demo/", administration.leave_demo, name="leave_demo"),
    path("administration/people/", register.show_people, name="show_people"),
    path("administration/people/invite/", register.invite_person, name="invite_person"),
    path("administration/people/<int:person_id>/", register.show_person, name="show_person"),
    path(
        "administration/people/<int:person_id>/affiliation/",
        register.set_affiliation,
        name="affiliate_person",
    ),
    path("administration/people/<int:person_id>/download/", register.download_person, name="download_person"),
    path("administration/people/<int:person_id>/erase/", register.erase_person, name="erase_person"),
    path("administration/roles/<int:role_id>/end/", register.end_role, name="end_role"),
    path("processes/<int:process_id>/feed.atom", feeds.show_feed, name="show_feed"),
    path("language/", frame.choose_language, name="choose_language"),
    path("theme/<str:colour>.css", frame.show_theme, name="show_theme"),
]
