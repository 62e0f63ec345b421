"""Words that are furniture: lines that no reader takes for the page's text."""

from __future__ import annotations

import re

from pipeline.fold import fold

_BLANK = re.compile(r"\s{1,20}")
# Whole lines (blanks and brackets apart) that end a body for good.
_TAIL = re.compile(
    r"^[\[(【<{|>》»·•*#]{0,3}(?:"
    r"相关(?:阅读|新闻|文章|链接|稿件|信息|报道|内容|专题|推荐|文档|附件|资讯|评论|热词|搜索|视频|图片|解读|政策)|延伸阅读|阅读下一篇|推荐阅读|热门(?:推荐|文章|新闻|阅读|评论|标签)|猜你喜欢|"
    r"上一[篇条页则个]|下一[篇条页则个]|前一篇|后一篇|没有了|"
    r"责任编辑|责编|编辑[:：]|值班编辑|"
    r"扫一扫|扫描二维码|分享(?:到|至|本文|文章)?[:：]?|我要分享|关注我们|微信扫|"
    r"打印本?[页文]|打印$|打印文章|打印此页|关闭窗口|关闭本页|关闭$|加入收藏|添加收藏|收藏本[页文]|返回(?:顶部|首页|列表|上级)|【?(?:打印|关闭|收藏|返回|我要纠错|纠错)|"
    r"版权(?:所有|声明)|免责声明|主办单位|主办[:：]|承办单位[:：]|承办[:：]|技术支持|网站标识码|网站地图|联系我们|友情链接|备案号|copyright|©|地址[:：]|"
    r"我要评论|发表评论|网友评论|最新评论|评论列表|文章评论|用户评论|网站首页|"
    r"声明[:：]本|凡本网|特别声明|本文地址|本文链接|转载请注明|文章标签|标签[:：]|关键词[:：]|关键字[:：]|tags?[:：]|"
    r"大中小|字体[:：]|字号[:：]|视力保护色)",
    re.IGNORECASE,
)
_ICP = re.compile(
    r"ICP[备证]|公网安备|版权所有|copyright|©|all rights reserved|网站标识码|建议使用.{0,20}(?:浏览器|分辨率)|技术支持[:：]", re.IGNORECASE
)
_CRUMB = re.compile(
    r"(?:当前|现在|所在|您的|你的)(?:所在)?的?(?:位置|栏目|页面)|^(?:网站)?(?:首页|主页)\s{0,3}(?:>|»|›|→|-{1,2}>|/|\\|::|·|\|)|^位置[:：]"
)
_WELCOME = re.compile(
    r"欢迎(?:光临|访问|您|来到)|今天是|加入收藏|设为首页|正在加载|请稍候|^(?:English|繁体(?:中文|版)?|简体(?:中文|版)?|无障碍(?:浏览)?|手机版|登录|注册|搜索)$|您还?没有?登录|您是第"
)


def is_tail(text: str) -> bool:
    """Whether a line begins what stands under a body."""
    return len(text) <= 120 and _TAIL.match(_BLANK.sub("", fold(text[:60]))) is not None


def is_legal(text: str) -> bool:
    """Whether a line is of the site's footer (ICP number, copyright)."""
    return len(text) <= 400 and _ICP.search(text) is not None


def is_crumb(text: str) -> bool:
    """Whether a line is the path to the page."""
    return len(text) <= 120 and _CRUMB.search(_BLANK.sub("", fold(text))) is not None


def is_welcome(text: str) -> bool:
    """Whether a line greets, tells today's date or waits for a script."""
    return len(text) <= 120 and _WELCOME.search(_BLANK.sub("", fold(text))) is not None
