import tomllib
from typing import Any

from django.apps import apps
from django.conf import settings

from tests.house.sources import PACKAGE, ROOT


def contracts() -> list[dict[str, Any]]:
    read = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return read["tool"]["importlinter"]["contracts"]


def floors() -> dict[str, int]:
    layers = next(contract["layers"] for contract in contracts() if contract["containers"] == ["dugnad"])
    return {
        room.strip(): height for height, rooms in enumerate(reversed(layers)) for room in rooms.split("|")
    }


def test_foreign_keys_point_down_the_tower():
    height, upward = floors(), []
    for model in apps.get_models():
        if not model.__module__.startswith("dugnad."):
            continue
        for field in model._meta.get_fields():
            other = field.related_model
            if not field.concrete or not field.is_relation or other is None:
                continue
            if other._meta.label == settings.AUTH_USER_MODEL or not other.__module__.startswith("dugnad."):
                continue
            here, there = model._meta.app_label, other._meta.app_label
            if here != there and height[there] >= height[here]:
                upward.append(f"{model._meta.label}.{field.name} points up to {other._meta.label}")
    assert upward == []


def test_nothing_points_at_anything_at_all():
    names = {field.__class__.__name__ for model in apps.get_models() for field in model._meta.private_fields}
    assert names == set()


def test_every_rooms_pages_are_protected_by_the_contract():
    protected = next(
        contract["protected_modules"] for contract in contracts() if contract["type"] == "protected"
    )
    found = {path.parent.name for path in [*PACKAGE.glob("*/pages.py"), *PACKAGE.glob("*/pages/")]}
    assert set(protected) == {f"dugnad.{room}.pages" for room in found - {"kit"}}
