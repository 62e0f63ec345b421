"""Who reports: names of institutions in a text, and the page's own among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.fold import fold
from pipeline.model import Document
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
# 2015年, 【概况】 and 一、 before the name: it still opens the text.
_OPENING = re.compile(
    r"^(?:\s|(?:19|20)\d\d年(?:度)?|【[^】\n]{1,12}】|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\."
    r"|(?:单位|本馆|基本)?(?:简介|概况|介绍|情况)\s*[:\n]|[\u3400-\u9fff]{4,24}\((?=[^()\n]{4,24}\)))*"
)
_SOCIETY = re.compile(r"学会|协会|学报|杂志|事业|条例|法(?!人)|工作者|界|学(?!生)")
_DEFINES = re.compile(r"(?!、|和|与|联合|等|里|的|及|携手|举办|举行|开展|迎来|推出|内)")


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


def page_institution(document: Document, scene: Scene, found: list[Name]) -> tuple[str | None, bool]:
    """The institution whose page it is, and whether that is sure enough to make every other one named a stranger.

    Sure by site or title, by a sentence that introduces it, or by how often it is named; else by what weighs most of all this.
    A short form (县图书馆) speaks for the full names that end with it.
    """
    scores = _scores(scene, found)
    sure = _named_by_page(document, scene, found, scores)
    if not sure and tells_region(scene):
        return None, False
    return (sure, True) if sure else (_weightiest(scene, found, scores), False)


def _named_by_page(document: Document, scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    metadata = document.metadata
    by_site = _in(metadata.site, scene)
    if by_site:
        return by_site
    opened = _OPENING.match(scene.folded)
    opening = scene.folded[opened.end() if opened else 0 : found[0].start].strip() if found else ""
    if found and not opening and (_DEFINES.match(scene.folded, found[0].end) or _heads_line(scene, found[0])):
        others = {name for name in scores if not _kin(name, found[0].folded) and not _NO_RIVAL.search(name)}
        if not metadata.title or len(others) < 3 or scores[found[0].folded] > 2 or _INTRODUCED.match(scene.folded, found[0].end):
            return found[0].text
    for carrier in (metadata.title or _first_line(scene), metadata.author, metadata.origin):
        named = _full(_in(carrier, scene), scene, found)
        if named and (scores[fold(named)] or carrier is not metadata.title or _own(scene) or (carrier or "").startswith(named)):
            return named
    if found and opening in ("关于", "中共") and "\n" not in scene.folded[: found[0].end]:
        return found[0].text
    return _most_named(scene, found, scores)


_TRADE = re.compile(r"读者|藏书|图书室|馆藏|到馆|外借|借阅|馆员|查档|讲解|群文|非遗|藏品|展厅|阅览|全宗")
NEWS = re.compile(r"本报讯|记者|据悉|新华社|时报讯|[\u3400-\u9fff]{2}讯")
# What is told right behind a name that a text introduces: 云川市文化馆（原名…）建于1983年.
_INTRODUCED = re.compile(
    r"(?:\([^()\n]{1,40}\))?(?:,?(?:位于|地处|坐落|隶属|始建|创建|兴建|成立|建于|建立|新建于|改扩?建)|是|为(?![了此]|期|整合)|现有|现设|设有|共有|占地|总?建筑面积|馆舍|属)"
)
_NO_RIVAL = re.compile(r"^(?:国家|全国|中国|省|第[一二三四五六七八九十\d])|(?:书房|书店|书院|分馆|文物局|档案局|大学|中学|小学)$")
_LABELLED = re.compile(r"(?:名称|单位|词条|机构|馆名)[^\n]{0,6}[:|]\s*$")


_WORK = re.compile(_TRADE.pattern + "|群众文化|非物质文化|培训班|艺术团|文物|展览|送戏|文艺|免费开放|档案|库房|查阅")


def _weightiest(scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    """The name that a text introduces or turns on, where it outweighs every other that is no kin of it."""
    weights = {name: _weight(scene, found, name, often) for name, often in scores.items()}
    if not weights:
        return None
    best = max(weights, key=lambda name: (weights[name], len(name)))
    rivals = [weight for name, weight in weights.items() if not _kin(name, best) and not _NO_RIVAL.search(name)]
    news = NEWS.search(scene.folded) is not None  # may tell of several, and of one in passing
    enough = 5 + 4 * news if max(rivals, default=0) > 1 else 3 + news if rivals else 2
    outweighs = weights[best] >= (2 + news) * max(rivals, default=0) and sum(weight > 1 for weight in rivals) <= 2
    if len(rivals) > 2:
        enough = max(enough, 5)
    if weights[best] < enough or not outweighs or len(set(_WORK.findall(scene.folded))) < (2 if rivals or weights[best] > 4 else 3):
        return None
    return next(one.text for one in found if one.folded == best)


def _weight(scene: Scene, found: list[Name], name: str, often: int) -> int:
    """Mentions of a name and of its kin, and more for being introduced, labelled or told first."""
    kin = [one for one in found if _kin(one.folded, name)]
    introduced = any(_INTRODUCED.match(scene.folded, one.end) for one in kin)
    labelled = any(_LABELLED.search(scene.folded, max(0, one.start - 16), one.start) for one in kin)
    title = fold(scene.document.metadata.title or "")
    short = any(name.endswith(hit.word) for hit in scene.hits.listed("short_names", 0, 80)) or title.startswith(name[-4:])
    early = short or (found[0] in kin and found[0].start < 80)
    return often + len(kin) - 1 + 3 * introduced + 3 * labelled + 2 * early


def _full(named: str | None, scene: Scene, found: list[Name]) -> str | None:
    """春节后省图书馆 in a headline: the full name that the text has for the short form it ends with."""
    if named is None or fold(named) in scene.folded:
        return named
    tail = next((hit for hit in ("省", "市", "县", "区") if fold(named).rfind(hit) > 0), None)
    short = fold(named)[fold(named).rfind(tail) :] if tail else None
    return next((name.text for name in found if short and name.folded.endswith(short)), named)


def _first_line(scene: Scene) -> str | None:
    """The first line of a text without a title, where it reads like one."""
    line, _, rest = scene.text.partition("\n")
    return line if rest and len(line) <= 40 and not line.endswith(("。", "！", "!", "，", ",", "；", ";", "：", ":")) else None


def _heads_line(scene: Scene, name: Name) -> bool:
    """Whether the first line is a headline that begins with the name."""
    line = scene.folded[name.end : scene.folded.find("\n", name.end)]
    return len(line) <= 40 and not line.endswith(("。", "!", ",", ";"))


def _scores(scene: Scene, found: list[Name]) -> Counter[str]:
    """How often each full name is told, short forms of it included."""
    scores: Counter[str] = Counter(name.folded for name in found)
    for hit in scene.hits.listed("short_names", 0, len(scene.folded)):
        for name in list(scores):
            if name.endswith(hit.word) and len(name) > len(hit.word):
                scores[name] += 1
    return scores


def _most_named(scene: Scene, found: list[Name], scores: Counter[str]) -> str | None:
    if not scores:
        return None
    name, often = scores.most_common(1)[0]
    if not _own(scene) and len({other for other in scores if not _kin(other, name)}) >= 2:
        return None
    rest = sum(scores.values()) - often
    leads = found[0].folded == name and often >= 2 and found[0].start < 80
    inside = {place for name_ in found for place in range(name_.start, name_.end)}
    reports = _own(scene) or any(
        hit.start not in inside and name.endswith(hit.word[-2:]) for hit in scene.hits.listed("short_names", 0, len(scene.folded))
    )
    if (reports and (leads or often > rest or len(scores) == 1)) or (often >= 3 and often >= 2 * rest) or (leads and rest <= 1):
        return next(one.text for one in found if one.folded == name)
    if len(scores) == 1 and found[0].start < 80 and tells_trade(scene) >= 3 and not NEWS.search(scene.folded):
        return found[0].text
    return found[0].text if _own(scene) and found[0].start < 40 else None


_REGION = re.compile(
    r"常住人口|户籍人口|总人口|行政村|村委会|耕地|生产总值|财政(?:总)?收入|粮食|农作物|乡镇企业|镇政府|乡政府|村民小组|有线电视用户|幼儿园|农民人均|工业总产值|城镇化率|最低生活保障|森林覆盖率|年平均气温"
)


def tells_region(scene: Scene) -> bool:
    """Whether the text describes a town or a county, whose houses are told in passing."""
    return len(set(_REGION.findall(scene.folded))) >= 3


def tells_trade(scene: Scene) -> int:
    """How many words of an institution's own trade the text has."""
    return len(set(_TRADE.findall(scene.folded)))


def _kin(one: str, other: str) -> bool:
    """Whether two names are one institution's: a branch and its library, a short and a full form, an archive and its bureau."""
    one, other = (re.sub("[新老](?=档案|图书|博物|文化)", "", name.replace("档案局", "档案馆")) for name in (one, other))
    return one.startswith(other) or other.startswith(one) or one.endswith(other) or other.endswith(one)


def _own(scene: Scene) -> bool:
    return any(hit.word in OWN_WORDS for hit in scene.hits.listed("own_subjects", 0, len(scene.folded)))


OWN_WORDS = frozenset(["全馆", "本馆", "我馆", "我院", "本院", "我中心", "本中心", "我站", "本站", "我局", "本局", "我所", "本所"])
_WHEN = re.compile(r"^[\u3400-\u9fff]{0,4}?(?:节后|节前|假期|期间|今年|去年|昨日|近日|日前)")
_SITE = re.compile(r"(?:欢迎光临|欢迎访问|官方网站|门户网站|官网|网站|首页|版权所有|主办单位|主办|[:：\-_|—\s!！])+")


def _in(carrier: str | None, scene: Scene) -> str | None:
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
