import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { build } from 'vite';
import type { PrintState } from '../../../electron/core/visit.ts';
import { root } from '../../fakes/foyer.ts';

/** What became of a print: the state that the kiosk said, or that it was killed before it could say one. */
export type Said = Extract<PrintState, 'confirmed' | 'sent' | 'failed' | 'unknown'> | 'killed';

/** A kiosk in a process of its own, on one journal through all its lives. */
export interface Kiosk {
  /** Checks a visitor in and prints. */
  print(number: number): Promise<Said>;
  /** What the journal says of a visitor's prints; starts it again where it is dead. */
  states(number: number): Promise<readonly PrintState[]>;
  /** SIGKILL; nothing is written any more. */
  kill(): void;
  close(): void;
}

interface Line {
  readonly ready?: true;
  readonly recorded?: number;
  readonly printed?: number;
  readonly state?: Said;
  readonly told?: number;
  readonly states?: readonly PrintState[];
}

/** A kiosk that prints at `printers` (the text of `FOYER_PRINTER`). What runs is built from the source first. */
export async function openKiosk(printers: string): Promise<Kiosk> {
  mkdirSync(join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(root, 'dist', 'printing-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'test/crash/printing/child.ts', outDir: folder, target: 'node20' },
  });
  const words = [join(folder, 'child.js'), join(folder, 'journal.db'), join(root, 'assets'), printers];
  let life: ChildProcessByStdio<Writable, Readable, null> | undefined;
  let hearing: ((line: Line | undefined) => void)[] = [];

  /** The first line that `answer` answers something to; undefined: the process died before. */
  const hear = <T>(answer: (line: Line) => T | undefined): Promise<T | undefined> =>
    new Promise((resolve) => {
      const listener = (line: Line | undefined) => {
        const heard = line && answer(line);
        if (line && heard === undefined) return;
        hearing = hearing.filter((other) => other !== listener);
        resolve(heard);
      };
      hearing.push(listener);
    });
  const tellAll = (line: Line | undefined): void => {
    for (const listener of [...hearing]) listener(line);
  };

  async function alive(): Promise<Writable> {
    if (life) return life.stdin;
    const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    life = child;
    child.stdin.on('error', () => {});
    const lines = createInterface({ input: child.stdout }).on('line', (line) => tellAll(JSON.parse(line) as Line));
    // 'close' of the lines comes after the last of them: what was said before the kill was said.
    lines.on('close', () => {
      if (life === child) life = undefined;
      tellAll(undefined);
    });
    if (!(await hear(({ ready }) => ready))) throw new Error('the kiosk does not start');
    return child.stdin;
  }

  return {
    print: async (number) => {
      const input = await alive();
      const said = hear(({ printed, state }) => (printed === number ? state : undefined));
      input.write(`${JSON.stringify({ print: number })}\n`);
      return (await said) ?? 'killed';
    },
    states: async (number) => {
      const input = await alive();
      const told = hear(({ told: whose, states }) => (whose === number ? states : undefined));
      input.write(`${JSON.stringify({ tell: number })}\n`);
      const states = await told;
      if (!states) throw new Error('the kiosk dies of a question');
      return states;
    },
    kill: () => {
      life?.kill('SIGKILL');
    },
    close: () => {
      life?.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
