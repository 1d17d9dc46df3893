"""The word pieces of MiniLM and their vectors, made narrow: what the student begins with."""

import re
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load_file

_LATIN = re.compile(r"(##)?[\x21-\x7e\u00a0-\u024f\u2010-\u203a\u20a0-\u20bf]+")
_UNKNOWN = "[UNK]"


def narrow_vectors(minilm: Path, width: int) -> tuple[list[str], np.ndarray[Any, Any]]:
    """The pieces in Latin letters, the unknown one first, and the main components of their vectors."""
    pieces = (minilm / "vocab.txt").read_text("utf-8").split("\n")
    kept = [place for place, piece in enumerate(pieces) if not piece.startswith("[") and _LATIN.fullmatch(piece)]
    kept.insert(0, pieces.index(_UNKNOWN))
    weights = load_file(minilm / "model.safetensors")
    name = next(name for name in weights if name.endswith("word_embeddings.weight"))
    table = weights[name][kept].astype(np.float64)
    left, strength, _ = np.linalg.svd(table - table.mean(0), full_matrices=False)
    vectors = left[:, :width] * strength[:width]
    return [pieces[place] for place in kept], (vectors / (3 * vectors.std())).astype(np.float32)
