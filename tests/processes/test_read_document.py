"""Reading documents: who may, from which day, and how the file is served."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.urls import reverse

from dugnad.people.models import RoleKind
from dugnad.processes.commands import publish_process
from dugnad.processes.models import Document, ProcessRole
from dugnad.processes.queries.files import public_documents
from tests import make
from tests.processes import file_story as files
from tests.processes import meeting_story as story


def address(document: Document) -> str:
    return reverse("processes:read_document", args=[document.process_id, document.pk])


def published(**fields):
    document = files.document(**fields)
    publish_process(document.process, by=story.editor_of(document.process), at=make.AT)
    return document


def test_a_public_document_is_saved_and_never_shown_as_a_page(client, db):
    document = published(name="Årsmelding «2026».pdf")
    answer = client.get(address(document))
    assert answer.streaming
    assert b"".join(answer.streaming_content) == files.PDF
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%C3%85rsmelding")


def test_a_draft_processs_document_is_not_there(client, db):
    assert client.get(address(files.document())).status_code == 404


def test_an_exempt_document_is_not_there_for_the_public_nor_in_the_list(client, db):
    document = published(title="Oppkjøp", is_exempt=True, legal_basis="offl. § 23")
    assert client.get(address(document)).status_code == 404
    listed = client.get(reverse("processes:list_documents", args=[document.process_id]))
    assert "Oppkjøp" not in listed.content.decode()
    assert public_documents(document.process, at=make.AT) == []


def test_an_exemption_ends_by_itself_on_its_day(client, db):
    document = published(is_exempt=True, legal_basis="offl. § 14", exempt_until=date(2027, 2, 1))
    evening_before = datetime(2027, 1, 31, 22, 59, tzinfo=UTC)  # 23.59 in Oslo
    midnight = datetime(2027, 1, 31, 23, 0, tzinfo=UTC)
    with story.visit(client, at=evening_before):
        assert client.get(address(document)).status_code == 404
    with story.visit(client, at=midnight):
        assert client.get(address(document)).status_code == 200


def test_who_has_a_part_reads_what_is_exempt(client, db):
    document = published(is_exempt=True, legal_basis="offl. § 14")
    adviser = make.person()
    ProcessRole.objects.create(process=document.process, person=adviser, kind=RoleKind.COUNTY_ADVISER)
    with story.visit(client, adviser):
        assert client.get(address(document)).status_code == 200


def test_a_document_of_a_closed_or_planned_meeting_is_not_public(client, db):
    process = make.process()
    closed = story.called(process, is_open=False, legal_basis=story.BASIS)
    planned = story.planned(process)
    opened = story.with_agenda(process)
    documents = [files.document(process, meeting=meeting) for meeting in (closed, planned)]
    publish_process(process, by=story.editor_of(process), at=make.AT)
    assert [client.get(address(one)).status_code for one in documents] == [404, 404]
    opened.state = "called"
    opened.save()
    assert client.get(address(files.document(process, meeting=opened))).status_code == 200


def test_a_list_of_documents_costs_the_same_with_one_and_with_three(
    client, db, django_assert_max_num_queries
):
    process = files.document().process
    page = reverse("processes:list_documents", args=[process.pk])
    with story.visit(client, story.editor_of(process)):
        with django_assert_max_num_queries(10):
            client.get(page)
        files.document(process)
        files.document(process)
        with django_assert_max_num_queries(10):
            client.get(page)
