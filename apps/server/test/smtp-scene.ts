import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerOptions, type SMTPServerSession } from "smtp-server";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { callbackify } from "node:util";

export interface TakenMail {
  from: string;
  to: string[];
  mail: Email;
  raw: string;
  isSecure: boolean;
}

export interface SmtpScene {
  url: string;
  taken: TakenMail[];
  /** Asked for each recipient; what it returns is the refusal, with its code. */
  refuse: (address: string) => { code: number; message: string } | null;
  stop: () => Promise<void>;
}

/** A mail server that takes what it is given and parses it, on a port of its own. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<SmtpScene> {
  const take = async (stream: SMTPServerDataStream, { envelope, secure }: SMTPServerSession): Promise<void> => {
    const raw = await text(stream);
    const to = envelope.rcptTo.map(({ address }) => address);
    scene.taken.push({ from: envelope.mailFrom ? envelope.mailFrom.address : "", to, mail: await PostalMime.parse(raw), raw, isSecure: secure });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.onAuth ? [] : ["AUTH"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _, done) {
      const refusal = scene.refuse(address);
      done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null);
    },
    onData: (stream, session, done) => callbackify(take)(stream, session, (error) => done(error)),
    ...options,
  });
  // A client that goes away in the middle is none of its business.
  server.on("error", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const { port } = server.server.address() as AddressInfo;
  const scene: SmtpScene = {
    url: `smtp://127.0.0.1:${port}`,
    taken: [],
    refuse: () => null,
    stop: () => new Promise<void>((closed) => server.close(() => closed())),
  };
  return scene;
}
