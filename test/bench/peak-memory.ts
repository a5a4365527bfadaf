import { readdirSync, readFileSync } from 'node:fs';

/**
 * Peak resident memory, in bytes, of the processes a browser runs extensions in (`VmHWM` of `/proc`), largest
 * first process only. Null where it cannot be told: other systems than Linux, and Firefox, which does not name them.
 */
export function peakOfExtensionProcess(profile: string): number | null {
  if (process.platform !== 'linux') return null;
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => peakOf(pid, profile))
    .filter((peak) => peak !== null);
  return peaks.length > 0 ? Math.max(...peaks) : null;
}

function peakOf(pid: string, profile: string): number | null {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (!command.includes('--extension-process') || !command.includes(profile)) return null;
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch (error) {
    // A process that ended between listing and reading has no peak to tell.
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) {
      return null;
    }
    throw error;
  }
}
