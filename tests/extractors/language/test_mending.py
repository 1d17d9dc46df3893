"""What the mending of parses hangs elsewhere, and what it leaves alone."""

from extractors.language.mending import mend_parse
from extractors.language.parse import Parse, Token


def made(*rows: tuple[str, str, int, str]) -> Parse:
    """A parse from (word, part of speech, governor, relation)."""
    tokens, at = [], 0
    for word, pos, head, relation in rows:
        tokens.append(
            Token(at, at + len(word), word, word.lower().removesuffix("ed").removesuffix("s"), pos, head, relation)
        )
        at += len(word) + 1
    return Parse(0, at, tuple(tokens), ())


def test_a_subject_that_the_word_of_saying_took_goes_to_what_is_said() -> None:
    parse = made(
        ("Rebels", "NOUN", 4, "nsubj"),
        ("shelled", "VERB", 4, "ccomp"),
        ("it", "PRON", 1, "obj"),
        ("officials", "NOUN", 4, "nsubj"),
        ("say", "VERB", 4, "root"),
    )
    assert [token.head for token in mend_parse(parse).tokens] == [1, 4, 1, 4, 4]


def test_what_is_said_keeps_its_own_subject() -> None:
    parse = made(
        ("Rebels", "NOUN", 1, "nsubj"),
        ("shelled", "VERB", 3, "ccomp"),
        ("officials", "NOUN", 3, "nsubj"),
        ("say", "VERB", 3, "root"),
    )
    assert mend_parse(parse) is parse


def test_a_short_name_behind_two_names_is_that_of_the_second() -> None:
    parse = made(
        ("Army", "NOUN", 4, "nsubj"),
        ("and", "CCONJ", 2, "cc"),
        ("Front", "PROPN", 0, "conj"),
        ("HF", "PROPN", 0, "appos"),
        ("left", "VERB", 4, "root"),
    )
    assert mend_parse(parse).tokens[3].head == 2


def test_a_name_before_the_second_stays_with_the_first() -> None:
    parse = made(
        ("Envoy", "NOUN", 4, "nsubj"),
        ("Ivo", "PROPN", 0, "appos"),
        ("and", "CCONJ", 3, "cc"),
        ("rebels", "NOUN", 0, "conj"),
        ("left", "VERB", 4, "root"),
    )
    assert mend_parse(parse) is parse


def test_who_speaks_behind_a_quotation_speaks() -> None:
    parse = made(
        ("shells", "NOUN", 1, "nsubj"),
        ("fell", "VERB", 3, "ccomp"),
        ("envoy", "NOUN", 1, "nsubj"),
        ("say", "VERB", 3, "root"),
    )
    assert mend_parse(parse).tokens[2].head == 3


def test_a_participle_behind_its_noun_is_not_the_verb_of_the_sentence() -> None:
    parse = made(
        ("truce", "NOUN", 4, "nsubj"),
        ("agreed", "VERB", 1, "root"),
        ("in", "ADP", 3, "case"),
        ("Gao", "PROPN", 1, "obl"),
        ("took", "VERB", 1, "xcomp"),
        ("hold", "NOUN", 4, "obj"),
        (".", "PUNCT", 1, "punct"),
    )
    assert [(token.head, token.relation) for token in mend_parse(parse).tokens] == [
        (4, "nsubj"),
        (0, "acl"),
        (3, "case"),
        (1, "obl"),
        (4, "root"),
        (4, "obj"),
        (4, "punct"),
    ]


def test_a_time_behind_a_participle_is_its_time() -> None:
    parse = made(
        ("truce", "NOUN", 4, "nsubj:pass"),
        ("signed", "VERB", 0, "acl"),
        ("May", "PROPN", 4, "obl:unmarked"),
        ("was", "AUX", 4, "aux:pass"),
        ("broken", "VERB", 4, "root"),
    )
    assert mend_parse(parse).tokens[2].head == 1


