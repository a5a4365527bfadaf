import { rm } from 'node:fs/promises';
import { failureOf } from '../../utils/case/result.ts';
import type { Id } from '../../utils/case/values.ts';
import { failureText } from '../../utils/i18n/failure-text.ts';
import { say, seconds } from '../support/progress.ts';
import { captureUrl, type CaptureAnswer } from './capture-url.ts';
import { resumeJournal, startJournal, type Journal } from './journal.ts';
import type { ExportWishes } from '../drive/export.ts';
import { readPassphrase, UsageError, type CaptureOptions } from './options.ts';
import type { NoticeSummary } from '../../utils/messaging/protocol.ts';
import { exitCodeOf, notCaptured, type Outcome } from './outcome.ts';
import { openSession, type Session } from './session.ts';

/** The command line's answer: the last line of standard output. */
export interface Answer {
  /** Absolute path of the bundle; null where none could be made. */
  readonly bundle: string | null;
  /** Absolute paths of all volumes, where the bundle was cut; `bundle` is the first. */
  readonly volumes?: readonly string[];
  readonly captures: readonly Outcome[];
  readonly notices: readonly NoticeSummary[];
}

/** Asked between URLs: true ends the run early, with what there is exported. */
export type ShouldStop = () => boolean;

/** Captures every URL into one case and exports it. Never throws for what a page or a browser does. */
export async function runCapture(
  asked: CaptureOptions,
  shouldStop: ShouldStop = () => false,
): Promise<{ readonly answer: Answer; readonly exitCode: 0 | 1 | 3 }> {
  const journal = asked.resume ? resumeJournal(asked.resume) : startJournal(asked, new Date());
  const session = openSession(journal.plan, journal.folder);
  try {
    const caseId = await captureAll(journal, session, shouldStop);
    const captures = journal.done.map((answer) => answer.outcome);
    const notices = caseId ? await prepareNotices(journal, session, caseId) : [];
    const files = caseId ? await exportBundle(journal, session, caseId) : [];
    const bundle = files[0] ?? null;
    await session.close();
    await tidyUp(journal, bundle, caseId !== undefined);
    const answer = { bundle, ...(files.length > 1 ? { volumes: files } : {}), captures, notices };
    const whole = captures.length === journal.plan.urls.length;
    return { answer, exitCode: whole ? exitCodeOf(captures, bundle) : 1 };
  } catch (error) {
    sayKept(journal);
    throw error;
  } finally {
    await session.close();
  }
}

/** Returns the case the captures are in; undefined where there is none. */
async function captureAll(
  journal: Journal,
  session: Session,
  shouldStop: ShouldStop,
): Promise<Id | undefined> {
  const { urls } = journal.plan;
  let caseId = journal.done.findLast((answer) => answer.caseId !== undefined)?.caseId;
  if (journal.plan.settings?.lookups !== 'on') {
    say(
      'Lookups are off: hosting rests on this browser’s own connections. A --settings file with {"lookups":"on"} asks.',
    );
  }
  if (journal.done.length > 0) say(`Resuming: ${journal.done.length} of ${urls.length} are done.`);
  if (journal.plan.caseFile !== undefined) caseId ??= await importCase(session, journal.plan.caseFile);
  // Building the extension and starting the browser is not the first page's time.
  if (journal.done.length < urls.length && !shouldStop()) await session.driver();
  for (const [index, url] of urls.entries()) {
    if (index < journal.done.length) continue;
    if (shouldStop()) {
      say(
        `Stopped after ${index} of ${urls.length}. To go on: npm run capture -- --resume ${journal.folder}`,
      );
      break;
    }
    say(`[${index + 1}/${urls.length}] ${url}`);
    const began = performance.now();
    const answer = await captureOne(journal.plan, session, url, caseId);
    caseId = answer.caseId ?? caseId;
    journal.record(answer);
    const { state, failure } = answer.outcome;
    const why = failure ? ` (${failure.code}: ${failure.detail.slice(0, 200)})` : '';
    say(`  ${state} in ${seconds(performance.now() - began)}${why}`);
    if (failure) say(`  ${failureText(failure).en}`);
  }
  return caseId;
}

async function importCase(session: Session, file: unknown): Promise<Id> {
  const driver = await session.driver();
  const imported = await driver.send({ verb: 'import-case', file });
  if (imported.ok) return imported.value.caseId;
  throw new UsageError(`--case: the file was refused: ${imported.failure.code} ${imported.failure.detail}`);
}

/** One URL; tried a second time where the browser died under it, since that may not have been the page's doing. */
async function captureOne(
  plan: CaptureOptions,
  session: Session,
  url: string,
  caseId: Id | undefined,
): Promise<CaptureAnswer> {
  const attempt = async (): Promise<CaptureAnswer & { readonly crashed: boolean }> => {
    const before = session.restarts();
    const driver = await session.driver();
    try {
      const request = { url, caseId, record: plan.record, timeoutMs: plan.timeoutMs };
      const answer = await captureUrl(driver, request);
      return { ...answer, crashed: !driver.isAlive() };
    } catch (error) {
      const outcome = notCaptured(url, failureOf(error, 'browser-refused'));
      return { outcome, caseId, crashed: !driver.isAlive() || session.restarts() > before };
    }
  };
  const first = await attempt();
  const { crashed, ...answer } = first.crashed ? await attempt() : first;
  if (crashed) say('  the browser crashed twice on this page; going on with the next');
  return answer;
}

/** Notices are asked for by a case file: without items there is nothing to write about. */
async function prepareNotices(
  journal: Journal,
  session: Session,
  caseId: Id,
): Promise<readonly NoticeSummary[]> {
  if (journal.plan.caseFile === undefined) return [];
  const driver = await session.driver();
  const prepared = await driver.send({ verb: 'prepare-notices', caseId });
  if (!prepared.ok) {
    say(`The notices could not be prepared: ${prepared.failure.code} ${prepared.failure.detail}`);
    return [];
  }
  for (const { provider, regime, ready, missing } of prepared.value.notices) {
    say(`notice: ${provider} (${regime}): ${ready ? 'ready' : `lacks ${missing.join(' ')}`}`);
  }
  return prepared.value.notices;
}

/** A plan written by an earlier version has no wishes. */
function wishesOf({ wishes, passphraseFile }: Partial<CaptureOptions>): ExportWishes {
  return { ...wishes, ...(passphraseFile ? { passphrase: readPassphrase(passphraseFile) } : {}) };
}

async function exportBundle(journal: Journal, session: Session, caseId: Id): Promise<readonly string[]> {
  say('export: packing the bundle');
  try {
    const driver = await session.driver();
    const files = await driver.exportFiles(caseId, wishesOf(journal.plan), journal.plan.out);
    for (const file of files) say(`export: ${file}`);
    return files;
  } catch (error) {
    say(`The export failed: ${error instanceof Error ? error.message : String(error)}`);
    return [];
  }
}

/** The work folder goes once a bundle holds everything; otherwise it is kept, and said how to go on. */
async function tidyUp(journal: Journal, bundle: string | null, hasCase: boolean): Promise<void> {
  const finished = journal.done.length === journal.plan.urls.length;
  if (finished && (bundle !== null || !hasCase)) {
    await rm(journal.folder, { recursive: true, force: true, maxRetries: 5 });
    return;
  }
  sayKept(journal);
}

function sayKept(journal: Journal): void {
  say(`What was captured is kept in ${journal.folder}.`);
  say(`To go on where this run ended: npm run capture -- --resume ${journal.folder}`);
}
