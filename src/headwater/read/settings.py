"""Settings of reading."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Limits that keep one hostile input from taking the machine; what passes one is listed as skipped, naming it.

    ``max_document_bytes``: a larger text or HTML file is skipped; the largest page of the development data has 3 MB.
    ``max_record_bytes``: a longer row (JSONL, CSV, Parquet) is skipped, the rows around it are read.
    ``max_file_bytes``: a larger PDF, DOCX, MHTML or e-mail file is skipped: these are held in memory whole.
    ``max_unpacked_bytes``: no more than this is unpacked from one input (gz, zst, zip, all layers together). A month
    of a large outlet as WARC has about 5 GB.
    ``max_ratio``: unpacked bytes for each packed byte, from 16 MiB on; more is taken for a bomb. Pages pack to a
    fifth, repetitive logs to a fiftieth; deflate ends at a thousandth.
    ``max_nesting``: layers of packing (a gz in a zip is 2); WACZ with WARC.gz is 2.
    ``max_records``: records and files read from one input; what comes after is named once and not read.
    ``max_spooled_bytes``: a zip or Parquet file that comes through a pipe or out of another archive is put on disk
    first, up to this size.
    """

    max_document_bytes: int = 10_000_000
    max_record_bytes: int = 10_000_000
    max_file_bytes: int = 50_000_000
    max_unpacked_bytes: int = 20_000_000_000
    max_ratio: int = 200
    max_nesting: int = 4
    max_records: int = 1_000_000
    max_spooled_bytes: int = 2_000_000_000

    def __post_init__(self) -> None:
        for entry in dataclasses.fields(self):
            if getattr(self, entry.name) < 1:
                raise ValueError(f"{entry.name} is {getattr(self, entry.name)}, expected at least 1")
