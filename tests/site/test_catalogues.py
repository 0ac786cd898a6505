from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dugnad.site import catalogues


@pytest.fixture
def room(tmp_path, monkeypatch) -> Path:
    package = tmp_path / "house"
    monkeypatch.setattr(catalogues, "PACKAGE", package)
    folder = package / "attic"
    (folder / "templates").mkdir(parents=True)
    (folder / "__init__.py").write_text("")
    (folder / "rules.py").write_text('said = _("The plan lacks %(what)s")\n')
    (folder / "templates" / "page.html").write_text(
        "{% blocktranslate count n=n %}one box{% plural %}{{ n }} boxes{% endblocktranslate %}"
    )
    return folder


def translate(room: Path, language: str, **said: str) -> None:
    file = catalogues.catalogue_file(room, language)
    text = file.read_text()
    for english, other in said.items():
        text = text.replace(f'{english}"\nmsgstr ""', f'{english}"\nmsgstr "{other}"')
    text = text.replace('msgstr[0] ""', 'msgstr[0] "en"').replace('msgstr[1] ""', 'msgstr[1] "%(n)s kasser"')
    file.write_text(text)


def test_what_code_and_templates_say_is_added_to_every_catalogue(room):
    missing = catalogues.extract_messages(room)
    assert missing == {language: ["The plan lacks %(what)s", "one box"] for language in ("nb", "nn", "da")}
    with catalogues.catalogue_file(room, "nn").open("rb") as handle:
        assert [message.id for message in read_po(handle) if message.id] == [
            "The plan lacks %(what)s",
            ("one box", "%(n)s boxes"),
        ]


def test_a_translation_is_kept_and_what_nobody_says_goes_only_when_asked(room):
    catalogues.extract_messages(room)
    translate(room, "nb", **{"%(what)s": "Planen mangler %(what)s"})
    (room / "templates" / "page.html").unlink()
    catalogues.extract_messages(room)
    text = catalogues.catalogue_file(room, "nb").read_text()
    assert "Planen mangler %(what)s" in text
    assert "one box" in text
    catalogues.extract_messages(room, prune=True)
    assert "one box" not in catalogues.catalogue_file(room, "nb").read_text()


def test_what_nobody_says_any_more_stays_beside_what_the_same_file_still_says(room):
    catalogues.extract_messages(room)
    (room / "rules.py").write_text('said = _("Adopted"), _("Rejected")\n')
    catalogues.extract_messages(room)
    said = (room / "locale" / "nb" / "LC_MESSAGES" / "django.po").read_text()
    expected = ["Adopted", "The plan lacks %(what)s", "Rejected"]
    assert sorted(line for line in expected if f'msgid "{line}"' in said) == sorted(expected)
    assert catalogues.extract_messages(room)["nb"] == ["Adopted", "Rejected", "one box"]


def test_faults_name_the_untranslated_the_unsaid_and_other_placeholders(room):
    catalogues.extract_messages(room)
    translate(room, "nb", **{"%(what)s": "Planen mangler %(hva)s"})
    translate(room, "nn", **{"%(what)s": "Planen manglar %(what)s"})
    translate(room, "da", **{"%(what)s": "Planen mangler %(what)s"})
    (room / "rules.py").write_text('said = _("The plan lacks %(what)s"), _("Adopted")\n')
    catalogues.extract_messages(room)
    (room / "templates" / "page.html").unlink()
    found = list(catalogues.faults())
    assert found[:3] == [
        "attic nb: other placeholders than in 'The plan lacks %(what)s'",
        "attic nb: no translation of 'Adopted' (house/attic/rules.py)",
        "attic nb: nobody says 'one box' any more",
    ]
    assert len(found) == 7


def test_compiling_skips_what_is_compiled(room):
    catalogues.extract_messages(room)
    assert catalogues.compile_catalogues() == 3
    assert catalogues.compile_catalogues() == 0
