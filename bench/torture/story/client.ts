import { Agent, request, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Slot } from "../world/servers.ts";
import { Random } from "../../shop/random.ts";
import type { StoryLog } from "./log.ts";

/** What a server said. */
export interface Answer {
  status: number;
  /** Result or error as they came, without what belongs to the request alone. */
  text: string;
  data: unknown;
  reason: string | null;
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });
const patienceMilliseconds = 30_000;

/** Somebody at the shop, with cookies that every server takes. Null instead of an answer: the line went dead. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly name: string,
    private readonly slots: readonly Slot[],
    private readonly random: Random,
    private readonly log: StoryLog,
  ) {}

  /** The same person in a second tab. */
  secondTab(name: string): Client {
    const twin = new Client(name, this.slots, new Random(this.random.between(1, 1_000_000_000)), this.log);
    for (const [cookie, value] of this.cookies) twin.cookies.set(cookie, value);
    return twin;
  }

  async query(procedure: string, input?: unknown): Promise<Answer | null> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.send("GET", `/api/trpc/${procedure}${search}`, undefined, procedure);
  }

  async mutate(procedure: string, input: unknown, note = ""): Promise<Answer | null> {
    return this.send("POST", `/api/trpc/${procedure}`, JSON.stringify(input), `${procedure}${note && ` ${note}`}`);
  }

  /** Reads until some server answers. */
  async read<Data>(procedure: string, input?: unknown): Promise<Data> {
    for (let tries = 0; tries < 300; tries += 1) {
      const answer = await this.query(procedure, input);
      if (answer && answer.status < 500) {
        if (answer.status !== 200) throw new Error(`${this.name}: ${procedure} was refused: ${answer.text}`);
        return answer.data as Data;
      }
      await pause(20);
    }
    throw new Error(`${this.name}: nobody answers ${procedure}`);
  }

  private async send(method: string, path: string, body: string | undefined, what: string): Promise<Answer | null> {
    const slot = await this.findServer();
    const headers: Record<string, string> = { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (body !== undefined) Object.assign(headers, { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) });
    try {
      const { status, text, setCookies } = await exchange(slot.port, method, path, headers, body);
      for (const line of setCookies) this.keepCookie(line);
      const answer = readAnswer(status, text);
      if (status === 500) this.log.crashes.push(`${what} on ${slot.name}: ${answer.text}`);
      if (answer.reason === "request.not_found" && answer.text.includes("No procedure")) throw new RigError(`there is no procedure ${what}`);
      if (method === "POST") this.log.add(this.name, `${slot.name} ${what}: ${status}${answer.reason ? ` ${answer.reason}` : ""}`);
      return answer;
    } catch (error) {
      if (error instanceof RigError) throw error;
      this.log.add(this.name, `${slot.name} ${what}: no answer (${error instanceof Error ? error.message : String(error)})`);
      return null;
    }
  }

  /** As a balancer does that leaves out who is known to be down. */
  private async findServer(): Promise<Slot> {
    for (;;) {
      const slot = this.random.pick(this.slots);
      if (slot.isUp) return slot;
      if (this.slots.every((other) => !other.isUp)) await pause(20);
    }
  }

  private keepCookie(line: string): void {
    const [pair = ""] = line.split(";");
    const at = pair.indexOf("=");
    if (at > 0) this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** A mistake of the story, not of the shop. */
class RigError extends Error {}

function exchange(port: number, method: string, path: string, headers: Record<string, string>, body: string | undefined) {
  return new Promise<{ status: number; text: string; setCookies: string[] }>((resolve, reject) => {
    const sent = request({ agent, host: "127.0.0.1", port, method, path, headers, timeout: patienceMilliseconds }, (response) => {
      void readAll(response).then((text) => resolve({ status: response.statusCode ?? 0, text, setCookies: response.headers["set-cookie"] ?? [] }), reject);
    });
    sent.once("timeout", () => sent.destroy(new Error("waited in vain")));
    sent.once("error", reject);
    sent.end(body);
  });
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** Request ids are excepted from what must be the same again. */
function readAnswer(status: number, text: string): Answer {
  const body = JSON.parse(text) as { result?: { data: unknown }; error?: { message: string; data: Record<string, unknown> } };
  if (!body.error) return { status, text, data: body.result?.data, reason: null };
  const { requestId: _, ...data } = body.error.data;
  return { status, text: JSON.stringify({ ...body.error, data }), data: data["details"], reason: String(data["reason"]) };
}
