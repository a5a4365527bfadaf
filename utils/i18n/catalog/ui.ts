import { BUNDLE_VIEW } from './bundle-view.ts';
import { CAPTURE_STATES, MISSING_NAMES, STEP_NAMES } from './capture-states.ts';
import { CAPTURE_VIEW } from './capture-view.ts';
import { CASES } from './cases.ts';
import { COMMON } from './common.ts';
import { CUSTODY } from './custody.ts';
import { DELETE_CAPTURE } from './delete-capture.ts';
import { EXPORT_OPTIONS } from './export-options.ts';
import { FORMS, PARTY_FORM, WORK_FORM } from './forms.ts';
import { HOSTING_VIEW } from './hosting-view.ts';
import { IMPORT_VIEW } from './import-view.ts';
import { ITEM_FORM, OBSERVATIONS } from './item-form.ts';
import { MODEL_FORM } from './model-form.ts';
import { NEXT_STEPS } from './next-step.ts';
import { NOTICE_AFTER } from './notice-after.ts';
import { NOTICE_HELP } from './notice-help.ts';
import { NOTICE_MORE } from './notice-more.ts';
import { NOTICE_LIST } from './notice-list.ts';
import { NOTICE_SIGN } from './notice-sign.ts';
import { NETWORK_VIEW } from './network-view.ts';
import { OPTIONS } from './options.ts';
import { PANEL } from './panel.ts';
import { PRE_CHECK } from './pre-check.ts';
import { PROVIDERS } from './providers.ts';
import { STAMP_NOTE } from './stamp-note.ts';
import { SEND } from './send.ts';
import { VAULT } from './vault.ts';
import { REDACTION_VIEW } from './redaction-view.ts';

/** All texts of the panel, dashboard and options. Keys carry their subject (`panel.`, `case.`), so none collide. */
export const UI = {
  ...COMMON,
  ...CAPTURE_STATES,
  ...STEP_NAMES,
  ...MISSING_NAMES,
  ...PANEL,
  ...CASES,
  ...CAPTURE_VIEW,
  ...NETWORK_VIEW,
  ...CUSTODY,
  ...DELETE_CAPTURE,
  ...BUNDLE_VIEW,
  ...IMPORT_VIEW,
  ...REDACTION_VIEW,
  ...EXPORT_OPTIONS,
  ...STAMP_NOTE,
  ...OPTIONS,
  ...HOSTING_VIEW,
  ...PROVIDERS,
  ...FORMS,
  ...WORK_FORM,
  ...PARTY_FORM,
  ...ITEM_FORM,
  ...OBSERVATIONS,
  ...MODEL_FORM,
  ...NOTICE_LIST,
  ...NOTICE_SIGN,
  ...NOTICE_AFTER,
  ...NEXT_STEPS,
  ...NOTICE_HELP,
  ...NOTICE_MORE,
  ...SEND,
  ...PRE_CHECK,
  ...VAULT,
};
