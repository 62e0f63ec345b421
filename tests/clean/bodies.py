"""Bodies that the page templates are filled with: what institutions publish, from a sentence to a report. All invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Body:
    """A headline and its paragraphs; `table` stands after the first paragraph."""

    title: str
    paragraphs: tuple[str, ...]
    table: tuple[tuple[str, ...], ...] = ()


REPORT = Body(
    "云川市图书馆2018年工作总结和2019年工作思路",
    (
        "2018年，在市委、市政府的正确领导下，云川市图书馆坚持以读者为中心，扎实推进各项工作，较好地完成了全年目标任务。现将有关情况总结如下。",
        "一、主要工作",
        "（一）夯实基础业务，服务效能稳步提升",
        "全年新购图书２.６万册，办理读者证４,３１２个，接待读者38.6万人次，外借图书27万册次，分别比上年增长12%和9.5%。开馆时间由每周56小时延长到63小时。",
        "（二）开展阅读推广，活动品牌日益响亮",
        "1.举办“云川讲坛”24期，听众6000余人次；2.举办“小桔灯”亲子故事会48场；3.开展送书下乡15次，送书3200册。",
        "二、存在的问题",
        "一是馆舍面积不足，二是专业人才短缺，三是数字资源利用率不高。",
        "三、下一步打算",
        "2019年，我馆将以新馆建设为契机，加快总分馆制建设，力争年内建成分馆10个、城市书房5座，使更多市民在家门口就能读上书、读好书。",
        "云川市图书馆",
        "2018年12月20日",
    ),
)
NOTICE = Body(
    "关于国庆节期间开放时间调整的通知",
    (
        "各位读者：",
        "根据国家法定节假日安排，结合我馆实际，现将国庆节期间开放时间通知如下：",
        "10月1日至3日闭馆，10月4日起正常开放，开放时间为9:00至17:30。闭馆期间到期的图书自动顺延。",
        "特此通知。",
        "云川市图书馆办公室",
        "二〇一八年九月二十五日",
    ),
)
SHORT = Body(
    "我馆获评省级文明单位",
    ("近日，省文明委公布了新一批省级文明单位名单，我馆榜上有名，这是我馆继2012年获评市级文明单位之后取得的又一荣誉。",),
)
TABLE = Body(
    "云川市公共文化场馆2017年度服务数据公布",
    (
        "日前，市文化局公布了全市公共文化场馆2017年度服务数据，三个场馆全年接待群众超过百万人次，具体如下：",
        "从数据看，图书馆接待人次居首位，博物馆增幅最大，文化馆培训人次突破三万，群众满意度明显提高。",
        "市文化局有关负责人表示，下一步将加强数据分析，优化场馆布局和开放时间。",
    ),
    (("场馆", "接待人次", "比上年增长"), ("市图书馆", "612,300", "8.2%"), ("市博物馆", "405,100", "15.7%"), ("市文化馆", "98,760", "3.1%")),
)
EVENT = Body(
    "“书香云川”系列讲座第九讲：从甲骨文说起",
    (
        "汉字是中华文化的瑰宝。本期“书香云川”讲座邀请云川学院文学院教授陈之禾先生，带您走进三千年前的甲骨世界，感受汉字之美。",
        "讲座时间：2016年8月27日（星期六）上午9:30",
        "讲座地点：云川市图书馆一楼报告厅",
        "主讲人：陈之禾",
        "来源于殷墟的十五万片甲骨记录了怎样的故事？作者是谁？为何要刻在龟甲和兽骨上？答案将在讲座中揭晓。",
        "本次讲座免费入场，限180人，请提前十分钟到场。",
        "联系电话：0999-2223355",
    ),
)
LONG = Body(
    "百年老馆焕新颜 云川市图书馆新馆建成开放侧记",
    (
        "走进云川市图书馆新馆，明亮的中庭里座无虚席。"
        + "".join(
            f"第{n}层设有{name}，共有阅览座位{seats}个，藏书{books}万册，读者可以自助借还。"
            for n, name, seats, books in (
                ("一", "少儿借阅区", 320, 12),
                ("二", "综合借阅区", 560, 35),
                ("三", "报刊与地方文献区", 240, 18),
                ("四", "数字体验区", 180, 6),
            )
        )
        + "开馆首日，共接待读者1.2万人次，办证1800个，创下建馆以来单日纪录。“以前要坐一个多小时的车，现在走路十分钟就到了。”家住附近的退休教师老张高兴地说。",
        "据了解，新馆总建筑面积2.3万平方米，总投资1.86亿元，是原馆的五倍。（记者 方晴 通讯员 李晓枫）",
    ),
)
BODIES = {"report": REPORT, "notice": NOTICE, "short": SHORT, "table": TABLE, "event": EVENT, "long": LONG}


def text_of(body: Body) -> str:
    """The text that cleaning must give."""
    lines = list(body.paragraphs)
    lines[1:1] = ["\t".join(row) for row in body.table]
    return "\n".join(lines)


def as_html(body: Body, style: str) -> str:
    """The body's markup in one of the styles that editors produce."""
    blocks = [STYLES[style](text) for text in body.paragraphs]
    if body.table:
        rows = "".join("<tr>" + "".join(f"<td width='90'>{cell}</td>" for cell in row) + "</tr>\n" for row in body.table)
        blocks[1:1] = [f"<table border=1 cellspacing=0><tbody>{rows}</tbody></table>\n"]
    return "".join(blocks)


def _word(text: str) -> str:
    middle = len(text) // 2
    head, tail = text[:middle], text[middle:]
    return (
        '<p class="MsoNormal" style="text-indent:32.0pt;mso-char-indent-count:2.0"><span lang="EN-US" style="font-size:16pt"><o:p></o:p></span>'
        f'<span style="font-family:仿宋_GB2312">{head}</span><span style="font-family:仿宋_GB2312">{tail}</span></p>\n'
    )


def _source_wrapped(text: str) -> str:
    """Lines broken in the source after 30 characters, between Chinese ones, as old editors did: no reader sees the break."""
    return "<P>　　" + re.sub(r"(.{28}[^\x00-\x7f])(?=[^\x00-\x7f])", r"\1\n", text) + "</P>\n"


STYLES: dict[str, Callable[[str], str]] = {
    "p": lambda text: f"<p>　　{text}</p>\n",
    "p_plain": lambda text: f"<p>{text}</p>\n<p>&nbsp;</p>\n",
    "p_open": lambda text: f"<P>　　{text}\n",
    "br": lambda text: f"　　{text}<br>\n",
    "br_nbsp": lambda text: f"&nbsp;&nbsp;&nbsp; {text}<br /><br />\n",
    "div": lambda text: f"<div>&nbsp; &nbsp; {text}</div>\n",
    "word": _word,
    "wrapped": _source_wrapped,
    "section": lambda text: (
        f'<section style="margin: 0 8px;"><p style="line-height:1.75em;"><span style="font-size:15px;">{text}</span></p></section><p><br></p>\n'
    ),
}
