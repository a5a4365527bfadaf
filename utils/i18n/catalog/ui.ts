import { CAPTURE_STATES, MISSING_NAMES, STEP_NAMES } from './capture-states.ts';
import { COMMON } from './common.ts';
import { PANEL } from './panel.ts';

/** All texts of the panel, dashboard and options. Keys carry their subject (`panel.`, `case.`), so none collide. */
export const UI = { ...COMMON, ...CAPTURE_STATES, ...STEP_NAMES, ...MISSING_NAMES, ...PANEL };
