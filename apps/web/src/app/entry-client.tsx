import "./styles.css";
import { readScheme } from "../lib/scheme.ts";
import { RouterClient } from "@tanstack/react-router/ssr/client";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { createBrowserClient, createQueryClient } from "./api-client.ts";
import { createAppRouter } from "./router.tsx";

const router = createAppRouter({
  queryClient: createQueryClient({ isServer: false }),
  client: createBrowserClient(),
  scheme: readScheme(document.cookie),
  requestId: null,
  origin: location.origin,
});

hydrateRoot(
  document,
  <StrictMode>
    <RouterClient router={router} />
  </StrictMode>,
);
