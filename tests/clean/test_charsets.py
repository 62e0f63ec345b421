"""Pages in seven bits, encoded twice, glued from two encodings, in other languages: read right, or said to be wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from sample_pages import GOLD, sample

from pipeline.clean import clean, decode
from pipeline.model import RawPage

TEXT = "2018年，云川市图书馆接待读者42.3万人次，外借图书18万册。举办讲座56场；新办读者证1.2万张，全馆职工52人，其中本科14人。"
PAGE = f"<html><head><title>云川市图书馆2018年工作总结</title></head><body><h1>云川市图书馆2018年工作总结</h1><p>{TEXT}</p></body></html>"
_SHIFTS = re.compile("[\u3000-\uffef]+")


def _iso2022cn(text: str) -> bytes:
    shifted = _SHIFTS.sub(lambda run: "\x0e" + "".join(chr(byte & 0x7F) for byte in run[0].encode("gb2312")) + "\x0f", text)
    return b"\x1b$)A" + shifted.encode("ascii")


def _sloppy(data: bytes) -> str:
    """As browsers read windows-1252: what it doesn't define is a control character."""
    return "".join(chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in data)


SEVEN_BITS: dict[str, Callable[[str], bytes]] = {
    "hz": lambda text: text.replace("~", "~~").encode("hz"),
    "iso2022_cn": _iso2022cn,
    "iso2022_jp": lambda text: re.sub("[\u3000-\uffef]+", lambda run: run[0].encode("iso2022_jp_2").decode(), text).encode(),
}
TWICE: dict[str, Callable[[str], bytes]] = {
    "latin-1": lambda text: text.encode().decode("latin-1").encode(),
    "windows-1252": lambda text: _sloppy(text.encode()).encode(),
    "three times": lambda text: text.encode().decode("latin-1").encode().decode("latin-1").encode(),
    "gbk as latin-1": lambda text: text.encode("gbk").decode("latin-1").encode(),
    "gbk as windows-1252": lambda text: _sloppy(text.encode("gbk")).encode(),
    "entities": lambda text: re.sub("[\u3000-\uffef]", lambda c: "".join(f"&#{byte};" for byte in c[0].encode()), text).encode(),
}


def _gb2312_pages() -> list[str]:
    """The samples that HZ can hold."""
    pages = [
        sample(template, "report", encoding="utf-8").page.data.decode() for template, gold in GOLD.items() if not gold.get("traditional")
    ]
    return [page for page in pages if _holds(page)][:6]


def _holds(page: str) -> bool:
    try:
        return bool(page.encode("gb2312"))
    except UnicodeEncodeError:
        return False


@pytest.mark.parametrize("name", SEVEN_BITS)
def test_seven_bits(name: str) -> None:
    decoded = decode(SEVEN_BITS[name](PAGE))
    assert decoded.text == PAGE
    assert (decoded.charset, decoded.errors) == (name, 0)


@pytest.mark.parametrize("name", SEVEN_BITS)
def test_damage_in_seven_bits_is_counted(name: str) -> None:
    data = SEVEN_BITS[name](PAGE)
    at = data.index(b"42.3") + (8 if name == "hz" else 9)
    decoded = decode(data[:at] + data[at + 1 :])
    assert decoded.errors
    assert decoded.text.startswith(PAGE[:60])


def test_hz_whole_samples() -> None:
    for page in _gb2312_pages():
        bare = re.sub("(?i)<meta[^>]*charset[^>]*>", "", page).replace("~", "")
        assert clean(RawPage("a.html", bare.encode("hz"))).text == clean(RawPage("a.html", bare.encode())).text


