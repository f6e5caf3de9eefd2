"""Files that nobody vouches for: read as far as they can be, refused clearly where they cannot."""

import gzip
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comptoir.kernel.errors import Refusal
from comptoir.shop.exchange.errors import FileTooLarge, PackedTooTightly, TooManyFaults, UnreadableFile
from comptoir.shop.exchange.formats import Reading, recognise
from comptoir.shop.exchange.formats.reading import limits
from comptoir.shop.exchange.formats.reading.book import open_book
from comptoir.shop.exchange.formats.reading.spool import Spool
from comptoir.shop.exchange.types import Trouble


@pytest.fixture
def book(tmp_path):
    def write(content, name="file.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_book((str(path),))

    return write


def read(book):
    rows, troubles = [], []
    for part in book.parts:
        for row in part.rows():
            (troubles if isinstance(row, Trouble) else rows).append(row)
    return rows, [(trouble.line, trouble.code) for trouble in troubles]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_header(book, mark):
    rows, troubles = read(book(f'code{mark}"my, na;me"{mark}price\nA{mark}"x{mark}y"{mark}3\n'))
    assert [(row["code"], row["my, na;me"], row["price"]) for row in rows] == [("A", f"x{mark}y", "3")]
    assert troubles == []


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_told_from_the_bytes(book, encoding, found):
    opened = book("code;name\nA;Théière à l’ancienne œuf\n".encode(encoding))
    rows, _ = read(opened)
    assert rows[0]["name"] == "Théière à l’ancienne œuf"
    assert opened.parts[0].facts.encoding == found


def test_a_few_western_bytes_in_utf8_are_put_right_and_told(book):
    opened = book(b"code;name\n" + "A;éèàçù éèàçù éèàçù éèàçù éèàçù\n".encode() + b"B;caf\xe9\n")
    rows, _ = read(opened)
    assert rows[1]["name"] == "café"
    assert [(one.code, one.facts) for one in opened.troubles()] == [("encoding_mixed", {"bytes": 1})]


def test_an_excel_separator_hint_and_blank_lines_are_passed_over(book):
    rows, troubles = read(book("sep=;\n\ncode;name\n\nA;x\n;;\n\n"))
    assert [(row.line, row["code"]) for row in rows] == [(5, "A")]
    assert troubles == []


def test_lines_of_the_wrong_width_are_told_and_the_doubtful_ones_not_read(book):
    text = "a;b;c;d;e\n1;2;3;4;5\n1;2;3;4;5;\n1;2;3;4\n1;2;3;4;5;6\n1;2\n"
    rows, troubles = read(book(text))
    assert [row.line for row in rows] == [2, 3, 4]
    assert troubles == [
        (3, "empty_extra_cells"),
        (4, "missing_last_cells"),
        (5, "too_many_cells"),
        (6, "too_few_cells"),
    ]


def test_a_quote_never_closed_costs_its_line_and_no_other(book):
    rows, troubles = read(book('code,name\nA,"open\nB,two\nC,three\n'))
    assert [row["code"] for row in rows] == ["B", "C"]
    assert troubles == [(2, "quote_never_closed")]


def test_a_quote_that_swallows_lines_until_the_next_one_is_found_out(book):
    rows, troubles = read(book('code,name,price\nA,"open,1\nB,two,2\nC,"three",3\n'))
    assert [row["code"] for row in rows] == ["B", "C"]
    assert troubles == [(2, "quote_never_closed")]


def test_a_cell_may_hold_lines_and_an_inch_mark(book):
    rows, troubles = read(book('code,name\nA,"two\nlines"\nB,screen 24"\n'))
    assert [(row.line, row["name"]) for row in rows] == [(2, "two\nlines"), (4, 'screen 24"')]
    assert troubles == []


def test_a_line_without_end_is_refused_by_its_number_and_the_rest_is_read(book):
    rows, troubles = read(book("code,name\nA," + "x" * (limits.LINE_CHARS + 10) + "\nB,two\n"))
    assert [row["code"] for row in rows] == ["B"]
    assert troubles == [(2, "line_too_long")]


def test_nul_bytes_are_refused_by_line(book):
    rows, troubles = read(book(b"code,name\nA,x\x00y\nB,two\n" + b"C,three and more text\n" * 40))
    assert troubles == [(2, "nul_in_line")]
    assert rows[0]["code"] == "B"


def test_a_picture_named_csv_is_refused(book):
    with pytest.raises(UnreadableFile):
        book(b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 400)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(book, content):
    with pytest.raises(UnreadableFile):
        book(content)


def test_a_file_of_garbage_lines_is_given_up(book):
    with pytest.raises(TooManyFaults):
        read(book("a,b,c,d,e,f\n" + "1,2\n" * (limits.FAULTS + 2)))


def test_gzip_and_zip_are_opened_and_bombs_are_not(tmp_path, monkeypatch):
    packed = tmp_path / "a.csv.gz"
    packed.write_bytes(gzip.compress(b"code,name\nA,x\n"))
    rows, _ = read(open_book((str(packed),)))
    assert rows[0]["code"] == "A"
    monkeypatch.setattr(limits, "RATIO_FROM", 1 << 20)
    packed.write_bytes(gzip.compress(b"code,name\n" + b"A,x\n" * (1 << 20)))
    with pytest.raises(PackedTooTightly):
        open_book((str(packed),))
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", b"0" * (8 << 20))
    with pytest.raises(PackedTooTightly):
        open_book((str(bomb),))
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1000)
    with pytest.raises(FileTooLarge):
        open_book((str(bomb),))


