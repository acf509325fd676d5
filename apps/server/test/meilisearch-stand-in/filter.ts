import { ApiError } from "./api-error.ts";

export type Document = Record<string, unknown>;
type Test = (document: Document) => boolean;

/** A filter as Meilisearch takes it: a text, or a list of all-of with lists of any-of in it. */
export function readFilter(filter: unknown, filterable: readonly string[]): Test {
  if (filter === undefined || filter === null) return () => true;
  if (typeof filter === "string") return filter.trim() === "" ? () => true : new Parser(filter, filterable).read();
  if (!Array.isArray(filter)) throw invalid("Invalid syntax for the filter parameter: expected a String or an Array.");
  const all = filter.map((part) => {
    if (!Array.isArray(part)) return readFilter(part, filterable);
    const any = part.map((each) => readFilter(each, filterable));
    return (document: Document) => any.some((test) => test(document));
  });
  return (document) => all.every((test) => test(document));
}

export function isAllowed(field: string, allowed: readonly string[]): boolean {
  return allowed.some((each) => each === "*" || field === each || field.startsWith(`${each}.`));
}

/** All values of a field, in lists and objects too. */
export function valuesOf(document: Document, path: string): unknown[] {
  const found = path.split(".").reduce<unknown[]>((values, key) => values.flatMap((value) => (isObject(value) && key in value ? asList(value[key]) : [])), [document]);
  return found.flatMap((value) => (isObject(value) ? [] : [value]));
}

const asList = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(asList) : [value]);
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const invalid = (message: string) => new ApiError("invalid_search_filter", message);
const keywords = new Set(["AND", "OR", "NOT", "IN", "TO", "EXISTS", "IS", "NULL", "EMPTY", "CONTAINS", "STARTS", "WITH"]);

interface Token {
  text: string;
  kind: "word" | "value" | "sign";
}

