"""Where the labelled data lies: beside the checkout, never inside it."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
