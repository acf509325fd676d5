import { fetchFrom, type Outputs } from "./client.ts";
import type { Session } from "./cli.ts";
import { explain } from "./errors.ts";
import { cliVersion } from "./version.ts";

export interface Check {
  name: string;
  /** A warning is no failure: something is still to be set up. */
  state: "ok" | "warning" | "failed" | "skipped";
  detail: string;
}

type Diagnosis = Outputs["system"]["doctor"];

const largestSkewSeconds = 30;

/** Every check in the order of what needs what; after a server that can't be reached there is nothing to look at. */
export async function examine(session: Session): Promise<Check[]> {
  const reachable = await attempt(session, "server", () => reachServer(session));
  if (reachable.state === "failed") return [reachable];
  const account = await attempt(session, "signed in", () => readAccount(session));
  const askedAt = Date.now();
  const diagnosis = await readDiagnosis(session, account);
  return [reachable, account, ...(diagnosis.ok ? staffChecks(diagnosis.ok, askedAt) : await openChecks(session, diagnosis.why))];
}

async function reachServer({ connection, url }: Session): Promise<string> {
  const startedAt = performance.now();
  // Refuses what is no Cartwright server, and another major version.
  const response = await fetchFrom(connection, `${url}/health/live`);
  const version = response.headers.get("x-cartwright-version") ?? "?";
  return `${url}, version ${version} (this CLI is ${cliVersion}), answered in ${Math.round(performance.now() - startedAt)} ms`;
}

async function readAccount({ api, token }: Session): Promise<string | null> {
  if (token === null) return null;
  const account = await api.accounts.me.query();
  if (!account) throw new Error("the session has run out; log in with: cartwright login");
  return `${account.email} (${account.role})`;
}

async function readDiagnosis({ api, url }: Session, account: Check): Promise<{ ok?: Diagnosis; why: string }> {
  if (account.state !== "ok") return { why: "sign in as staff to see it" };
  try {
    return { ok: await api.system.doctor.query(), why: "" };
  } catch (error) {
    return { why: explain(error, url).line };
  }
}

function staffChecks(diagnosis: Diagnosis, askedAt: number): Check[] {
  const { dialect, database, migrations, now, productCount, pendingOrderCount, nodeVersion } = diagnosis;
  const skewSeconds = Math.round((Date.parse(now) - (askedAt + Date.now()) / 2) / 1000);
  return [
    check("database", database.isReachable, `${dialect}, answered in ${database.latencyMs} ms`),
    checkMigrations(migrations),
    check("clock", Math.abs(skewSeconds) <= largestSkewSeconds, skewDetail(skewSeconds)),
    check("shop", true, `${productCount} products, ${pendingOrderCount} pending orders, Node ${nodeVersion}`),
    checkSelling(diagnosis),
    checkPayments(diagnosis),
    checkEvents(diagnosis),
    checkSearch(diagnosis),
    checkMail(diagnosis),
  ];
}

/** A payment is asked about for a minute or so; one that waits longer has a gateway that does not answer. */
const longestWaitSeconds = 300;

function checkPayments({ payments, now }: Diagnosis): Check {
  const { waitingCount, waitingSince, checkCount } = payments;
  const waitedSeconds = waitingSince ? (Date.parse(now) - Date.parse(waitingSince)) / 1000 : 0;
  const checks = checkCount > 0 ? `, ${checkCount} that failed are asked about again` : "";
  if (waitedSeconds <= longestWaitSeconds) return check("payments", true, `${waitingCount} wait for their gateway${checks}`);
  const detail = `${waitingCount} wait for their gateway since ${waitingSince}${checks}; see: cartwright orders list --status pending`;
  return { name: "payments", state: "warning", detail };
}

