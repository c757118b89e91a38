/** The row above the text with which somebody chooses a language, and to read the original, the translation or both. */
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { t } from "../../core/i18n/strings";
import { focusSoon } from "../../core/ui/focus";
import { Icon } from "../../core/ui/icon";
import { LANGUAGES } from "../../generated/catalogue";
import type { VisionPage } from "../editor";
import { firstLanguage, languageOf, translatedInto } from "./languages";
import type { Reading, View } from "./reading";

export function LanguageBar({ page, reading }: { page: VisionPage; reading: Signal<Reading | null> }) {
  const now = reading.value;
  useEffect(() => {
    if (now && !LANGUAGES.some(({ code }) => code === now.lang && code !== page.boot.community.language)) {
      reading.value = { ...now, lang: firstLanguage(page) };
    }
  }, [now?.lang]);
  if (!now?.lang) return null;
  const done = translatedInto(page);
  const others = LANGUAGES.filter(({ code }) => code !== page.boot.community.language);
  const groups: [string, typeof others][] = [
    [t("Translated"), others.filter(({ code }) => done.has(code))],
    [t("Not translated yet"), others.filter(({ code }) => !done.has(code))],
  ];
  const views: [View, string][] = [
    ["original", t("Original")],
    ["translation", t("Translation")],
    ["both", t("Side by side")],
  ];
  const close = () => {
    reading.value = null;
    focusSoon("[data-do=language]", ".vision__bar .menu > button", ".vision__title");
  };
  const word = page.boot.urls["document"];
  return (
    <div class="language-bar" role="group" aria-label={t("In another language")}>
      <select
        class="select language-bar__choice"
        aria-label={t("Language")}
        value={now.lang}
        onChange={(event) => {
          reading.value = { ...now, lang: event.currentTarget.value };
        }}
      >
        {groups.map(
          ([name, some]) =>
            some.length > 0 && (
              <optgroup key={name} label={name}>
                {some.map(({ code, name: own }) => (
                  <option key={code} value={code} lang={code}>
                    {own}
                  </option>
                ))}
              </optgroup>
            ),
        )}
      </select>
      <div class="language-bar__views" role="group" aria-label={t("What you read")}>
        {views.map(([view, name]) => (
          <button
            key={view}
            type="button"
            class="tool"
            data-view={view}
            aria-pressed={now.view === view}
            onClick={() => {
              reading.value = { ...now, view };
            }}
          >
            {name}
          </button>
        ))}
      </div>
      {word && done.has(now.lang) && (
        <a class="tool" href={`${word}?translation=${now.lang}`} download>
          <Icon name="word" /> <span>{t("Word with {language}", { language: languageOf(now.lang).name })}</span>
        </a>
      )}
      <button
        type="button"
        class="tool language-bar__close"
        aria-label={t("Only the text itself")}
        title={t("Only the text itself")}
        onClick={close}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
