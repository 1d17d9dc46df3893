"""Words per second of the whole `extract`, beside the language model alone, on made conflict news and general news.

Usage: python -m benchmarks.extract [--workers N] [--texts FILE.jsonl] [--profile]

The texts are made from templates of our own with a fixed seed, or the `text` of a file of JSON Lines. The peer in the
same run is the project's own parser on every sentence: what a coder without a gate pays before it has coded anything.
With one worker times are of the processor, so that other work on the machine counts less; with several they are by the
clock, in the pool that `extract --workers` uses, and the memory is that of the largest worker.
"""

import argparse
import cProfile
import datetime
import json
import pstats
import random
import resource
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from extractors.language.model import parse_texts
from extractors.sentences import split_sentences
from flows.coding import BATCH, Batch, Coders, Outcome, Step, code_pieces
from schemas.article import Article

DAY = datetime.date(2021, 6, 10)
ARTICLES = 60
ROUNDS = 5  # how often the articles are coded by several workers
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
    chance = random.Random(seed)
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


def read_texts(path: Path) -> list[Article]:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Article(id=str(number), text=row["text"], published=DAY) for number, row in enumerate(rows)]


def parse_pieces(pieces: Batch, _gazetteer: Path | None = None) -> list[Outcome]:
    """The peer: every sentence parsed, nothing coded."""
    texts = [
        (piece.text, [(one.start, one.end) for one in split_sentences(piece.text)])
        for piece in pieces
        if isinstance(piece, Article)
    ]
    return [str(len(parses)) for parses in parse_texts(texts)]


def alone(step: Step, articles: Sequence[Article]) -> float:
    """Words a second of processor in this process, in batches as `extract` makes them."""
    start = time.process_time()
    for first in range(0, len(articles), BATCH):
        step(articles[first : first + BATCH], None)
    return words_of(articles) / (time.process_time() - start)


def timed(step: Step, pieces: Batch, gazetteer: Path | None) -> list[Outcome]:
    """What the step takes of the processor of a worker."""
    start = time.process_time()
    step(pieces, gazetteer)
    return [str(time.process_time() - start)]


def in_pool(step: Step, articles: Sequence[Article], workers: int) -> float:
    """Words a second by the clock, after every worker has read its lexicons."""
    with Coders(workers, step=partial(timed, step)) as coders:
        list(coders.code(articles[: 4 * workers * BATCH]))
        start = time.perf_counter()
        taken = sum(float(str(outcome)) for outcome in coders.code(list(articles) * ROUNDS))
        clock = time.perf_counter() - start
    words = words_of(articles) * ROUNDS
    print(
        f"  {step.__name__}: {words / taken:,.0f} words a second of one processor, {taken / clock:.1f} of them at work"
    )
    return words / clock


def words_of(articles: Sequence[Article]) -> int:
    return sum(len(article.text.split()) for article in articles)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--profile", action="store_true")
    given = parser.parse_args()
    kinds = {"conflict news": made(FIGHTING, 1), "general news": made(GENERAL, 2)}
    kinds = {given.texts.stem: read_texts(given.texts)} if given.texts else kinds
    first = next(iter(kinds.values()))
    start = time.process_time()
    code_pieces(first[:1])
    print(f"start and first article {time.process_time() - start:.2f} s")
    print(f"{'':15} {'words':>7} {'extract':>10} {'every sentence parsed':>22} {'ratio':>6}   words a second")
    for name, articles in kinds.items():
        run = partial(in_pool, workers=given.workers) if given.workers > 1 else alone
        extract, peer = (run(step, articles) for step in (code_pieces, parse_pieces))
        print(f"{name:15} {words_of(articles):7} {extract:10,.0f} {peer:22,.0f} {extract / peer:6.2f}")
    whose = resource.RUSAGE_CHILDREN if given.workers > 1 else resource.RUSAGE_SELF
    print(f"peak memory {resource.getrusage(whose).ru_maxrss // 1024} MB")
    if given.profile:
        with cProfile.Profile(time.process_time) as profile:
            alone(code_pieces, first)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
