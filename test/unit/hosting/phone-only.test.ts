import { expect, test } from 'vitest';
import type { Contact, RoleFinding } from '../../../utils/case/hosting.ts';
import { directoryWith } from '../../../utils/hosting/directory/directory.ts';
import { recipientsOf } from '../../../utils/hosting/recipients.ts';
import { judged } from './evidence-reports.ts';

/** A host whose registry names these contacts. */
function recipientWith(contacts: readonly Contact[]) {
  const known = {
    ip: '203.0.113.9',
    as: ['64500 OTHER'],
    block: ['Small Host BV', 'a@small.example'],
  } as const;
  const { roles, origins } = judged(known);
  const changed = roles.map((role): RoleFinding => ({ ...role, contacts: [...contacts] }));
  return recipientsOf({ roles: changed, origins }, directoryWith())[0];
}
const common = {
  roles: ['abuse'],
  origin: 'rdap',
  source: 'https://rdap.example/ip',
  about: 'ip network',
} as const;
const phone: Contact = { ...common, phone: '+31 20 000 0000' };

test('a telephone number is said to be all there is, and not that nothing is published', () => {
  const one = recipientWith([phone]);
  expect(one?.channel).toMatchObject({ kind: 'phone', address: '+31 20 000 0000' });
  expect(one?.notes?.map(({ id }) => id)).toContain('recipient-channel-phone');
  expect(one?.why).toContain('by telephone only');
});

test('what takes writing comes before a telephone number', () => {
  const one = recipientWith([phone, { ...common, email: 'abuse@small.example' }]);
  expect(one?.channel?.kind).toBe('email');
  expect(one?.alternatives.map(({ kind }) => kind)).toEqual(['phone']);
});
