/** What a clipboard holds and the text does not take: remarks, what was struck out, and a page's own furniture. */
import { stylesOf } from "./wordStyles";

const NEVER = new Set(
  (
    "script style head meta link title base xml template noscript iframe object embed applet svg canvas audio video map area " +
    "select datalist input textarea progress meter del col colgroup"
  ).split(" "),
);

/** Of a page, not of its text; taken all the same when there is nothing else. */
const FURNITURE =
  "nav, button, [role=navigation], [role=button], [role=toolbar], [role=menu], [role=menubar], [role=tablist], [role=search]";

/** Reviewers' remarks: Word's, Google Docs' and LibreOffice's, and the signs in the text that point at them. */
const REMARKS = [
  ".msocomanchor",
  ".msocomtxt",
  ".msocomoff",
  ".MsoCommentReference",
  ".MsoCommentText",
  ".MsoCommentSubject",
  "[href*='#_msocom_']",
  "[href*='#_msoanchor_']",
  "[id^='_com_']",
  "[href*='#cmnt']",
  "comment",
  "annotation",
  "[class*='TrackChangeDelet']",
  "[class*='TrackedDeletion']",
  ".msoDel",
  ".MsoDel",
].join(", ");

const UNSEEN = [
  "[hidden]",
  "[aria-hidden=true]",
  ".sr-only",
  ".visually-hidden",
  ".visuallyhidden",
  ".screen-reader-text",
  ".mw-editsection",
  "sup.reference",
  "br.Apple-interchange-newline",
].join(", ");

const WORD_ELEMENTS = /^(comment(-list)?|annotation|header|footer|field-begin|field-separator|field-end)$/;

/** Whether an element and all that is in it stays outside. `strict`: a page's furniture as well. */
export function leftOut(element: Element, strict: boolean): boolean {
  const name = element.localName;
  if (NEVER.has(name) || name.startsWith("v:") || /^w:\w+pr$/.test(name)) return true;
  if (element.matches(REMARKS) || element.matches(UNSEEN) || (strict && element.matches(FURNITURE))) return true;
  if (isRemarkOfDocs(element)) return true;
  const styles = stylesOf(element);
  if (WORD_ELEMENTS.test(styles.get("mso-element") ?? "")) return true;
  if (styles.get("mso-special-character") === "comment" || styles.get("mso-hide") === "all") return true;
  return styles.get("display") === "none" || /^(hidden|collapse)$/.test(styles.get("visibility") ?? "");
}

/** Google Docs puts remarks below the text, each in a box that begins with a link back. */
function isRemarkOfDocs(element: Element): boolean {
  const first = element.localName === "div" ? element.querySelector("a") : null;
  return first !== null && /^cmnt\d+$/.test(first.id) && element.textContent?.trim().startsWith(first.textContent?.trim() ?? "") === true;
}
