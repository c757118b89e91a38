"""A short SOAR community on a running server, from the page that makes it to the Word file.

Beside it a community with the first process is played a little; neither notices the other.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import phases
from tests.exports.reading import chapter, headings, lines
from tests.exports.test_word_programs import VALIDATOR, node
from tests.scenario.pages import Browser, Facilitator
from tests.scenario.player import Player, Refused, new_id
from tests.server import Server
from workshop.i18n import translate

SOAR = phases.process("soar")
TOPIC = "Wij willen elke week koffie in het buurthuis."
QUOTED = {
    "verhaal": "Een vader las voor op de stoep. Alle kinderen kwamen erbij zitten.",
    "wens": "Dat niemand alleen koffie drinkt.",
    "zin": "In onze wijk drinken ouders elke week koffie, terwijl de kinderen spelen.",
    "teken": "Op dinsdag is de koffietafel vol.",
    "belofte": "Ik zet op dinsdag de koffie klaar.",
}
KEPT = {
    "verhaal zonder toestemming": "Mijn buurvrouw paste op toen ik ziek was.",
    "moeilijk": "Ik ken hier bijna niemand.",
    "kans": "Het buurthuis is ’s ochtends leeg.",
    "tweede wens": "Een bankje bij de zandbak.",
}
TEXT = "In onze wijk drinken ouders elke week koffie in het buurthuis."


class ShortStory:
    """Two parents and a professional play every step; the facilitator guides."""

    def __init__(self, server: Server) -> None:
        self.facilitator = Facilitator(server, "noor@voorbeeld.test")
        project = self.facilitator.project("Samen groot")
        self.form = self.facilitator.page(f"/communities/new?project={project}")
        self.made = self.facilitator.community(project, "Kade", "", "Noor", "soar")
        self.beside = self.facilitator.community(project, "Lindebuurt", "Meer ontmoeten", "Noor")
        self.url, self.cards, self.started = server.url, dict[str, str](), list[str]()
        self.refused: list[str] = []
        self.host = self.facilitator.device(self.made.id).connect()
        self.neighbour = self.facilitator.device(self.beside.id).connect()
        self.first = json.loads(json.dumps(self.host.state))
        self.samira = self.join("Samira", "parent")
        self.mehmet = self.join("Mehmet", "parent")
        self.joke = self.join("Joke", "professional", "welfare")
        self.people = [self.host, self.samira, self.mehmet, self.joke]

    def join(self, name: str, role: str, organisation: str = "") -> Player:
        """Somebody joins on the page with the code."""
        phone = Browser(self.url)
        phone.join(self.made, name, role, organisation)
        return phone.device(self.made.id).connect()

    def start(self, step: str) -> None:
        """Go to a step; everybody comes along."""
        if self.host.state["community"]["community"]["step"] != step:
            self.host.send("step.start", step=step)
        self.started.append(step)
        for player in self.people:
            player.until(lambda one: one.state["community"]["community"]["step"] == step)

    def put(self, who: Player, place: tuple[str, str], name: str, text: str, **more: Any) -> str:
        """Write a card; it may be quoted when the test says so."""
        card = self.cards[name] = new_id()
        board, column = place
        fields = {"board": board, "column": column, "text": text, "lang": "nl", "quote": name in QUOTED}
        who.send("card.add", card=card, **fields, **more)
        return card

    def play(self) -> ShortStory:
        """Everything, in the order of the steps."""
        self.play_beside("def-1", "def-2")
        self.strong_and_chances()
        self.play_beside("dis-1", "dis-2")
        self.wishes()
        self.results()
        self.document = self.facilitator.download(self.made.id)
        return self

    def play_beside(self, *steps: str) -> None:
        """The other community goes on by itself."""
        for step in steps:
            self.neighbour.send("step.start", step=step)
        try:
            self.neighbour.send("step.start", step="str-2")
        except Refused as refused:
            self.refused.append(refused.code)

    def strong_and_chances(self) -> None:
        """Stories, strong points, chances; the dots choose, and the topic is set."""
        self.start("str-1")
        self.start("str-2")
        self.put(self.samira, ("str-2", "moment"), "verhaal", QUOTED["verhaal"])
        name = "verhaal zonder toestemming"
        self.put(self.mehmet, ("str-2", "moment"), name, KEPT[name])
        self.start("str-3")
        self.put(self.joke, ("str-3", "strong"), "sterk", "Wij lezen voor.")
        self.start("opp-1")
        self.put(self.mehmet, ("opp-1", "hard"), "moeilijk", KEPT["moeilijk"])
        self.put(self.joke, ("opp-1", "chance"), "kans", KEPT["kans"])
        self.put(self.samira, ("opp-1", "chance"), "tweede kans", "De bieb heeft een zaal.")
        self.start("opp-2")
        self.host.send("dots.open", board="opp-2", budget=2)
        for who, name in (
            (self.samira, "kans"), (self.samira, "kans"), (self.mehmet, "kans"), (self.joke, "tweede kans"),
        ):  # fmt: skip
            who.send("dot.place", dot=new_id(), board="opp-2", card=self.cards[name])
        self.host.send("dots.close", board="opp-2")
        self.put(self.samira, ("opp-2", "topic"), "onderwerp", TOPIC)
        self.host.send("topic.set", card=self.cards["onderwerp"])
        self.samira.send("card.quote", card=self.cards["onderwerp"], allowed=True)

    def wishes(self) -> None:
        """Wishes, and the sentence that goes into the vision with the story behind it."""
        self.start("asp-1")
        self.start("asp-2")
        self.put(self.samira, ("asp-2", "wish"), "wens", QUOTED["wens"])
        self.put(self.mehmet, ("asp-2", "wish"), "tweede wens", KEPT["tweede wens"])
        self.start("asp-3")
        self.put(self.joke, ("asp-3", "sentence"), "zin", QUOTED["zin"])
        self.start("asp-4")
        self.sections = {s["heading"]: s["id"] for s in self.host.state["sections"].values()}
        section = self.sections["Dit wensen wij"]
        for player in self.people:
            player.open(section)
        self.samira.write(section, "alinea", TEXT)
        self.joke.until(lambda one: TEXT in one.text(section))
        story = self.cards["verhaal"]
        self.samira.send("source.add", source=new_id(), section=section, paragraph="alinea", card=story)

    def results(self) -> None:
        """Signs, reading aloud, consent, promises, an agreement, and who tells it."""
        self.start("res-1")
        self.put(self.mehmet, ("res-1", "sign"), "teken", QUOTED["teken"])
        self.start("res-2")
        self.start("res-3")
        asked = [self.samira, self.mehmet, self.joke]
        consent = new_id()
        self.host.send(
            "consent.open", round=consent, version=new_id(), label="1.0",
            members=[player.member for player in asked],
        )  # fmt: skip
        for player in asked:
            player.send("consent.answer", round=consent, answer="agree", reason="")
        self.host.send("consent.close", round=consent, adopt=True)
        self.start("res-4")
        self.put(self.joke, ("res-4", "promise"), "belofte", QUOTED["belofte"], due="2027-05-04")
        self.start("res-5")
        self.host.send(
            "agreement.add", agreement=new_id(), text="Elke dinsdag koffie in het buurthuis.",
            start="2027-05-04", owner=self.joke.member, helpers=[self.samira.member], paid_by="de gemeente",
            card=self.cards["belofte"],
        )  # fmt: skip
        self.start("res-6")
        self.put(self.samira, ("res-6", "tell"), "vertellen", "Ik vertel het op school.")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ShortStory]:
    folder = tmp_path_factory.mktemp("soar")
    with Server(folder, MINIDORP_DEMO="off", MINIDORP_COMMANDS_PER_SECOND="500") as server:
        story = ShortStory(server).play()
        yield story
        for player in [*story.people, story.neighbour]:
            player.leave()


@pytest.fixture(scope="module")
def document(played: ShortStory) -> bytes:
    assert played.document.status_code == 200, played.document.text
    return played.document.content


def record(player: Player) -> dict[str, Any]:
    """The community as a fresh read gives it."""
    return dict(player.read()["collections"]["community"]["community"])


def test_the_page_offers_both_ways_of_working(played: ShortStory) -> None:
    for process in phases.PROCESSES.values():
        assert f'value="{process.id}"' in played.form
        assert translate(process.summary, "nl") in played.form


def test_it_starts_as_its_process_says(played: ShortStory) -> None:
    first = played.first["community"]["community"]
    assert (first["process"], first["step"]) == ("soar", "str-1")
    assert first["topic"] == translate(SOAR.start_topic, "nl")
    in_order = sorted(played.first["sections"].values(), key=lambda section: section["rank"])
    assert [s["heading"] for s in in_order] == [translate(plan.heading, "nl") for plan in SOAR.outline]


def test_every_step_was_played_in_order(played: ShortStory) -> None:
    assert played.started == list(SOAR.steps)
    assert record(played.host)["visited"] == list(SOAR.steps)


def test_the_dots_are_counted_and_the_topic_is_chosen(played: ShortStory) -> None:
    totals = played.joke.read()["collections"]["boards"]["opp-2"]["dots_totals"]
    assert totals == {played.cards["kans"]: 3, played.cards["tweede kans"]: 1}
    now = record(played.mehmet)
    assert (now["topic"], now["topic_card"]) == (TOPIC, played.cards["onderwerp"])


def test_everybody_agreed_and_something_was_promised(played: ShortStory) -> None:
    collections = played.samira.read()["collections"]
    assert [one["adopted"] for one in collections["rounds"].values()] == [True]
    assert [one["owner"] for one in collections["agreements"].values()] == [played.joke.member]


def test_the_community_beside_it_is_untouched(played: ShortStory) -> None:
    assert played.refused == ["step.unknown", "step.unknown"]
    collections = played.neighbour.read()["collections"]
    now = collections["community"]["community"]
    assert (now["process"], now["step"]) == (phases.DEFAULT_PROCESS, "dis-2")
    assert now["visited"] == ["def-1", "def-2", "dis-1", "dis-2"] and now["topic"] == "Meer ontmoeten"
    assert not collections["cards"] and not collections["agreements"]
    heard = json.dumps(played.neighbour.heard, default=repr, ensure_ascii=False)
    assert not [text for text in (*QUOTED.values(), *KEPT.values(), TOPIC, TEXT) if text in heard]


def test_the_room_speaks_of_its_own_process(played: ShortStory) -> None:
    own, beside = (
        played.facilitator.page(f"/c/{made.id}/") for made in (played.made, played.beside)
    )  # fmt: skip
    assert "Schrijf het verhaal op" in own and "Omdraaien" not in own
    assert "Omdraaien" in beside and "Schrijf het verhaal op" not in beside


def test_the_word_file_has_the_headings_of_the_process(document: bytes) -> None:
    found = headings(document)
    assert [one for one in found if one in {translate(plan.heading, "nl") for plan in SOAR.outline}] == [
        translate(plan.heading, "nl") for plan in SOAR.outline if plan.level == 1
    ]
    assert {"Wat ouders goed kunnen", "Wat vakmensen goed kunnen"} <= set(headings(document, 2))
    made = "\n".join(text for _style, text in chapter(document, "Hoe we dit hebben gemaakt"))
    assert translate(SOAR.account, "nl") in made and f"{translate(SOAR.topic_intro, 'nl')} {TOPIC}" in made
    assert "2 verhalen" in made and "1 sterk punt" in made and "2 wensen" in made
    assert "waarderend onderzoek" not in made


def test_the_word_file_holds_what_may_be_quoted_and_nothing_else(document: bytes) -> None:
    text = "\n".join(line for _style, line in lines(document))
    assert [name for name, card in QUOTED.items() if card not in text] == []
    assert [name for name, card in KEPT.items() if card in text] == []
    voices = chapter(document, "Stemmen uit de wijk")
    assert [line for style, line in voices if style == "Heading 2"] == [
        "Verhalen achter wat sterk is", "Dit wensen wij", "Zo is het in onze wijk",
        "Hieraan zien we dat het lukt",
    ]  # fmt: skip
    wished = [line for _style, line in chapter(document, "Dit wensen wij")]
    assert TEXT in wished and f"“{QUOTED['verhaal']}”" in wished
    onward = "\n".join(line for _style, line in chapter(document, "Hoe verder"))
    assert QUOTED["belofte"] in onward and "4 mei 2027" in onward
    assert "Samira" not in text and "Mehmet" not in text


@pytest.mark.word
def test_the_validator_finds_no_error_in_the_word_file(document: bytes, tmp_path: Path) -> None:
    path = tmp_path / "vision.docx"
    path.write_bytes(document)
    run = subprocess.run([node(), VALIDATOR, path], capture_output=True, text=True, timeout=120)
    assert run.stdout, run.stderr
    assert json.loads(run.stdout)["errors"] == []
