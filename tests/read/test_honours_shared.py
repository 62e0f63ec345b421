"""Honours that several share, contests and their rounds, lists made public, names under headings, whose honours are told."""

from __future__ import annotations

import pytest

from pipeline import extract_page

HEAD = "云川市文化馆2024年总结\n云川市文化馆成绩显著。\n"


def rows(text: str, *columns: str, head: str = HEAD) -> list[tuple[str | None, ...]]:
    found = extract_page((head + text).encode())["awards"]
    found = found.astype(object).where(found.notna(), None)
    return list(found[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("舞蹈《春汛》、小品《换鱼》双双荣获全市汇演金奖。", [("全市汇演金奖", "《春汛》"), ("全市汇演金奖", "《换鱼》")]),
        ("馆员田小满、孙阿宝在全市比赛中分获一等奖和二等奖。", [("一等奖", "田小满"), ("二等奖", "孙阿宝")]),
        ("辅导部、展演部被授予“巾帼文明岗”。", [("巾帼文明岗", "辅导部"), ("巾帼文明岗", "展演部")]),
        ("小戏《三担谷》、快板《讨债》分获戏剧类、曲艺类银奖。", [("戏剧类银奖", "《三担谷》"), ("曲艺类银奖", "《讨债》")]),
    ],
)
def test_recipients_joined_by_a_comma_have_a_row_each(text: str, found: list[tuple[str, str]]) -> None:
    assert rows(text, "name", "recipient") == found


@pytest.mark.parametrize("verb", ["先后被命名为", "分别被命名为"])
def test_as_many_years_as_names_go_in_turn(verb: str) -> None:
    text = f"2003年、2009年{verb}市级科普教育基地、省级科普教育基地。"
    assert rows(text, "name", "date") == [("市级科普教育基地", "2003"), ("省级科普教育基地", "2009")]


def test_years_of_one_name_stay_its_own() -> None:
    assert rows("2011年、2015年两次被评为国家一级文化馆。", "name", "date") == [("国家一级文化馆", "2011"), ("国家一级文化馆", "2015")]


@pytest.mark.parametrize(
    "text", ["学员吴桐在全市朗诵大赛中获一等奖。", "学员吴桐参加第三届全市朗诵大赛获一等奖。", "在全市朗诵大赛中，学员吴桐获一等奖。"]
)
def test_a_contest_before_the_verb_gives_the_level(text: str) -> None:
    assert rows(text, "name", "level") == [("一等奖", "prefectural")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("舞蹈《盐道》入围第十五届“群星奖”决赛。", ("第十五届“群星奖”", "shortlisted")),
        ("歌曲《渡江》入围全国原创歌曲大赛复赛。", ("全国原创歌曲大赛", "shortlisted")),
        ("我馆获得“年度最佳服务团队”提名。", ("年度最佳服务团队", "shortlisted")),
        ("小品《让座》获文化部第十六届“群星奖”。", ("第十六届“群星奖”", "granted")),
    ],
)
def test_rounds_nominations_and_editions(text: str, found: tuple[str, str]) -> None:
    assert rows(text, "name", "form") == [found]


def test_what_follows_after_an_honour_is_no_part_of_it() -> None:
    assert rows("这是该馆继2019年被命名为国家二级文化馆之后获得的又一荣誉。", "name", "date") == [("国家二级文化馆", "2019")]
    assert rows("这是我馆继2020年获评“市级文明单位”后取得的又一殊荣。", "name", "date") == [("市级文明单位", "2020")]


def test_copulas_of_two_characters() -> None:
    assert rows("该馆还是国家一级文化馆。", "name") == [("国家一级文化馆",)]
    assert rows("作为全国科普教育基地、省级文明单位，该馆常年开放。", "name") == [("全国科普教育基地",), ("省级文明单位",)]
    assert rows("把国家一级文化馆作为目标。\n文化馆是课堂还是舞台？", "name") == []


def test_who_receives_is_no_honour() -> None:
    assert rows("我馆成为全市唯一获得金奖的县级馆。\n先后有6人次被评为全省先进工作者。", "name") == []


