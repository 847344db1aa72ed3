/** An affine transform as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A box in whole or broken dots or units. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`. */
export function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** A `transform` attribute (https://www.w3.org/TR/css-transforms-1/#svg-syntax); undefined for what is none. */
export function transformOf(text: string): Matrix | undefined {
  let matrix = identity;
  const rest = text.replace(/([a-zA-Z]+)\s*\(([^)]*)\)\s*,?/g, (whole, name: string, list: string) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const step = numbers.every(Number.isFinite) ? stepOf(name, numbers) : undefined;
    if (!step) return whole;
    matrix = combined(matrix, step);
    return '';
  });
  return rest.trim() === '' ? matrix : undefined;
}

function stepOf(name: string, [first = 0, second, third, ...more]: number[]): Matrix | undefined {
  if (name === 'translate') return [1, 0, 0, 1, first, second ?? 0];
  if (name === 'scale') return [first, 0, 0, second ?? first, 0, 0];
  if (name === 'matrix' && second !== undefined && third !== undefined && more.length === 3)
    return [first, second, third, more[0] ?? 0, more[1] ?? 0, more[2] ?? 0];
  const angle = (first * Math.PI) / 180;
  if (name === 'skewX') return [1, 0, Math.tan(angle), 1, 0, 0];
  if (name === 'skewY') return [1, Math.tan(angle), 0, 1, 0, 0];
  if (name !== 'rotate') return undefined;
  const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
  const [x, y] = [second ?? 0, third ?? 0];
  return combined([1, 0, 0, 1, x, y], combined(turn, [1, 0, 0, 1, -x, -y]));
}

/** Where a box comes to lie; undefined where it would no longer be upright. */
export function boxAt([a, b, c, d, e, f]: Matrix, { x, y, width, height }: Box): Box | undefined {
  const slight = 1e-6 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const upright = Math.abs(b) <= slight && Math.abs(c) <= slight;
  const onItsSide = Math.abs(a) <= slight && Math.abs(d) <= slight;
  if (!upright && !onItsSide) return undefined;
  const xs = [a * x + c * y + e, a * (x + width) + c * (y + height) + e];
  const ys = [b * x + d * y + f, b * (x + width) + d * (y + height) + f];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
