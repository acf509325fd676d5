/**
 * A path on this site, or undefined: nobody is sent elsewhere by a link to us. Browsers leave out tabs and line ends, and
 * take a backslash for a slash.
 */
export function safePath(text: string | undefined): string | undefined {
  return text && /^\/(?!\/)[^\\\t\r\n]*$/.test(text) ? text : undefined;
}
