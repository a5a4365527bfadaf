import type { VerifyOutcome } from '../../components/dashboard/VerifyView.svelte';
import { succeed, type Result } from '../../utils/case/result.ts';
import { hexOf, type Id } from '../../utils/case/values.ts';
import { storeSource } from '../../utils/bundle/store-source.ts';
import { writeBundle } from '../../utils/bundle/write-bundle.ts';
import { describer } from '../../utils/bundle/verify/describe.ts';
import type { CheckOutcome, Finding, VerificationReport } from '../../utils/bundle/verify/types.ts';
import { verifyBundle as verify } from '../../utils/bundle/verify/verify-bundle.ts';
import { blobSource } from '../../utils/integrity/digest.ts';
import { browser } from '../../utils/platform/browser.ts';
import { record } from '../../utils/platform/case-actions.ts';
import { pageLanguage } from '../../utils/platform/page-language.ts';
import type { Store } from '../../utils/store/store.ts';
import type { DashboardServices, WorkOptions } from './services.ts';

/** Export and verification as the dashboard uses them. */
export function bundleServices(
  store: Store,
): Required<Pick<DashboardServices, 'exportCase' | 'verifyBundle'>> {
  return {
    exportCase: (caseId, options) => exportCase(store, caseId, options),
    verifyBundle: (blob, options) => verifyBlob(store, blob, options),
  };
}

async function exportCase(
  store: Store,
  caseId: Id,
  { signal, onProgress }: WorkOptions,
): Promise<Result<{ blob: Blob; name: string }>> {
  const source = await storeSource(store, caseId);
  if (!source.ok) return source;
  const settings = await store.settings.read();
  const written = await writeBundle(source.value, {
    now: () => new Date(),
    version: browser.runtime.getManifest().version,
    operator: settings.operatorName,
    language: pageLanguage(settings.language),
    signal,
    onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
  });
  if (!written.ok) return written;
  const { blob, fileName: name, tagManifestDigest, captures, size } = written.value;
  await record(store, caseId, 'exported', { name, captures, size }, hexOf(tagManifestDigest));
  return succeed({ blob, name });
}

async function verifyBlob(
  store: Store,
  blob: Blob,
  { signal, onProgress }: WorkOptions,
): Promise<VerifyOutcome> {
  const settings = await store.settings.read();
  const say = describer(pageLanguage(settings.language));
  const report = await verify(blobSource(blob), {
    signal,
    onProgress: ({ bytes, totalBytes }) => onProgress(bytes, totalBytes),
  });
  return outcomeOf(report, say);
}

const STATES = { passed: 'passed', warning: 'passed', failed: 'failed', 'not-done': 'skipped' } as const;

function outcomeOf(report: VerificationReport, say: ReturnType<typeof describer>): VerifyOutcome {
  return {
    verdict: report.verdict === 'not-a-bundle' ? 'not-bundle' : report.verdict,
    detail: say.verdict(report),
    files: report.findings
      .filter((finding) => finding.severity === 'failure')
      .map((finding) => ({
        path: finding.path ?? '',
        problem: problemOf(finding),
        detail: say.finding(finding),
      })),
    checks: report.checks.map(({ id, state }: CheckOutcome) => ({
      name: say.check(id),
      state: STATES[state],
      detail: '',
    })),
  };
}

function problemOf({ code }: Finding): VerifyOutcome['files'][number]['problem'] {
  if (code === 'file-missing') return 'missing';
  if (code === 'file-extra') return 'extra';
  return code === 'file-different' || code === 'file-checksum' ? 'different' : 'other';
}
