import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CaptureOptions } from './options.ts';
import type { CaptureAnswer } from './capture-url.ts';

const PLAN = 'plan.json';
const DONE = 'done.jsonl';

/** What a run was asked for, and how far it came: enough to finish it after anything but the loss of its folder. */
export interface Journal {
  /** Holds plan, progress and the browser's profile with the captures. */
  readonly folder: string;
  readonly plan: CaptureOptions;
  /** Answers so far, in the order of the plan's URLs. */
  readonly done: readonly CaptureAnswer[];
  record(answer: CaptureAnswer): void;
}

/** Starts the journal of a new run in a folder of its own beside the bundle to be. */
export function startJournal(plan: CaptureOptions, at: Date): Journal {
  const stamp = at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const folder = path.join(plan.out, `.run-${stamp}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, PLAN), `${JSON.stringify(plan, null, 2)}\n`);
  return journalOf(folder, plan, []);
}

/** Opens the journal of an earlier run. @throws where the folder holds none. */
export function resumeJournal(folder: string): Journal {
  const plan = path.join(folder, PLAN);
  if (!existsSync(plan)) throw new Error(`${folder} is not the work folder of a capture run.`);
  const done = path.join(folder, DONE);
  return journalOf(
    folder,
    JSON.parse(readFileSync(plan, 'utf8')) as CaptureOptions,
    existsSync(done) ? readAnswers(readFileSync(done, 'utf8')) : [],
  );
}

/** Whole lines only: the run may have ended in the middle of one. */
function readAnswers(text: string): CaptureAnswer[] {
  const lines = text.split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as CaptureAnswer);
}

function journalOf(folder: string, plan: CaptureOptions, before: readonly CaptureAnswer[]): Journal {
  const done = [...before];
  return {
    folder,
    plan,
    done,
    record: (answer) => {
      appendFileSync(path.join(folder, DONE), `${JSON.stringify(answer)}\n`);
      done.push(answer);
    },
  };
}
