import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Session } from "../../cli.ts";
import { InterruptedError } from "../../errors.ts";

/** By RFC 8628, 3.5: from then on there are five seconds more between two questions. */
const slowerMs = 5_000;

/** Shows a code and waits until somebody who is signed in has typed it in a browser. */
export async function signInByDevice({ api, cli, out, url }: Session) {
  const begun = await api.accounts.device.begin.mutate({ device: hostname().slice(0, 100) || "Command line" });
  out.say(`Open ${url}${begun.path} in a browser and type the code ${out.style.bold(begun.userCode)}`);
  out.say(`Waiting until ${out.time(begun.expiresAt)} …`);
  let pauseMs = begun.intervalSeconds * 1_000;
  for (;;) {
    await wait(pauseMs, undefined, { signal: cli.signal }).catch(() => {
      throw new InterruptedError("Stopped. You are not signed in.");
    });
    const answer = await api.accounts.device.poll.mutate({ deviceCode: begun.deviceCode });
    if (answer.status === "signed_in") return answer.session;
    if (answer.status === "slow_down") pauseMs += slowerMs;
  }
}
