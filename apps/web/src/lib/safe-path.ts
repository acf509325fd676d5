/** A path on this site, or undefined: nobody is sent elsewhere by a link to us. */
export function safePath(text: string | undefined): string | undefined {
  return text && /^\/(?![/\\])/.test(text) ? text : undefined;
}
