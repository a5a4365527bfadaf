import { defineCatalog } from '../translate.ts';
import { REPORT_CAPTURE } from './report-capture.ts';
import { REPORT_COVER } from './report-cover.ts';
import { REPORT_DECLARATIONS } from './report-declarations.ts';
import { REPORT_METHOD } from './report-method.ts';
import { REPORT_AUDIENCE } from './report-audience.ts';
import { REPORT_STATEMENT } from './report-statement.ts';
import { REPORT_WORDS } from './report-words.ts';

/** All texts of the report. */
export const REPORT = defineCatalog({
  ...REPORT_COVER,
  ...REPORT_CAPTURE,
  ...REPORT_METHOD,
  ...REPORT_DECLARATIONS,
  ...REPORT_WORDS,
  ...REPORT_AUDIENCE,
  ...REPORT_STATEMENT,
});
