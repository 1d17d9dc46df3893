"""Makes the model from the data, from one end to the other: see README.md in this folder.

python -m extractors.language.training.recipe --treebanks FOLDER --minilm FOLDER [--output FOLDER] [--names-only]
"""

import argparse
import json
import logging
import random
from dataclasses import asdict, dataclass
from pathlib import Path

from extractors.language.model import FOLDER
from extractors.language.training.consensus import known_names, mended
from extractors.language.training.export import (
    note_namer,
    read_pieces,
    write_card,
    write_lemmas,
    write_namer,
    write_network,
)
from extractors.language.training.learn import train_student
from extractors.language.training.lessons import gold_lesson, scheme_of
from extractors.language.training.made import made_sentences
from extractors.language.training.namer import train_namer
from extractors.language.training.teach import mark, train_teacher
from extractors.language.training.treebanks import Example, read_names, read_treebanks
from extractors.language.training.vectors import narrow_vectors


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How much of everything.

    Attributes:
        teacher_steps: Batches that the teacher sees.
        student_steps: Batches that the student sees.
        namer_steps: Batches that the network of names sees.
        made: Sentences made from templates.
        gold: How often each treebank sentence stands in a round beside the marked ones.
        pieces: Width of the vectors of word pieces.
        width: Width of each LSTM of the student.
        namer_width: Width of each LSTM of the network of names.
        every: Only each so many-th sentence is taken; above 1 for trials.
        seed: Where chance begins.
    """

    teacher_steps: int = 700
    student_steps: int = 5000
    namer_steps: int = 4000
    made: int = 6000
    gold: int = 3
    pieces: int = 96
    width: int = 112
    namer_width: int = 80
    every: int = 1
    seed: int = 7


def make(treebanks: Path, minilm: Path, output: Path, plan: Plan) -> None:
    """Trains the teacher, marks the raw text, trains the student, and writes the model's folder."""
    parsed = _readable(read_treebanks(treebanks, "train"))[:: plan.every]
    named = _readable(read_names(treebanks, held_out=False))[:: plan.every]
    scheme = scheme_of(parsed, named)
    teacher = train_teacher(minilm, parsed, named, scheme, steps=plan.teacher_steps, seed=plan.seed)
    chance = random.Random(plan.seed)
    marked = mark(teacher, minilm, named + made_sentences(plan.made, chance), scheme)
    lessons = [gold_lesson(example, scheme) for example in parsed] * plan.gold + marked
    vocabulary, vectors = narrow_vectors(minilm, plan.pieces)
    weights = train_student(
        lessons, vectors, vocabulary, scheme, width=plan.width, steps=plan.student_steps, seed=plan.seed
    )
    write_network(output, weights, vocabulary, scheme)
    write_lemmas(output, read_treebanks(treebanks, "train"))
    write_card(output, treebanks, minilm, asdict(plan))
    make_namer(treebanks, output, plan)


def make_namer(treebanks: Path, output: Path, plan: Plan) -> None:
    """Trains the network of names, and writes it beside the network of the parse."""
    named = _readable(read_names(treebanks, held_out=False))[:: plan.every]
    known = known_names(named)
    lessons = [mended(example, known) for example in named]
    lessons += made_sentences(plan.made, random.Random(plan.seed))
    labels = json.loads((output / "labels.json").read_text("utf-8"))["names"]
    vocabulary, pieces = read_pieces(output)
    width, steps, seed = plan.namer_width, plan.namer_steps, plan.seed
    write_namer(output, train_namer(lessons, pieces, vocabulary, labels, width=width, steps=steps, seed=seed))
    note_namer(output, {"namer_steps": steps, "namer_width": width, "namer_seed": seed})


def _readable(examples: list[Example]) -> list[Example]:
    return [example for example in examples if len(example.words) < 110]


def main() -> None:
    """Makes the model; an hour on two cores."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of EWT, GUM and GMB")
    parser.add_argument("--minilm", type=Path, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--output", type=Path, default=FOLDER, help="where the model goes")
    usual = Plan()
    parser.add_argument("--teacher-steps", type=int, default=usual.teacher_steps)
    parser.add_argument("--student-steps", type=int, default=usual.student_steps)
    parser.add_argument("--namer-steps", type=int, default=usual.namer_steps)
    parser.add_argument("--names-only", action="store_true", help="leave the parse as it is, train names anew")
    parser.add_argument("--seed", type=int, default=usual.seed)
    parser.add_argument("--every", type=int, default=usual.every, help="take each so many-th sentence, for a trial")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    plan = Plan(
        teacher_steps=arguments.teacher_steps,
        student_steps=arguments.student_steps,
        namer_steps=arguments.namer_steps,
        every=arguments.every,
        made=usual.made // arguments.every,
        seed=arguments.seed,
    )
    if arguments.names_only:
        make_namer(arguments.treebanks, arguments.output, plan)
    elif arguments.minilm:
        make(arguments.treebanks, arguments.minilm, arguments.output, plan)
    else:
        parser.error("--minilm is missing")


if __name__ == "__main__":
    main()
