/** The pictures that go with a card, and choosing one. */
import { t } from "../../core/i18n/strings";
import { Icon, Picture } from "../../core/ui/icon";
import type { Moment } from "./momentNames";
import { momentName, moments } from "./momentNames";

export type { Moment } from "./momentNames";
export { momentName } from "./momentNames";

/** A draft may hold a name of an older page. */
export function asMoment(name: unknown): Moment | null {
  return moments().find(([one]) => one === name)?.[0] ?? null;
}

/** The picture of a card. */
export function MomentOf({ moment }: { moment: Moment }) {
  return <Picture name={`moments/${moment}`} className="card__picture" alt={momentName(moment)} size={120} />;
}

interface Props {
  /** Different for every group of pictures on the page. */
  id: string;
  value: Moment | null;
  onChange: (moment: Moment | null) => void;
}

/** One picture of all, or none: a group of radio buttons that look like pictures. */
export function MomentPicker({ id, value, onChange }: Props) {
  return (
    <fieldset class="moments">
      <legend class="label">{t("Choose a picture")}</legend>
      <div class="moments__grid">
        {moments().map(([moment, name]) => (
          <label key={moment} class="moment" title={name}>
            <input
              class="moment__choice"
              type="radio"
              name={id}
              value={moment}
              checked={value === moment}
              onChange={() => onChange(moment)}
            />
            <Picture name={`moments/${moment}`} alt={name} size={120} />
            <span class="moment__mark">
              <Icon name="check" />
            </span>
          </label>
        ))}
      </div>
      {value && (
        <p class="moments__chosen cluster cluster--spread">
          <span>{momentName(value)}</span>
          <button type="button" class="button button--quiet" onClick={() => onChange(null)}>
            {t("No picture after all")}
          </button>
        </p>
      )}
    </fieldset>
  );
}
