/** For when the storefront itself can't be rendered. The request id is ours, so that nothing needs escaping. */
export function errorPage(requestId: string): Response {
  const html = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Something went wrong</title></head>
<body>
<main>
<h1>Something went wrong</h1>
<p>This one is our fault, and it has been written down. Try again in a moment, or go <a href="/">back to the shop</a>.</p>
<p>If you write to us about it, please quote ${requestId}.</p>
</main>
</body>
</html>
`;
  return new Response(html, { status: 500, headers: { "content-type": "text/html; charset=UTF-8" } });
}
