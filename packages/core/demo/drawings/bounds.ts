export interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const pairs = { M: 2, L: 2, C: 6, Q: 4, T: 2, A: 7, H: 1, V: 1, Z: 0 } as const;

/** The box around a path; control points count, so it is generous. */
export function boundsOf(d: string): Bounds {
  const box: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  let [x, y] = [0, 0];
  const visit = (px: number, py: number) => {
    box.left = Math.min(box.left, px);
    box.right = Math.max(box.right, px);
    box.top = Math.min(box.top, py);
    box.bottom = Math.max(box.bottom, py);
  };
  for (const [, letter = "M", rest = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const values = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    const command = letter.toUpperCase() as keyof typeof pairs;
    const [ox, oy] = letter === command ? [0, 0] : [1, 1];
    const step = pairs[command] || values.length || 1;
    for (let i = 0; i < values.length; i += step) {
      const part = values.slice(i, i + step);
      const from = [x * ox, y * oy] as const;
      if (command === "H") x = from[0] + (part[0] ?? 0);
      else if (command === "V") y = from[1] + (part[0] ?? 0);
      else {
        const points = command === "A" ? part.slice(5) : part;
        if (command === "A") visit(x - (part[0] ?? 0), y - (part[1] ?? 0));
        if (command === "A") visit(x + (part[0] ?? 0), y + (part[1] ?? 0));
        for (let k = 0; k < points.length - 2; k += 2) visit(from[0] + (points[k] ?? 0), from[1] + (points[k + 1] ?? 0));
        x = from[0] + (points[points.length - 2] ?? 0);
        y = from[1] + (points[points.length - 1] ?? 0);
      }
      visit(x, y);
    }
  }
  return box;
}
