import { html, Html } from "@cartwright/core/notifications";

/** Mails have inline styles and nothing from elsewhere; the frame that shows one falls under this as well. */
export const devMailPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

/** A page of the development mailbox. */
export function devMailPage(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(styles)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
}

const styles = `
:root { color-scheme: light dark; --paper: light-dark(#f8f4eb, #1a1814); --sheet: light-dark(#fffdf8, #23201b); --ink: light-dark(#25221c, #efe8da);
  --soft: light-dark(#5e5748, #b9af9c); --line: light-dark(#dbd2bf, #3b362d); --action: light-dark(#2c4a3b, #b7cfab); --focus: light-dark(#1d5fbf, #8cbcff); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.55 ui-sans-serif, system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.75rem; font: 600 1.75rem/1.2 ui-serif, Georgia, serif; }
a { color: var(--action); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.soft, dt, .facts { color: var(--soft); }
.back { margin: 0 0 1rem; }
.mails { list-style: none; margin: 1.5rem 0 0; padding: 0; border-top: 1px solid var(--line); }
.mails li { padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
.mails a { display: inline-block; padding: 0.125rem 0; font-weight: 600; text-decoration: none; }
.mails a:hover { text-decoration: underline; }
.facts { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: 0.9375rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.125rem 1rem; margin: 0 0 1.25rem; }
dd { margin: 0; }
nav { display: flex; border-bottom: 1px solid var(--line); }
nav a { padding: 0.625rem 1rem; text-decoration: none; border-bottom: 3px solid transparent; }
nav a[aria-current] { border-color: var(--action); font-weight: 600; }
iframe { display: block; width: 100%; height: min(75vh, 56rem); border: 1px solid var(--line); border-top: 0; background: #f8f4eb; color-scheme: light; }
pre { margin: 0; padding: 1.25rem; background: var(--sheet); border: 1px solid var(--line); border-top: 0; white-space: pre-wrap; font: 0.9375rem/1.6 ui-monospace, monospace; }
`;
