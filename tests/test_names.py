from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pkgutil import iter_modules

import pytest

from headwater.names import names_from

PACKAGES = ("account", "copies", "stories", "present")


@pytest.mark.parametrize("package", PACKAGES)
def test_every_name_of_a_package_is_found_where_it_is_said_to_be(package: str) -> None:
    room = import_module(f"headwater.{package}")
    assert all(getattr(room, name).__doc__ or name.isupper() for name in room.__all__)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_name_of_a_package_is_that_of_a_module_in_it(package: str) -> None:
    room = import_module(f"headwater.{package}")
    assert not {module.name for module in iter_modules(room.__path__)} & set(room.__all__)


def test_an_unknown_name_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="'headwater' has no attribute 'tide'"):
        names_from("headwater", {"report": "api"})("tide")


def test_a_command_loads_no_room_that_it_does_not_enter() -> None:
    code = (
        "import sys, headwater.cli.copies;"
        "sys.exit(bool({'headwater.account.account', 'headwater.stories.group', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
