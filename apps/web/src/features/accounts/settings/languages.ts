/** In their own words, by BCP 47 tag. */
const languages: Record<string, string> = {
  cs: "Čeština",
  da: "Dansk",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  it: "Italiano",
  ja: "日本語",
  nl: "Nederlands",
  pl: "Polski",
  pt: "Português",
  fi: "Suomi",
  sv: "Svenska",
};

/** Those to choose from, with one that was chosen elsewhere. */
export function languageChoices(chosen: string | null): [code: string, name: string][] {
  const known = Object.entries(languages);
  return chosen === null || chosen in languages ? known : [...known, [chosen, chosen]];
}