def test_a_past_form_goes_on_in_a_relative_clause_and_not_behind_a_progressive() -> None:
    parse = made(
        ("is", "AUX", 1, "aux"),
        ("chasing", "VERB", 1, "root"),
        ("men", "NOUN", 1, "obj"),
        ("who", "PRON", 4, "nsubj"),
        ("hold", "VERB", 2, "acl:relcl"),
        ("it", "PRON", 4, "obj"),
        ("and", "CCONJ", 7, "cc"),
        ("raided", "VERB", 1, "conj"),
    )
    assert mend_parse(parse).tokens[7].head == 4


def test_a_form_in_s_goes_on_after_one_in_s() -> None:
    parse = made(
        ("will", "AUX", 1, "aux"),
        ("stay", "VERB", 1, "root"),
        ("until", "SCONJ", 4, "mark"),
        ("it", "PRON", 4, "nsubj"),
        ("yields", "VERB", 1, "advcl"),
        ("and", "CCONJ", 6, "cc"),
        ("leaves", "VERB", 1, "conj"),
    )
    assert mend_parse(parse).tokens[6].head == 4


def test_what_is_said_in_a_message_hangs_on_the_verb_of_saying() -> None:
    parse = made(
        ("say", "VERB", 0, "root"),
        ("in", "ADP", 3, "case"),
        ("a", "DET", 3, "det"),
        ("message", "NOUN", 0, "obl"),
        ("that", "SCONJ", 7, "mark"),
        ("it", "PRON", 7, "nsubj"),
        ("had", "AUX", 7, "aux"),
        ("left", "VERB", 3, "acl:relcl"),
    )
    assert mend_parse(parse).tokens[7][-2:] == (0, "ccomp")


def test_up_to_a_number_is_no_particle() -> None:
    parse = made(
        ("free", "VERB", 0, "root"),
        ("up", "ADP", 0, "compound:prt"),
        ("to", "ADP", 3, "case"),
        ("90", "NUM", 4, "nummod"),
        ("men", "NOUN", 0, "obj"),
    )
    assert mend_parse(parse).tokens[1][-2:] == (3, "advmod")


def test_a_clause_on_each_other_hangs_on_its_verb() -> None:
    parse = made(
        ("accused", "VERB", 0, "root"),
        ("each", "DET", 2, "det"),
        ("other", "ADJ", 0, "obj"),
        ("of", "SCONJ", 4, "mark"),
        ("lying", "VERB", 2, "advcl"),
    )
    assert mend_parse(parse).tokens[4].head == 0


def test_what_an_inquiry_is_into_hangs_on_it() -> None:
    parse = made(
        ("sought", "VERB", 0, "root"),
        ("inquiry", "NOUN", 0, "obj"),
        ("into", "ADP", 3, "case"),
        ("rape", "NOUN", 0, "obl"),
    )
    assert mend_parse(parse).tokens[3][-2:] == (1, "nmod")


def test_between_opens_no_member_of_a_list() -> None:
    parse = made(
        ("contacts", "NOUN", 5, "nsubj"),
        ("and", "CCONJ", 2, "cc"),
        ("trade", "NOUN", 0, "conj"),
        ("between", "ADP", 4, "case"),
        ("armies", "NOUN", 0, "conj"),
        ("grew", "VERB", 5, "root"),
    )
    assert mend_parse(parse).tokens[4][-2:] == (2, "nmod")


def test_a_past_form_goes_on_after_a_past_form() -> None:
    parse = made(
        ("accused", "VERB", 0, "root"),
        ("using", "VERB", 0, "advcl"),
        ("gas", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"),
        ("imposed", "VERB", 1, "conj"),
    )
    parse = Parse(parse.start, parse.end, tuple(t._replace(lemma=t.text.removesuffix("d")) for t in parse.tokens), ())
    assert mend_parse(parse).tokens[4].head == 0
