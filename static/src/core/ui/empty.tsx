/** Nothing there yet, said kindly. */
import { Picture } from "./icon";

export function Nothing({ picture, text }: { picture: string; text: string }) {
  return (
    <div class="empty">
      <Picture name={`empty-${picture}`} />
      <p>{text}</p>
    </div>
  );
}
