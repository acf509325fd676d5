/** Mixes two #rrggbb colours; t = 0 is the first, 1 the second. */
export function mix(from: string, to: string, t: number): string {
  const channel = (at: number) => {
    const a = parseInt(from.slice(at, at + 2), 16);
    const b = parseInt(to.slice(at, at + 2), 16);
    return Math.round(a + (b - a) * t).toString(16).padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export const lighten = (colour: string, t: number) => mix(colour, "#fffdf6", t);
export const darken = (colour: string, t: number) => mix(colour, "#1d1a1c", t);
