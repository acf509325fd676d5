import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OAuthSettings } from "../src/adapters/oauth/index.ts";

/** Who says yes at the provider. */
export interface ProviderUser {
  sub: string;
  email: string;
  isVerified: boolean;
  name: string;
}

interface Code {
  user: ProviderUser;
  clientId: string;
  redirectUri: string;
  challenge: string | null;
}

const [clientId, clientSecret] = ["the-shop", "provider-gave-this-secret"];

/**
 * A provider of OAuth 2 of the tests' own: a real server that holds clients to the rules, as RFC 6749 and RFC 7636 have them.
 * It answers as Google does at `/userinfo`, and as GitHub does at `/user` and `/user/emails`.
 */
export async function startProvider() {
  const codes = new Map<string, Code>();
  const tokens = new Map<string, ProviderUser>();
  const seen: string[] = [];
  let user: ProviderUser | null = null;
  let isBroken = false;

  const authorize = (asked: URLSearchParams, response: ServerResponse) => {
    const back = new URL(asked.get("redirect_uri") ?? "");
    back.searchParams.set("state", asked.get("state") ?? "");
    if (asked.get("client_id") !== clientId || asked.get("response_type") !== "code") return end(response, 400, { error: "invalid_request" });
    if (user) {
      const code = randomUUID();
      codes.set(code, { user, clientId, redirectUri: asked.get("redirect_uri") ?? "", challenge: asked.get("code_challenge_method") === "S256" ? asked.get("code_challenge") : null });
      back.searchParams.set("code", code);
    } else {
      back.searchParams.set("error", "access_denied");
    }
    response.writeHead(302, { location: back.href }).end();
  };

  const token = (request: IncomingMessage, sent: URLSearchParams, response: ServerResponse) => {
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
    if (request.headers.authorization !== basic) return end(response, 401, { error: "invalid_client" });
    const code = codes.get(sent.get("code") ?? "");
    codes.delete(sent.get("code") ?? "");
    const proof = createHash("sha256").update(sent.get("code_verifier") ?? "").digest("base64url");
    const isGood = code && sent.get("grant_type") === "authorization_code" && code.redirectUri === sent.get("redirect_uri") && (code.challenge === null || code.challenge === proof);
    if (!isGood) return end(response, 400, { error: "invalid_grant" });
    const accessToken = randomUUID();
    tokens.set(accessToken, code.user);
    end(response, 200, { access_token: accessToken, token_type: "Bearer", expires_in: 3_600 });
  };

  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const url = new URL(request.url ?? "/", "http://provider");
      seen.push(`${request.method} ${url.pathname}`);
      if (isBroken) return end(response, 502, {});
      if (url.pathname === "/authorize") return authorize(url.searchParams, response);
      if (url.pathname === "/token") return token(request, new URLSearchParams(body), response);
      const bearer = tokens.get(request.headers.authorization?.replace("Bearer ", "") ?? "");
      if (!bearer) return end(response, 401, {});
      const { sub, email, isVerified, name } = bearer;
      if (url.pathname === "/userinfo") return end(response, 200, { sub, email, email_verified: isVerified, name });
      if (url.pathname === "/user") return end(response, 200, { id: Number(sub), login: name, name, email: "shown@profile.example" });
      if (url.pathname === "/user/emails") return end(response, 200, [{ email: "other@example.com", primary: false, verified: true }, { email, primary: true, verified: isVerified }]);
      return end(response, 404, {});
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const settings = (person: string): OAuthSettings => ({ clientId, clientSecret, authorizeUrl: `${address}/authorize`, tokenUrl: `${address}/token`, personUrl: `${address}${person}` });

  return {
    google: settings("/userinfo"),
    github: settings("/user"),
    /** What was asked of it. */
    seen,
    /** Who says yes from now on; null says no. */
    says: (next: ProviderUser | null) => void (user = next),
    breaks: (next: boolean) => void (isBroken = next),
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

function end(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
