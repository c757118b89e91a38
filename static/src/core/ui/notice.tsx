/** A message in the page. As the macro `notice` of the templates. */
import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

export type NoticeKind = "plain" | "warm" | "good" | "warn" | "error";

const ICONS: Readonly<Record<NoticeKind, string>> = { plain: "info", warm: "sun", good: "check", warn: "warning", error: "warning" };

interface Props {
  kind?: NoticeKind;
  title?: ComponentChildren;
  /** Another icon than the kind has. */
  icon?: string;
  /** Said aloud when it comes: an alert at once, a status after what is being read. */
  role?: "alert" | "status" | "group";
  /** The name of a group. */
  label?: string;
  /** How its parts lie: one below the other, or the words on one side and what to do on the other. */
  layout?: "stack stack--tight" | "cluster cluster--spread";
  children?: ComponentChildren;
}

export function Notice({ kind = "plain", title, icon, role, label, layout, children }: Props) {
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: only a group has a label
    <div class={`notice${kind === "plain" ? "" : ` notice--${kind}`}`} role={role} aria-label={label}>
      <Icon name={icon ?? ICONS[kind]} />
      <div class={`notice__text${layout ? ` ${layout}` : ""}`}>
        {title && <p class="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  );
}
