"""The language of a text is told by the text."""

import pytest
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from extractors.languages import detect_language, identify

TEXTS = {
    "fr": "Les soldats sont entrés dans la ville mardi matin, et les habitants ont fui vers la frontière.",
    "de": "Die Soldaten rückten am Dienstag in die Stadt ein, und die Bewohner flohen an die Grenze.",
    "es": "Los soldados entraron en la ciudad el martes por la mañana y los vecinos huyeron a la frontera.",
    "ru": "Солдаты вошли в город во вторник утром, и жители бежали к границе.",
    "ar": "دخل الجنود المدينة صباح الثلاثاء وفر السكان إلى الحدود القريبة من النهر.",
    "en": "The soldiers entered the town on Tuesday morning, and those who lived there fled to the border.",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_the_text_tells_its_language(language: str, text: str) -> None:
    """Where a source says nothing, and where it calls all that it sends English."""
    assert detect_language(text) == detect_language(text, "en") == language


def test_what_cannot_be_told_is_as_declared() -> None:
    """A few words are in no language that statistics could find."""
    assert detect_language("Homs, Hama, Idlib", "fr-FR") == "fr"
    assert detect_language("Homs, Hama, Idlib") == "en"


def test_mapped_statistics_say_what_those_in_memory_say() -> None:
    """Both the language and how sure it is, to the last digit."""
    plain = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    for text in TEXTS.values():
        language, sureness = plain.classify(text.casefold())
        assert identify(text) == (language, float(sureness))
