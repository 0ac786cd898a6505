"""Papers and files of a plan: who gets which, what they are called, and what happens when one fails."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from openpyxl import load_workbook
from pypdf import PdfReader

from dugnad.plans.importing import read_plan
from dugnad.plans.models import AcceptedWarning
from tests.plans import full

pytestmark = pytest.mark.django_db
FILES = ("plan.pdf", "plan.docx", "action-plan-2018.pdf", "action-plan-2018.docx", "goals-and-money.xlsx",
         "plan-file.yaml")  # fmt: skip


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def test_anyone_gets_every_file_of_a_public_version(client: Client) -> None:
    plan, _manager, _version = full.published()
    found = {file: client.get(f"/plans/{plan.pk}/papers/1/{file}").status_code for file in FILES}
    assert found == dict.fromkeys(FILES, 200)


def test_the_draft_is_only_for_those_with_a_part(client: Client) -> None:
    plan, manager, _version = full.published()
    before = {file: client.get(f"/plans/{plan.pk}/papers/draft/{file}").status_code for file in FILES}
    client.force_login(manager)
    after = {file: client.get(f"/plans/{plan.pk}/papers/draft/{file}").status_code for file in FILES}
    assert (before, after) == (dict.fromkeys(FILES, 404), dict.fromkeys(FILES, 200))


def test_a_version_that_is_not_public_is_not_there_for_others(client: Client) -> None:
    plan, _manager, version = full.published()
    version.is_public = False
    version.save()
    found = {file: client.get(f"/plans/{plan.pk}/papers/1/{file}").status_code for file in FILES}
    assert found == dict.fromkeys(FILES, 404)


def test_a_withdrawn_process_takes_its_papers_with_it(client: Client) -> None:
    plan, _manager, _version = full.published()
    plan.process.state = plan.process.State.WITHDRAWN
    plan.process.save()
    assert client.get(f"/plans/{plan.pk}/papers/1/plan.pdf").status_code == 404


@pytest.mark.parametrize("path", ["2/plan.pdf", "1/plan.exe", "1/action-plan-2031.pdf", "0/plan.pdf"])
def test_what_does_not_exist_is_a_page_not_found(client: Client, path: str) -> None:
    plan, _manager, _version = full.published()
    assert client.get(f"/plans/{plan.pk}/papers/{path}").status_code == 404


def test_a_draft_says_so_in_its_own_language_and_hides_from_robots(client: Client) -> None:
    plan, manager, _version = full.published()
    client.force_login(manager)
    answer = client.get(f"/plans/{plan.pk}/papers/draft/plan.pdf", headers={"accept-language": "en"})
    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == ("noindex", "private, no-store")
    assert ("Utkast" in words(answer.content), "Innsatsområder" in words(answer.content)) == (True, True)


def test_a_file_is_named_after_the_plan_without_losing_letters(client: Client) -> None:
    plan, _manager, _version = full.published()
    said = client.get(f"/plans/{plan.pk}/papers/1/goals-and-money.xlsx")["Content-Disposition"]
    assert said == 'attachment; filename="omstillingsplan-for-dyroy-2018-2020-v1.xlsx"'


def test_the_plans_file_reads_back_as_the_same_plan(client: Client) -> None:
    plan, manager, _version = full.published()
    client.force_login(manager)
    read = read_plan(client.get(f"/plans/{plan.pk}/papers/draft/plan-file.yaml").content)
    assert (read.title, len(read.areas), read.main_goal) == (
        plan.title,
        4,
        full.outline().main_goal,
    )


def test_goals_and_money_are_numbers_in_the_sheets(client: Client) -> None:
    plan, _manager, _version = full.published()
    book = load_workbook(io.BytesIO(client.get(f"/plans/{plan.pk}/papers/1/goals-and-money.xlsx").content))
    money = list(book.worksheets[1].iter_rows(values_only=True))
    assert (len(book.worksheets), money[-1][-1]) == (4, 12_000_000)


def test_reasons_for_accepted_warnings_are_not_in_what_everybody_gets(client: Client) -> None:
    plan, manager, _version = full.published()
    AcceptedWarning.objects.create(
        plan=plan, rule="A-11", where="gatherings", reason="Hemmelig grunn", by=manager, at=full.make.AT
    )
    found = client.get(f"/plans/{plan.pk}/papers/1/plan-file.yaml").text
    assert "Hemmelig grunn" not in found


def test_the_case_paper_asks_first_and_keeps_what_was_typed(client: Client) -> None:
    plan, manager, _version = full.published()
    client.force_login(manager)
    address = f"/plans/{plan.pk}/papers/draft/case/"
    form = client.get(address)
    wrong = client.get(address, {"body": "council", "meeting_on": "31. februar", "case_number": "12/18"})
    assert (form.status_code, "Per Prosjektleder" in form.text) == (200, True)
    assert (wrong.status_code, 'value="31. februar"' in wrong.text, 'value="12/18"' in wrong.text) == (
        422,
        True,
        True,
    )


def test_the_case_paper_names_body_day_case_and_officer(client: Client) -> None:
    plan, manager, _version = full.published()
    client.force_login(manager)
    asked = {
        "body": "council",
        "meeting_on": "2018-03-01",
        "case_number": "12/18",
        "officer": "Kari",
        "ending": "pdf",
    }
    answer = client.get(f"/plans/{plan.pk}/papers/1/case/", asked)
    said = words(answer.content)
    assert answer["Content-Type"] == "application/pdf"
    assert [word in said for word in ("1. mars 2018", "12/18", "Kari")] == [True, True, True]


def test_the_case_paper_is_not_for_others(client: Client) -> None:
    plan, _manager, _version = full.published()
    assert client.get(f"/plans/{plan.pk}/papers/1/case/").status_code == 404


def test_the_case_paper_shows_what_is_new_since_the_decision_before(client: Client) -> None:
    plan, manager, _version = full.published()
    plan.vision = "En helt annen visjon."
    plan.save()
    client.force_login(manager)
    asked = {"body": "steering_group", "ending": "pdf"}
    said = words(client.get(f"/plans/{plan.pk}/papers/draft/case/", asked).content)
    assert [word in said for word in ("Endringer siden forrige versjon", "annen visjon")] == [True, True]


def test_a_paper_that_fails_ends_in_a_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    plan, _manager, _version = full.published()
    monkeypatch.setenv("FONT_FOLDER", "/nowhere")
    answer = client.get(f"/plans/{plan.pk}/papers/1/plan.pdf", headers={"accept-language": "en"})
    assert (answer.status_code, "The paper could not be made" in answer.text) == (500, True)
    assert "No fonts in" in caplog.text


@pytest.mark.parametrize("is_insider", [True, False])
def test_the_list_of_papers_asks_the_database_few_times(
    client: Client,
    django_assert_max_num_queries,  # type: ignore[no-untyped-def]
    is_insider: bool,
) -> None:
    plan, manager, _version = full.published()
    if is_insider:
        client.force_login(manager)
    address = f"/plans/{plan.pk}/papers/"
    client.get(address)
    with django_assert_max_num_queries(10):
        page = client.get(address, headers={"accept-language": "en"})
    assert ("Write the case paper" in page.text, "The draft as it stands now" in page.text) == (
        is_insider,
        is_insider,
    )
