import { describe, expect, it } from "vitest";
import { smtpOptions } from "./smtp-options.ts";

describe("the mail server's address", () => {
  it("names host, port and who signs in", () => {
    expect(smtpOptions("smtp://shop%40example.com:p%3Ass%2Fword@mail.example")).toMatchObject({ host: "mail.example", port: 587, secure: false, auth: { user: "shop@example.com", pass: "p:ss/word" } });
    expect(smtpOptions("smtps://mail.example")).toMatchObject({ port: 465, secure: true });
    expect(smtpOptions("smtp://mail.example:2525")).not.toHaveProperty("auth");
  });

  it.each(["smtp://mail.example", "smtp://127.0.0.1.example", "smtp://10.0.0.1", "smtp://localhost.example"])("is not talked to without TLS: %s", (url) => {
    expect(smtpOptions(url)).toMatchObject({ requireTLS: true });
    expect(smtpOptions(url)).not.toHaveProperty("tls");
  });

  it.each(["smtp://localhost:2525", "smtp://127.0.0.1:2525", "smtp://[::1]:2525"])("may be without TLS on this machine: %s", (url) => {
    expect(smtpOptions(url)).toMatchObject({ requireTLS: false });
  });

  it("leaves a handler its time, and opens neither files nor addresses", () => {
    const { dnsTimeout = 0, connectionTimeout = 0, greetingTimeout = 0, socketTimeout = 0, ...options } = smtpOptions("smtp://mail.example");
    expect(dnsTimeout + connectionTimeout + greetingTimeout + socketTimeout).toBeLessThan(45_000);
    expect(options).toMatchObject({ disableFileAccess: true, disableUrlAccess: true, maxRequeues: 0 });
  });
});
