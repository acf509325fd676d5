/** What a call was answered: data, or the error of it. */
export interface Reading {
  status: number;
  headers: Headers;
  text: string;
  data: unknown;
  error: { message?: unknown; data?: Record<string, unknown> } | null;
}

/** Reads an answer of whatever form: alone, of a batch, line by line, or the beginning of a stream of news. */
export async function readAnswer(response: Response): Promise<Reading> {
  const { status, headers } = response;
  const isStream = headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  const text = isStream ? await beginningOf(response) : await response.text();
  const inside = isStream ? eventIn(text) : firstIn(text);
  const { result, error } = (inside ?? {}) as { result?: { data?: unknown }; error?: Reading["error"] };
  return { status, headers, text, data: result?.data, error: error ?? null };
}

function firstIn(text: string): unknown {
  const parsed: unknown = JSON.parse(text.split("\n", 1)[0] ?? "");
  return Array.isArray(parsed) ? parsed[0] : parsed;
}

/** An error in a stream is an event of its own. */
function eventIn(text: string): unknown {
  const [, data] = /event: serialized-error\ndata: (.*)/.exec(text) ?? [];
  return data === undefined ? { result: { data: null } } : { error: JSON.parse(data) as unknown };
}

/** Two pieces: that it is open, and what there is at once. A stream never ends by itself. */
async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  let text = "";
  for (let piece = 0; piece < 2; piece += 1) {
    const next = await Promise.race([reader.read(), new Promise<null>((resolve) => setTimeout(resolve, 100, null))]);
    if (!next || next.done) break;
    text += new TextDecoder().decode(next.value);
  }
  await reader.cancel();
  return text;
}
