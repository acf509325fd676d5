/** Keeps what must be stored and read again, but not by who only has the database. */
export interface SecretBox {
  /** What is stored of a text. It opens for the same `purpose` only, such as whose it is. */
  seal(text: string, purpose: string): string;
  /** The text again. Throws for what this server's key, or this purpose, did not seal. */
  open(sealed: string, purpose: string): string;
}

declare module "../kernel/context.ts" {
  interface Ports {
    secretBox: SecretBox;
  }
}
