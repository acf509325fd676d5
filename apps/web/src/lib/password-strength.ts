/** Of a password that is being chosen; `short` is refused. */
export type PasswordStrength = "short" | "weak" | "fair" | "strong";

const leastLength = 10;
const strongLength = 16;

/** A hint while it is typed: length counts most, and the same few signs over and over count little. The server has the last word. */
export function passwordStrength(password: string): PasswordStrength {
  if (password.length < leastLength) return "short";
  const different = new Set(password.toLowerCase()).size;
  if (different < 5 || /^\d+$/.test(password)) return "weak";
  return password.length >= strongLength && different >= 8 ? "strong" : "fair";
}
