import { spawn } from 'node:child_process';

/** How a child process ended. */
export interface Ended {
  /** Exit code; 128 and more where a signal ended it, 127 where it could not be started. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Options of {@link run}. */
export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether its output goes to our standard error while it runs, besides being returned. */
  readonly show?: boolean;
  readonly timeoutMs?: number;
}

/** Runs a program without a shell and waits for its end. Never throws: a program that is missing has code 127. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
        if (options.show) process.stderr.write(text);
      });
    }
    child.on('error', (error) => resolve({ code: 127, stdout: output.stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 128, ...output }));
  });
}
