/** Nothing there yet, said kindly. As the macro `empty` of the templates. */
import type { ComponentChildren } from "preact";
import { Picture } from "./icon";

interface Props {
  /** A picture that goes with it, such as "empty-cards". */
  picture?: string;
  title?: string;
  text: string;
  /** What a person can do about it. */
  children?: ComponentChildren;
}

export function Empty({ picture, title, text, children }: Props) {
  return (
    <div class="empty">
      {picture && <Picture name={picture} />}
      {title && <h2>{title}</h2>}
      <p>{text}</p>
      {children}
    </div>
  );
}
