"""Adding a document: what may come in, under which name, and who may."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.translation import override

from dugnad.journal.queries import entries_of
from dugnad.kit.digests import digest_bytes
from dugnad.kit.verdicts import Refused
from dugnad.processes.commands.files import DocumentFacts, add_document
from dugnad.processes.models import Document
from dugnad.processes.rules.files import check_file, kind_of_file, tidy_file_name
from tests import make
from tests.processes import file_story as files
from tests.processes import meeting_story as story

LIMIT = settings.MAX_UPLOAD


def refusal(name: str, content: bytes) -> str:
    with override("en"):
        return str(check_file(name, content, limit=LIMIT))


def test_a_document_is_stored_with_its_digest_and_told_in_the_journal(db):
    process = make.process()
    document = files.document(process)
    assert document.file.read() == files.PDF
    assert (document.digest, document.size) == (digest_bytes(files.PDF), len(files.PDF))
    entry = entries_of(process.pk).first()
    assert (entry.verb, entry.payload.is_public) == ("document.added", True)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (files.PDF, "pdf"),
        (files.PNG, "png"),
        (files.JPEG, "jpeg"),
        (files.docx(), "docx"),
        (files.packed(**{"[Content_Types]_0xml": b"", "xl__workbook_0xml": b""}), "xlsx"),
        (files.packed(mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        ("År;Årsverk\n2027;12\n".encode(), "text"),
        ("År;Årsverk\n2027;12\n".encode("cp1252"), "text"),
        (files.SVG, ""),
        (files.HTML, ""),
        (b"\xef\xbb\xbf   \n<HTML>", ""),
        (b"hello <ScRiPt>alert(1)</script>", ""),
        (b"MZ\x90\x00\x03", ""),
        (b"GIF89a\x00\x00", ""),
        (files.docx(word__vbaProject_0bin=b"macro"), ""),
        (files.packed(evil_0exe=b"MZ"), ""),
        (b"PK\x03\x04 broken", ""),
        (b"   \n", ""),
    ],
)
def test_a_file_is_judged_by_its_bytes(content, kind):
    assert kind_of_file(content) == kind


def test_a_pdf_that_is_called_a_picture_is_told():
    assert refusal("bilde.jpg", files.PDF) == (
        "The name ends in .jpg, but the content is PDF: give it the ending .pdf."
    )


def test_a_file_of_no_bytes_is_told():
    assert refusal("tom.pdf", b"") == "The file is empty."


def test_a_picture_that_can_run_script_is_refused():
    assert refusal("kart.svg", files.SVG).startswith("Choose PDF, Word")


def test_a_web_page_is_refused_whatever_it_is_called():
    assert refusal("rapport.txt", files.HTML).startswith("Choose PDF, Word")


def test_too_large_a_file_is_told_with_both_sizes():
    said = refusal("stor.pdf", files.PDF + b"0" * LIMIT).replace("\xa0", " ")
    assert said == (
        "The file is 25.0 MB; the largest that can be stored is 25.0 MB. Make it smaller, or split it."
    )


@pytest.mark.parametrize(
    ("name", "tidy"),
    [
        ("rapport.pdf", "rapport.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\kari\\Årsmelding 2026.PDF", "Årsmelding 2026.pdf"),
        ("Dugnad 🎉 čđŋ.pdf", "Dugnad 🎉 čđŋ.pdf"),
        ("faktura\u202efdp.exe", "fakturafdp.exe"),
        ('a"b\r\nSet-Cookie: x=1.pdf', "a-bSet-Cookie- x=1.pdf"),
        ("...", "file"),
        ("", "file"),
        ("تقرير.pdf", "تقرير.pdf"),
        ("x" * 400 + ".pdf", "x" * 140 + ".pdf"),
    ],
)
def test_a_name_is_made_safe_and_stays_readable(name, tidy):
    assert tidy_file_name(name) == tidy


def test_who_has_no_part_adds_nothing(db):
    process = make.process()
    with pytest.raises(Refused):
        add_document(
            process, by=make.person(), at=make.AT, facts=DocumentFacts(title="x"), name="x.pdf",
            content=files.PDF,
        )  # fmt: skip
    assert not Document.objects.exists()


def test_an_exemption_needs_its_legal_basis_and_an_end_ahead(db):
    process = make.process()
    for facts in ({"legal_basis": ""}, {"legal_basis": "offl. § 14", "exempt_until": date(2027, 1, 11)}):
        with pytest.raises(Refused):
            files.document(process, is_exempt=True, **facts)


def test_a_document_cannot_hang_on_another_process(db):
    stranger = story.planned()
    with pytest.raises(ValueError, match="another process"):
        files.document(make.process(), meeting=stranger)


def test_a_document_is_added_on_the_web(client, db):
    process = make.process()
    with story.visit(client, story.editor_of(process)):
        upload = SimpleUploadedFile("../Ærlig rapport.pdf", files.PDF, content_type="text/html")
        page = client.post(
            reverse("processes:add_document", args=[process.pk]), {"title": "Rapport", "file": upload}
        )
    assert page.status_code == 302
    document = Document.objects.get()
    assert (document.file_name, document.content_type) == ("Ærlig rapport.pdf", "application/pdf")


def test_a_50_mb_upload_gets_a_sentence_and_keeps_what_was_typed(client, db):
    process = make.process()
    with story.visit(client, story.editor_of(process)):
        upload = SimpleUploadedFile("stor.pdf", files.PDF + b"0" * 50 * 1024 * 1024)
        page = client.post(
            reverse("processes:add_document", args=[process.pk]),
            {"title": "Stor rapport", "kind": "rapport", "file": upload, "dated": "2027-02-30"},
            headers={"accept-language": "en"},
        )
    assert page.status_code == 422
    errors = page.context["form"].errors
    assert set(errors) == {"file", "dated"}
    assert errors["file"][0].replace("\xa0", " ").startswith("The file is 50.0 MB; the largest")
    assert 'value="Stor rapport"' in page.content.decode()
