import gzip
import random
from pathlib import Path

from extractors.language.training.noise import curly, recase, title_case
from extractors.language.training.treebanks import read_names, read_treebanks

CONLLU = """# text = Don't shoot.
1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
1\tDo\tdo\tAUX\tVBP\t_\t3\taux\t_\t_
2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
3\tshoot\tshoot\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""
NAMES = "Mr.\tB-per\nKarim\tI-per\nleft\tO\nthat\tB-tim\nU.S.-led\tB-geo\nunit\tO\n\nSecond\tO\n"

CHANCE = random.Random(1)  # no secret


def test_a_treebank_is_read(tmp_path: Path) -> None:
    for name in ("ewt", "gum"):
        with gzip.open(tmp_path / f"{name}-dev.conllu.gz", "wt", encoding="utf-8") as out:
            out.write(CONLLU)
    first, second = read_treebanks(tmp_path, "dev")
    assert first == second
    assert first.words == ["Do", "n't", "shoot", "."]
    assert first.spaces == [False, True, False, True]
    assert first.heads == [2, 2, 2, 2]


def test_names_are_mended_and_cut_as_the_treebanks_are(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "gmb-entities.iob.gz", "wt", encoding="utf-8") as out:
        out.write(NAMES)
    (held,) = read_names(tmp_path, held_out=True)
    assert held.words == ["Mr.", "Karim", "left", "that", "U.S.", "-", "led", "unit"]
    assert held.names == ["O", "B-PERSON", "O", "O", "B-LOC", "I-LOC", "I-LOC", "O"]
    assert [example.words for example in read_names(tmp_path, held_out=False)] == [["Second"]]


def test_clitics_that_the_corpus_cut_off_stay_whole(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "gmb-entities.iob.gz", "wt", encoding="utf-8") as out:
        out.write("Iraq\tB-geo\n's\tO\narmy\tO\ndid\tO\nn't\tO\n")
    (held,) = read_names(tmp_path, held_out=True)
    assert held.words == ["Iraq", "'s", "army", "did", "n't"]
    assert held.spaces[:1] == [False]


def test_noise_changes_how_words_are_written_and_nothing_else() -> None:
    words = ["Rebels", "seize", '"', "the", "town", '"', "in", "Karim", "'s", "name"]
    chance = CHANCE
    for _ in range(50):
        changed = recase(words, chance)
        assert len(changed) == len(words)
        assert all(
            word.lower() == other.lower() or not word.isalpha() for word, other in zip(words, changed, strict=True)
        )
    assert title_case(words)[3:5] == ["the", "Town"]
    assert curly(words)[2:6] == ["“", "the", "town", "”"]
