import type { HostingWarning } from '../case/hosting.ts';
import { englishText } from './explain.ts';

/** A warning, with its English sentence. */
export function warning(
  id: HostingWarning['id'],
  host: string,
  values: Readonly<Record<string, string>>,
): HostingWarning {
  return { id, host, values, text: englishText(`warning-${id}`, { host, ...values }) };
}
