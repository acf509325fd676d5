import { html, type Html } from "./html.ts";
import type { Block, Fact, Good, Letter } from "./letter.ts";
import { oneLine } from "./one-line.ts";
import type { ShopFace } from "./shop-face.ts";

// Mail programs know inline styles and tables, and little else.
const sans = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const ink = "#25221c";
const soft = "#5e5748";
const line = "#dbd2bf";
const cell = `padding:8px 0;border-bottom:1px solid ${line};vertical-align:top`;
const number = "text-align:right;white-space:nowrap;padding-left:12px";

/** A letter as a page of HTML that needs nothing from elsewhere: no pictures, no fonts, no scripts. */
export function letterHtml({ subject, blocks }: Letter, shop: ShopFace): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${oneLine(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#f8f4eb;color:${ink};${sans};font-size:16px;line-height:1.55">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f8f4eb"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#fffdf8;border:1px solid ${line}"><tr><td style="padding:28px 24px;text-align:left">
<p style="margin:0 0 20px;font-family:Georgia,serif;font-size:22px;line-height:1.2">${shop.name}</p>
${blocks.map(blockHtml)}
</td></tr></table>
<p style="margin:16px 0 0;font-size:13px;color:${soft}">${shop.name}${shop.tagline ? html` · ${shop.tagline}` : ""}<br><a href="${shop.url}" style="color:${soft}">${shop.url}</a></p>
</td></tr></table>
</body>
</html>
`.text;
}

function blockHtml(block: Block): Html {
  switch (block.kind) {
    case "text":
      return html`<p style="margin:0 0 16px;overflow-wrap:anywhere">${oneLine(block.text, 2_000)}</p>\n`;
    case "heading":
      return html`<h2 style="margin:24px 0 8px;font-size:16px;line-height:1.4">${oneLine(block.text)}</h2>\n`;
    case "action":
      return actionHtml(block.label, block.url);
    case "lines":
      return html`<p style="margin:0 0 16px;overflow-wrap:anywhere">${block.lines.map((text) => html`${oneLine(text)}<br>`)}</p>\n`;
    case "goods":
      return html`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">${block.goods.map(goodHtml)}</table>\n`;
    case "facts":
      return html`<table width="100%" cellpadding="0" cellspacing="0" style="margin:0 0 16px;border-collapse:collapse">${block.facts.map(factHtml)}</table>\n`;
  }
}

/** The address stands below as well, for programs that show no links. */
function actionHtml(label: string, url: string): Html {
  return html`<p style="margin:20px 0 8px"><a href="${url}" style="display:inline-block;background:#2c4a3b;color:#fdfbf5;padding:12px 20px;text-decoration:none;font-weight:600">${oneLine(label)}</a></p>
<p style="margin:0 0 20px;font-size:13px;color:${soft};overflow-wrap:anywhere">${url}</p>
`;
}

function goodHtml({ title, detail, quantity, amount }: Good): Html {
  const below = detail === "" ? "" : html`<br><span style="font-size:14px;color:${soft}">${oneLine(detail)}</span>`;
  return html`<tr><td style="${cell};overflow-wrap:anywhere">${oneLine(title)}${below}</td><td style="${cell};${number}">${quantity} ×</td><td style="${cell};${number}">${amount ?? ""}</td></tr>`;
}

function factHtml({ label, value, isSum = false }: Fact): Html {
  const weight = isSum ? ";font-weight:600" : "";
  return html`<tr><td style="padding:4px 0${weight}">${oneLine(label)}</td><td style="padding:4px 0;text-align:right;overflow-wrap:anywhere${weight}">${oneLine(value)}</td></tr>`;
}
