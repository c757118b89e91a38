"""The language helper on the connection: marks with their reason, what is fine here, nothing kept."""

from __future__ import annotations

import statistics
import threading
import time
from typing import Any

import pytest

from tests.live.client import Device, new_id
from tests.live.liveserver import LiveCommunity
from workshop.language import checks

JARGON = "Wij participeren hierin."
SENTENCE = "Op dinsdag koken wij samen met nummer {} in het speelhuis, en wie dat wil schuift aan."


def check(device: Device, *texts: str, language: str = "nl") -> list[Any]:
    answer = device.ask("language.check", texts=list(texts), language=language)
    assert answer["ok"], answer
    return list(answer["checks"])


def test_what_is_hard_is_marked_with_its_reason_in_ones_own_language(community: LiveCommunity) -> None:
    dutch, english = community.join("Yara").connect(), community.join("Bram", language="en").connect()
    reasons = {}
    for device in (dutch, english):
        easy, hard = check(device, "Wij eten samen.", JARGON)
        assert easy["marks"] == [] and easy["sentences"][0]["level"] == "easy"
        mark = hard["marks"][0]
        assert JARGON[mark["start"] : mark["end"]] == mark["text"] == "participeren"
        (change,) = mark["insertions"]
        assert JARGON[: change["start"]] + change["text"] + JARGON[change["end"] :] == "Wij doen hierin mee."
        assert change["old"] == JARGON[change["start"] : change["end"]]
        reasons[device.language] = mark["reason"]
    assert "participeren" in reasons["en"] and "formal" in reasons["en"]


def test_places_count_as_in_a_browser(community: LiveCommunity) -> None:
    text = "\U0001f600 " + JARGON
    mark = check(community.host, text)[0]["marks"][0]
    units = text.encode("utf-16-le")
    assert units[2 * mark["start"] : 2 * mark["end"]].decode("utf-16-le") == "participeren"


def test_what_is_fine_here_is_not_marked_for_anybody_of_the_community(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    wording = new_id()
    yara.do("wording.accept", wording=wording, words="Participeren")
    assert check(community.host, JARGON)[0]["marks"] == []
    community.host.until(lambda host: wording in host.state["wordings"])
    community.host.do("wording.reopen", wording=wording)
    assert check(yara, JARGON)[0]["marks"] != []
    other = community.live_server.community()
    assert check(other.host, JARGON)[0]["marks"] != []
    other.leave()


def test_settled_words_have_the_words_of_the_group_first(community: LiveCommunity) -> None:
    parent = community.join("Samira").connect()
    professional = community.join("Bram", role="professional").connect()
    term = new_id()
    parent.do("term.ask", term=term, word="participatie")
    professional.do("term.explain", term=term, text="Dat mensen meedenken.")
    parent.do("term.say", term=term, own_words="Gewoon samen doen.", plain="meedoen")
    text = "De participatie telt."
    assert not [mark for mark in check(parent, text)[0]["marks"] if mark["kind"] == "agreed"]
    parent.do("term.settle", term=term)
    (mark,) = check(parent, text)[0]["marks"]
    assert mark["kind"] == "agreed"
    (change,) = mark["insertions"]
    assert change["before"] + change["text"] + change["after"] == "Het meedoen telt."
    assert parent.ask("term.forms")["forms"] == {term: ["participatie", "participaties"]}


def test_nothing_is_kept(community: LiveCommunity) -> None:
    before = community.host.read()
    check(community.host, "Een geheime zin over participeren.")
    assert community.host.read() == before
    assert "geheime" not in community.live_server.server.log


@pytest.mark.parametrize(
    "texts", [["x" * 5001], ["x"] * 41, [1], "x"], ids=["long text", "many texts", "number", "no list"]
)
def test_more_than_may_come_in_is_refused(community: LiveCommunity, texts: Any) -> None:
    answer = community.host.ask("language.check", texts=texts, language="nl")
    assert not answer["ok"]


def test_another_language_gets_no_marks(community: LiveCommunity) -> None:
    assert check(community.host, JARGON, language="tr") == [
        {"difficulty": None, "sentences": [], "marks": []}
    ]


@pytest.mark.parametrize("piece", ["a", "a/", "(", ". ", "\U0001f600", "\u0645\u0631 ", "van de ", "niet on"])
def test_whatever_comes_is_answered_in_bounded_time(piece: str) -> None:
    text = (piece * 5000)[:5000]
    checks.check("", "nl", (), "nl")
    began = time.perf_counter()
    checks.check(text, "nl", (), "nl")
    assert time.perf_counter() - began < 1.0


def test_others_do_not_wait_for_a_large_check(community: LiveCommunity) -> None:
    yara = community.join("Yara").connect()
    texts = [" ".join(SENTENCE.format(f"{n}-{m}") for m in range(55)) for n in range(40)]
    asking = threading.Thread(target=check, args=(yara, *texts))
    asking.start()
    slowest = 0.0
    for _ in range(10):
        began = time.perf_counter()
        community.host.add_card("Intussen")
        slowest = max(slowest, time.perf_counter() - began)
    asking.join()
    print(f"slowest card during a large check: {slowest * 1000:.0f} ms")
    assert slowest < 1.0


@pytest.mark.parametrize(("sentences", "most"), [(6, 5), (25, 15)], ids=["a paragraph", "400 words in one"])
def test_one_changed_sentence_costs_little(sentences: int, most: float) -> None:
    paragraph = [SENTENCE.format(n) for n in range(sentences)]
    checks.check(" ".join(paragraph), "nl", (), "nl")
    took = []
    for turn in range(40):
        paragraph[2] = SENTENCE.format(f"{turn} en nog wat")
        text = " ".join(paragraph)
        began = time.perf_counter()
        checks.check(text, "nl", (), "nl")
        took.append((time.perf_counter() - began) * 1000)
    median = statistics.median(took)
    print(f"one changed sentence in a paragraph of {len(text.split())} words: {median:.2f} ms")
    assert median <= most
