import { SchemeIcon } from "../../components/icons.tsx";
import { schemeCookie } from "../../lib/scheme.ts";

/** The other of light and dark, remembered in a cookie so that the server knows it too. */
export function SchemeSwitch() {
  const change = () => {
    const root = document.documentElement;
    const current = root.dataset["scheme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    const scheme = current === "dark" ? "light" : "dark";
    root.dataset["scheme"] = scheme;
    document.cookie = schemeCookie(scheme, location.protocol === "https:");
  };
  return (
    <button type="button" aria-label="Change between light and dark" onClick={change} className="grid size-11 place-items-center noscript:hidden">
      <SchemeIcon />
    </button>
  );
}
