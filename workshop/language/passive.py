"""Finds the passive voice: a form of "worden", "zijn" or "be" with the participle that goes with it."""

from __future__ import annotations

from workshop.language.dutch import stays_active
from workshop.language.reading import Token
from workshop.language.wordlists import word_lists
from workshop.language.words import Word

_REACH = 28
_BREAK_NL = frozenset(
    {
        "dat",
        "omdat",
        "zodat",
        "terwijl",
        "hoewel",
        "als",
        "wanneer",
        "toen",
        "nadat",
        "voordat",
        "die",
        "wie",
        "waar",
        "of",
        "maar",
        "want",
        "en",
        "waarbij",
        "waarin",
        "waarop",
        "waardoor",
        "doordat",
        "indien",
        "totdat",
        "zodra",
        "dus",
        "waarna",
        "waarmee",
    }
)
_STOPS = frozenset('.;:!?()"“”')


def passives_nl(tokens: list[Token], words: list[Word | None]) -> list[tuple[int, int]]:
    """The passives of a Dutch sentence, each as the places of the auxiliary and of the participle."""
    found: list[tuple[int, int]] = []
    used: set[int] = set()
    for at, word in enumerate(words):
        if (
            word is None
            or word.kind not in ("become", "be")
            or (word.form == "zijn" and not is_verb_zijn(words, at))
        ):
            continue
        place = _participle_nl(tokens, words, at, used)
        if place is None:
            continue
        form = words[place]
        assert form is not None
        if word.kind == "be" and not _stative_passive(tokens, words, at, place):
            continue
        used.add(place)
        found.append((at, place))
    return found


def is_verb_zijn(words: list[Word | None], at: int) -> bool:
    """Whether "zijn" is the verb here and not "his"."""
    before = words[at - 1] if at else None
    following = words[at + 1] if at + 1 < len(words) else None
    if before is not None:
        if before.kind in ("prep", "coord", "have", "be") and before.form != "te":
            return False
        if before.participle or before.infinitive or before.form in _PLURAL or before.form == "te":
            return True
        if before.finite and not before.form.endswith("en"):
            return False
    if following is None:
        return True
    if following.kind:
        return True
    return following.participle or (
        before is not None and before.form.endswith(("en", "s")) and not following.content
    )


_PLURAL = frozenset(
    [
        "ze",
        "zij",
        "wij",
        "we",
        "die",
        "er",
        "jullie",
        "deze",
        "dit",
        "dat",
        "wat",
        "beide",
        "alle",
        "velen",
        "hier",
        "daar",
        "ook",
        "kan",
        "kunnen",
        "zou",
        "zouden",
        "zal",
        "zullen",
        "moet",
        "moeten",
        "mag",
        "mogen",
        "te",
        "waarvan",
        "waarin",
        "niet",
    ]
)


def _participle_nl(tokens: list[Token], words: list[Word | None], at: int, used: set[int]) -> int | None:
    """The participle of the auxiliary at a place: just before it, or further on in the same clause."""
    for place in range(at - 1, max(at - 4, -1), -1):
        before = words[place]
        if before is None:
            break
        if (
            before.participle
            and place not in used
            and not (place and tokens[place - 1].lower == "te")
            and (place == at - 1 or _ends_clause(tokens, words, at + 1))
        ):
            return place
        if before.kind not in ("modal", "have", "be", "become") and tokens[place].lower not in ("te",):
            break
    commas = 0
    joined = opened = False
    auxiliary = words[at]
    word_be = auxiliary is not None and auxiliary.kind == "be"
    for place in range(at + 1, min(at + _REACH, len(tokens))):
        word = words[place]
        if word is None:
            sign = tokens[place].text
            if sign in _STOPS and sign not in '()"“”':
                return None
            if sign == ",":
                commas += 1
            continue
        if word.kind == "have":
            return None
        if (
            word.participle
            and place not in used
            and not _attributive(words, place)
            and not _noun(words, place)
        ):
            if (word_be and commas) or (not word_be and word.form in _NEVER_PASSIVE):
                continue
            following = words[place + 1] if place + 1 < len(words) else None
            if following is not None and following.kind in ("be", "become") and opened:
                # "wordt bekeken of hulp nodig is" has the participle of another clause last.
                continue
            return None if following is not None and following.kind == "have" else place
        if word.kind in ("become", "be") and word.form not in ("zijn",) and place > at + 1:
            return None
        if word.form in _BREAK_NL:
            opened = opened or word.kind == "sub"
            joined = joined or word.kind == "coord"
        elif joined and word_be and word.kind == "modal":
            # "is vormvrij maar moet …": the second half has a verb of its own.
            return None
    return None


