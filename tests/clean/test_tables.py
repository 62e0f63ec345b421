"""Tables: data become cells, layout and metadata do not."""

from __future__ import annotations

from reading import kinds, read_body

from pipeline.model import Document

LEAD = "<p>日前，市文化局公布了全市公共文化场馆年度服务数据，具体情况见下表。</p>"


def cells(document: Document) -> list[tuple[int | None, int | None, str]]:
    return [(b.row, b.column, document.text[b.start : b.end]) for b in document.blocks if b.kind == "cell"]


def test_a_table_of_data() -> None:
    document = read_body(LEAD + "<table><tr><th>场馆<th>人次<tr><td>图书馆<td>100<tr><td>博物馆<td>200</table>")
    assert cells(document) == [(0, 0, "场馆"), (0, 1, "人次"), (1, 0, "图书馆"), (1, 1, "100"), (2, 0, "博物馆"), (2, 1, "200")]
    assert document.text.endswith("场馆\t人次\n图书馆\t100\n博物馆\t200")
    assert [b.header for b in document.blocks if b.kind == "cell"] == [True, True, False, False, False, False]


def test_spans_leave_their_columns_to_nobody() -> None:
    document = read_body(
        LEAD
        + "<table><tr><td rowspan=2>场馆<td colspan=2>人次<td rowspan=2>备注<tr><td>上半年<td>下半年<tr><td>图书馆<td>100<td>120<td>无</table>"
    )
    assert cells(document) == [
        (0, 0, "场馆"), (0, 1, "人次"), (0, 3, "备注"), (1, 1, "上半年"), (1, 2, "下半年"), (2, 0, "图书馆"), (2, 1, "100"), (2, 2, "120"), (2, 3, "无"),
    ]  # fmt: skip
    first = next(b for b in document.blocks if b.kind == "cell")
    assert (first.row_span, first.column_span) == (2, 1)


def test_empty_cells_are_left_out_and_keep_their_column() -> None:
    document = read_body(LEAD + "<table><tr><td>场馆<td>上年<td>本年<tr><td>图书馆<td>&nbsp;<td>120<tr><td>博物馆<td>90<td>110</table>")
    assert (1, 2, "120") in cells(document)
    assert "图书馆\t120" in document.text


def test_lines_in_a_cell() -> None:
    document = read_body(LEAD + "<table><tr><td>机构<br>数<td>人次<tr><td>图书馆<br>新馆<td>100<tr><td>博物馆<td>200</table>")
    assert (0, 0, "机构数") in cells(document)
    assert (1, 0, "图书馆 新馆") in cells(document)


def test_two_tables_are_numbered() -> None:
    table = "<table><tr><td>场馆<td>人次<tr><td>图书馆<td>{}</table>"
    document = read_body(LEAD + table.format(1) + "<p>上表为上半年数据，下表为下半年数据。</p>" + table.format(2))
    assert [b.table for b in document.blocks if b.kind == "cell"] == [0] * 4 + [1] * 4


def test_layout_tables_vanish() -> None:
    document = read_body("<table><tr><td>" + LEAD + "</td></tr><tr><td><p>数据由各场馆报送，市文化局负责汇总。</p></td></tr></table>")
    assert [kind for kind, _ in kinds(document)] == ["paragraph", "paragraph"]


def test_a_picture_with_its_caption_is_no_data() -> None:
    document = read_body(
        LEAD + "<table><tr><td><img src=1></td></tr><tr><td>活动现场</td></tr></table><p>数据由各场馆报送，市文化局负责汇总。</p>"
    )
    assert "cell" not in [kind for kind, _ in kinds(document)]


def test_tabs_of_a_text_dump_are_cells() -> None:
    from reading import read

    document = read("全市公共文化场馆年度服务数据公布如下，供社会各界参考使用。\n场馆\t人次\n图书馆\t100\n\n以上数据由市文化局统计。\n")
    assert cells(document) == [(0, 0, "场馆"), (0, 1, "人次"), (1, 0, "图书馆"), (1, 1, "100")]
