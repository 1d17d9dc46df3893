"""What a sentence tells as lying behind the news, by its tense: the pluperfect, and a perfect that tells a result.

The present perfect is the tense of hot news ("rebels have captured the town"), so in a lead it takes the publication
day (`inherited.py` tells where it does not) unless its clause says that it sums up: by an adverb ("repeatedly"), as an
aside on a noun ("which has shelled the port"), as the ground of a present state ("has been freed, and now ..."), or as
a speaker's account of others.
"""

from extractors.dates.dating.clauses import clause_words, is_recalled
from extractors.language.parse import Parse, Token

_FAR = 4  # words between an auxiliary and its verb, at most
_GROUND = frozenset({"over", "for"})
_US = frozenset({"we", "i", "our", "my"})


def is_background(token: int, parse: Parse, text: str) -> bool:
    """Whether an event lies behind the story at an unknown distance, so that the publication day is not its own."""
    word = parse.tokens[token]
    if word.pos in {"NOUN", "PROPN"}:
        known = _is_ground(token, parse) or _is_known(token, parse) or is_recalled(parse.tokens, token)
        return known or _has_effect(token, parse) or _is_result(word.head, parse, text)
    if word.pos != "VERB":
        return False
    return _is_pluperfect(token, parse) or _is_result(token, parse, text)


def is_since(token: int, parse: Parse) -> bool:
    """Whether an event opened a stretch up to now, or fills one: "has stepped up attacks since troops began to go"."""
    tokens = parse.tokens
    marked = {word.head for word in tokens if word.relation == "mark" and word.text.lower() == "since"}
    at, above = token, tokens[token].head
    while at != above and at not in marked and tokens[at].relation.partition(":")[0] in {"xcomp", "obj"}:
        at, above = above, tokens[above].head
    filled = any(clause in marked and tokens[clause].head == at for clause in range(len(tokens)))
    perfect = any(_has(word, at) for word in tokens)
    return at in marked or (filled and perfect)


def _is_known(token: int, parse: Parse) -> bool:
    """Algeria, which brokered the accord: an aside on somebody names what the reader knows from before."""
    aside = parse.tokens[parse.tokens[token].head].relation == "acl:relcl" and parse.tokens[token].relation == "obj"
    return aside and any(word.head == token and word.text.lower() == "the" for word in parse.tokens)


def _has_effect(token: int, parse: Parse) -> bool:
    """The bombings have frightened travellers away: what they did since is the news, not they."""
    verb = parse.tokens[token].head
    known = any(word.head == token and word.text.lower() in {"the", "these", "those"} for word in parse.tokens)
    effect = parse.tokens[token].relation == "nsubj" and parse.tokens[verb].lemma in clause_words("affecting")
    return effect and known


def _is_ground(token: int, parse: Parse) -> bool:
    """Held over a bombing, condemned the raid, an inquiry into the rape: what came before, nobody says when."""
    led = {word.text.lower() for word in parse.tokens if word.head == token and word.relation == "case"}
    above = parse.tokens[parse.tokens[token].head]
    reacted = above.lemma in clause_words("reacting") and not parse.tokens[token].relation.startswith("nsubj")
    return "into" in led or (above.pos == "VERB" and (bool(led & _GROUND) or reacted))


def _is_pluperfect(token: int, parse: Parse) -> bool:
    """ "Had repeatedly stated it and called"; not after a verb of saying: "she said an inquiry had been opened"."""
    words = [word.text.lower() for word in parse.tokens]
    at = next((at for at in range(token - 1, max(-1, token - _FAR), -1) if words[at] == "had"), None)
    if at is None and token and words[token - 1] == "and" and "had" in words[:token]:
        at = words.index("had") if _goes_on(parse, words.index("had"), token) else None
    said = any(parse.tokens[verb].lemma in clause_words("saying") for verb in range(at or 0))
    return at is not None and not said


def _goes_on(parse: Parse, had: int, token: int) -> bool:
    """Whether "and" goes on with what had been done: not in "denied that gunners had fired and accused the army"."""
    verb = next((word for word in parse.tokens[had:token] if word.pos == "VERB"), None)
    spoken = parse.tokens[token].lemma in clause_words("speaking") | clause_words("reacting")
    return not spoken or (verb is not None and verb.lemma in clause_words("saying"))


def is_perfect(token: int, parse: Parse) -> bool:
    """Whether an event is told by a verb in the present perfect."""
    tokens = parse.tokens
    near = range(max(0, token - _FAR), token)
    return tokens[token].pos == "VERB" and any(_has(tokens[at], token) for at in near)


def _is_result(token: int, parse: Parse, text: str) -> bool:
    """Whether a present perfect sums up what has come to pass."""
    tokens = parse.tokens
    if not is_perfect(token, parse):
        return False
    inside = {tokens[at].text.lower() for at in range(len(tokens)) if tokens[at].head == token}
    if inside & clause_words("summing") or tokens[token].relation.startswith("acl"):
        return True
    joined = any(word.head == token and word.relation == "conj" and _is_now(n, parse) for n, word in enumerate(tokens))
    return joined or (_is_quoted(tokens[token], parse, text) and not inside & _US)


def _has(word: Token, token: int) -> bool:
    return word.head == token and word.text.lower() in {"has", "have", "'ve", "’ve"}


def _is_now(verb: int, parse: Parse) -> bool:
    return any(word.head == verb and word.text.lower() == "now" for word in parse.tokens)


def _is_quoted(word: Token, parse: Parse, text: str) -> bool:
    """Whether a word stands in direct speech: inside a quotation that its paragraph has opened."""
    start = max(text.rfind("\n", 0, parse.start) + 1, word.start - 1000)
    told = text[start : word.start]
    return told.count('"') % 2 == 1 or told.rfind("“") > told.rfind("”")
