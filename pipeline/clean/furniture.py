"""Words that are furniture: lines that no reader takes for the page's text."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.clean.folded import folded

_BLANK = re.compile(r"\s{1,40}")
_LEAD = r"^[\[(【<{|>»·•*#▲▼◆■□=—-]{0,4}"
# Lines that end a body for good, whatever follows.
_END = re.compile(
    _LEAD + r"(?:"
    r"(?:编辑|发布|发表|更新|修改)于(?:\d{4}|.{0,20}(?:标签|分类))|最后(?:编辑|更新|修改)|[上下]一篇(?!.{0,80}，)|[上下]一?[篇条页则章]?(?:文章|新闻|信息|公告)?[:：]|[上下]一[篇条页则章个](?:$|没有|文章|新闻)|前一[篇条]|后一[篇条]|没有了|回上一?页|回顶[端部]|回首页|友善列印|转寄|"
    r"责任编辑[:：]|责编[:：]|(?:网络|网站|值班|本期|本文|实习)编辑[:：]|"
    r"分享(?:到|至|本文|文章|按钮)|分享[:：]|分享$|我要分享|顶一下|踩一下|"
    r"打印本?[页文]|打印文章|打印此[页文]|(?:打印|关闭|收藏|返回|举报|纠错|我要纠错|点赞)(?:窗口|本页|首页|列表|上级|上一?页|顶部|页面)?(?:$|[\])】|])|加入收藏|添加收藏|收藏本[页文]|推荐给?(?:朋友|好友)|"
    r"版权所有|copyright|©|网站标识码|我要评论|发表(?:评论|您的)|(?:网友|最新|全部|热门|文章|用户|精彩)评论|已有\d{1,6}(?:条|人)|"
    r"相关(?:阅读|新闻|文章|链接|稿件|信息|报道|文档)[:：]?(?:更多.{0,4})?$|延伸阅读[:：]?$|推荐阅读[:：]?$|猜你喜欢|扫一扫在手机|leaveacomment|leaveareply|\d{1,5}comments?$|comments?$|sharethis|relatedposts?|(?:previous|next)post|postedin|filedunder"
    r")",
    re.IGNORECASE,
)
_RELATED = re.compile(_LEAD + r"(?:相关|推荐|延伸|更多|热门|精彩|拓展)(?:阅读|新闻|文章|链接|稿件|信息|报道|推荐|文档|内容|专题|视频)")
# Lines that stand under a body, but may also stand in it.
_TAIL = re.compile(
    _LEAD + r"(?:"
    r"(?!其他信息$)(?:相关|更多|其他|同类|最新|热门|热点|推荐|精彩|本栏目|本类|往期|近期|图片)(?:相关)?(?:阅读|新闻|文章|链接|稿件|信息|报道|内容|专题|推荐|文档|附件|资讯|评论|热词|视频|图片|解读|政策|推送|回顾|文件|动态|话题|问答|下载|搜索|导读|日志|博文|帖子|主题|标签|排行)(?:[:：>»]|更多|$)|"
    r"延伸阅读|拓展阅读|阅读下一篇|阅读推荐|猜你喜欢|你可能(?:也)?(?:还)?(?:喜欢|感兴趣)|您可能|看过本文|喜欢本文|大家都在看|编辑推荐|热点推荐|今日(?:热点|推荐|头条)|点击排行|阅读排行|新闻排行|排行榜$|末页|"
    r"(?:责任|文字)?编辑[:：]|(?:一|二|三|初|复|终)审[:：]|审核[人员]?[:：]|"
    r"扫一扫|扫描?(?:下方|上方|右侧|左侧)?二维码|(?:长按|识别|关注)(?:二维码|我们|本公众号)|微信扫|用微信|打开微信|[上下]一页|共\d{1,4}页|第\d{1,4}页|手机(?:看|扫|浏览)|发送给好友|"
    r"关于我们$|返回搜狐|查看更多$|阅读(?:原文|全文)|点击(?:查看|进入|阅读)|展开(?:全文|阅读)|打开APP|下载.{0,10}客户端|版权声明|免责(?:声明|条款)|[主承]办(?:单位)?[:：].{0,60}(?:人民政府|信息中心|网信|备案|版权|标识|维护|技术|ICP|地址|电话)|技术支持|网站地图|联系我们|友情链接|(?:网站)?备案号?|"
    r"共有评论|评论列表|\d{1,6}条评论|网站首页|登录后|请登录|"
    r"(?:郑重|特别|版权|免责|本站|本网)?(?:声明|提示)[:：].{0,8}(?:本|凡|转|以上|文章|未经|部分|版权|该文)|凡(?:本|注明|来源)|(?:本文|原文|文章)(?:链接|地址|网址|标签)|(?:如需)?转载(?:请|本文|须)|(?:文章|本文)?(?:标签|关键词|关键字)[:：]|tags?[:：]|"
    r"字体(?:大小)?[:：]|字号(?:大小)?[:：]|视力保护色|浏览(?:次数|量)[:：]|点击(?:次数|数|量)?[:：]|阅读(?:次数|数|量)?[:：(]|访问(?:次数|量)[:：]|"
    r"附件(?:下载|列表|信息)?[:：]?$|(?:点击)?下载附件|文件下载$|图解[:：]?$|政策(?:解读|原文|咨询)(?:[:：]|$)"
    r")",
    re.IGNORECASE,
)
_ICP = re.compile(
    r"ICP[备证]|公网安备|版权所有|copyright|©|all rights reserved|网站标识码|建议使用.{0,20}(?:浏览器|分辨率)|技术支持[:：]|(?:主办|承办)单位?[:：].{0,80}(?:承办|备案|电话|地址)",
    re.IGNORECASE,
)
_CRUMB = re.compile(
    r"(?:当前|现在|所在|您的|你的|目前)(?:所在|浏览)?的?(?:位置|栏目|页面)|^(?:网站|本站)?(?:首页|主页|home)(?:>|»|›|→|-{1,2}>|/|\\|::|-)|^(?:位置|路径|导航)[:：]|^[\u4e00-\u9fff]{2,12}(?:>{1,2}|»|›|→)[\u4e00-\u9fff]{2,12}(?:>{1,2}|»|›|→|$)",
    re.IGNORECASE,
)
_MAY_BE_CRUMB = re.compile("[>＞»›→]|位置|首页|主页|首頁|主頁|[路导][径航]|[当现所您你目][前在的]|[Hh]ome|HOME")
_LABELLED = re.compile(r"(?:当前|现在|所在|您的|你的|目前)(?:所在|浏览)?的?(?:位置|栏目|页面)|^(?:位置|路径)[:：]")
_MENU = re.compile(r"^[|｜\s]{0,4}(?:[^|｜。，]{1,10}[|｜]\s{0,4}){2,}[^|｜。，]{0,10}$")
_WELCOME = re.compile(
    r"欢迎(?:光临|访问|您|来到)|今天是|加入收藏|设为首页|正在加载|请稍候|^(?:English|繁体(?:中文|版)?|简体(?:中文|版)?|无障碍(?:浏览|阅读)?|长者(?:助手|模式)|手机版|登录|注册|搜索|网站地图|打开适老化模式)$|您还?没有?登录|您是第|站内搜索|跳转到主要内容",
    re.IGNORECASE,
)
_BUTTONS = re.compile(
    r"字体(?:大小|颜色)?|字号(?:大小)?|视力保护色|背景(?:颜?色)?|杏仁黄|秋叶褐|胭脂红|芥末绿|天蓝|雪青|灰|银河白|打印本?(?:页|文章|此页|文|预览)?|关闭(?:窗口|本页|页面|此页)?|加?入?收藏(?:本文|本页|此页|夹)?|添加|一键|分享(?:到|至|按钮)?|"
    r"易信|来往|有道云笔记|印象笔记|微信|朋友圈|新浪|腾讯|微博|QQ|qq|空间|好友|人人网|豆瓣网?|开心网|百度贴吧|贴吧|网易|搜狐|网摘|商城|回复|支持|反对|道具|使用|复制(?:链接|网址|本文)?|扫一扫|扫码|在手机(?:上)?(?:打开|查看|浏览)?(?:当前页|此页)?|二维码|手机|客户端|评论|我要|纠错|返回(?:顶部|列表|上一页|首页)?|顶部|默认|正常|放大|缩小|特?大|中|小|超大|标准|"
    r"繁体?|简体?|朗读|播放|暂停|停止|语音播报|语音|浏览|阅读|点赞|赞|踩|顶|举报|推荐|更多|投稿|自动|双击|滚屏|鼠标|English|RSS|号|字|页面|功能|保护|视力|选择|颜色|设置|操作|保存|下载|转发|邮件|发送|全文|pdf|word|[AT][+-]|\d{1,6}|到|至|本文|文章|此文|窗口|条|次|已有|人|参与|跟帖|网友",
    re.IGNORECASE,
)
_WORD = re.compile("[\u4e00-\u9fffA-Za-z]")
_BUTTON_CHARACTERS = frozenset(_BUTTONS.pattern + "ENGLISHWORDPDFat")
_SIGNS = re.compile(r"[\s\W_]+")


@lru_cache(maxsize=64)
@lru_cache(maxsize=512)
def _squeezed(text: str) -> str:
    return _BLANK.sub("", folded(text))


def is_end(text: str) -> bool:
    """Whether a line ends a body wherever it stands: buttons, neighbours, responsibility, related pages."""
    return len(text) <= 200 and "。" not in text and _END.match(_squeezed(text[:120])) is not None


def is_related(text: str) -> bool:
    """Whether a line heads a list of related pages."""
    return len(text) <= 30 and _RELATED.match(_squeezed(text)) is not None


def is_tail(text: str) -> bool:
    """Whether a line begins what stands under a body."""
    if len(text) > 200:
        return False
    squeezed = _squeezed(text[:120])
    return _TAIL.match(squeezed) is not None or _END.match(squeezed) is not None


def is_legal(text: str) -> bool:
    """Whether a line is of the site's footer (ICP number, copyright)."""
    if len(text) > 400 or not (
        "版" in text or "办" in text or "C" in text or "c" in text or "©" in text or "备" in text or "技术" in text or "标识" in text
    ):
        return False
    return _ICP.search(text) is not None


