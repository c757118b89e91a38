/** Languages a card may be written in, each by its own name. */
export const LANGUAGES: readonly (readonly [code: string, name: string])[] = [
  ["nl", "Nederlands"], ["en", "English"], ["ar", "العربية"], ["tr", "Türkçe"], ["pl", "Polski"], ["ti", "ትግርኛ"],
  ["so", "Soomaali"], ["fa", "فارسی"], ["uk", "Українська"], ["ru", "Русский"], ["bg", "Български"], ["ro", "Română"],
  ["es", "Español"], ["pt", "Português"], ["fr", "Français"], ["de", "Deutsch"], ["it", "Italiano"], ["hu", "Magyar"],
  ["ku", "Kurdî"], ["ps", "پښتو"], ["am", "አማርኛ"], ["zh", "中文"], ["vi", "Tiếng Việt"], ["hi", "हिन्दी"],
];
