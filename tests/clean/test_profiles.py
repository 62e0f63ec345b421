"""Site profiles: the examples of each run as tests; what is wrong with a profile is said in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from reading import read

from pipeline.clean import clean
from pipeline.clean.profiles import Profile, builtin, choose, from_folder, load_profile
from pipeline.model import RawPage

OWN = """
hosts = ["lib.example"]
body = "td.zw"
title = ".tt"
published = ".rq"
noise = [".ad"]
[[example]]
html = '<table><tr><td class=tt>读书月开幕<td class=rq>2013/1/13<tr><td class=zw>开幕式隆重。<span class=ad>广告</span></table>'
title = "读书月开幕"
published = "2013-01-13"
text = "开幕式隆重。"
"""


@pytest.mark.parametrize("profile", [*builtin(), load_profile("own", OWN)], ids=lambda profile: profile.name)
def test_examples(profile: Profile) -> None:
    for example in profile.examples:
        url = f"http://{profile.hosts[0]}/1.html" if profile.hosts else None
        document = clean(RawPage("example", example.html.encode(), url=url), profiles=[profile])
        assert document.text == example.text
        assert {name: getattr(document.metadata, name) for name in example.fields} == example.fields


def test_a_profile_fits_by_host_or_mark() -> None:
    own = load_profile("own", OWN)
    assert own.fits("http://www.lib.example/a", "")
    assert own.fits("http://lib.example/a", "")
    assert not own.fits("http://notlib.example/a", "")
    assert not own.fits(None, "td.zw")
    wechat = next(profile for profile in builtin() if profile.name == "wechat")
    assert choose(builtin(), None, '<div id="js_content">') is wechat
    assert choose(builtin(), "http://lib.example/", '<div id="js_content">') is None


def test_where_the_selectors_find_nothing_the_general_rules_read() -> None:
    page = "<html><body><p>昨日上午，云川市图书馆流动服务车开进西山小学，为师生送书。</p></body></html>"
    document = clean(RawPage("page", page.encode(), url="http://lib.example/1"), profiles=[load_profile("own", OWN)])
    assert document.text == read(page).text != ""


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("body = ", "own: not TOML"),
        ("body = 'a'\nhosts = ['b']\nbdy = 1", "own: unknown key bdy"),
        ("body = 'a'", "own: a profile needs `body` and one of"),
        ("body = 'a'\nmark = 'b'", r"own: a profile needs an \[\[example\]\]"),
        ("body = 'a'\nmark = 'b'\n[[example]]\nhtml = 'x'", r"own: an \[\[example\]\] needs"),
    ],
)
def test_a_broken_profile(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        load_profile("own", text)


def test_profiles_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(OWN, "utf-8")
    assert [profile.name for profile in from_folder(tmp_path)] == ["own"]
