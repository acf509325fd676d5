import { describe, expect, it } from "vitest";
import { trustProxies } from "./address.ts";

const forwarded = new Headers({ "x-forwarded-for": "198.51.100.9, 203.0.113.7, 10.0.0.9" });
const asked = (trusted: string | null, remoteAddress: string | undefined, headers = forwarded) => trustProxies(trusted)(headers, { remoteAddress });

describe("an address", () => {
  it.each(["203.0.113.1", "127.0.0.1", "10.1.2.3", "::1"])("is that of the socket as long as no proxy is trusted: %s", (remoteAddress) => {
    expect(asked(null, remoteAddress)).toBe(remoteAddress);
    expect(asked("0", remoteAddress)).toBe(remoteAddress);
  });

  it("is one by the same name in both versions of the protocol", () => {
    expect(asked(null, "::ffff:203.0.113.1")).toBe("203.0.113.1");
  });

  it("is what the last so many proxies wrote, and nothing that was there before", () => {
    expect(asked("1", "127.0.0.1")).toBe("10.0.0.9");
    expect(asked("2", "127.0.0.1")).toBe("203.0.113.7");
    // It came past a proxy: only the socket can't be made up.
    expect(asked("4", "192.0.2.4")).toBe("192.0.2.4");
  });

  it("is the first that is no proxy of ours, from the socket backwards", () => {
    expect(asked("127.0.0.0/8, 10.0.0.0/8", "127.0.0.1")).toBe("203.0.113.7");
    expect(asked("127.0.0.1", "127.0.0.1")).toBe("10.0.0.9");
    expect(asked("10.0.0.0/8,fd00::/8", "::ffff:10.1.1.1")).toBe("203.0.113.7");
    expect(asked("fd00::/8", "fd00::5", new Headers({ "x-forwarded-for": "2001:db8::1" }))).toBe("2001:db8::1");
    expect(asked("10.0.0.0/8", "203.0.113.1")).toBe("203.0.113.1");
  });

  it("is the proxy's own when it says nothing sensible", () => {
    for (const trusted of ["1", "127.0.0.1"]) {
      expect(asked(trusted, "127.0.0.1", new Headers({ "x-forwarded-for": "unknown" }))).toBe("127.0.0.1");
      expect(asked(trusted, "127.0.0.1", new Headers())).toBe("127.0.0.1");
    }
  });

  it("is unknown where there is no socket", () => {
    expect(asked(null, undefined)).toBeNull();
    expect(asked("10.0.0.0/8", undefined)).toBeNull();
  });

  it.each(["proxy.example", "10.0.0.0/33", "10.0.0.0/8/8", "10.0.0.0/", "-1", "::/129"])("is asked for in words that can be read, not %s", (trusted) => {
    expect(() => trustProxies(trusted)).toThrow(/^TRUSTED_PROXIES must be/);
  });
});
