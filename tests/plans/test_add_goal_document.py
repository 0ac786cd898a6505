"""A new document comes into the process and onto a goal in one go."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dugnad.kit.verdicts import Refused
from dugnad.plans import commands
from dugnad.plans.models import GoalDocument
from dugnad.processes.commands.files import DocumentFacts
from dugnad.processes.models import Document
from tests import make
from tests.processes.file_story import HTML, PDF

pytestmark = pytest.mark.django_db


def _address(plan):
    return f"/plans/{plan.pk}/goals/{plan.goals.get(area__code='A').pk}/documents/add/"


def test_a_new_file_is_stored_and_attached(client):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    file = SimpleUploadedFile("målebok.pdf", PDF)
    answer = client.post(_address(plan), {"title": "Målebok", "file": file})
    assert answer["Location"] == f"/plans/{plan.pk}/#goal-documents"
    attached = GoalDocument.objects.select_related("document", "goal__area").get()
    assert (attached.document.title, attached.goal.area.code) == ("Målebok", "A")
    assert attached.document.process == plan.process


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"title": ""}, "title"),
        ({"file": ("ond.pdf", HTML)}, "file"),
        ({"file": None}, "file"),
        ({"is_exempt": "on"}, "legal_basis"),
    ],
)
def test_what_cannot_come_in_is_said_at_its_field_and_nothing_is_stored(client, bad, field):
    plan = make.finished_plan()
    client.force_login(make.leader(plan))
    typed = {"title": "Målebok", "file": ("a.pdf", PDF), **bad}
    upload = typed.pop("file")
    files = {"file": SimpleUploadedFile(*upload)} if upload else {}
    answer = client.post(_address(plan), {**typed, **files})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert (Document.objects.count(), GoalDocument.objects.count()) == (0, 0)


def test_a_refused_file_leaves_nothing_behind():
    plan = make.finished_plan()
    goal = plan.goals.get(area__code="A")
    facts = DocumentFacts(title="Ond")
    with pytest.raises(Refused):
        commands.add_goal_document(
            goal, facts=facts, name="ond.pdf", content=HTML, by=make.leader(plan), at=make.AT
        )
    assert (Document.objects.count(), GoalDocument.objects.count()) == (0, 0)
