"""The 19 ways in which pages come encoded: what they are in, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Callable

_META = re.compile(r"<meta[^>]*charset[^>]*>", re.IGNORECASE)


def _says(label: str | None) -> Callable[[str], str]:
    """The page with exactly one declaration, or none."""

    def change(html: str) -> str:
        bare = _META.sub("", html)
        return (
            bare
            if label is None
            else re.sub("(?i)<title>", f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><title>', bare, count=1)
        )

    return change


def _encode(encoding: str, label: str | None) -> Callable[[str], bytes]:
    return lambda html: _says(label)(html).encode(encoding, "xmlcharrefreplace")


def _two_metas(html: str) -> bytes:
    return _says("utf-8")(html).replace("<title>", "<meta charset=gbk><title>", 1).encode("gbk", "xmlcharrefreplace")


def _late_meta(html: str) -> bytes:
    return _says("gb2312")(html).replace("<meta", "<!--" + " " * 1600 + "--><meta", 1).encode("gbk", "xmlcharrefreplace")


def _four_bytes(html: str) -> bytes:
    return _says("gb2312")(html).replace("。", "㑇䶮。", 1).encode("gb18030")


def _stray(html: str) -> bytes:
    data = _says("gb2312")(html).encode("gbk", "xmlcharrefreplace")
    for share in (0.3, 0.5, 0.7):
        at = data.index(b">", int(len(data) * share)) + 1
        data = data[:at] + b"\xff" + data[at:]
    return data


def _glued(body: str, footer: str) -> Callable[[str], bytes]:
    def glue(html: str) -> bytes:
        return _says("gb2312")(html).encode(
            body, "xmlcharrefreplace"
        ) + "<div>云川市图书馆版权所有</div><p>地址：云川市人民路十八号</p>".encode(footer)

    return glue


SITUATIONS: dict[str, Callable[[str], bytes]] = {
    "utf8": _encode("utf-8", "utf-8"),
    "utf8, none": _encode("utf-8", None),
    "utf8, says gb2312": _encode("utf-8", "gb2312"),
    "utf8 with mark, says gb2312": _encode("utf-8-sig", "gb2312"),
    "gbk, says gb2312": _encode("gbk", "gb2312"),
    "gbk, none": _encode("gbk", None),
    "gbk, says utf-8": _encode("gbk", "utf-8"),
    "gbk, says iso-8859-1": _encode("gbk", "iso-8859-1"),
    "gbk, two metas": _two_metas,
    "gbk, late meta": _late_meta,
    "gb18030 of four bytes, says gb2312": _four_bytes,
    "big5, none": _encode("big5", None),
    "big5, says gb2312": _encode("big5", "gb2312"),
    "big5": _encode("big5", "big5"),
    "utf-16 with mark": _encode("utf-16", "unicode"),
    "utf-16, no mark": _encode("utf-16-le", "utf-8"),
    "gbk with stray bytes": _stray,
    "gbk body, utf8 footer": _glued("gbk", "utf-8"),
    "utf8 body, gbk footer": _glued("utf-8", "gbk"),
}
