import "./styles.css";
import { readScheme } from "../lib/scheme.ts";
import { RouterClient } from "@tanstack/react-router/ssr/client";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { createBrowserClient, createQueryClient } from "./api-client.ts";
import { createAppRouter } from "./router.tsx";
import { watchSession } from "./watch-session.ts";

const queryClient = createQueryClient({ isServer: false });
watchSession(queryClient);

const router = createAppRouter({
  queryClient,
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
