"""Numbers and dates: characters a second on 1 MB of mixed text, with Recognizers-Text and JioNLP beside it in one run.

    python benchmarks/values.py [--peers PYTHON] [FILE ...]

FILEs are text; without one the text is prose made here, with a find every 18 characters, denser than real reports (23). PYTHON is an interpreter that has
`recognizers-text-suite` and `jionlp` (a throw-away venv; they are no dependency); a peer that it lacks is skipped with a message.
CPU time, best of 5. Exit status 1 where numbers and dates together stay under 1 M characters a second.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline.values import dates, numbers, spans  # noqa: E402

SIZE, ROUNDS, LEAST = 1_000_000, 5, 1_000_000
PEER_SIZE = 40_000
PROSE = (
    "{y}年，云川市图书馆共接待读者{w}.{d}万人次，外借图书{n}万册次，同比增长{p}.{d}%。",
    "全馆现有职工{n}人，其中本科以上学历{m}人，高级职称{d}人，中级职称{m}人。",
    "一是加强领导，落实责任；二是完善制度，规范管理，进一步提高服务水平。",
    "我馆始终坚持以读者为中心，不断创新服务方式，受到社会各界的一致好评。",
    "截至{y}年底，馆藏文献总量达{n}万册（件），其中电子图书{m}万余册，报刊{n}种。",
    "{y}年{t}月{d}日上午9时，读书节启动仪式在一楼大厅举行，近{n}名读者参加了活动。",
    "举办讲座{m}场、展览{d}场，培训{d}期，参与群众{n}00多人次，较上年增加三成。",
    "“十二五”期间，累计投入购书经费{n}万元，新建分馆{d}个，流动服务点二十余个。",
    "工作人员热情周到地为每一位读者服务，营造了安静舒适的阅读环境，丰富了市民的文化生活。",
    "{y}年9月，该馆被评为国家一级图书馆，先后荣获“全国文明单位”等荣誉称号。",
    "联系电话：0771-{y}{y}，地址：云川市文化路{n}号，开放时间8:30—20:30。",
    "近年来，在市委、市政府的正确领导下，全市公共文化服务体系建设取得了显著成绩。",
    "通过走访座谈、问卷调查等形式广泛征求意见，及时改进工作中存在的不足，群众满意度不断提升。",
    "活动内容丰富多彩，形式新颖活泼，深受广大少年儿童和家长的喜爱，营造了浓厚的书香氛围。",
    "下一步，将继续完善服务网络，加强队伍建设，推动图书馆事业高质量发展。",
)
PEERS = r"""
import sys, time
text = sys.stdin.read()
chunks = [text[at:at + 200] for at in range(0, len(text), 200)]
def timed(name, call):
    start = time.process_time()
    for chunk in chunks:
        try:
            call(chunk)
        except Exception:
            pass
    print(f"{name}\t{len(text) / (time.process_time() - start):.0f}", flush=True)
try:
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_date_time import DateTimeRecognizer
    number = NumberRecognizer(Culture.Chinese).get_number_model()
    moment = DateTimeRecognizer(Culture.Chinese).get_datetime_model()
    timed("Recognizers-Text numbers", number.parse)
    timed("Recognizers-Text dates", moment.parse)
except ImportError as missing:
    print(f"Recognizers-Text\tskipped: {missing}")
try:
    import contextlib, io
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    timed("JioNLP money", jionlp.ner.extract_money)
    timed("JioNLP times", jionlp.ner.extract_time)
except ImportError as missing:
    print(f"JioNLP\tskipped: {missing}")
"""


def main(arguments: list[str]) -> int:
    """Print the table; 0 where the limit is reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", default=sys.executable, help="interpreter with the peers (now: this one)")
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args(arguments)
    text = _sized("".join(path.read_text("utf-8") for path in given.files) or _made())
    both = _best(text)
    print(f"{len(text):,} characters, {len(spans(text, '2013-01-13')):,} finds; CPU time, best of {ROUNDS}")
    print(f"{'pipeline.values, numbers + dates':<36}{both / 1e6:10.3f} M characters/s")
    for name, figure in _peers(given.peers, text[:PEER_SIZE]):
        print(f"{name:<36}{figure}")
    print(f"limit {LEAST / 1e6:.1f} M characters/s: {'reached' if both >= LEAST else 'missed'}")
    return int(both < LEAST)


def _made() -> str:
    pick = random.Random(1)
    sentences = []
    for _ in range(SIZE // 30):
        values = {"y": pick.randint(1998, 2020), "w": pick.randint(2, 90), "n": pick.randint(10, 990), "m": pick.randint(10, 60)}
        values |= {"d": pick.randint(1, 9), "p": pick.randint(1, 30), "t": pick.randint(1, 12)}
        sentences.append(pick.choice(PROSE).format(**values) + pick.choice(("", "", "\n")))
    return "".join(sentences)


def _sized(text: str) -> str:
    return (text * (SIZE // len(text) + 1))[:SIZE]


def _best(text: str) -> float:
    """Characters a second of numbers and dates together; every round reads a text not read before."""
    best = 0.0
    for number in range(ROUNDS):
        fresh = f"{number}。{text}"
        start = time.process_time()
        numbers(fresh)
        dates(fresh, "2013-01-13")
        best = max(best, len(fresh) / (time.process_time() - start))
    return best


def _peers(python: str, text: str) -> list[tuple[str, str]]:
    """What the peers reach on less text, in their own process."""
    done = subprocess.run([python, "-c", PEERS], input=text, capture_output=True, text=True, check=False)
    rows = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    return [(name, f"{float(figure) / 1e6:10.3f} M characters/s" if figure.isdigit() else f"    {figure}") for name, figure in rows]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