@pytest.mark.parametrize("text", ["<p>see /~{user}/ and a~{b~}</p>" * 3, "x ~{ab~} y", "cost ~{12} to ~{15~}", "<p>~{!!!!~}</p>"])
def test_tildes_and_braces_are_no_hz(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize("name", TWICE)
def test_encoded_twice(name: str) -> None:
    decoded = decode(TWICE[name](PAGE))
    assert decoded.text == PAGE
    assert "twice" in decoded.reason
    assert decoded.errors == 0


def test_encoded_twice_through_gbk_loses_the_last_of_odd_runs_and_says_so() -> None:
    text = "云川市图书馆的读者服务，外借图书十八万册，"
    for outer in ("utf-8", "gb18030"):
        for lost in ("\ufffd", "?"):
            data = PAGE.replace(TEXT, TEXT + text).encode().decode("gbk", "replace").replace("\ufffd", lost).encode(outer)
            decoded = decode(data)
            assert "全馆职" in decoded.text
            assert "twice" in decoded.reason
            assert decoded.errors >= 3
            assert not set("锛銆鐨涓") & set(decoded.text)


def test_a_right_page_with_a_body_encoded_twice() -> None:
    decoded = decode(PAGE.replace(TEXT, TEXT.encode().decode("latin-1")).encode())
    assert decoded.text == PAGE


def test_what_was_lost_before_a_page_was_encoded_twice_is_counted() -> None:
    decoded = decode(PAGE.encode().decode("cp1252", "replace").encode())
    assert decoded.errors > 3
    assert "万人次" in decoded.text


HONEST = {
    "English": "The library had 12,000 visitors – “more than ever” – in its café; naïve façade, 5 £, 20 °C, © 2018.",
    "French": "Le musée a reçu « beaucoup de visiteurs été comme hiver » ; l’œuvre « santé\xa0» et « liberté\xa0» à Genève, où l’été fut déjà « aidé\xa0».",
    "Portuguese": "As informações e as inscrições não são públicas; ações, corações, opções, missões, nações.",
    "German": "Die Bücherei zählte über 1.200 Gäste, größer als früher; Öffnungszeiten für Schüler.",
    "Vietnamese": "Thư viện tỉnh đã phục vụ hơn 12.000 lượt bạn đọc trong năm qua.",
    "Japanese": "図書館の利用者は二万人でした。資料は一般に公開されています。カードの発行は千枚です。",
    "Korean": "도서관 이용자는 2만 명입니다. 자료는 모두 공개됩니다. 강좌는 쉰 번 열렸습니다.",
    "Russian": "Библиотека приняла двадцать тысяч читателей и провела пятьдесят лекций.",
    "Chinese with French words": f"{TEXT}法国馆长Émile Zéphyr作《L’été à Évian》讲座，展出《Être là, déjà vu》。",
    "Chinese with rare words": f"{TEXT}涓涓细流，鐨字少见，锛与銆亦然；鎏金铜器、鈥字。",
    "Traditional": "雲川縣立圖書館去年接待讀者二十萬人次，辦理講座五十六場，新辦借閱證一萬張。",
}


@pytest.mark.parametrize("language", HONEST)
def test_honest_pages_are_left_alone(language: str) -> None:
    page = f"<html><head><title>{HONEST[language][:12]}</title></head><body><p>{HONEST[language] * 4}</p></body></html>"
    decoded = decode(page.encode())
    assert (decoded.text, decoded.charset, decoded.reason, decoded.errors) == (page, "utf-8", "valid UTF-8", 0)
    assert clean(RawPage("a.html", page.encode())).decoded == decoded


@pytest.mark.parametrize("shown", ["鍥句功棣", "å›¾ä¹¦é¦†", "Í¼Êé¹Ý"])
def test_a_page_that_shows_what_garbled_text_looks_like(shown: str) -> None:
    page = PAGE.replace(TEXT, f"{TEXT * 3}读者来信说网页上“图书馆”显示为“{shown}”，已修复。")
    assert decode(page.encode()).text == page


LEGACY = [
    ("euc_jp", HONEST["Japanese"]),
    ("cp932", HONEST["Japanese"]),
    ("cp949", HONEST["Korean"]),
    ("cp1252", HONEST["French"]),
    ("cp1252", HONEST["German"]),
]


@pytest.mark.parametrize(("codec", "text"), LEGACY)
@pytest.mark.parametrize("told", [True, False])
def test_other_languages_in_their_own_encodings(codec: str, text: str, told: bool) -> None:
    label = {"euc_jp": "euc-jp", "cp932": "shift_jis", "cp949": "euc-kr", "cp1252": "iso-8859-1"}[codec]
    meta = f'<meta charset="{label}">' if told else ""
    page = f"<html><head>{meta}<title>{text[:10]}</title></head><body><p>{text * 3}</p></body></html>"
    decoded = decode(page.encode(codec))
    assert (decoded.charset, decoded.text, decoded.errors) == (codec, page, 0)


@pytest.mark.parametrize("label", ["shift_jis", "euc-jp", "euc-kr", "big5", "iso-8859-1", "windows-1251", "utf-8", "utf-16", "nonsense"])
def test_chinese_that_declares_another_language(label: str) -> None:
    page = PAGE.replace("<title>", f'<meta charset="{label}"><title>')
    assert decode(page.encode("gbk")).text == page
    assert decode(page.encode()).text == page


INCLUDED = "2019年云川市图书馆外借图书三十五万册，举办读者活动八十二场，镕铸人心。"


@pytest.mark.parametrize("include", [f"<p>{INCLUDED}</p>", INCLUDED, f"<li>通知</li><li>{INCLUDED}</li>", f"\n{INCLUDED}\n"])
@pytest.mark.parametrize("times", [1, 6])
def test_gbk_included_in_a_page_of_utf8(include: str, times: int) -> None:
    before, after = f"<html><body><h1>云川市图书馆</h1><p>{TEXT * times}", f"{TEXT * times}</p></body></html>"
    decoded = decode(before.encode() + include.encode("gbk") + after.encode())
    assert decoded.text == before + include + after
    assert "parts in" in decoded.reason
    assert decoded.errors == 0


def test_stray_bytes_in_utf8_stay_errors() -> None:
    data = (PAGE * 3).encode()
    for stray in (b"\xff", b"\xc4", b"\xd6\xd0", b"\xe4\xb8"):
        at = data.index("万人次".encode())
        decoded = decode(data[:at] + stray + data[at:])
        assert decoded.errors >= 1


GARBLED = {
    "question marks": "<p>" + "????????????2018????????42.3????" * 5,
    "replacement characters": "<p>" + "\ufffd\ufffd\ufffd\ufffd2018\ufffd\ufffd\ufffd" * 9,
    "replacement characters read as GBK": "<p>" + "锟斤拷锟斤拷2018锟斤拷锟斤拷锟斤拷" * 9,
    "big5 read as GBK": "<p>" + (HONEST["Traditional"] * 4).encode("big5").decode("gb18030", "replace"),
    "GBK read as big5": "<p>" + (TEXT * 4).encode("gbk").decode("big5hkscs", "replace"),
}


@pytest.mark.parametrize("kind", GARBLED)
def test_text_that_is_plainly_no_text_any_more_says_so(kind: str) -> None:
    page = f"<html><head><title>云川市图书馆</title></head><body>{GARBLED[kind]}</body></html>"
    decoded = clean(RawPage("a.html", page.encode())).decoded
    assert decoded
    assert "garbled" in decoded.reason


def test_what_a_page_lost_before_it_was_saved_is_counted() -> None:
    decoded = decode(PAGE.replace("讲座", "\ufffd座").replace("本科", "锟斤拷锟斤拷").encode())
    assert decoded.errors == 3
    assert "lost" in decoded.reason


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_a_byte_order_mark_that_lies(mark: bytes, codec: str) -> None:
    decoded = decode(mark + PAGE.encode(codec))
    assert (decoded.text, decoded.errors) == (PAGE, 0)


def test_utf7() -> None:
    decoded = decode(PAGE.encode("utf-7"))
    assert (decoded.text, decoded.charset, decoded.errors) == (PAGE, "utf-7", 0)
    for text in (
        "<p>a+b+c+d, C++ +XnT/DE6RXd1eAlb- tel +86-10-12345678</p>",
        "<img src='data:x;base64,AAAA+BBBBBBBBBBBBBBBB/CCCCCC+DDDDDDDDDD'>" * 9,
    ):
        assert decode(text.encode()).text == text


def test_a_handful_of_bytes_is_no_korean() -> None:
    assert decode("엹[j퓟".encode("cp949")).charset != "cp949"
