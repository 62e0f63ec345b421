"""Names of institutions in a text, and inside a headline, a source or a site's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.read.scene import Scene

# What ends a name to its left where it is a word of its own: function words and verbs that stand before names.
_STOP = re.compile(
    r"(?:现(?=[省市县区])|年末有|末有|全年|比如|例如|如|按照|经|外国友人来|圆满完成|完成|走进|参观|来自|前往|开馆不久的|包括|位于|以及|通过|根据|加强|推进|建设|打造|成为|作为|命名为|评为|为|在|到|由|被|与|及|对|向|从|是|于|了|的|该|将|以|把|等|和|至|自|让|使|往|跟|给|去|有|设|建|共|我|本|各|某|每|这|那|其|一座|一所|(?<=[\d多余])[个家所座]|欢迎光临|欢迎访问|关于|日起|(?<=\d)[年月日时]|月|日|其中|新建|创办|举办|联合|协助|组织|支持|近日|日前|目前|今年|去年|首座|我馆|本馆|该馆|紧邻|经过|途经|路过|沿途|毗邻|邻近|靠近|凌晨|清晨|上午|下午|晚上|傍晚|昨日|昨天|今天|当天|今日|来|赴|关于|抵达|进入|离开|捐赠|赠送|带领|带着|组织|记者|据|获悉|了解到|推出|开展|启动|开通|培训|已|曾|还|也|都|更|其|称|说|项目|荣获|获|周末|假期|夏天|冬天|春天|秋天)"
)
_NAME = re.compile(r"[\u3400-\u9fff〇·A-Za-z0-9“”\"]{0,26}$")
_GENERIC = re.compile(
    r"^(?:数字化|优质|微型|部分|多地|每个|各个|但受|全国|全省|全市|全县|全区|我国|我省|我市|我县|各级|各类|各地|各|其他|其它|公共|基层|县级|区级|市级|省级|国家级|国家一级|国家二级|国家三级|一级|二级|三级|乡镇|街道|社区|数字|移动|流动|掌上|少儿|特色|主题|现代化|大型|中型|小型|综合性|通俗|民众|专业|高校|学校|24小时|自助|城市|农家|职工|民营|私人|国有|中外|国内|国外|省市|市县|县市|地方|省|市|县|区|镇|乡|村|世界|汽车|中心|总|分|新|老|旧|所属|直属|系统|大中|中|多家|两|三|几|若干|许多|有些|不少|当地|周边|上级|兄弟|友好|普通|免费|开放|重点|示范|示范性|优秀|先进|最佳|最美|著名|知名|历史|艺术|美术|科技|自然|革命|纪念|专题|行业)+$"
)
_HARD_STOP = re.compile(r"(?<=\d)[年月日时]|由原|[了着过]")
_RANKED = re.compile(r"国家[一二三]级|首批|[一二三]级$|[省市县]级")
_DOING = re.compile(r"v(?!n)|d")  # 改善档案馆 names none; 开封博物馆 does
_WHOLE_AREA = re.compile(r"全[省市县区州国]|各[级地市县区]|[省市县区]公共$")
_LEADING = ("v", "p", "d", "c", "t", "r", "u")
# 省首批重点中学 is an honour, not a name; 省图书馆 is a short form.
_RANKS = ("省", "市", "县", "区", "全国", "全省", "全市", "全县", "全区", "首批", "国家级", "国家一级", "国家二级", "国家三级", "国家重点")
_OWN = ("我馆", "本馆", "该馆", "全馆", "我院", "本院", "我校", "本校")
_APART = re.compile(r"[由与和是的在于原及为]|,")
_PARTS = ("总分馆", "分馆", "新馆", "书店", "书院")
_NO_NAME = re.compile(r"本科|学历|文化|毕业|生(?!态)|以上|以下|教育|程度|学位|职称")
_SOCIETY = re.compile(r"学会|协会|学报|杂志|事业|条例|法(?!人)|工作者|界|学(?!生)")
_WHEN = re.compile(r"^[\u3400-\u9fff]{0,4}?(?:节后|节前|假期|期间|今年|去年|昨日|近日|日前)")
_SITE = re.compile(r"(?:欢迎光临|欢迎访问|官方网站|门户网站|官网|网站|首页|版权所有|主办单位|主办|[:：\-_|—\s!！])+")


@dataclass(frozen=True, slots=True)
class Name:
    """An institution named at [start:end] of the text: as the page writes it, and folded to compare."""

    start: int
    end: int
    text: str
    folded: str


def names(scene: Scene, tags: Callable[[Sequence[str]], tuple[str, ...]]) -> list[Name]:
    """Every named institution of the text in order; bare kinds (图书馆, 各级图书馆) are no names."""
    found: list[Name] = []
    for hit in scene.hits.listed("venues", 0, len(scene.folded)):
        start = _without_verbs(scene, _left(scene.folded, hit.start, scene.boundaries), hit.start, tags)
        word = scene.folded[start : hit.start]
        if (
            len(word) < 2
            or word.startswith(_OWN)
            or _RANKED.search(word)
            or _WHOLE_AREA.search(word)
            or word.startswith((*_RANKS, *scene.venue_words))
            or _GENERIC.match(word)
            or hit.end not in scene.boundaries
            or _NO_NAME.match(scene.folded, hit.end)
            or _SOCIETY.match(scene.folded, hit.end)
        ):
            continue
        if found and start < found[-1].end:
            if (
                start > found[-1].start
                or _APART.search(scene.folded, found[-1].end, hit.start)
                or hit.end <= found[-1].end
                or scene.folded[found[-1].end : hit.end] in _PARTS
            ):
                continue
            found.pop()
        found.append(Name(start, hit.end, scene.text[start : hit.end], scene.folded[start : hit.end]))
    return found


def _without_verbs(scene: Scene, start: int, end: int, tags: Callable[[Sequence[str]], tuple[str, ...]]) -> int:
    """The start after leading words that begin no name: verbs, prepositions, times (经过市图书馆, 凌晨图书馆路)."""
    while start < end:
        stop = next((place for place in range(start + 1, end + 1) if place in scene.boundaries), end)
        word = scene.folded[start:stop]
        tag = tags([word])[0] if len(word) > 1 else ""
        after = next((place for place in range(stop + 1, end + 1) if place in scene.boundaries), end)
        praised = tag.startswith("a") and stop < end and tags([scene.folded[stop:after]])[0].startswith("v")  # 圆满完成
        if not (praised or (tag.startswith(_LEADING) and (stop < end or _DOING.match(tag)))):
            return start
        start = stop
    return start


def _left(folded: str, end: int, boundaries: frozenset[int]) -> int:
    """Where the name that ends at `end` begins: after the last stop word before it. Without `boundaries` no word is known, and none stops."""
    stretch = _NAME.search(folded, max(0, end - 26), end)
    start = stretch.start() if stretch else end
    start = max([start, *(match.end() for match in _HARD_STOP.finditer(folded, start, end))])
    for place in range(end - 1, start - 1, -1):
        stop = _STOP.match(folded, place, end) if boundaries else None
        if stop and stop.end() in boundaries:
            start = stop.end()
            break
    opened = folded.rfind("“", start, end)
    if opened >= 0 and folded.find("”", opened, end) < 0:
        start = opened + 1
    while start < end and folded[start] in '“”"0123456789·':
        start += 1
    return start


def name_in(carrier: str | None, scene: Scene) -> str | None:
    """The institution's name inside a site's name, a headline or a source."""
    if not carrier:
        return None
    for part in _SITE.split(_WHEN.sub("", carrier)):
        folded = fold(part)
        for at, kind in sorted((folded.find(kind), kind) for kind in scene.venue_words if kind in folded):
            if at < 2:
                continue
            end = at + len(kind)
            while follows := next((other for other in scene.venue_words if folded.startswith(other, end)), None):
                end += len(follows)  # 清江学院图书馆
            start = _left(folded, at, frozenset())
            if (
                end - start > len(kind) + 1
                and not folded.startswith(_OWN, start)
                and not _WHOLE_AREA.search(folded[start:at])
                and not _GENERIC.match(folded[start:at])
            ):
                return part[start:end]
    return None


def are_kin(one: str, other: str) -> bool:
    """Whether two names are one institution's: a branch and its library, a short and a full form, an archive and its bureau."""
    one, other = (
        re.sub("[新老](?=档案|图书|博物|文化)", "", name.replace("档案局", "档案馆").replace("少年儿童", "少儿")) for name in (one, other)
    )
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)