def test_a_list_made_public() -> None:
    text = "2020年12月，省文旅厅公布了第四批省级研学基地名单，全省共有80家单位入选，我馆名列其中。"
    assert rows(text, "name", "batch", "awarding_body", "date") == [("省级研学基地", "第四批", "省文旅厅", "2020-12")]
    assert rows("省文旅厅公布了省级研学基地名单，全市5家单位榜上有名。", "name") == []


def test_headings_in_brackets_and_dates_behind_a_name() -> None:
    assert rows("【荣誉】省文化馆协会“优秀案例”奖，全市文明单位", "name") == [("省文化馆协会“优秀案例”奖",), ("全市文明单位",)]
    text = "所获荣誉\n全国文明校园（2006.5）\n全省艺术教育先进学校 2010.8\n"
    assert rows(text, "name", "date") == [("全国文明校园", "2006-05"), ("全省艺术教育先进学校", "2010-08")]


def test_the_month_behind_the_same_year() -> None:
    text = "2015年3月，荣获“全省先进集体”，同年9月被市文明委评为“文明单位”。"
    assert rows(text, "date") == [("2015-03",), ("2015-09",)]


def test_a_house_that_leads_others_grants() -> None:
    assert rows("2018年獲國家圖書館頒發「年度傑出貢獻獎」。", "name", "awarding_body") == [("年度傑出貢獻獎", "國家圖書館")]
    assert rows("“漂流书箱”被省馆评为优秀案例。", "name", "awarding_body") == [("优秀案例", "省馆")]


def test_a_school_on_its_own_page_receives() -> None:
    head = "北屏市实验小学简介\n北屏市实验小学创办于1952年。\n"
    assert rows("北屏市实验小学先后荣获全国文明校园、全国青年文明号等称号。", "name", head=head) == [("全国文明校园",), ("全国青年文明号",)]
    assert rows("结对的云岭小学被评为全国文明校园。", "name", head=head) == []


def test_persons_and_works_in_the_news_of_others() -> None:
    news = "本报讯 长江杯马拉松昨日开跑\n本市教师江晓获得女子组第一名。\n电影《远山》获得最佳影片奖。\n"
    assert rows(news, "name", head="") == []


def test_steps_of_a_grade_share_their_ending() -> None:
    text = "1997年、2009年分别晋升省三级、省二级文化馆。"
    assert rows(text, "name", "date") == [("省三级文化馆", "1997"), ("省二级文化馆", "2009")]


def test_a_founding_year_before_a_comma_dates_no_honour() -> None:
    assert rows("文化馆始建于1952年，2011年、2015年两次被评为国家一级文化馆。", "date") == [("2011",), ("2015",)]


def test_persons_counted_but_not_named_receive_nothing() -> None:
    assert rows("5名同学获全市朗诵比赛二等奖，2人获先进个人。", "name") == []
    assert rows("孙阿宝等3名馆员获全市朗诵比赛二等奖。", "name") == [("全市朗诵比赛二等奖",)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“小书虫”研学课程获评全省优秀课程。", ("“小书虫”研学课程", "work")),
        ("田小满获三等奖。", ("田小满", "person")),
        ("我馆代表队在全市知识竞赛中取得团体第二名的好成绩。", ("代表队", "institution")),
        ("《溪水》获一等奖，在年终考核中被评为全市先进单位。", ("《溪水》", "work")),
    ],
)
def test_who_received_it(text: str, found: tuple[str, str]) -> None:
    assert rows(text, "recipient", "recipient_kind")[0] == found


def test_what_only_a_house_can_be_goes_to_no_work_told_before() -> None:
    text = "《溪水》获一等奖，在年终考核中被评为全市先进单位。"
    assert rows(text, "name", "recipient")[1] == ("全市先进单位", "云川市文化馆")


def test_names_apart_by_spaces_and_beside_what_is_none() -> None:
    assert rows("国家一级文化馆 全国科普基地 省文明单位", "name") == [("国家一级文化馆",), ("全国科普基地",), ("省文明单位",)]
    assert rows("现为中国文化馆协会理事单位、省级文明单位。", "name") == [("省级文明单位",)]
    assert rows("作为全国科普教育基地，文化馆拥有国家级重点专科3个、省级重点专科8个。", "name") == [("全国科普教育基地",)]


