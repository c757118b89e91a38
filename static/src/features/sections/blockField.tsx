/** Which building block of the vision a part is about; the core team says so. */
import { t } from "../../core/i18n/strings";
import { useRoom } from "../../core/room/room";
import { Field } from "../../core/ui/field";

interface Props {
  value: string;
  onChange: (block: string) => void;
}

export function BlockField({ value, onChange }: Props) {
  const room = useRoom();
  if (!room.steering.value) return null;
  return (
    <Field id="section-block" label={t("This part is about")} hint={t("The document check looks whether every subject is there.")}>
      <select class="select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t("a subject of your own")}</option>
        {room.boot.blocks.map((block) => (
          <option key={block.id} value={block.id}>
            {block.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
