from extractors.language.model import parse_sentences
from extractors.language.spacy_doc import to_spacy

TEXT = "Rebels left Homs. They won't return."


def test_a_spacy_document_says_the_same() -> None:
    parses = parse_sentences(TEXT, [(0, 17), (18, len(TEXT))])
    doc = to_spacy(TEXT, parses)
    tokens = [token for parse in parses for token in parse.tokens]
    assert doc.text == TEXT
    assert [word.lemma_ for word in doc] == [token.lemma for token in tokens]
    assert len(list(doc.sents)) == 2
    assert [(name.start_char, name.end_char) for name in doc.ents] == [
        (name.start, name.end) for parse in parses for name in parse.entities
    ]
