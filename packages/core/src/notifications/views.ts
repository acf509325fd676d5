/** A test mail that was handed over, and to whom. */
export interface TestMailView {
  sentTo: string;
  /** `mailbox`: it went to the development mailbox and nowhere else. */
  by: "smtp" | "mailbox";
}
