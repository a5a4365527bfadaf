import { readFileSync } from 'node:fs';
import { extensionProcesses, ifAlive, peakOfExtensionProcess } from './peak-memory.ts';

/** How often the memory of a process is looked at; an allocation that comes and goes in between is not seen. */
const LOOK_MS = 10;

/** Memory in bytes of the process a browser runs extensions in. */
export interface ExtensionMemory {
  /** What it had allocated when the watching began. */
  readonly before: number;
  /** The most it had allocated at one time, the page of ours that the driver keeps open included. */
  readonly own: number;
  /** Peak of all that was resident, mapped program files included, since the process began. */
  readonly resident: number;
}

/**
 * Looks at the memory of the process extensions run in until it is stopped. `stop` returns null where it cannot be told:
 * other systems than Linux, and Firefox, which does not name its processes.
 */
export function watchExtensionProcess(profile: string): { readonly stop: () => ExtensionMemory | null } {
  const pids = extensionProcesses(profile);
  const look = () => Math.max(0, ...pids.map(allocated));
  const before = look();
  let own = before;
  const timer = setInterval(() => {
    own = Math.max(own, look());
  }, LOOK_MS);
  return {
    stop() {
      clearInterval(timer);
      const resident = peakOfExtensionProcess(profile);
      return before === 0 || resident === null ? null : { before, own, resident };
    },
  };
}

/** Bytes only this process has (`RssAnon`, proc(5)): what it allocated, not the program files it maps as others do. */
function allocated(pid: string): number {
  const status = ifAlive(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const [, kilobytes] = /^RssAnon:\s+(\d+) kB/m.exec(status) ?? [];
  return Number(kilobytes ?? 0) * 1024;
}
