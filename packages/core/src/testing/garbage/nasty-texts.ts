import fc, { type Arbitrary } from "fast-check";

const nested = (depth: number, open: string, close: string) => open.repeat(depth) + close.repeat(depth);
const cursorOf = (text: string) => Buffer.from(text).toString("base64url");

/** Words that have broken programs before. */
const words = [
  "",
  " ",
  "a\u0000b",
  "\ud800",
  "b\udc00",
  "\u202Eabc\u200B\uFEFF",
  `e${"\u0301".repeat(400)}`,
  "🏳️‍🌈🦆",
  "ß".repeat(300),
  "x".repeat(10_001),
  "'; drop table orders; --",
  "' or '1'='1",
  "\" union select email, password_hash from accounts --",
  "\\'; select pg_sleep(10); --",
  "%' escape '",
  "* OR NEAR(\"a\" AND (",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)><svg/onload=alert(1)>",
  "\"><a href=javascript:alert(1)>x</a>",
  "{{7*7}}${7*7}<%= 7*7 %>",
  "../../../../etc/passwd",
  "%00%2e%2e%2f",
  "a\r\nSet-Cookie: cartwright_session=x",
  "robin@example.com\r\nBcc: all@example.com",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "null",
  "NaN",
  "-0",
  "1e309",
  "9007199254740993",
  "٣",
  "0000-00-00T00:00:00Z",
  "2026-02-30",
  "9999-12-31T23:59:59.999Z",
  "+275760-09-13T00:00:00.001Z",
  "0001-01-01T00:00:00.000Z",
  ...["", "null", "{}", "[]", "[null]", "[\"a\"]", "[1e999]", "[{}]", "[\"\\u0000\"]", "[\"a\",1,null,true]", "[\"2026-01-01\",\"x\"]", nested(500, "[", "]")].map(cursorOf),
];

const values = [
  "null",
  "true",
  "false",
  "0", "-0", "-1", "1", "0.1", "1e-400", "1e21", "1e999", "-1e999", "2147483648", "9007199254740991", "9007199254740993", "-9223372036854775809", `1${"0".repeat(400)}`,
  "[]", "{}", "[[]]", "[null]", '[""]', `[${"1,".repeat(2_000)}1]`,
  nested(20, "[", "]"), nested(3_000, "[", "]"), `${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`,
  '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '{"__proto__":null}',
  '{"length":1e9}', '{"toJSON":1}', '{"toString":null,"valueOf":null}', '{"then":"x"}', '{"$ne":null}', '{"0":"a"}', '{"a":1,"a":2}',
];

/** Names of fields that nobody declared, or that every object has. */
export const nastyNames = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then", "length", "0", "", "a\u0000b", "$where", "idempotencyKey", "x".repeat(2_000)];

/** The JSON of a value that fits nowhere. */
export const nastyText: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words).map((word) => JSON.stringify(word)) },
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.json({ depthSize: "small" }) },
);

/** What is no JSON at all. */
export const brokenText: Arbitrary<string> = fc.constantFrom("", "{", "[1,", "NaN", "undefined", "'a'", "{a:1}", "\u0000", '{"a":"\u0001"}', "\ufeff{}", "a=1&b=2", '"\\ud800', "0x10", "01");
