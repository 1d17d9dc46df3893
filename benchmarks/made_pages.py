"""Pages as news sites serve them, written from templates of our own: any number, each with words and events of its own.

Of a hundred pages some are in French, some hold no article, some repeat the page before under another address, and some
are its near copies in another outlet: so that every state of an input stands in the ledger.
"""

import hashlib
import random
from collections.abc import Sequence

TOWNS = (
    "Palmyra|Raqqa|Aleppo|Homs|Idlib|Hama|Mosul|Tikrit|Ramadi|Kirkuk|Fallujah|Samarra|Baqubah|Donetsk|Kharkiv|Mariupol|"
    "Kramatorsk|Tripoli|Benghazi|Misrata|Sirte|Derna|Sabha|Gao|Kidal|Timbuktu|Mopti|Goma|Bukavu|Beni|Bunia|Maiduguri|"
    "Kaduna|Zaria|Jos|Diffa|Agadez|Kunduz|Herat|Kandahar|Ghazni|Jalalabad|Peshawar|Quetta|Taiz|Aden|Hodeidah|Marib|Sanaa|"
    "Mogadishu|Kismayo|Baidoa|Juba|Malakal|Bentiu|El Fasher|Nyala|Bangui|Bambari|Marawi|Cotabato|Sittwe|Medellin"
).split("|")
SIDES = (
    "Rebels|Government troops|Islamist militants|Separatist fighters|A local militia|The army|Gunmen|Police|"
    "Soldiers|Insurgents|Paramilitary forces|Tribal fighters"
).split("|")
ACTS = (
    "{a} captured a checkpoint outside {p} on {d} after {n} hours of fighting",
    "{a} attacked a convoy near {p} on {d}, killing {n} people and wounding {m}",
    "At least {n} people died when a car bomb exploded at a market in {p} on {d}",
    "Warplanes bombed a village east of {p} on {d} and killed {n} civilians",
    "{a} arrested {n} men in {p} on {d}",
    "{a} shelled the northern quarter of {p} on {d}, and {m} residents were wounded",
    "{a} kidnapped {n} aid workers on the road to {p} on {d}",
    "{a} released {n} prisoners in {p} on {d}",
    "Some {n}00 people marched through {p} on {d} against the price of bread",
    "{a} withdrew from two villages near {p} on {d}",
    "{a} and elders of {p} agreed on a truce of {n} days on {d}",
    "{m} families fled {p} on {d}, the agency said",
)
TELLERS = "said|told reporters|wrote in a statement|told a radio station|confirmed by telephone".split("|")
WHO = "a doctor|a shopkeeper|the governor|a spokesman|a teacher|a driver|a council member|an aid worker".split("|")
QUIET = (
    "{w} {s}, {j} of the district, {t} that the road to {p} had been empty since the morning.",
    "Prices of {g} in the {q} market have risen by {n} per cent, {w} {s} {t}.",
    "{s}, who has lived in the {q} quarter for {m} years, {t} that shops were closed.",
    "The bridge at {q} is {m} metres long, and lorries with {g} wait there for hours.",
    "Electricity was cut in {q} and in {n} villages around it, {s} {t}.",
    "The school of {q}, built {m} years ago, has room for {n}0 pupils.",
)
GOODS = "bread|fuel|rice|sugar|flour|medicine|cement|water|onions|cooking oil".split("|")
JOBS = "mayor|head nurse|chief engineer|secretary|imam|priest|judge".split("|")
STARTS, ENDS = (
    "Al Ba Ka Mo Sa Ta Na Ru De Li Wa Ha Go Zi Fe".split(),
    "rim bari sou dani lev kov man zai dul reth".split(),
)
MIDDLES = "ra mi ko na li zu be sha do fa ri".split()
MONTHS = "January February March April May".split()
FRENCH = "Le rapport {m} de {p} compte {n} pages. Les habitants du quartier de {q} ont dit que la route était vide."
COPY, REPEAT, EMPTY, FOREIGN = 97, 93, 89, 85  # of a hundred pages, from which number on


def made_page(number: int, kilobytes: int, *, coded: int = 100) -> tuple[str, bytes]:
    """The address and the bytes of a page, the same for the same number; `coded` of a hundred may hold events."""
    sort = number * 37 % 100
    if COPY > sort >= REPEAT and number:
        return f"https://herald.example/{number - 1}?utm_source=feed", made_page(number - 1, kilobytes, coded=coded)[1]
    if sort >= COPY and number:
        return f"https://courier.example/{number}", _page(number - 1, kilobytes, coded, "The Example Courier")
    return f"https://herald.example/{number}", _page(number, kilobytes, coded, "The Example Herald")


def _page(number: int, kilobytes: int, coded: int, outlet: str) -> bytes:
    chance = random.Random(number)
    sort = number * 37 % 100
    is_foreign = sort >= coded or EMPTY > sort >= FOREIGN
    told = [] if EMPTY <= sort < REPEAT else _french(chance) if is_foreign else _english(chance)
    title = told[0].split(". ")[0] if told else f"Gallery {number}"
    article = "".join(f"<p>{one}</p>" for one in told)
    menu = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
    script = hashlib.sha256(f"{number}{outlet}".encode()).hexdigest() * (kilobytes * 16)
    day = f"2016-{chance.randint(2, 6):02}-{chance.randint(1, 28):02}"
    return (
        f"<html lang={'fr' if is_foreign else 'en'}><head><title>{title}</title><script>var a='{script}'</script>"
        f"<meta property='og:site_name' content='{outlet}'><meta property='article:published_time' content='{day}'>"
        f"</head><body><ul>{menu}</ul><article><h1>{title}</h1>{article}</article></body></html>"
    ).encode()


def _english(chance: random.Random) -> list[str]:
    """Three paragraphs of some 40 words: what happened, and what is said around it."""
    acts = chance.sample(ACTS, 3)
    return [
        " ".join(
            [
                f"{_filled(act, chance)}, {chance.choice(WHO)} {chance.choice(TELLERS)}.",
                *(_filled(one, chance) for one in chance.sample(QUIET, 2)),
            ]
        )
        for act in acts
    ]


def _french(chance: random.Random) -> list[str]:
    return [_filled(FRENCH, chance) for _ in range(4)]


def _filled(template: str, chance: random.Random) -> str:
    facts = {
        "a": chance.choice(SIDES),
        "p": chance.choice(TOWNS),
        "d": f"{chance.randint(1, 28)} {chance.choice(MONTHS)} 2016",
        "n": chance.randint(2, 40),
        "m": chance.randint(5, 90),
        "s": f"{_name(chance)} {_name(chance)}",
        "q": _name(chance),
        "w": chance.choice(("Engineer", "Doctor", "Professor", "Colonel")),
        "t": chance.choice(("said", "told the newspaper", "wrote")),
        "g": chance.choice(GOODS),
        "j": chance.choice(JOBS),
    }
    told = template.format(**facts)
    return told[0].upper() + told[1:]


def _name(chance: random.Random) -> str:
    """A name of some 30,000: what is remembered of words by the program must not grow without end."""
    return (
        _joined(chance, (STARTS, MIDDLES, MIDDLES, ENDS)) if chance.random() < 0.7 else _joined(chance, (STARTS, ENDS))
    )


def _joined(chance: random.Random, parts: Sequence[Sequence[str]]) -> str:
    return "".join(chance.choice(part) for part in parts)
