import type { BundleCheck } from './types.ts';

/**
 * Checks of what speaks about the finished bag (signature, trusted time), in their order. The dashboard, the
 * command line and `verify.html` all run these, so that they never say different things.
 */
export const FURTHER_CHECKS: readonly BundleCheck[] = [];
