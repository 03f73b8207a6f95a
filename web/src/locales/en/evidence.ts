import type { Shape } from '../shape.ts'
import type { evidence as zh } from '../zh/evidence.ts'

/** Checkpoints, proofs, and how the service runs. */
export const evidence: Shape<typeof zh> = {
  checkpoints: {
    title: 'Checkpoints',
    lead: 'After the start of each day the ends of all chains of an institution become one hash tree, whose root is signed and published here. Whoever changes a record afterwards no longer fits the published root.',
    key: 'Public key of the signatures',
    keyFile: 'Download the key (PEM)',
    howTitle: 'How to check',
    how: 'Download the record and its proof from “Record” on the page of a case, run the command below, and compare the key it prints with the one on this page. It needs no network, and no trust in this system.',
    none: 'There is none yet; the first is made after the start of the day that follows the first record.',
    size_one: '{{count}} chain',
    size_other: '{{count}} chains',
    root: 'Root',
    previous: 'Previous root',
    signature: 'Signature',
    proof: 'Proof',
    proofHint: 'Together with the exported record it proves offline that nothing was changed since',
  },
  operations: {
    title: 'System status',
    lead: 'Background work, checkpoints and disk space, as far as your institution is concerned.',
    checks: {
      facts: 'Notifications',
      jobs: 'Jobs',
      deliveries: 'E-mail and webhooks',
      checkpoint: 'Daily checkpoint',
      disk: 'Disk space',
    },
    statuses: { ok: 'OK', watch: 'Check', bad: 'Act now' },
    troubled: 'Jobs that failed',
    attempts_one: 'tried {{count}} time',
    attempts_other: 'tried {{count}} times',
    nextTry: 'next try {{at}}',
    refreshed: 'refreshed every minute',
  },
}
