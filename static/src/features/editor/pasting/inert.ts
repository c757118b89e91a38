/** HTML that can be read without any browser acting on it, or complaining of what the page's rules forbid. */

export interface Inert {
  html: string;
  /** What stood in its style sheets. */
  sheets: string;
}

/** Where a style attribute stands in what `inert` gives. */
export const STYLE = "data-style";

const SHEET = /<style\b[^>]*>([\s\S]*?)<\/style\s*>/gi;
const STYLE_NAME = /([\s"'/])style(?=\s*=)/gi;
const HANDLER_NAME = /([\s"'/])on(?=[a-z]+\s*=)/gi;

/** Takes style sheets out and gives style attributes and event handlers names that mean nothing. */
export function inert(html: string): Inert {
  const sheets: string[] = [];
  const bare = html.replace(SHEET, (_all, rules: string) => {
    sheets.push(rules);
    return "";
  });
  let made = "";
  let at = 0;
  for (;;) {
    const start = bare.indexOf("<", at);
    if (start < 0) break;
    const end = /[a-z]/i.test(bare.charAt(start + 1)) ? endOfTag(bare, start) : start + 1;
    const tag = bare.slice(start, end).replace(STYLE_NAME, `$1${STYLE}`).replace(HANDLER_NAME, "$1data-on");
    made += bare.slice(at, start) + tag;
    at = end;
  }
  return { html: made + bare.slice(at), sheets: sheets.join("\n") };
}

/** The place behind a tag; quotes may hold anything. */
function endOfTag(html: string, start: number): number {
  let quote = "";
  for (let at = start + 1; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote) {
      if (sign === quote) quote = "";
    } else if (sign === ">") return at + 1;
    else if ((sign === '"' || sign === "'") && /[=\s]/.test(html.charAt(at - 1))) quote = sign;
  }
  return html.length;
}