def may_be_crumb(text: str) -> bool:
    """A cheap look before `is_crumb`: paths hold an arrow or one of a few words."""
    return _MAY_BE_CRUMB.search(text) is not None


def is_labelled_crumb(text: str) -> bool:
    """Whether a path says that it is one (您现在的位置)."""
    return len(text) <= 160 and _LABELLED.search(_squeezed(text)) is not None


def is_crumb(text: str) -> bool:
    """Whether a line is the path to the page."""
    return len(text) <= 160 and "。" not in text and may_be_crumb(text) and _CRUMB.search(_squeezed(text[:160])) is not None


def is_menu(text: str) -> bool:
    """Whether a line is a row of short names with bars between."""
    return len(text) <= 120 and _MENU.match(text) is not None


def is_welcome(text: str) -> bool:
    """Whether a line greets, tells today's date or waits for a script."""
    return len(text) <= 120 and "。" not in text and _WELCOME.search(_squeezed(text)) is not None


def is_buttons(text: str) -> bool:
    """Whether a line is made of button captions only (字体 大 中 小, 分享到, 打印)."""
    first = _WORD.search(text) if len(text) <= 80 else None
    if first is None or folded(first.group()) not in _BUTTON_CHARACTERS:
        return False
    return not _SIGNS.sub("", _BUTTONS.sub("", _SIGNS.sub(" ", folded(text))))
