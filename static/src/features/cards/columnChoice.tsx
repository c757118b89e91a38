/** Which column cards move to. */
import { t } from "../../core/i18n/strings";
import type { ColumnInfo } from "../../core/store/phases";

interface Props {
  columns: readonly ColumnInfo[];
  value: string;
  onChange: (column: string) => void;
}

export function ColumnChoice({ columns, value, onChange }: Props) {
  return (
    <fieldset class="stack stack--tight">
      <legend class="label">{t("Column")}</legend>
      {columns.map((one) => (
        <label class="check" key={one.id}>
          <input
            type="radio"
            name="move-column"
            data-autofocus={one.id === value}
            checked={one.id === value}
            onChange={() => onChange(one.id)}
          />
          <span>{one.title}</span>
        </label>
      ))}
    </fieldset>
  );
}
