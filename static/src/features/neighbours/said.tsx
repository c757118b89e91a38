/** Beside a part of the text: what neighbours said of its paragraphs, as far as the core team shows it. */
import { t, tn } from "../../core/i18n/strings";
import { Icon } from "../../core/ui/icon";
import type { VisionPage } from "../editor";
import { Words } from "./dialog";
import { reactionsOf } from "./reactions";

export function NeighboursSaid({ page, section }: { page: VisionPage; section: string }) {
  const all = Object.values(reactionsOf(page).all.value).flat();
  const here = all.filter((one) => one.section === section && one.state === "shown");
  if (!here.length) return null;
  const paragraphs = [...new Set(here.map((one) => one.paragraph))];
  return (
    <details class="neighbours-said">
      <summary>
        <Icon name="people" /> {tn("One neighbour said something", "Neighbours said {n} things", here.length)}
      </summary>
      <ul class="neighbours__list" aria-label={t("What neighbours say")}>
        {paragraphs.map((paragraph) => (
          <li key={paragraph} class="neighbours__one">
            <p class="neighbours__about soft" dir="auto" lang={page.boot.community.language}>
              {paragraph}
            </p>
            {here
              .filter((one) => one.paragraph === paragraph)
              .map((one) => (
                <Words key={one.id} one={one} />
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
