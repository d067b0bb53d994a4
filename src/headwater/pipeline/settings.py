"""Settings of a whole run: one frozen object a stage, loadable from TOML."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field

from headwater.account import AccountSettings
from headwater.copies import CopySettings
from headwater.extract import ExtractSettings
from headwater.model.errors import SettingsError
from headwater.read import ReadSettings
from headwater.stories import StorySettings


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of every stage; a TOML file has one table for each."""

    read: ReadSettings = field(default_factory=ReadSettings)
    extract: ExtractSettings = field(default_factory=ExtractSettings)
    copies: CopySettings = field(default_factory=CopySettings)
    stories: StorySettings = field(default_factory=StorySettings)
    account: AccountSettings = field(default_factory=AccountSettings)


def settings_from_toml(text: str) -> Settings:
    """The settings that a TOML document gives, defaults elsewhere.

    Raises SettingsError for a document that is not TOML, an unknown table or name, or a value of the wrong type.
    """
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError("(file)", f"is not TOML: {error}") from error
    stages = {stage.name: stage for stage in dataclasses.fields(Settings)}
    changed: dict[str, object] = {}
    for name, values in tables.items():
        if name not in stages:
            raise SettingsError(name, f"unknown table, expected one of: {', '.join(stages)}")
        if not isinstance(values, dict):
            raise SettingsError(name, "expected a table such as [read]")
        changed[name] = _stage_settings(name, values)
    return dataclasses.replace(Settings(), **changed)  # type: ignore[arg-type]  # the names are checked above


def _stage_settings(stage: str, values: dict[str, object]) -> object:
    default = getattr(Settings(), stage)
    known = {entry.name: getattr(default, entry.name) for entry in dataclasses.fields(default)}
    for name, value in values.items():
        if name not in known:
            raise SettingsError(f"{stage}.{name}", f"unknown name, expected one of: {', '.join(known)}")
        if not _fits(value, known[name]):
            wanted = type(known[name]).__name__
            raise SettingsError(f"{stage}.{name}", f"is {value!r}, expected a value of type {wanted}")
    try:
        return dataclasses.replace(default, **values)
    except ValueError as error:
        raise SettingsError(stage, str(error)) from error


def _fits(value: object, default: object) -> bool:
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    return isinstance(value, type(default))