class Parser {
  private readonly tokens: Token[];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly filterable: readonly string[],
  ) {
    this.tokens = this.cut();
  }

  read(): Test {
    const test = this.either();
    if (this.at < this.tokens.length) throw this.wrong(`Found unexpected characters at the end of the filter: \`${this.tokens[this.at]?.text}\`.`);
    return test;
  }

  private cut(): Token[] {
    const tokens: Token[] = [];
    const shape = /\s+|"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([\p{L}\p{N}_.-]+)|(>=|<=|!=|[=<>()[\],])/uy;
    while (shape.lastIndex < this.text.length) {
      const from = shape.lastIndex;
      const found = shape.exec(this.text);
      if (!found) throw this.wrong(`Was expecting a value at \`${this.text.slice(from, from + 20)}\`.`);
      const [, double, single, word, sign] = found;
      if (double !== undefined || single !== undefined) tokens.push({ text: unescape(double ?? single ?? ""), kind: "value" });
      else if (word !== undefined) tokens.push({ text: word, kind: keywords.has(word) ? "word" : "value" });
      else if (sign !== undefined) tokens.push({ text: sign, kind: "sign" });
    }
    return tokens;
  }

  private either(): Test {
    const tests = [this.all()];
    while (this.take("OR")) tests.push(this.all());
    return tests.length === 1 ? (tests[0] as Test) : (document) => tests.some((test) => test(document));
  }

  private all(): Test {
    const tests = [this.one()];
    while (this.take("AND")) tests.push(this.one());
    return tests.length === 1 ? (tests[0] as Test) : (document) => tests.every((test) => test(document));
  }

  private one(): Test {
    if (this.take("NOT")) {
      const test = this.one();
      return (document) => !test(document);
    }
    if (this.take("(")) {
      const test = this.either();
      this.need(")");
      return test;
    }
    return this.condition();
  }

  private condition(): Test {
    const field = this.value();
    if (!isAllowed(field, this.filterable)) {
      throw invalid(`Attribute \`${field}\` is not filterable. Available filterable attribute patterns are: ${this.filterable.map((each) => `\`${each}\``).join(", ")}.`);
    }
    const any = (test: (value: unknown) => boolean): Test => (document) => valuesOf(document, field).some(test);
    if (this.take("IN")) return any(this.isIn());
    if (this.take("NOT")) {
      const test = this.take("IN") ? any(this.isIn()) : this.exists(field);
      return (document) => !test(document);
    }
    if (this.peek("EXISTS")) return this.exists(field);
    if (this.take("IS")) return this.is(field);
    for (const sign of ["=", "!=", ">=", "<=", ">", "<"] as const) {
      if (!this.take(sign)) continue;
      const wanted = this.value();
      if (sign === "!=") return (document) => !valuesOf(document, field).some((value) => isEqual(value, wanted));
      return any((value) => (sign === "=" ? isEqual(value, wanted) : isOrdered(value, sign, wanted)));
    }
    const from = this.value();
    this.need("TO");
    const to = this.value();
    return any((value) => isOrdered(value, ">=", from) && isOrdered(value, "<=", to));
  }

  private exists(field: string): Test {
    this.need("EXISTS");
    return (document) => valuesOf(document, field).length > 0 || field in document;
  }

  private is(field: string): Test {
    const isNot = this.take("NOT");
    const isNull = this.take("NULL");
    if (!isNull) this.need("EMPTY");
    const test: Test = (document) => (isNull ? valuesOf(document, field).includes(null) : [...valuesOf(document, field), ...(Array.isArray(document[field]) && document[field].length === 0 ? [""] : [])].includes(""));
    return isNot ? (document) => !test(document) : test;
  }

  private isIn(): (value: unknown) => boolean {
    this.need("[");
    const wanted: string[] = [];
    while (!this.take("]")) {
      wanted.push(this.value());
      this.take(",");
    }
    return (value) => wanted.some((each) => isEqual(value, each));
  }

  private value(): string {
    const token = this.tokens[this.at];
    if (token?.kind !== "value") throw this.wrong(`Was expecting a value but instead got ${token ? `\`${token.text}\`` : "nothing"}.`);
    this.at += 1;
    return token.text;
  }

  private peek(text: string): boolean {
    const token = this.tokens[this.at];
    return token !== undefined && token.kind !== "value" && token.text === text;
  }

  private take(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at += 1;
    return true;
  }

  private need(text: string): void {
    if (!this.take(text)) throw this.wrong(`Was expecting \`${text}\` but got \`${this.tokens[this.at]?.text ?? ""}\`.`);
  }

  private wrong(message: string): ApiError {
    return invalid(`${message}\n${this.text}`);
  }
}

/** What a backslash stands before is taken as it is; of letters only those that stand for signs are known. */
function unescape(text: string): string {
  return text.replace(/\\([^])/g, (_, sign: string) => {
    if (/["'\\]/.test(sign)) return sign;
    const known: Record<string, string> = { n: "\n", t: "\t", r: "\r" };
    const letter = known[sign];
    if (letter === undefined) throw invalid(`The escaped value \\${sign} is malformed.`);
    return letter;
  });
}

const folded = (text: string) => text.trim().toLowerCase();
const numberOf = (text: string) => (text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : null);

function isEqual(value: unknown, wanted: string): boolean {
  if (typeof value === "number") return value === numberOf(wanted);
  return typeof value === "string" || typeof value === "boolean" ? folded(String(value)) === folded(wanted) : false;
}

function isOrdered(value: unknown, sign: ">=" | "<=" | ">" | "<", wanted: string): boolean {
  const number = numberOf(wanted);
  if (number !== null) return typeof value === "number" && compare(value, sign, number);
  return typeof value === "string" && compare(folded(value), sign, folded(wanted));
}

function compare<T extends string | number>(a: T, sign: ">=" | "<=" | ">" | "<", b: T): boolean {
  if (sign === ">=") return a >= b;
  if (sign === "<=") return a <= b;
  return sign === ">" ? a > b : a < b;
}
