import { spawn, type ChildProcess } from 'node:child_process';
import { inProject } from '../support/root.ts';
import { say, seconds } from '../support/progress.ts';

/** How a stage of `npm test` ended. */
export interface StageResult {
  readonly name: string;
  readonly ok: boolean;
  readonly durationMs: number;
}

/** A stage: a program of the project's own packages, or a function. */
export interface Stage {
  readonly name: string;
  /** Whether the stage passed. What it has to say goes to standard error. */
  readonly work: () => Promise<boolean>;
}

/** Runs a stage and says how long it took. A stage that throws has failed. */
export async function runStage(stage: Stage): Promise<StageResult> {
  say(`\n── ${stage.name}`);
  const began = performance.now();
  let ok = false;
  try {
    ok = await stage.work();
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  const durationMs = performance.now() - began;
  say(`── ${stage.name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(durationMs)}`);
  return { name: stage.name, ok, durationMs };
}

/**
 * Runs the program of an installed package under this Node, with its output on standard error.
 * Past `timeoutMs` the program and everything it started are ended.
 */
export function runTool(
  script: string,
  args: readonly string[],
  options: { readonly timeoutMs?: number; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<boolean> {
  const { timeoutMs = 600_000 } = options;
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [inProject('node_modules', script), ...args], {
      cwd: inProject(),
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 2, 2],
      detached: process.platform !== 'win32',
    });
    const end = () => endTree(child);
    const timer = setTimeout(() => {
      say(`out of time after ${seconds(timeoutMs)}: ending it`);
      end();
    }, timeoutMs);
    // In a process group of its own it does not hear Ctrl-C.
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    const finish = (ok: boolean) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve(ok);
    };
    child.on('error', (error) => {
      say(error.message);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}

/** Ends a process and what it started. */
function endTree(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}
