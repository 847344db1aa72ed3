import { type ChildProcess, spawn } from 'node:child_process';

/** A Foyer from a built entry, once it is ready or has ended. */
export async function startFoyerAt(
  entry: string,
  environment: Record<string, string>,
): Promise<{ process: ChildProcess; isReady: boolean; said: () => string }> {
  const child = spawn(process.execPath, [entry], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const isReady = await new Promise<boolean>((resolve) => {
    const take = (chunk: Buffer) => {
      said += chunk;
      if (/^foyer ready/m.test(said)) resolve(true);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('close', () => resolve(false));
  });
  return { process: child, isReady, said: () => said };
}