def test_a_workbook_bomb_is_refused_before_it_is_opened(tmp_path, monkeypatch):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", "<row/>" * (4 << 20))
    with pytest.raises(PackedTooTightly):
        open_book((str(path),))
    monkeypatch.setattr(limits, "WORKBOOK_BYTES", 1000)
    with pytest.raises(FileTooLarge):
        open_book((str(path),))


def test_damaged_and_nested_archives_are_refused(tmp_path):
    broken = tmp_path / "a.gz"
    broken.write_bytes(gzip.compress(b"code,name\nA,x\n" * 1000)[:-20])
    with pytest.raises(UnreadableFile):
        open_book((str(broken),))
    nested = tmp_path / "a.zip"
    with zipfile.ZipFile(nested, "w") as archive:
        archive.writestr("inner.zip", b"PK")
    with pytest.raises(UnreadableFile):
        open_book((str(nested),))


def test_entities_that_a_document_type_declares_are_refused(book):
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        "<entity_product><product><name>&b;</name></product></entity_product>"
    )
    with pytest.raises(UnreadableFile, match="document type"):
        list(book(bomb, "a.xml").parts[0].objects())


def test_json_lines_that_are_not_objects_are_told(book):
    opened = book('{"id": 1}\nnope\n[1]\n{"id": 2}\n' + "[" * 5000 + "\n", "a.jsonl")
    found = list(opened.parts[0].objects())
    assert [one[1] for one in found if not isinstance(one, Trouble)] == [{"id": 1}, {"id": 2}]
    assert [(one.line, one.code) for one in found if isinstance(one, Trouble)] == [
        (2, "not_json"),
        (3, "not_an_object"),
        (5, "not_json"),
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.binary(max_size=400), st.text(alphabet="ab,;\"\t|\n\r='<{[\x00é", max_size=300).map(str.encode)))
def test_whatever_the_bytes_the_answer_is_rows_troubles_or_a_refusal(tmp_path, content):
    path = tmp_path / "fuzz.csv"
    path.write_bytes(content)
    try:
        opened = open_book((str(path),))
        for part in opened.parts:
            list(part.rows())
            if part.kind != "table":
                list(part.objects())
    except Refusal:
        pass


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.text(max_size=5)), max_size=40))
def test_a_spool_gives_back_each_group_whole_and_in_order(rows):
    expected: dict[str, list[str]] = {}
    with Spool() as spool:
        for key, text in rows:
            spool.add(key, {"t": text})
            expected.setdefault(key, []).append(text)
        assert [[row["t"] for row in group] for group in spool.groups()] == list(expected.values())
        assert [row["t"] for row in spool.rows("a")] == expected.get("a", [])


def test_a_word_whose_line_does_not_name_it_is_told_and_the_others_are_read(tmp_path):
    path = tmp_path / "own.jsonl"
    path.write_text(
        '{"comptoir": "1", "table": "family_attributes", "attribute": "width"}\n'
        '{"comptoir": "1", "table": "family_attributes", "family": "lamps", "attribute": "width"}\n'
    )
    opened = open_book((str(path),))
    known, parts, _ = recognise(opened)
    trouble, family = known.read(Reading(parts, "fr", "EUR"))
    assert (trouble.line, trouble.code, trouble.facts) == (1, "word_unnamed", {"field": "family"})
    assert (family.code, family.attributes) == ("lamps", (("width", False),))