def test_a_dot_may_end_a_clause() -> None:
    assert rows("连续8届保持省级文明单位.书记许言获全市先进个人.", "name") == [("省级文明单位",), ("全市先进个人",)]


def test_a_body_makes_a_weak_verb_grant() -> None:
    assert rows("排练厅被省馆列为优秀案例。", "name") == [("优秀案例",)]
    assert rows("阅读推广被列为优秀案例。", "name") == []


def test_as_many_bodies_as_names_go_in_turn() -> None:
    text = "1999年、2003年先后被团省委和省国防委员会命名为省青少年基地、省国防教育基地。"
    assert rows(text, "awarding_body", "date") == [("团省委", "1999"), ("省国防委员会", "2003")]


def test_by_what_it_was_won_receives_nothing() -> None:
    assert rows("云川市文化馆凭借“山河”主题展荣获全省精品奖。", "recipient") == [("云川市文化馆",)]


def test_a_list_named_without_its_word() -> None:
    text = "日前，省科协新命名一批全省科普教育基地，云川市文化馆入选。"
    assert rows(text, "name", "awarding_body") == [("全省科普教育基地", "省科协")]


def test_a_contest_s_date_reaches_all_who_won_in_it() -> None:
    text = "2019年5月22日全市技能竞赛落幕，田小满获二等奖，代表队（3人）获团体三等奖。"
    assert rows(text, "name", "date") == [("二等奖", "2019-05-22"), ("团体三等奖", "2019-05-22")]
    text = "《溪水》2004年荣获全省金奖，《山歌》获全市银奖。"
    assert rows(text, "name", "date") == [("全省金奖", "2004"), ("全市银奖", None)]


def test_the_year_of_a_name_is_no_line_s_date_and_dates_no_month() -> None:
    assert rows("所获荣誉\n2015年\n2014年度全市先进集体\n", "name", "date") == [("2014年度全市先进集体", "2015")]
    text = "2024年1月，被省馆评为2021年优秀组织；6月，“雁来红”入选全省十大案例。"
    assert [date for (date,) in rows(text, "date")] == ["2024-01", "2024-06"]


def test_times_run_are_sport() -> None:
    assert rows("邱珊以2小时38分获女子组第一名。", "name") == []


def test_a_plan_in_a_name_plans_nothing() -> None:
    text = "2019年入选“双高计划”单位，2021年入选全省先进集体。"
    assert rows(text, "name", "date") == [("双高计划", "2019"), ("全省先进集体", "2021")]
    assert rows("计划创建“双优”单位，2026年入选全省先进集体。", "name") == []


def test_who_receives_between_verb_and_copula() -> None:
    text = "2006年，省文旅厅命名我馆为“省级科普基地”。\n2010年，省政府公布该馆为首批省级研学基地。\n省文旅厅通报表扬其为“最具活力馆”。"
    assert rows(text, "name", "awarding_body", "date") == [
        ("省级科普基地", "省文旅厅", "2006"),
        ("省级研学基地", "省政府", "2010"),
        ("最具活力馆", "省文旅厅", None),
    ]
    assert rows("市民评我馆为最喜爱的去处。", "name") == []


def test_levels_share_a_name() -> None:
    assert rows("该馆先后被命名为省、市科普教育基地。", "name") == [("省科普教育基地",), ("市科普教育基地",)]
    assert rows("讲解员田小满拿下市、区两级讲解比赛冠军。", "name") == [("市、区两级讲解比赛冠军",)]


@pytest.mark.parametrize(
    "text",
    [
        "市图书馆、县博物馆均被评为全国先进单位。",
        "展出的作品曾荣获全国美展金奖。",
        "影片获第37届金鸡奖最佳故事片奖。",
        "青岭镇文化站被评为全省先进单位。",
        "村里去年评上省级文明村。",
        "舞剧入选2022年度国家艺术基金资助项目。",
    ],
)
def test_whose_honours_are_not_the_page_s(text: str) -> None:
    assert rows(text, "name") == []


def test_whoever_has_a_quoted_honour_is_none() -> None:
    assert rows("曾获评全省“最美书店”的半亩书屋，每晚营业到零点。", "name") == []
