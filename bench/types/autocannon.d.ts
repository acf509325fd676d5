/** As much of autocannon 9 as is used here; it brings no types of its own. */
declare module "autocannon" {
  import type { EventEmitter } from "node:events";

  export interface AutocannonRequest {
    method?: "GET" | "POST";
    path?: string;
    headers?: Record<string, string>;
    body?: string;
    /** Called before each sending; the context lives until the list of requests begins again, which null makes it do. */
    setupRequest?: (request: AutocannonRequest, context: Record<string, unknown>) => AutocannonRequest | null;
    onResponse?: (status: number, body: string, context: Record<string, unknown>, headers: Record<string, string | string[]>) => void;
  }

  interface AutocannonClient {
    setRequests(requests: AutocannonRequest[]): void;
  }

  interface AutocannonOptions {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Seconds. */
    timeout: number;
    /** Milliseconds between looks at whether the time is over. */
    sampleInt: number;
    setupClient: (client: AutocannonClient) => void;
  }

  export interface Result {
    errors: number;
    timeouts: number;
    non2xx: number;
  }

  interface AutocannonInstance extends EventEmitter {
    on(event: "response", listener: (client: AutocannonClient, status: number, bytes: number, milliseconds: number) => void): this;
  }

  export default function autocannon(
    options: AutocannonOptions,
    done: (error: Error | null, result: Result) => void,
  ): AutocannonInstance;
}
