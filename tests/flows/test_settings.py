"""Which server of places is asked, and who asks it."""

import pytest

from flows.settings import NOMINATIM_CONTACT_VARIABLE, NOMINATIM_VARIABLE, choose_nominatim
from schemas.errors import ConfigurationError


def told(monkeypatch: pytest.MonkeyPatch, address: str, contact: str = "desk@example.org") -> None:
    monkeypatch.setenv(NOMINATIM_VARIABLE, address)
    monkeypatch.setenv(NOMINATIM_CONTACT_VARIABLE, contact)


def test_nothing_is_asked_unless_it_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NOMINATIM_VARIABLE, raising=False)
    assert choose_nominatim() is None
    told(monkeypatch, " ")
    assert choose_nominatim() is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://127.0.0.1:8080", ("http", "127.0.0.1:8080", "127.0.0.1:8080")),
        ("https://maps.example.org/nominatim/", ("https", "maps.example.org/nominatim", "maps.example.org")),
        ("HTTP://[::1]:80/", ("http", "[::1]:80", "[::1]:80")),
    ],
)
def test_a_server_is_read(address: str, expected: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, address)
    server = choose_nominatim()
    assert server is not None
    assert (server.scheme, server.domain, server.host) == expected
    assert server.contact == "desk@example.org"


@pytest.mark.parametrize(
    "address",
    ["maps.example.org", "ftp://a.org", "http://", "http://a.org:port", "http://me:pw@a.org", "http://a.org/?q=1"],
)
def test_what_is_no_server_is_a_wrong_call(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, address)
    with pytest.raises(ConfigurationError, match=NOMINATIM_VARIABLE):
        choose_nominatim()


@pytest.mark.parametrize("contact", ["", "  ", "desk\nX-Other: 1", "Büro"])
def test_who_asks_must_be_told(contact: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told(monkeypatch, "http://127.0.0.1", contact)
    with pytest.raises(ConfigurationError, match=NOMINATIM_CONTACT_VARIABLE) as caught:
        choose_nominatim()
    assert "\n" not in str(caught.value)
