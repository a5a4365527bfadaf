import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { makeTexts, TEXTS } from '../../components/texts.ts';
import type { Capture, StepRecord } from '../../utils/case/capture.ts';
import type { Language } from '../../utils/case/settings.ts';

/** Renders a component with the texts of a language, as a page of ours would. */
export function show<Props extends object>(
  component: Component<Props, object, '' | (keyof Props & string)>,
  props: Props,
  language: Language = 'en',
): { readonly container: HTMLElement } {
  const context = new Map([[TEXTS, makeTexts(() => language)]]);
  return render(component as Component, { props, context });
}

/** A step's record. */
export function step(id: string, state: StepRecord['state'], more: Partial<StepRecord> = {}): StepRecord {
  return { id, required: false, state, ...more };
}

/** An ended capture. */
export function capture(more: Partial<Capture> = {}): Capture {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    caseId: '22222222-2222-4222-8222-222222222222',
    number: 7,
    state: 'complete',
    trigger: 'panel',
    urlTyped: 'https://pirate.example/',
    urlFinal: 'https://pirate.example/read/41',
    title: 'Chapter 41',
    startedAt: '2026-11-21T09:00:00.000Z',
    endedAt: '2026-11-21T09:00:05.000Z',
    steps: [step('viewport', 'done', { durationMs: 120 }), step('whole-page', 'done', { durationMs: 900 })],
    notCaptured: [],
    ...more,
  };
}
