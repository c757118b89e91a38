const MAX_SHOWN_LENGTH = 90;

/** Words short enough to show. */
export function brief(words: string): string {
  return words.length > MAX_SHOWN_LENGTH ? `${words.slice(0, MAX_SHOWN_LENGTH).replace(/\s\S*$/, "")}…` : words;
}
