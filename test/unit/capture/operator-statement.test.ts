import { describe, expect, it } from 'vitest';
import type { CaptureDocument } from '../../../utils/case/capture-document.ts';
import { DEFAULT_SETTINGS, type PreCheck } from '../../../utils/case/settings.ts';
import type { StepContext } from '../../../utils/capture/step.ts';
import { captureDocument } from '../../../utils/capture/steps/finalise.ts';
import { CAPTURE, CIRCUMSTANCES, HOSTING } from './support.ts';

const SAID: PreCheck = {
  statedAt: '2026-11-20T10:00:00.000Z',
  profile: 'clean',
  otherExtensions: 'none',
  proxy: 'used',
  timeZone: 'right',
  remarks: 'company VPN',
};

function documentWith(preCheck: PreCheck | null): Promise<CaptureDocument> {
  const now = () => new Date('2026-11-21T10:00:01.000Z');
  return captureDocument({
    capture: CAPTURE,
    findings: {},
    steps: () => [],
    artifacts: () => [],
    missing: () => [],
    environment: {
      now,
      monotonicNow: () => 1,
      startedMonotonic: 0,
      newId: () => crypto.randomUUID(),
      circumstances: () => Promise.resolve(CIRCUMSTANCES),
      hosting: HOSTING,
      settings: { ...DEFAULT_SETTINGS, preCheck },
    },
  } as Pick<StepContext, 'capture' | 'findings'> as StepContext);
}

describe('the operator’s statement', () => {
  it('stands beside what was observed, and replaces none of it', async () => {
    expect((await documentWith(SAID)).circumstances).toEqual({ ...CIRCUMSTANCES, operatorStatement: SAID });
  });

  it('is not made up where nothing was said', async () => {
    expect((await documentWith(null)).circumstances).toEqual(CIRCUMSTANCES);
  });
});
