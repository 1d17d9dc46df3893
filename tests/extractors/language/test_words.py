import pytest

from extractors.language.words import split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", "They do n't know ."),
        ("Gen. Ali's U.S.-led force", "Gen. Ali 's U.S. - led force"),
        ("It cost $1,500 at 10:30.", "It cost $ 1,500 at 10:30 ."),
        ("a pro-government anti-war co-founder", "a pro-government anti-war co-founder"),
        ("(10km away)", "( 10 km away )"),
        ("See www.example.org, please", "See www.example.org , please"),
        ("“We can’t”", "“ We ca n’t ”"),
        ("They dont see example.com, etc.", "They do nt see example.com , etc ."),
        ("He left town.The army came", "He left town . The army came"),
        ("GENEVA (Agency) - He left", "GENEVA ( Agency ) - He left"),
        ("[the Syrian] army", "[ the Syrian ] army"),
    ],
)
def test_words_are_cut_as_the_treebanks_cut_them(text: str, words: str) -> None:
    assert " ".join(text[first:last] for first, last in split_words(text, 0, len(text))) == words
