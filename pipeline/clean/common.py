"""The 500 commonest characters by jieba's dictionary frequencies, and their traditional forms: text decoded right is full of them."""

from __future__ import annotations

import re

_CJK = re.compile("[\u3400-\u9fff]+")
_SAMPLE = 6000

COMMON = frozenset(
    "一是人了不在有大中国和为这上他个地年来我会以到时要出的生学说道民家子也成行下们于后就发自之对得主长可过天作分方用多你着部"
    "能市等业全里工公经本都而高政法面门动日进区事代那去心小同北定开产前其军还然起种所如现理机体表力好外与文当两实重新三么只山"
    "水关明从化平建又制南内西没此将员名手最东头者月间无安看见各城十相但已些正口通想度加第她合院物性战由位常点海意场武使次二向"
    "治因立数样身情入原问把路被并利石老教万知级量任江及应省资委务元美特期世湖回系比气汉总展电科金先声提品设或义王社很统处四首"
    "共马形己儿司太目基领队直计别女权话少流命至报米给打变果书清活几州华解议更称程今决张导术府才保交放管结师便走达族反再题色五"
    "京河接条规式县白它改风光运信受什组听布百济党指论强做取技黄神选记斯真却职号界件花类何眼兵传带空干农边据集联古广完质阳难增"
    "历史专官每住商即步认车台林必死游举线言皇土团收考求德叫近备研争非具李众连调感转笑革该持始英克士尔让拉思根格造较际亲单朝红"
    "型价校约器字段周亚深候则功属积快图火千准究往极育装许参半令吃观鱼精办像帝八复影告远群包整构料随划算象容示投势热值夫网望源"
    "息语股铁断派速怎需片爱律纪支早况病境证编"
    "並亞來個們備傳價兒內兩別則動務勢區卻參員問喫單國圖團報場學實將專對導屬師帶幹幾廣張強後從復愛應戰據數斷於時書會東條業極構"
    "樣機權歷氣決沒況準漢濟無熱爭爲爾現產當發種稱積紀約紅級組結給統經網線編縣總羣義聯聲職聽臺與舉華萬處號衆術裏裝見規親觀計記"
    "設許話該認語說調論證議變讓資質車軍較轉辦農這連進遊運過達遠選還邊鐵長門開間關陽隊際隨難電領頭題類風馬體魚麼黃點黨"
)


_COMMON = re.compile(f"[{''.join(sorted(COMMON))}]+")


def chinese(text: str) -> int:
    """How many Chinese characters it has."""
    return sum(map(len, _CJK.findall(text)))


def common_share(text: str) -> float:
    """Share of the 500 commonest characters among the first 6,000 Chinese ones: about .6 where the decoding is right, .1 where it is wrong."""
    sample, size = [], 0
    for run in _CJK.finditer(text):
        sample.append(run.group())
        size += len(sample[-1])
        if size >= _SAMPLE:
            break
    return sum(map(len, _COMMON.findall("".join(sample)))) / max(1, size)
