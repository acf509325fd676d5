import { z } from "zod";

export const ListShippingMethodsInput = z.object({ country: z.string().length(2).optional() });
