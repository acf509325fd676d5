/** What a mail says; text and HTML are both made of it. Texts may come from anybody: they are cleaned and escaped there. */
export interface Letter {
  subject: string;
  blocks: readonly Block[];
}

export type Block =
  | { kind: "text"; text: string }
  | { kind: "heading"; text: string }
  /** The one thing to do. */
  | { kind: "action"; label: string; url: string }
  /** Several lines that belong together, such as an address. */
  | { kind: "lines"; lines: readonly string[] }
  | { kind: "goods"; goods: readonly Good[] }
  /** Labels with what they stand for; the last may be a sum. */
  | { kind: "facts"; facts: readonly Fact[] };

export interface Good {
  title: string;
  /** Such as a size, or a note. */
  detail: string;
  quantity: number;
  amount?: string;
}

export interface Fact {
  label: string;
  value: string;
  isSum?: boolean;
}

export const text = (text: string): Block => ({ kind: "text", text });
export const heading = (text: string): Block => ({ kind: "heading", text });
export const action = (label: string, url: string): Block => ({ kind: "action", label, url });
export const lines = (lines: readonly (string | null)[]): Block => ({ kind: "lines", lines: lines.filter((line) => line !== null && line !== "") as string[] });