_NEVER_PASSIVE = frozenset(
    [
        "gekomen",
        "gegaan",
        "gebleven",
        "verschenen",
        "verdwenen",
        "afgesprongen",
        "gestorven",
        "overleden",
        "gebleken",
        "gevallen",
        "gestegen",
        "gedaald",
        "vertrokken",
        "ontstaan",
        "geweest",
        "geworden",
        "bekend",
        "bewust",
    ]
)


def _attributive(words: list[Word | None], place: int) -> bool:
    """Whether a participle stands before a noun: "de gevonden sleutels"."""
    following = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if following is None or following.kind or following.participle or following.infinitive:
        return False
    return before is not None and before.kind == "det" and not following.finite


def _noun(words: list[Word | None], place: int) -> bool:
    """Whether an article says that this is a noun: "met de ondernemingsraad"."""
    before = words[place - 1] if place else None
    return before is not None and before.form in ("de", "een", "uw", "onze", "mijn", "jouw")


def _ends_clause(tokens: list[Token], words: list[Word | None], place: int) -> bool:
    if place >= len(tokens):
        return True
    word = words[place]
    if word is None:
        return True
    return (
        word.kind in ("prep", "coord", "sub", "modal", "be", "adv", "pron") or word.infinitive or word.finite
    )


def _stative_passive(tokens: list[Token], words: list[Word | None], at: int, place: int) -> bool:
    """Whether "is" with this participle is a passive: "is gebouwd", not "is gekomen" or "is verhinderd"."""
    form = tokens[place].lower
    if stays_active(form):
        return False
    if form in _STATES:
        return any(token.lower == "door" for token in tokens[at + 1 : place])
    before = words[place - 1] if place else None
    return not (before is not None and before.form in _BEFORE_NOUNS and place < at)


_STATES = frozenset(word_lists("nl")["states"])
_BEFORE_NOUNS = frozenset(
    ["de", "het", "een", "uw", "ons", "onze", "dit", "deze", "mijn", "jouw", "hun", "haar", "elk", "geen"]
)


_SKIP_EN = frozenset({"adv", "neg", "modal", "have", "be"})


def passives_en(tokens: list[Token], words: list[Word | None]) -> list[tuple[int, int]]:
    """The passives of an English sentence, each as the places of the auxiliary and of the participle."""
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        if word is None or not (word.kind == "be" or word.form in ("get", "gets", "got", "getting")):
            continue
        if word.form in ("'s", "'d") and at + 1 < len(words):
            continue
        for place in range(at + 1, min(at + 6, len(tokens))):
            after = words[place]
            if after is None:
                break
            if after.kind == "be" and after.form not in ("been", "being", "be"):
                break
            if after.participle and not stays_active_en(after.form):
                found.append((at, place))
                break
            if after.form in ("been", "being"):
                break
            if after.kind not in _SKIP_EN and not after.form.endswith("ly"):
                break
    return found


def stays_active_en(participle: str) -> bool:
    """Whether "is" with this participle says no passive: is gone."""
    return participle in ("gone", "become", "fallen", "risen", "been", "done")
