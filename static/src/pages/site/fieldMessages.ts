/**
 * What is missing in a form is said beside the field, in the language of the page: the browser's own
 * bubbles speak the browser's language, disappear by themselves, and show one field at a time.
 */

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const TEMPLATE = "field-message";
const watched = new WeakSet<HTMLFormElement>();
/** What is said about a control, by the control (of a choice: its first button). */
const said = new WeakMap<Control, HTMLElement>();

const template = () => document.getElementById(TEMPLATE) as HTMLTemplateElement | null;
const isChoice = (control: Control): boolean => control.type === "radio";
const toChoose = (control: Control): boolean => isChoice(control) || control.type === "checkbox" || control instanceof HTMLSelectElement;

function controlsOf(form: HTMLFormElement): Control[] {
  const names = new Set<string>();
  return [...form.elements].filter((one): one is Control => {
    if (!(one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement)) return false;
    if (!isChoice(one)) return true;
    const first = !names.has(one.name);
    names.add(one.name);
    return first;
  });
}

/** A text is never cut at its limit, as `maxlength` would do to a paste: it stays, and its writer makes it shorter. */
const mostOf = (control: Control): number => Number(control.dataset["most"] ?? Infinity);
const isRight = (control: Control): boolean => control.validity.valid && control.value.trim().length <= mostOf(control);

function messageFor(control: Control): string {
  const words = template()?.dataset ?? {};
  const { validity } = control;
  if (validity.valueMissing) return (toChoose(control) ? words["choose"] : words["missing"]) ?? "";
  if (validity.typeMismatch && control.type === "email") return words["email"] ?? "";
  if (validity.tooShort) return (words["short"] ?? "").replace("{n}", control.getAttribute("minlength") ?? "");
  if (!isRight(control) && validity.valid) return (words["long"] ?? "").replace("{n}", String(mostOf(control)));
  return words["wrong"] ?? "";
}

const buttonsOf = (control: Control): Control[] => (isChoice(control) ? controlsNamed(control.form, control.name) : [control]);

function controlsNamed(form: HTMLFormElement | null, name: string): Control[] {
  return [...(form?.elements ?? [])].filter((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.name === name);
}

const holderOf = (control: Control): Element | null =>
  (isChoice(control) ? control.closest("fieldset") : control.closest(".field")) ?? control.parentElement;

function describe(control: Control, id: string, on: boolean): void {
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  const ids = on ? [...others, id] : others;
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}

function say(control: Control): void {
  const known = said.get(control);
  const line = known ?? (template()?.content.firstElementChild?.cloneNode(true) as HTMLElement | undefined);
  const holder = holderOf(control);
  if (!line || !holder) return;
  const words = line.querySelector("span");
  if (words) words.textContent = messageFor(control);
  if (known) return;
  line.id = `${control.id || control.name}-message`;
  const legend = isChoice(control) ? holder.querySelector("legend") : null;
  if (legend) legend.after(line);
  else holder.append(line);
  holder.classList.add("has-error");
  // A single button of a choice cannot be invalid; its group is described.
  if (!isChoice(control)) control.setAttribute("aria-invalid", "true");
  for (const button of buttonsOf(control)) describe(button, line.id, true);
  said.set(control, line);
}

function take(control: Control): void {
  const line = said.get(control);
  if (!line) return;
  said.delete(control);
  for (const button of buttonsOf(control)) describe(button, line.id, false);
  control.removeAttribute("aria-invalid");
  line.remove();
  const holder = holderOf(control);
  if (!holder?.querySelector(".error")) holder?.classList.remove("has-error");
}

function check(event: SubmitEvent): void {
  const form = event.target as HTMLFormElement;
  if (!watched.has(form) || (event.submitter as HTMLButtonElement | null)?.formNoValidate) return;
  const controls = controlsOf(form).filter((control) => control.willValidate);
  const wrong = controls.filter((control) => !isRight(control));
  for (const control of controls) {
    if (wrong.includes(control)) say(control);
    else take(control);
  }
  const first = wrong[0];
  if (!first) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const folded = first.closest("details");
  if (folded) folded.open = true;
  first.focus();
}

function changed(event: Event): void {
  const form = (event.target as Control).form;
  if (!form || !watched.has(form)) return;
  for (const control of controlsOf(form)) {
    if (said.has(control) && isRight(control)) take(control);
  }
}

/** Lets the forms that are on the page say themselves what is missing. */
export function watchForms(): void {
  if (!template()) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[method=post]")) {
    form.noValidate = true;
    watched.add(form);
  }
}

// Before what else listens: nobody is asked to confirm what cannot be sent yet.
document.addEventListener("submit", check, { capture: true });
document.addEventListener("input", changed);
document.addEventListener("change", changed);
