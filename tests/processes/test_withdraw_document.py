"""Withdrawing a document: out of sight, never lost."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dugnad.journal.queries import entries_of
from dugnad.kit.verdicts import Refused
from dugnad.people.models import RoleKind
from dugnad.processes.commands import publish_process
from dugnad.processes.commands.files import withdraw_document
from dugnad.processes.models import ProcessRole
from tests import make
from tests.processes import file_story as files
from tests.processes import meeting_story as story


def test_a_withdrawn_document_is_gone_for_all_but_those_who_record(client, db):
    document = files.document()
    process, manager = document.process, story.editor_of(document.process)
    publish_process(process, by=manager, at=make.AT)
    adviser = make.person()
    ProcessRole.objects.create(process=process, person=adviser, kind=RoleKind.COUNTY_ADVISER)
    page = reverse("processes:withdraw_document", args=[process.pk, document.pk])
    with story.visit(client, manager):
        assert client.post(page, {"reason": "Feil utgave"}).status_code == 302
    address = reverse("processes:read_document", args=[process.pk, document.pk])
    answers = []
    for reader in (manager, adviser):
        with story.visit(client, reader):
            answers.append(client.get(address).status_code)
    client.logout()
    answers.append(client.get(address).status_code)
    assert answers == [200, 404, 404]
    document.refresh_from_db()
    assert document.file.read() == files.PDF
    entry = entries_of(process.pk).first()
    assert (entry.verb, entry.payload.content["reason"]) == ("document.withdrawn", "Feil utgave")


def test_a_reason_is_needed_and_once_is_enough(db):
    document = files.document()
    by = story.editor_of(document.process)
    with pytest.raises(Refused):
        withdraw_document(document, by=by, at=make.AT, reason=" ")
    withdraw_document(document, by=by, at=make.AT, reason="Feil utgave")
    with pytest.raises(Refused):
        withdraw_document(document, by=by, at=make.AT, reason="En gang til")


def test_an_outsider_withdraws_nothing(db):
    document = files.document()
    with pytest.raises(Refused):
        withdraw_document(document, by=make.person(), at=make.AT, reason="Hærverk")
