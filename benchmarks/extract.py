"""Words per second of the whole `extract`, beside the language model alone, on made conflict news and general news.

Usage: python benchmarks/extract.py [--profile]

The texts are made from templates of our own with a fixed seed. The peer in the same run is spaCy's pipeline on the same
sentences, where the model can still be run by it, else the project's own parser on every sentence: what a coder without
a gate pays before it has coded anything. Times are of the processor, so that other work on the machine counts less.
"""

import cProfile
import datetime
import pstats
import random
import resource
import sys
import time
from collections.abc import Callable, Sequence

from extractors.coder import load_coder
from extractors.language.model import parse_sentences
from extractors.sentences import split_sentences
from schemas.article import Article
from schemas.record import article_record

DAY = datetime.date(2021, 6, 10)
ARTICLES = 60
PLACES = "Gao Mosul Idlib Kaduna Taiz Donetsk Goma Sirte Homs Kunduz".split()
SIDES = "rebels|government troops|militants|the army|Islamist fighters|separatists|a militia|soldiers".split("|")
FIGHTING = (
    "{a} captured the town of {p} from {b} on {d} after two days of fighting.",
    "At least {n} people were killed and {m} wounded when a car bomb exploded near a market in {p} on {d}.",
    "Warplanes bombed positions of {b} outside {p}, killing {n} fighters, a military source said.",
    "The United Nations called on {a} and {b} to respect the truce that took effect on {d}.",
    "{a} denied that they had shelled a hospital in {p}.",
    "Residents of {p} said that the streets were quiet and that shops had opened again in the morning.",
    "The road to {p}, which runs along the river for thirty kilometres, is lined with burnt trees.",
    "Thousands of villagers fled {p} and crossed the border, the agency said on {d}.",
    "The weather in the valley has been dry since the spring, and the harvest will be poor.",
)
GENERAL = (
    "The company said that sales rose by {n} per cent in the three months to June, helped by a mild spring.",
    "Shares in the retailer fell by {m} pence on {d} after it told investors that margins would be thin.",
    "The museum in {p} will show {n} paintings by local artists until the end of the summer.",
    "Heavy rain delayed the start of the match on {d}, and the visitors scored {n} goals after the break.",
    "A study of {m} patients found that those who walked every day slept better and ate less sugar.",
    "Critics praised the novel for its plot, though some found the second half too long.",
    "The minister visited a school in {p} on {d} and spoke with teachers about class sizes.",
    "House prices in {p} have doubled in ten years, according to figures that the bank published on {d}.",
    "The band released its third album in May and will play {n} concerts in the autumn.",
    "Bus fares will go up in January, the council decided, and two night routes will be cut.",
)
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def made(templates: Sequence[str], seed: int) -> list[Article]:
    """Articles of twenty sentences each, always the same for one seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret is made here, only text
    articles = []
    for number in range(ARTICLES):
        sentences = []
        for _ in range(20):
            a, b = chance.sample(SIDES, 2)
            facts = {"p": chance.choice(PLACES), "d": chance.choice(DAYS), "a": a, "b": b}
            told = chance.choice(templates).format(**facts, n=chance.randint(2, 60), m=chance.randint(2, 60))
            sentences.append(told[0].upper() + told[1:])
        text = "\n\n".join(" ".join(sentences[at : at + 4]) for at in range(0, 20, 4))
        articles.append(Article(id=str(number), text=text, published=DAY))
    return articles


def seconds(work: Callable[[Article], object], articles: Sequence[Article]) -> float:
    start = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - start


def parse_all(article: Article) -> object:
    return parse_sentences(article.text, [(s.start, s.end) for s in split_sentences(article.text)])


def main() -> None:
    coder = load_coder()
    kinds = {"conflict news": made(FIGHTING, 1), "general news": made(GENERAL, 2)}
    start = time.process_time()
    coder.code(kinds["conflict news"][0])
    print(f"start and first article {time.process_time() - start:.2f} s")
    print(f"{'':15} {'words':>7} {'extract':>10} {'every sentence parsed':>22}   words a second of processor")
    for name, articles in kinds.items():
        words = sum(len(article.text.split()) for article in articles)
        extract = words / seconds(lambda article: article_record(coder.code(article)), articles)
        peer = words / seconds(parse_all, articles)
        print(f"{name:15} {words:7} {extract:10,.0f} {peer:22,.0f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    if "--profile" in sys.argv:
        with cProfile.Profile() as profile:
            seconds(coder.code, kinds["conflict news"])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
