import { fireEvent, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { passphraseProblem } from '../../components/options/vault.ts';
import SecretDialog from '../../components/options/SecretDialog.svelte';
import VaultCard from '../../components/options/VaultCard.svelte';
import VaultChange from '../../components/options/VaultChange.svelte';
import VaultSetUp from '../../components/options/VaultSetUp.svelte';
import UnlockForm from '../../components/vault/UnlockForm.svelte';
import VaultGate from '../../components/vault/VaultGate.svelte';
import { fail, succeed } from '../../utils/case/result.ts';
import { MINIMUM_VAULT_PASSPHRASE } from '../../utils/integrity/at-rest/passphrase-key.ts';
import { show } from './support.ts';

// happy-dom knows no modal dialogs.
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
  this.open = true;
};

const CODE = '7QX2M-0ABCD-EFGHJ-KMNPQ-RSTVW';

async function type(testid: string, value: string): Promise<void> {
  await fireEvent.input(screen.getByTestId(testid), { target: { value } });
}

/** Submits the form a field stands in, as Enter does. */
async function send(testid: string): Promise<void> {
  const form = screen.getByTestId(testid).closest('form');
  if (form) await fireEvent.submit(form);
}

it('a new passphrase is as long as the vault asks for, and typed twice alike', () => {
  const least = 'x'.repeat(MINIMUM_VAULT_PASSPHRASE);
  expect(passphraseProblem(least.slice(1), least.slice(1))).toBe('short');
  expect(passphraseProblem(least, `${least}y`)).toBe('differs');
  expect(passphraseProblem(least, least)).toBeNull();
});

it('is turned on with a passphrase typed twice, and left only once the recovery code is said to be kept', async () => {
  const onmake = vi.fn(async () => succeed({ recoveryCode: CODE }));
  const onclose = vi.fn();
  show(VaultSetUp, { title: 'Encrypt', make: () => 'a suggested passphrase', onmake, onclose });
  await type('vault-new', 'lanterns over water');
  await type('vault-again', 'lanterns over watre');
  await send('vault-new');
  expect(screen.getByTestId('field-error').textContent).toContain('not the same');
  expect(onmake).not.toHaveBeenCalled();
  await type('vault-again', 'lanterns over water');
  await send('vault-new');
  expect(onmake).toHaveBeenCalledExactlyOnceWith('lanterns over water');
  expect((await screen.findByTestId('vault-code')).textContent).toBe(CODE);
  const done = screen.getByTestId('vault-close');
  expect(done).toHaveProperty('disabled', true);
  expect(screen.queryByText('Cancel')).toBeNull();
  await fireEvent.click(screen.getByTestId('vault-code-kept'));
  expect(done).toHaveProperty('disabled', false);
});

it('suggests a passphrase that is shown, and filled in twice', async () => {
  const onmake = vi.fn(async () => succeed({ recoveryCode: CODE }));
  show(VaultSetUp, { title: 'Encrypt', make: () => 'a suggested passphrase', onmake, onclose: vi.fn() });
  await fireEvent.click(screen.getByTestId('vault-suggest'));
  expect(screen.getByTestId('vault-suggested').textContent).toBe('a suggested passphrase');
  await send('vault-new');
  expect(onmake).toHaveBeenCalledWith('a suggested passphrase');
});

it('a change with a wrong present passphrase changes nothing, and says so', async () => {
  const onchange = vi
    .fn()
    .mockResolvedValueOnce({ code: 'rejected', detail: '' })
    .mockResolvedValueOnce(null);
  const onclose = vi.fn();
  show(VaultChange, { make: () => '', onchange, onclose });
  await type('vault-secret', 'wrong');
  await type('vault-new', 'rivers under stone');
  await type('vault-again', 'rivers under stone');
  await send('vault-new');
  expect((await screen.findByTestId('field-error')).textContent).toContain('Nothing was changed');
  expect(onclose).not.toHaveBeenCalled();
  await send('vault-new');
  expect(onclose).toHaveBeenCalledOnce();
});

it('asks for the passphrase before it does what cannot be undone by a click', async () => {
  const onsecret = vi
    .fn()
    .mockResolvedValueOnce(fail('rejected'))
    .mockResolvedValueOnce(succeed({ recoveryCode: CODE }));
  show(SecretDialog, { title: 'New code', text: '', label: 'Passphrase', onsecret, onclose: vi.fn() });
  expect(screen.getByTestId('vault-confirm')).toHaveProperty('disabled', true);
  await type('vault-secret', 'lanterns over water');
  await send('vault-secret');
  expect(await screen.findByTestId('field-error')).toBeTruthy();
  await send('vault-secret');
  expect((await screen.findByTestId('vault-code')).textContent).toBe(CODE);
});

it('asks to unlock in words of every language, and says that a passphrase was wrong', async () => {
  const onunlock = vi.fn();
  const { container } = show(
    UnlockForm,
    { busy: false, failure: { code: 'rejected', detail: '' }, onunlock },
    'ja',
  );
  expect(container.textContent).toContain('ロック');
  expect(screen.getByTestId('field-error').textContent).toContain('一致しません');
  await type('unlock-secret', 'lanterns over water');
  await send('unlock-secret');
  expect(onunlock).toHaveBeenCalledExactlyOnceWith('lanterns over water');
});

it('does not make what is behind a lock, and hides without losing what was shown before it struck', () => {
  const children = createRawSnippet(() => ({ render: () => '<input data-testid="form">' }));
  const props = { busy: false, failure: null, onunlock: vi.fn(), children };
  const shut = show(VaultGate, { ...props, state: 'locked' as const });
  expect(screen.queryByTestId('form')).toBeNull();
  expect(shut.container.querySelector('[data-testid=unlock]')).toBeTruthy();
  shut.container.remove();
  show(VaultGate, { ...props, state: 'open' as const });
  expect(screen.getByTestId('form').closest('[hidden]')).toBeNull();
});

it('shows how far it has come, what it stopped at, and that a change is not finished', () => {
  const status = {
    state: 'open' as const,
    sealed: 3,
    total: 8,
    leaving: false,
    changePending: true,
    trouble: { code: 'no-space' as const, detail: 'the disk' },
  };
  const actions = {
    suggest: () => '',
    turnOn: vi.fn(),
    change: vi.fn(),
    finishChange: vi.fn(),
    cancelChange: vi.fn(),
    renewRecovery: vi.fn(),
    turnOff: vi.fn(),
  };
  const onidle = vi.fn();
  const rest = { busy: false, failure: null, actions, onunlock: vi.fn(), onlock: vi.fn(), onidle };
  const { container } = show(VaultCard, { status, lockAfterMs: 15 * 60_000, ...rest });
  const bar = container.querySelector('progress');
  expect([bar?.value, bar?.max]).toEqual([3, 8]);
  expect(container.textContent).toContain('3 of 8');
  expect(screen.getByTestId('vault-trouble').textContent).toContain('no-space');
  expect(screen.getByTestId('vault-pending')).toBeTruthy();
  const select = screen.getByTestId('setting-lockAfterMs');
  void fireEvent.change(select, { target: { value: String(5 * 60_000) } });
  expect(onidle).toHaveBeenCalledWith(5 * 60_000);
});
