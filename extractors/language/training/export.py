"""Writes the folder of the model: weights in half precision, labels, pieces, lemmas, and the card."""

import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from extractors.language.training import endings
from extractors.language.training.lessons import Scheme
from extractors.language.training.treebanks import Example

SOURCES = {
    "ewt": "Universal Dependencies English EWT, CC BY-SA 4.0: relations, parts of speech, lemmas",
    "gum": "Universal Dependencies English GUM (six genres under CC BY or CC BY-SA): the same",
    "gmb": "Groningen Meaning Bank: public-domain news, annotations CDLA-Sharing-1.0: names; its words as raw text",
    "tables": "tables of places and actors of Annalist (GeoNames, UCDP: CC BY 4.0; others): names in made sentences",
    "minilm": "all-MiniLM-L6-v2 (Apache-2.0): the teacher, and the word vectors that the network begins with",
}


def write_network(
    folder: Path, weights: dict[str, np.ndarray[Any, Any]], vocabulary: Sequence[str], scheme: Scheme
) -> None:
    """Writes the network and the names of what it gives."""
    folder.mkdir(parents=True, exist_ok=True)
    halves: dict[str, Any] = {name: table.astype(np.float16) for name, table in sorted(weights.items())}
    np.savez_compressed(folder / "network.npz", **halves)
    labels = {"tags": scheme.tags, "relations": scheme.relations, "names": scheme.names}
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", "utf-8")
    with (folder / "pieces.txt.gz").open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write("\n".join(vocabulary).encode())


def write_namer(folder: Path, weights: dict[str, np.ndarray[Any, Any]]) -> None:
    """Writes the network of names."""
    halves: dict[str, Any] = {name: table.astype(np.float16) for name, table in sorted(weights.items())}
    np.savez_compressed(folder / "names.npz", **halves)


def note_namer(folder: Path, training: dict[str, object]) -> None:
    """Notes in the card how the network of names was trained."""
    path = folder / "card.json"
    card = json.loads(path.read_text("utf-8"))
    card["training"] |= training
    path.write_text(json.dumps(card, indent=2) + "\n", "utf-8")


def read_pieces(folder: Path) -> tuple[list[str], np.ndarray[Any, Any]]:
    """The word pieces of a model's folder and their vectors, which the network of names learns with."""
    with gzip.open(folder / "pieces.txt.gz", "rt", encoding="utf-8") as lines:
        vocabulary = lines.read().split("\n")
    with np.load(folder / "network.npz", allow_pickle=False) as weights:
        return vocabulary, weights["pieces"].astype(np.float32)


def write_lemmas(folder: Path, treebanks: Sequence[Example]) -> None:
    """Writes the table of endings."""
    seen = [
        row
        for example in treebanks
        for row in zip(example.words, example.tags or (), example.lemmas or (), strict=True)
        if row[2] != "_"
    ]
    rows = endings.learn(seen + endings.listed_forms() * 30)  # what is listed goes before what was seen
    names = endings.spellings(word for word, pos, _ in seen if pos == "PROPN")
    endings.write(folder / "lemmas.tsv.gz", rows, names, endings.capitals(seen))


def write_card(folder: Path, data: Path, minilm: Path, training: dict[str, object]) -> None:
    """Writes what the model is made of; `evaluate --write` adds its scores."""
    digests = {
        path.name: _digest(path) for path in sorted(data.iterdir()) if path.name.startswith(("ewt", "gum", "gmb"))
    }
    digests["minilm/model.safetensors"] = _digest(minilm / "model.safetensors")
    card = {
        "model": "parts of speech, lemmas, Universal Dependencies relations and names of English sentences",
        "licence": "CC BY-SA 4.0; see LICENSE.md",
        "sources": SOURCES,
        "sha256": digests,
        "training": training,
    }
    (folder / "card.json").write_text(json.dumps(card, indent=2) + "\n", "utf-8")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
