"""The list of sources is checked when it is read; each fault is told with its line."""

from pathlib import Path

import pytest

from flows.sources.registry import load_registry, read_registry
from schemas.errors import ConfigurationError

GOOD = """\
contact: desk@example.org
sources:
  - name: herald-world
    outlet: The Example Herald
    country: GB
    language: en
    url: https://herald.example/feed.xml
    kind: feed
    schedule: 30m
    rate: 5
    trust: 0.8
    licence: headlines may be quoted
  - {name: dump, url: "dumps/{date}.jsonl", columns: {text: Body}}
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "sources.yml"
    path.write_text(text)
    return path


def test_a_good_list_is_read(tmp_path: Path) -> None:
    registry = read_registry(write(tmp_path, GOOD))
    herald = registry.sources["herald-world"]
    assert (registry.contact, herald.outlet, herald.rate, herald.trust) == (
        "desk@example.org",
        "The Example Herald",
        5.0,
        0.8,
    )
    assert registry.sources["dump"].columns == (("text", "Body"),)


def test_it_lies_in_the_home_folder_and_need_not_be_there(tmp_path: Path) -> None:
    assert not load_registry(tmp_path).sources
    write(tmp_path, GOOD)
    assert len(load_registry(tmp_path).sources) == 2
    with pytest.raises(ConfigurationError, match="no such file"):
        load_registry(tmp_path, str(tmp_path / "other.yml"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources:\n  - name: a\n    url: b\n    trust: 2\n", "sources.yml:4: trust must be a number from 0 to 1"),
        ("sources:\n  - name: a\n", "sources.yml:2: a source without url"),
        ("sources:\n  - name: a\n    url: b\n    colour: red\n", "sources.yml:4: unknown: 'colour'"),
        ("sources:\n  - {name: a, url: b}\n  - {name: a, url: c}\n", "sources.yml:3: the name 'a' stands twice"),
        ("sources:\n  - {name: a, url: b}\n  - {name: c, url: b}\n", "sources.yml:3: 'c' has the address of 'a'"),
        ("sources:\n  - name: a\n    name: b\n", "sources.yml:3: 'name' stands twice"),
        ("sources:\n  - {name: A b, url: c}\n", "sources.yml:2: name must be small letters"),
        ("sources:\n  - {name: a, url: b, kind: blog}\n", "kind must be feed or sitemap or page, not 'blog'"),
        ("sources:\n  - {name: a, url: b, country: Syria}\n", "country must be two capital letters"),
        ("sources:\n  - {name: a, url: [b]}\n", "one value was expected"),
        ("sources: nothing\n", "sources.yml:1: sources must be a list"),
        ("- a\n", "sources.yml:1: a mapping was expected"),
        ("sources:\n  - name: 'a\n", "sources.yml:"),
        ("a: b\n", "unknown: 'a'"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        read_registry(write(tmp_path, text))
    assert said in str(caught.value)
