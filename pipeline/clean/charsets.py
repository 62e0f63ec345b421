"""Labels that pages declare, and the Python codec that reads what they mean (WHATWG Encoding, the part that Chinese dumps hold)."""

from __future__ import annotations

import re

_GB = "gb2312 gbk gb18030 gb_2312 gb_2312-80 gb2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 ms936 windows-936 euc-cn hz-gb-2312"
_BIG5 = "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 big-5"
_UTF8 = "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8"
_UTF16 = "utf-16 utf-16le utf-16be unicode ucs-2 iso-10646-ucs-2 csunicode unicodefeff unicodefffe"
_LATIN = "iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii windows-1252 cp1252 iso_8859-1 x-cp1252"
_CODECS = {"gb18030": _GB, "big5hkscs": _BIG5, "utf-8": _UTF8, "utf-16": _UTF16, "cp1252": _LATIN}
_OTHERS = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932", "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp",
           "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "windows-949": "cp949", "koi8-r": "koi8_r", "windows-1251": "cp1251"}  # fmt: skip
CODEC = {label: codec for codec, labels in _CODECS.items() for label in labels.split()} | _OTHERS

SNIFFED = 16384
_XML = re.compile(rb"^\s{0,64}<\?xml[^>]{0,200}?encoding\s{0,8}=\s{0,8}[\"']([\w.:-]{1,40})", re.ASCII)
_META = re.compile(rb"<[mM][eE][tT][aA]\b[^>]{0,400}?[cC][hH][aA][rR][sS][eE][tT]\s{0,8}=\s{0,8}[\"']?\s{0,8}([\w.:-]{1,40})", re.ASCII)


def declared(data: bytes, transport: str | None) -> tuple[str, ...]:
    """Labels in WHATWG order: the transport's, the XML declaration's, then every meta element above the body, in the first 16 KB. Lower case, each once."""
    body = data.find(b"<body", 0, SNIFFED)
    head = data[: body if body > 0 else SNIFFED]
    found = [transport] if transport else []
    found += [m.group(1).decode("ascii") for m in (_XML.match(head), *_META.finditer(head)) if m]
    return tuple(dict.fromkeys(label.strip("\"' \t").lower() for label in found if label.strip("\"' \t")))