function checkEvents({ outbox }: Diagnosis): Check {
  const { waitingCount, deadCount, oldestWaitingSeconds } = outbox;
  const waiting = `${waitingCount} waiting${oldestWaitingSeconds === null ? "" : `, the oldest for ${oldestWaitingSeconds} s`}`;
  if (deadCount > 0) return { name: "events", state: "warning", detail: `${deadCount} dead, ${waiting}; see: cartwright events dead` };
  if ((oldestWaitingSeconds ?? 0) <= longestWaitSeconds) return check("events", true, waiting);
  return { name: "events", state: "warning", detail: `${waiting}; see: cartwright events list --status waiting` };
}

/** Shoppers are answered by the other engine meanwhile, so that nothing of this stops the shop. */
function checkSearch({ search }: Diagnosis): Check {
  const [main] = search;
  const troubles = search.flatMap(({ name, state, pending, lastError }) => [
    ...(state === "unreachable" || lastError !== null ? [`${name}: ${lastError ?? "out of reach"}`] : []),
    ...(pending > 0 ? [`${name} does not know of ${pending} changed products yet`] : []),
  ]);
  if (troubles.length > 0) return { name: "search", state: "warning", detail: `${troubles.join("; ")}; see: cartwright search status` };
  return check("search", true, main ? `${main.name} answers, with ${main.documents} products` : "no engine");
}

/** Without mail nobody can confirm an account, and no buyer hears of their order. */
function checkMail({ mail: { kind, from, problem } }: Diagnosis): Check {
  if (kind === "off") return { name: "mail", state: "warning", detail: "MAILS ARE NOT SENT: set SMTP_URL and MAIL_FROM for the server" };
  if (problem !== null) return { name: "mail", state: "warning", detail: `${problem} See: cartwright events list --status waiting` };
  return check("mail", true, kind === "mailbox" ? "kept in the development mailbox, /dev/mail; nothing is sent" : `the mail server answers; mails come from ${from}`);
}

/** Whether a buyer could get through the checkout. */
function checkSelling({ locationCount, shippingMethodCount }: Diagnosis): Check {
  const missing = [
    ...(locationCount === 0 ? ["there is no stock location; restart the server to have one made"] : []),
    ...(shippingMethodCount === 0 ? ["there is no way to send; make one with: cartwright shipping create"] : []),
  ];
  if (missing.length > 0) return { name: "selling", state: "warning", detail: missing.join("; ") };
  return check("selling", true, `shipping methods: ${shippingMethodCount}, stock locations: ${locationCount}`);
}

function checkMigrations({ applied, pending, unknown }: Diagnosis["migrations"]): Check {
  if (unknown.length > 0) return check("migrations", false, `the database is newer than the server: ${unknown.join(", ")}`);
  return check("migrations", pending.length === 0, pending.length === 0 ? `${applied} applied, none pending` : `pending: ${pending.join(", ")}`);
}

/** What anybody may see. */
async function openChecks(session: Session, why: string): Promise<Check[]> {
  const { connection, url } = session;
  const database = await attempt(session, "database", async () => {
    const response = await fetchFrom(connection, `${url}/health/ready`);
    if (!response.ok) throw new Error(`the server is not ready (${response.status})`);
    return "reachable";
  });
  const skipped = (name: string): Check => ({ name, state: "skipped", detail: why });
  return [database, skipped("migrations"), skipped("clock"), skipped("shop"), skipped("selling")];
}

async function attempt({ url }: Session, name: string, look: () => Promise<string | null>): Promise<Check> {
  try {
    const detail = await look();
    return detail === null ? { name, state: "skipped", detail: "no; log in with: cartwright login" } : { name, state: "ok", detail };
  } catch (error) {
    const known = explain(error, url).line.replace(/^Something went wrong: /, "");
    return { name, state: "failed", detail: known };
  }
}

function check(name: string, isOk: boolean, detail: string): Check {
  return { name, state: isOk ? "ok" : "failed", detail };
}

function skewDetail(seconds: number): string {
  if (Math.abs(seconds) <= 1) return "in step with this machine";
  return `the server is ${Math.abs(seconds)} s ${seconds > 0 ? "ahead of" : "behind"} this machine`;
}
