"""Lines broken at a fixed width are made whole; lines that stand for themselves stay."""

from __future__ import annotations

import itertools

from reading import read, read_body

TEXT = (
    "１９９２年，云川市图书馆新购图书７４０万册，下降４５．６％，平均每年递减１００万册，这一数字低于全省平均水平。"
    "为扭转局面，市政府决定增加购书经费，并于１９９３年１月起执行，全年共投入１２００万元，购书总量恢复到历史最好水平。"
    "读者人次也随之回升，全年接待读者２５万人次，流通图书３６万册次，馆藏利用率明显提高，社会反响良好。"
)


def wrapped(text: str, width: int = 31) -> list[str]:
    return [text[i : i + width] for i in range(0, len(text), width)]


def test_a_wrapped_dump() -> None:
    lines = wrapped(TEXT)
    assert any(line[-1].isdecimal() and after[0].isdecimal() for line, after in itertools.pairwise(lines)), "a number should be broken"
    assert read("\n".join(lines)).text == TEXT


def test_two_wrapped_paragraphs() -> None:
    second = "其次，" + TEXT[:97]
    assert read("\n".join(wrapped(TEXT) + wrapped(second))).text == f"{TEXT}\n{second}"


def test_wrapped_by_line_breaks() -> None:
    assert read_body("<br>".join(wrapped(TEXT))).text == TEXT


def test_words_of_letters_keep_a_blank() -> None:
    text = "The library of Yunchuan has served its readers for sixty years and holds one million books in all"
    lines = [
        "The library of Yunchuan has served its readers for",
        "sixty years and holds one million books in all the",
        "languages of the province",
    ]
    assert read("\n".join(lines)).text == f"{text} the languages of the province"


def test_paragraphs_are_not_joined() -> None:
    lines = [TEXT[:60] + "。", TEXT[60:110] + "。", TEXT[110:150] + "。"]
    assert read("\n".join(lines)).text == "\n".join(lines)


def test_addresses_are_not_joined() -> None:
    lines = ["各区县图书馆：", "现将有关事项通知如下，请认真贯彻执行。", "一、时间安排", "二、参加人员", "云川市图书馆", "2013年5月6日"]
    assert read("\n".join(lines)).text == "\n".join(lines)


def test_items_of_one_width_are_not_joined() -> None:
    lines = [f"二〇一{n}年度全国公共图书馆系统先进集体荣誉称号证书" for n in "一二三四五"]
    assert read_body("<p>本馆历年所获荣誉如下，谨此致谢。</p>" + "<br>".join(lines)).text.split("\n")[1:] == lines


def test_a_long_wrapped_text_is_joined_in_linear_time() -> None:
    lines = wrapped(TEXT * 2000)
    assert read("\n".join(lines)).text == TEXT * 2000
