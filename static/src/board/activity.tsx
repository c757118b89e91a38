/** What is on the screen in the shown step, by its tool. */
import { useEffect } from "preact/hooks";
import type { StepInfo } from "../store/phases";
import { cardsOn } from "../store/selectors";
import { useGradually } from "../ui/gradually";
import { Icon, Picture } from "../ui/icon";
import { lazy } from "../ui/lazy";
import { t } from "../ui/strings";
import { BoardView, walkCards } from "./boardView";
import { CardView } from "./card";
import { useRoom } from "./room";

const Agreements = lazy(() => import("./agreements").then((part) => part.Agreements));
const Consent = lazy(() => import("./consent").then((part) => part.Consent));
const Dots = lazy(() => import("./dots").then((part) => part.Dots));
const Terms = lazy(() => import("./terms").then((part) => part.Terms));
const Themes = lazy(() => import("./themes").then((part) => part.Themes));

export function Activity({ step }: { step: StepInfo }) {
  switch (step.tool) {
    case "themes":
      return <Themes key={step.id} step={step} />;
    case "dots":
      return <Dots key={step.id} step={step} />;
    case "terms":
      return <Terms />;
    case "consent":
      return <Consent />;
    case "agreements":
      return <Agreements step={step} />;
    case "vision":
      return <ToVision />;
    default:
      return (
        <>
          <Shows step={step} />
          {step.columns.length > 0 && <BoardView key={step.id} step={step} />}
        </>
      );
  }
}

/** Cards of another step that are looked at here, such as the sentences to check. */
function Shows({ step }: { step: StepInfo }) {
  const room = useRoom();
  const cards = cardsOn(room.state, step.shows, [], room.me).filter((card) => !card.hidden);
  const shown = useGradually(cards);
  if (!cards.length) return null;
  return (
    <section class="column column--wide" aria-label={t("Cards to look at")} onKeyDown={walkCards}>
      <ul class="column__cards">
        {shown.map((card) => (
          <CardView key={card.id} card={card} />
        ))}
      </ul>
    </section>
  );
}

function ToVision() {
  const room = useRoom();
  return (
    <div class="empty">
      <Picture name="empty-vision" />
      <p>{t("Our vision is one text. Everyone can read it and write in it.")}</p>
      <a class="button button--primary button--big" href={room.boot.urls["vision"] ?? `/c/${room.boot.community.id}/vision`}>
        <Icon name="edit" /> {t("Go to our vision")}
      </a>
    </div>
  );
}

/** Ctrl+Z outside a text undoes this person's last action. */
export function useUndoKey(undo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.matches?.("input, textarea, select, [contenteditable=true]");
      if (typing || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      undo();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
