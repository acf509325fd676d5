/** Text that a tab keeps over a reload; where that is forbidden, nothing is kept and nothing breaks. */
export const sessionStore = {
  read(name: string): string | null {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  },
  write(name: string, text: string): void {
    try {
      sessionStorage.setItem(name, text);
    } catch {
      // Full or forbidden: the page still has it.
    }
  },
  remove(name: string): void {
    try {
      sessionStorage.removeItem(name);
    } catch {
      // As above.
    }
  },
};
