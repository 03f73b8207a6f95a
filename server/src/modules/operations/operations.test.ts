import { day } from '@yizhuan/kit'
import { expect, test } from 'vitest'
import { checksOf, type Figures } from './operations.ts'

const well: Figures = {
  oldestFactSeconds: null,
  latestJobSeconds: null,
  troubledJobs: 0,
  undelivered: { mails: 0, webhooks: 0 },
  checkpointOn: '2026-03-05',
  recordedOn: '2026-03-01',
  freeBytes: 50 * 1024 ** 3,
}
const today = day('2026-03-05')

test('all is well', () => {
  expect(checksOf(well, today).map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok'])
})

test.each<[string, Partial<Figures>, string, string]>([
  ['a fact waits for a moment', { oldestFactSeconds: 59 }, 'facts', 'ok'],
  ['a fact waits too long', { oldestFactSeconds: 60 }, 'facts', 'watch'],
  ['a job is late', { latestJobSeconds: 120 }, 'jobs', 'watch'],
  ['a job failed', { troubledJobs: 1, latestJobSeconds: 120 }, 'jobs', 'bad'],
  ['a mail was given up', { undelivered: { mails: 1, webhooks: 0 } }, 'deliveries', 'watch'],
  ['a group was not reached', { undelivered: { mails: 0, webhooks: 2 } }, 'deliveries', 'watch'],
  [
    'the checkpoint of this morning is being made',
    { checkpointOn: '2026-03-04' },
    'checkpoint',
    'ok',
  ],
  ['no checkpoint since yesterday', { checkpointOn: '2026-03-03' }, 'checkpoint', 'watch'],
  ['none ever', { checkpointOn: null }, 'checkpoint', 'watch'],
  ['none yet', { checkpointOn: null, recordedOn: '2026-03-05' }, 'checkpoint', 'ok'],
  ['nothing recorded', { checkpointOn: null, recordedOn: null }, 'checkpoint', 'ok'],
  ['little space', { freeBytes: 4 * 1024 ** 3 }, 'disk', 'watch'],
  ['hardly any space', { freeBytes: 100 * 1024 ** 2 }, 'disk', 'bad'],
])('%s', (_what, figures, id, status) => {
  const check = checksOf({ ...well, ...figures }, today).find((one) => one.id === id)
  expect(check?.status).toBe(status)
})
