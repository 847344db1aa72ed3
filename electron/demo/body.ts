import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import type { Faults } from './query.ts';
import { invalid, problem, type Reply } from './reply.ts';

/** The largest body that is read, in bytes. */
const largest = 64 * 1024;

/** A body as its operation's schema has it, or the reply to one that does not fit. */
export type Body = { readonly value: unknown } | { readonly reply: Reply };

/** Reads a JSON body and judges it by the schema of what the client sends; fields that it does not know are ignored, as ASP.NET does. */
export async function readBody(request: IncomingMessage, schema: z.ZodType): Promise<Body> {
  if (!/^(application\/(?:[\w.+-]+\+)?|text\/)json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    return { reply: problem(415, 'Unsupported Media Type') };
  }
  const bytes = await readBytes(request);
  if (!bytes) return { reply: problem(413, 'Payload Too Large', { headers: { connection: 'close' } }) };
  if (bytes.length === 0) return { reply: invalid({ '': ['A non-empty request body is required.'] }) };
  const value = jsonOf(bytes);
  return value === undefined ? { reply: invalid({ $: ['The body is not JSON.'] }) } : judged(value, schema);
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return undefined;
  const pieces: Buffer[] = [];
  let length = 0;
  // Leaving the loop must not end the connection: the reply still goes over it.
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    length += piece.length;
    if (length > largest) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function judged(value: unknown, schema: z.ZodType): Body {
  const first = schema.safeParse(value);
  const issues = first.error?.issues ?? [];
  for (const issue of issues) if (issue.code === 'unrecognized_keys') forget(value, issue.path, issue.keys);
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { reply: invalid(faultsOf(parsed.error.issues)) };
}

function forget(value: unknown, path: readonly PropertyKey[], keys: readonly string[]): void {
  const holder = path.reduce<unknown>((rest, part) => (rest as Record<PropertyKey, unknown>)[part], value);
  for (const key of keys) delete (holder as Record<string, unknown>)[key];
}

function faultsOf(issues: readonly z.core.$ZodIssue[]): Faults {
  const faults = new Map(issues.map(({ path }) => [path.map(String).join('.') || '$', ['The value is missing or not valid.']]));
  return Object.fromEntries(faults);
}
