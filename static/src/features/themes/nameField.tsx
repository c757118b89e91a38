/** Where a theme gets its name. */
import { t } from "../../core/i18n/strings";
import { WrittenField } from "../../core/ui/written";

export const MAX_NAME_LENGTH = 40;

export function NameField({ value, onInput, autofocus = false }: { value: string; onInput: (name: string) => void; autofocus?: boolean }) {
  return (
    <WrittenField
      id="theme-name"
      label={t("Name of the theme, in your own words")}
      max={MAX_NAME_LENGTH}
      needed
      autofocus={autofocus}
      value={value}
      onInput={onInput}
    />
  );
}
