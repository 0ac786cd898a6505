"""The demo: Fjordvik, a fictional municipality in the middle of its plan, and the people in it."""

from dugnad.hall.demo.loading import load_demo
from dugnad.hall.demo.roles import DemoRole, demo_roles

__all__ = ["DemoRole", "demo_roles", "load_demo"]
