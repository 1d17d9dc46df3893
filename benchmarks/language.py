"""Speed, load time and memory of the language model, beside spaCy in the same run.

python -m benchmarks.language [--texts FILE_OR_FOLDER ...]

The peer is a pipeline of spaCy of the default small size (tagger, parser, names; width 96), with weights at random:
it shows the time such a network takes, not what it knows. Both read the same sentences on one core.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

from extractors.language.model import parse_sentences, parse_texts
from extractors.language.training.made import made_sentences
from extractors.language.words import split_words
from extractors.sentences import split_sentences

SENTENCES_A_TEXT = 25
Text = tuple[str, list[tuple[int, int]]]

LOAD = """
import resource, time
start = time.perf_counter()
from extractors.language.model import parse_sentences
parse_sentences("Rebels left.", [(0, 12)])
print(f"{time.perf_counter() - start:.2f} s, {time.process_time():.2f} s of processor, "
      f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
"""
LOAD_PEER = """
import resource, time
start = time.perf_counter()
import spacy
spacy.blank("en")
print(f"{time.perf_counter() - start:.2f} s, {time.process_time():.2f} s of processor, "
      f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
"""


def made_texts(number: int) -> list[Text]:
    """Texts of sentences made from templates."""
    sentences = [" ".join(example.words) for example in made_sentences(number, random.Random(1))]
    cut = [sentences[start : start + SENTENCES_A_TEXT] for start in range(0, number, SENTENCES_A_TEXT)]
    texts = []
    for lines in cut:
        spans, end = [], 0
        for line in lines:
            spans.append((end, end + len(line)))
            end += len(line) + 1
        texts.append(("\n".join(lines), spans))
    return texts


def read_texts(paths: list[Path]) -> list[Text]:
    files = [file for path in paths for file in (sorted(path.rglob("*.txt")) if path.is_dir() else [path])]
    texts = [file.read_text("utf-8") for file in files]
    return [(text, [(sentence.start, sentence.end) for sentence in split_sentences(text)]) for text in texts]


def ours(texts: list[Text]) -> float:
    start, tokens = time.process_time(), 0
    for text, spans in texts:
        tokens += sum(len(parse.tokens) for parse in parse_sentences(text, spans))
    return tokens / (time.process_time() - start)


def ours_together(texts: list[Text]) -> float:
    """As the coder reads them: the sentences of many texts in batches of like length."""
    start = time.process_time()
    tokens = sum(len(parse.tokens) for parses in parse_texts(texts) for parse in parses)
    return tokens / (time.process_time() - start)


def words_only(texts: list[Text]) -> float:
    start, tokens = time.process_time(), 0
    for text, spans in texts:
        tokens += sum(len(split_words(text, first, last)) for first, last in spans)
    return tokens / (time.process_time() - start)


def peer(texts: list[Text]) -> tuple[float, float]:
    """Tokens a second of spaCy: its tokenizer alone, and with tagger, parser and names."""
    import spacy  # its memory is not ours: it comes in after ours was measured

    nlp = spacy.blank("en")
    lines = [text[first:last] for text, spans in texts for first, last in spans]
    start = time.process_time()
    tokens = sum(len(nlp.make_doc(line)) for line in lines)
    alone = tokens / (time.process_time() - start)
    for name, labels in (("tagger", 17), ("parser", 45), ("ner", 4)):
        pipe = nlp.add_pipe(name)
        for label in range(labels):
            pipe.add_label(f"L{label}")
    nlp.initialize()
    start = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(lines, batch_size=128))
    return alone, tokens / (time.process_time() - start)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path, nargs="*", default=[], help="text files; else made sentences")
    arguments = parser.parse_args()
    for name, code in (("load, ours", LOAD), ("load, import of spaCy and a blank pipeline", LOAD_PEER)):
        done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
        print(f"{name:<55} {done.stdout.strip()}")
    texts = read_texts(arguments.texts) if arguments.texts else made_texts(3000)
    ours(texts[:3])
    print(f"{'ours, words only':<55} {words_only(texts):>9,.0f} tokens/s")
    print(f"{'ours, words, tags, lemmas, parse and names as records':<55} {ours(texts):>9,.0f} tokens/s")
    print(f"{'the same, texts read together as by the coder':<55} {ours_together(texts):>9,.0f} tokens/s")
    print(f"{'peak memory so far':<55} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:>9,} MB")
    alone, whole = peer(texts)
    print(f"{'spaCy, tokenizer alone':<55} {alone:>9,.0f} tokens/s")
    print(f"{'spaCy, tags, parse and names, default size, untrained':<55} {whole:>9,.0f} tokens/s")


if __name__ == "__main__":
    main()
