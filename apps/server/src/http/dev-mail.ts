import { html, Html } from "@cartwright/core/notifications";
import type { Db } from "@cartwright/db";
import { Hono } from "hono";
import { findKeptMail, listKeptMails, type KeptMail } from "../adapters/mail/mailbox.ts";
import { devMailPage, devMailPolicy } from "./dev-mail-page.ts";

type MailRow = Omit<KeptMail, "text" | "html">;

/** The development mailbox: what would have been sent, as HTML and as text. It needs no script. */
export function devMail(db: Db): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set("content-security-policy", devMailPolicy);
    headers.set("cache-control", "no-store");
    headers.set("x-robots-tag", "noindex");
  });
  app.get("/", async (c) => c.html(devMailPage("Development mailbox", listOf(await listKeptMails(db)))));
  app.get("/:id", async (c) => {
    const mail = await findKeptMail(db, c.req.param("id"));
    if (!mail) return c.html(devMailPage("No such mail", html`${backLink}<p>The mailbox has no such mail; it keeps the last 500.</p>`), 404);
    return c.html(devMailPage(mail.subject, messageOf(mail, c.req.query("as") === "text")));
  });
  return app;
}

const backLink = html`<p class="back"><a href="/dev/mail">All mails</a></p>`;

function listOf(mails: readonly MailRow[]): Html {
  if (mails.length === 0) return html`<p class="soft">No mail yet. What the shop would send is shown here: sign up, ask for a new password or place an order.</p>`;
  return html`<p class="soft">What the shop would have sent, newest first. Nothing of it left this machine.</p>
<ul class="mails">${mails.map(
    ({ id, subject, recipient, template, sentAt }) =>
      html`<li><a href="/dev/mail/${id}">${subject}</a><span class="facts"><span>to ${recipient}</span><span>${template}</span>${timeOf(sentAt)}</span></li>\n`,
  )}</ul>`;
}

function messageOf(mail: KeptMail, isText: boolean): Html {
  const { id, subject, recipient, template, sentAt } = mail;
  const view = (label: string, query: string, isCurrent: boolean) =>
    html`<a href="/dev/mail/${id}${query}" ${isCurrent ? new Html('aria-current="page"') : ""}>${label}</a>`;
  return html`${backLink}
<dl><dt>Subject</dt><dd>${subject}</dd><dt>To</dt><dd>${recipient}</dd><dt>Sent</dt><dd>${timeOf(sentAt)}</dd><dt>Kind</dt><dd>${template}</dd></dl>
<nav aria-label="How it is shown">${view("HTML", "", !isText)}${view("Text", "?as=text", isText)}</nav>
${isText ? html`<pre>${linked(mail.text)}</pre>` : frameOf(mail)}`;
}

/** Scripts never run in it, and its links open a page of their own. */
function frameOf({ html: body, subject }: KeptMail): Html {
  const page = body.replace("<head>", '<head><base target="_blank">');
  return html`<iframe title="${subject}" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${page}"></iframe>`;
}

function timeOf(sentAt: Date): Html {
  const iso = sentAt.toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")} UTC</time>`;
}

/** Addresses in a text as links. */
function linked(text: string): Html[] {
  return text.split(/(https?:\/\/\S+)/).map((part, at) => (at % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}
