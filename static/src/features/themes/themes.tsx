/** Putting cards together that belong together, and giving each group a name. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { useFormDraft } from "../../core/room/formDraft";
import { useRoom } from "../../core/room/room";
import { headings, landed, placesOfTheme } from "../../core/store/landed";
import { byRank } from "../../core/store/order";
import type { StepInfo } from "../../core/store/phases";
import { Dialog } from "../../core/ui/dialog";
import { Empty } from "../../core/ui/empty";
import { focusSoon } from "../../core/ui/focus";
import { useGradually } from "../../core/ui/gradually";
import { problem } from "../../core/ui/limit";
import { useMemoNodes } from "../../core/ui/memoNodes";
import { Menu } from "../../core/ui/menu";
import type { Theme } from "../../generated/catalogue";
import type { Shown } from "../cards";
import { CardView, cardsOn, useDropTarget, walkCards } from "../cards";
import { groupCard, removeTheme, renameTheme } from "./actions";
import { MAX_NAME_LENGTH, NameField } from "./nameField";
import { themesOf } from "./selectors";
import { TogetherDialog } from "./themeDialog";

export function Themes({ step }: { step: StepInfo }) {
  const room = useRoom();
  const state = room.state;
  const naming = useSignal<readonly string[] | null>(null);
  const cards = cardsOn(state, step.shows, room.live.pending.value, room.me).filter((card) => !card.hidden);
  const themes = themesOf(state);
  const known = new Set(themes.map((theme) => theme.id));
  const loose = cards.filter((card) => !card.theme || !known.has(card.theme));
  const makes = step.allows.includes("theme.add");
  const together = (card: Shown, other: string) => {
    naming.value = [card.id, other];
  };
  const drawn = useMemoNodes<Shown>(true, makes);
  const render = (card: Shown) =>
    drawn(card, () => (
      <CardView key={card.id} card={card} drag={makes} onDropCard={makes && !card.theme ? (other) => together(card, other) : undefined} />
    ));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are those of the buttons inside
    <div class="stack" onKeyDown={walkCards}>
      {themes.length > 0 && (
        <div class="themes">
          {themes.map((theme) => (
            <ThemeView key={theme.id} theme={theme} makes={makes} render={render} />
          ))}
        </div>
      )}
      <Loose cards={loose} render={render} />
      {naming.value && (
        <TogetherDialog cards={naming.value.flatMap((id) => state.collections.cards[id] ?? [])} onClose={() => (naming.value = null)} />
      )}
    </div>
  );
}

function Loose({ cards, render }: { cards: Shown[]; render: (card: Shown) => preact.ComponentChild }) {
  const room = useRoom();
  const ref = useRef<HTMLElement>(null);
  const shown = useGradually(cards);
  useDropTarget(ref, true, (drop) => {
    const card = room.state.collections.cards[drop.card];
    if (card?.theme) void groupCard(room, card, null).catch(() => undefined);
  });
  return (
    <section ref={ref} class="loose column--wide" aria-labelledby="loose">
      <header class="column__head">
        <h2 class="column__title" id="loose" tabIndex={-1}>
          {t("Cards that are still loose")}
        </h2>
        <span class="badge">{cards.length}</span>
      </header>
      {cards.length === 0 && <Empty picture="empty-cards" text={t("Every card lies in a theme.")} />}
      <ul class="column__cards">{shown.map(render)}</ul>
    </section>
  );
}

interface ThemeProps {
  theme: Theme;
  makes: boolean;
  render: (card: Shown) => preact.ComponentChild;
}

function ThemeView({ theme, makes, render }: ThemeProps) {
  const room = useRoom();
  const ref = useRef<HTMLElement>(null);
  const renaming = useSignal(false);
  const cards: Shown[] = Object.values(room.state.collections.cards)
    .filter((card) => card.theme === theme.id && !card.hidden)
    .sort(byRank);
  useDropTarget(ref, true, (drop) => {
    const card = room.state.collections.cards[drop.card];
    if (card) void groupCard(room, card, theme.id).catch(() => undefined);
  });
  const apart = () => {
    focusSoon("#loose");
    void removeTheme(room, theme).catch(() => undefined);
  };
  const id = `theme-${theme.id}`;
  return (
    <section ref={ref} class="theme" aria-labelledby={id} data-theme-id={theme.id}>
      <header class="theme__head">
        <h2 class="theme__name" id={id} dir="auto" tabIndex={-1}>
          {theme.name}
        </h2>
        <span class="badge">{cards.length}</span>
        {makes && (
          <Menu
            label={t("What to do with the theme {name}", { name: theme.name })}
            actions={[
              { id: "rename", label: t("Give it another name"), icon: "edit", run: () => (renaming.value = true) },
              { id: "apart", label: t("Take apart (the cards stay)"), icon: "withdraw", run: apart },
            ]}
          />
        )}
      </header>
      <Landed theme={theme} />
      <ul class="theme__cards">{cards.map(render)}</ul>
      {renaming.value && <RenameDialog theme={theme} onClose={() => (renaming.value = false)} />}
    </section>
  );
}

/** Where a theme has its place in the vision, from the first card that has one. */
function Landed({ theme }: { theme: Theme }) {
  const { state } = useRoom();
  if (!landed(state).size) return null;
  const places = placesOfTheme(state, theme.id);
  return (
    <p class="theme__landed soft small">
      {places.length ? t("In our vision: {parts}", { parts: headings(places) }) : t("Not in our vision yet.")}
    </p>
  );
}

function RenameDialog({ theme, onClose }: { theme: Theme; onClose: () => void }) {
  const room = useRoom();
  const draft = useFormDraft(room.drafts, `theme-${theme.id}`, { name: theme.name });
  const name = draft.fields.name;
  const close = () => {
    draft.drop();
    onClose();
  };
  const save = () => {
    if (problem(name, MAX_NAME_LENGTH, true)) return;
    onClose();
    renameTheme(room, theme, name.trim()).then(draft.drop, () => undefined); // told already; kept for the next try
  };
  return (
    <Dialog
      title={t("Give it another name")}
      onClose={close}
      onSubmit={save}
      actions={
        <button type="submit" class="button button--primary">
          {t("Keep")}
        </button>
      }
    >
      <NameField value={name} onInput={(value) => draft.set({ name: value })} autofocus />
    </Dialog>
  );
}
