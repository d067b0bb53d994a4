"""Names of a package that are imported when first used (PEP 562), so that a command loads no room it does not enter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


def names_from(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of ``package``; ``homes`` says in which of its modules each name is defined.

    No name may be that of a module of the package: an import of the module would take its place.
    """

    def named(name: str) -> object:
        if name in homes:
            return getattr(import_module(f"{package}.{homes[name]}"), name)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return named
