/** Who does what staff does in the stories. */
export const staffAccount = { email: "staff@torture.example", password: "a long enough password" };

/** Customers who sign in, the same in all stories. */
export function customerAccount(number: number) {
  return { email: `customer${number}@torture.example`, password: "a long enough password" };
}
