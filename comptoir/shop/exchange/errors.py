"""What an import or an export says no to: facts about the file, never a stack trace."""

from __future__ import annotations

from typing import ClassVar

from comptoir.kernel.errors import NotFound, Refusal


class UnreadableFile(Refusal):
    """The file cannot be read at all; facts: `file`, `reason`."""

    code: ClassVar[str] = "exchange.unreadable_file"
    status: ClassVar[int] = 422


class FileTooLarge(Refusal):
    """The file, once unpacked, is larger than the house reads; facts: `file`, `limit_bytes`."""

    code: ClassVar[str] = "exchange.file_too_large"
    status: ClassVar[int] = 413


class PackedTooTightly(Refusal):
    """A gzip, zip or XLSX file unpacks to far more than it weighs: it is made to exhaust the machine."""

    code: ClassVar[str] = "exchange.packed_too_tightly"
    status: ClassVar[int] = 422


class UnknownFormat(Refusal):
    """No known format has such a header; facts: `file`, `columns` (the first ones), `formats`."""

    code: ClassVar[str] = "exchange.unknown_format"
    status: ClassVar[int] = 422


class MixedFormats(Refusal):
    """The files given together come from different platforms; facts: `formats`."""

    code: ClassVar[str] = "exchange.mixed_formats"
    status: ClassVar[int] = 422


class TooManyFaults(Refusal):
    """So many lines cannot be read that the file is not what it says; facts: `file`, `faults`, `line`."""

    code: ClassVar[str] = "exchange.too_many_faults"
    status: ClassVar[int] = 422


class ImportTakenOver(Refusal):
    """Another process is running the same import and has moved its cursor; facts: `run`."""

    code: ClassVar[str] = "exchange.import_taken_over"


class UnknownRun(NotFound):
    """No import run of that id."""

    code: ClassVar[str] = "exchange.unknown_run"


class CellTooLong(Refusal):
    """A text is longer than a workbook's cell can hold; facts: `table`, `row`, `column`, `limit`."""

    code: ClassVar[str] = "exchange.cell_too_long"
    status: ClassVar[int] = 422
