import { z } from "zod";

export * from "./address.ts";

export const Email = z.string().trim().toLowerCase().max(254).pipe(z.email("Give an e-mail address, such as name@example.com."));

export const SignInInput = z.object({ email: Email, password: z.string().min(1, "Give your password.").max(200) });
export type SignInInput = z.infer<typeof SignInInput>;

export const CreateAccountInput = z.object({
  email: Email,
  name: z.string().trim().min(1).max(200),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
});
export type CreateAccountInput = z.infer<typeof CreateAccountInput>;
