"""Settings of reading."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits that keep one hostile input from taking the machine.

    ``max_document_bytes``: a larger text or HTML file is skipped; the largest page of the development data has 3 MB.
    ``max_record_bytes``: a longer JSONL line is skipped, the lines around it are read.
    """

    max_document_bytes: int = 10_000_000
    max_record_bytes: int = 10_000_000
