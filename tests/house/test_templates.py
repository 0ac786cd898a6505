import re

from tests.house.sources import PACKAGE, name_of, room_of, templates
from tests.house.test_tower import floors

SHARED = ("hall/frame.html", "hall/components/", "frame.html", "components/")
NAMED = re.compile(r"""{%\s*(extends|include|url)\s+["']([^"']+)["']""")
INLINE = re.compile(
    r"""<script(?![^>]*\bsrc=)(?![^>]*\btype="application/(?:json|ld\+json)")|<style|\sstyle=|\son[a-z]+=""",
    re.IGNORECASE,
)


def test_a_template_names_only_its_own_room_the_frame_and_lower_rooms():
    height, upward = floors(), []
    for file in templates():
        for tag, name in NAMED.findall(file.read_text()):
            if tag != "url" and name.startswith(SHARED):
                continue
            other = re.split(r"[:/]", name)[0].partition("#")[0]
            room = room_of(file)
            if room not in {"hall", other} and height.get(other, 99) >= height[room]:
                upward.append(f"{name_of(file)}: {tag} {name}")
    assert upward == []


def test_no_template_carries_script_or_style():
    inline = [
        f"{name_of(file)}: {found.strip()}"
        for file in templates()
        for found in INLINE.findall(re.sub(r"{#.*?#}", "", file.read_text()))
    ]
    assert inline == []


def test_every_page_lies_in_its_own_room():
    strays = [
        name_of(file)
        for file in templates()
        if file.relative_to(PACKAGE).parts[2] != room_of(file) and room_of(file) != "hall"
    ]
    assert strays == []
