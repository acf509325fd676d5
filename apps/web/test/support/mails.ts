const patienceMilliseconds = 20_000;

/** The newest mail of a kind that somebody was sent, as text, out of the development mailbox. It may take a moment to come. */
export async function mailTo(shopUrl: string, recipient: string, template: string): Promise<string> {
  const until = Date.now() + patienceMilliseconds;
  for (;;) {
    const list = await (await fetch(`${shopUrl}/dev/mail`)).text();
    const entry = list.split("<li>").find((item) => item.includes(`to ${recipient}<`) && item.includes(`>${template}<`));
    const path = /href="([^"]+)"/.exec(entry ?? "")?.[1];
    if (path) return (await fetch(`${shopUrl}${path}?as=text`)).text();
    if (Date.now() > until) throw new Error(`no ${template} came to ${recipient}`);
    await new Promise((done) => setTimeout(done, 200));
  }
}

/** Where its link leads on this shop: path and word. */
export function linkIn(mail: string): string {
  const path = /https?:\/\/[^/\s"]+(\/account\/[a-z]+#[\w-]+)/.exec(mail)?.[1];
  if (!path) throw new Error(`there is no link in: ${mail}`);
  return path;
}
