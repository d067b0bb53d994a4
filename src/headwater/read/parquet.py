"""Parquet rows, through the extra ``parquet`` (pyarrow); the only file that imports it."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from headwater.model.capture import Skipped
from headwater.read.reading import DamagedError, Items, LimitError, Reading, UnusableError, on_disk
from headwater.read.rows import row_capture

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

_BATCH_BYTES = 8 << 20
_LARGEST_BATCH = 1024
_ROW_GROUP_BYTES = 400 << 20
_THRIFT_BYTES = 64 << 20
_THRIFT_ITEMS = 1_000_000


def read_parquet(name: str, stream: BinaryIO, reading: Reading) -> Items:
    """One capture or skipped row after another.

    Columns that can hold no field of a row are not read (bytes, structures, vectors). Text columns are kept as
    dictionaries, so that a small file that repeats one long cell stays small. Raises UnusableError without the extra.
    """
    try:
        import pyarrow as pa  # an extra: only read here
    except ImportError as error:
        raise UnusableError("is a Parquet file: install 'headwater[parquet]' to read it") from error
    with on_disk(stream, reading.settings) as file:
        try:
            yield from _captures(name, _records(_opened(file), reading), reading)
        except (pa.ArrowException, OSError, OverflowError) as error:
            first = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise DamagedError(f"is damaged or not as Parquet files are: {first[:200]}") from error


def _opened(file: BinaryIO) -> pq.ParquetFile:
    import pyarrow.parquet as pq  # an extra: only read here

    plain = pq.ParquetFile(file, thrift_string_size_limit=_THRIFT_BYTES, thrift_container_size_limit=_THRIFT_ITEMS)
    texts = [field.name for field in plain.schema_arrow if _is_text(field.type)]
    return pq.ParquetFile(file, read_dictionary=texts, metadata=plain.metadata)


def _captures(name: str, records: Iterator[dict[str, object]], reading: Reading) -> Items:
    longest = reading.settings.max_record_bytes
    for number, record in enumerate(records, 1):
        row_name = f"{name}#{number}"
        size = sum(len(cell) for cell in record.values() if isinstance(cell, str))
        reading.budget.spend(size)
        if size > longest:
            yield Skipped(row_name, f"is longer than {longest:,} characters (setting read.max_record_bytes)")
        else:
            yield row_capture(record, row_name)


def _records(file: pq.ParquetFile, reading: Reading) -> Iterator[dict[str, object]]:
    columns = [field.name for field in file.schema_arrow if _can_be_read(field.type)]
    for index in range(file.metadata.num_row_groups):
        group = file.metadata.row_group(index)
        size = _unpacked_size(group)
        reading.budget.spend(size)
        if size > _ROW_GROUP_BYTES:
            raise LimitError(
                f"has a row group of {size:,} bytes, expected at most {_ROW_GROUP_BYTES:,}; write smaller ones"
            )
        rows = max(1, group.num_rows)
        batch_size = max(1, min(_LARGEST_BATCH, _BATCH_BYTES * rows // max(1, size)))
        for batch in file.iter_batches(batch_size, row_groups=[index], columns=columns, use_threads=False):
            yield from _rows_of(batch)


def _unpacked_size(group: pq.RowGroupMetaData) -> int:
    return sum(group.column(index).total_uncompressed_size for index in range(group.num_columns))


def _rows_of(batch: pa.RecordBatch) -> Iterator[dict[str, object]]:
    names = [name.strip().lower() for name in batch.schema.names]
    for index in range(batch.num_rows):
        cells = (batch.column(position)[index].as_py() for position in range(batch.num_columns))
        yield {name: _plain(cell) for name, cell in zip(names, cells, strict=True) if cell is not None}


def _plain(cell: object) -> object:
    """A cell as JSON could hold it: times in ISO 8601, numbers that JSON has no name for as text."""
    if isinstance(cell, dt.datetime | dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    if isinstance(cell, list):
        return [_plain(item) for item in cell]
    return cell if isinstance(cell, str | int | float) else str(cell)


def _is_text(kind: pa.DataType) -> bool:
    return str(kind) in {"string", "large_string", "string_view"}


def _can_be_read(kind: pa.DataType) -> bool:
    name = str(kind)
    if name.startswith("dictionary<"):
        return "values=string" in name or "values=large_string" in name
    if name.startswith(("list<", "large_list<")):
        return name.endswith(("string>", "string not null>"))
    return not name.startswith(
        ("binary", "large_binary", "fixed_size", "struct", "map", "extension", "list_view", "null")
    )
