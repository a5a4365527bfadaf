import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * Peak resident memory, in bytes, of the processes a browser runs extensions in (`VmHWM` of `/proc`), largest
 * first process only. Null where it cannot be told: other systems than Linux, and Firefox, which does not name them.
 */
export function peakOfExtensionProcess(profile: string): number | null {
  const peaks = extensionProcesses(profile)
    .map(peakOf)
    .filter((peak) => peak !== null);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

/** Begins the peaks anew, so that they tell of what comes and not of what made ready for it (`clear_refs`, proc(5)). */
export function forgetPeaks(profile: string): void {
  for (const pid of extensionProcesses(profile)) ifAlive(() => writeFileSync(`/proc/${pid}/clear_refs`, '5'));
}

/** Ids of the processes a browser runs extensions in; none on other systems than Linux. */
export function extensionProcesses(profile: string): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    const command = ifAlive(() => readFileSync(`/proc/${name}/cmdline`, 'utf8')) ?? '';
    return command.includes('--extension-process') && command.includes(profile);
  });
}

function peakOf(pid: string): number | null {
  const status = ifAlive(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** What a process that may end between listing and reading tells; null where it has ended. */
export function ifAlive<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return null;
    throw error;
  }
}
