import type { Page } from "playwright-core";
import { goTo } from "./buy.ts";
import type { Person } from "./customers.ts";
import { totpCode } from "./totp.ts";

/** Sets a second factor up in the browser, and returns its secret and the recovery codes. */
export async function setUpSecondFactor(page: Page, { password }: Person): Promise<{ secret: string; codes: string[] }> {
  await goTo(page, "/account/security");
  const part = page.getByRole("region", { name: "Second factor" });
  await part.getByRole("button", { name: "Set it up" }).click();
  await part.getByLabel("Your password").fill(password);
  await part.getByRole("button", { name: "Go on" }).click();
  await part.getByRole("img", { name: "A QR code for your authenticator app" }).waitFor();
  const secret = await part.locator("[data-secret]").innerText();
  await part.getByLabel("Code from your app").fill("12345");
  await part.getByRole("button", { name: "Turn it on" }).click();
  await part.getByText("Give the code.").waitFor();
  await part.getByLabel("Code from your app").fill(totpCode(secret));
  await part.getByRole("button", { name: "Turn it on" }).click();
  const list = part.getByRole("list", { name: "Recovery codes" });
  await list.waitFor();
  const codes = await list.getByRole("listitem").allInnerTexts();
  await part.getByRole("button", { name: "I have kept them" }).click();
  await part.getByText("10 recovery codes are left.").waitFor();
  return { secret, codes };
}
