"""How much of a file the house reads before it calls it hostile or broken."""

from __future__ import annotations

KIB, MIB, GIB = 1 << 10, 1 << 20, 1 << 30

UNPACKED_BYTES = 4 * GIB  # of one file once decompressed
WORKBOOK_BYTES = 256 * MIB  # of an XLSX once decompressed: its shared texts are held in memory
XML_BYTES = 64 * MIB
RATIO = 250  # unpacked bytes to a packed one; honest hollow catalogues reach 60
RATIO_FROM = 16 * MIB  # a small file may be as tight as it likes
MEMBERS = 500  # tables in a zip
PICTURES = 100_000  # other files in a zip, such as pictures: read one at a time, if a table names them
PICTURE_BYTES = 20_000_000
LINE_CHARS = 1_000_000
RECORD_CHARS = 4_000_000
RECORD_LINES = 20_000
COLUMNS = 6_000
FAULTS = 2_000  # unreadable lines after which the file is refused
DEPTH = 64  # of nested XML or JSON
