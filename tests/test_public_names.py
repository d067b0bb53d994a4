from __future__ import annotations

import subprocess
import sys

import headwater


def test_public_names_are_pinned() -> None:
    assert headwater.__all__ == [
        "Account",
        "Article",
        "Citation",
        "HeadwaterError",
        "InputError",
        "Matcher",
        "OriginRange",
        "Origins",
        "Report",
        "Reuse",
        "Sentence",
        "Settings",
        "SettingsError",
        "Skipped",
        "Story",
        "__version__",
        "extract",
        "report",
    ]


def test_every_public_name_is_there_and_documented() -> None:
    for name in headwater.__all__:
        value = getattr(headwater, name)
        assert name.startswith("__") or value.__doc__, name


def test_extract_is_the_function_whatever_was_imported_before() -> None:
    code = "import headwater.extract, headwater; from headwater.extract import ExtractSettings; headwater.extract([])"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_version_is_told_without_loading_the_stages() -> None:
    code = (
        "import sys; from headwater.cli.main import main; main(['--version'], standalone_mode=False);"
        "sys.exit(bool({'numpy', 'lxml', 'selectolax', 'jinja2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, capture_output=True).returncode == 0
