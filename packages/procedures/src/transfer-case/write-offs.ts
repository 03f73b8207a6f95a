// What will not be paid any more is written off by two people: one proposes it with the paper that shows why, another
// one records it. A write-off that was wrong is taken back, and both records stay.
import { z } from 'zod'
import type { Author } from '../procedure/entry.ts'
import { label, money, text } from '../procedure/fields.ts'
import type { OutOfOrder } from '../procedure/order.ts'
import { underwaySince } from './modes/mode.ts'
import { notUnderway } from './order.ts'
import type { CaseState } from './state.ts'
import { type CaseStep, when } from './step.ts'
import { partiesTo } from './taken-over/wrongs.ts'

type Data = Readonly<Record<string, unknown>>

const unproposed: OutOfOrder = {
  code: 'write-off-not-proposed',
  detail: label(
    '核销须先由另一人附依据提出；请先提出核销，金额以提出的为准。',
    'Another person proposes the write-off first, with its paper; what is written off is the amount that was proposed.',
  ),
}
const own: OutOfOrder = {
  code: 'own-write-off',
  detail: label(
    '核销由您或您代为办理的人提出，须由另一人核对后登记。',
    'You, or the person you act for, proposed this write-off; somebody else checks and records it.',
  ),
}
const withoutPaper: OutOfOrder = {
  code: 'write-off-without-paper',
  detail: label(
    '请附上证明款项无法收回的材料，例如判决、破产裁定或单位批准文件。',
    'Attach what shows that the payment will not come: a judgment, an insolvency, an approval of the institution.',
  ),
}
const nothingWrittenOff = when(
  (s) => s.writtenOff.length === 0,
  'nothing-written-off',
  '没有可撤回的核销。',
  'Nothing is written off that could be taken back.',
)
const proposed = z.strictObject({
  amount: money('拟核销金额', 'Amount to be written off'),
  reason: text('核销理由', 'Reason'),
})

/** What recording a write-off may be told. */
export const writeOffWrongs = [unproposed, own] as const

/** The write-off that waits for a second person. */
export const writeOffProposed = (state: CaseState | undefined) =>
  state?.acts['writeOffProposed']?.at(-1)

/** Why a write-off is not recorded so. */
export function wrongWriteOff(
  state: CaseState | undefined,
  { amount }: Data,
  by: Author | undefined,
): OutOfOrder | undefined {
  const waiting = writeOffProposed(state)
  if (waiting === undefined || waiting.data['amount'] !== amount) return unproposed
  if (by === undefined) return undefined
  // Whoever acts for somebody is no second person beside them.
  const proposers = partiesTo(waiting.by).map(({ person }) => person)
  return partiesTo(by).some(({ person }) => proposers.includes(person)) ? own : undefined
}

export const writeOffSteps = {
  writeOffProposed: {
    label: label('提出核销应收款', 'Propose a write-off'),
    who: ['finance'],
    data: proposed,
    stage: 'performance',
    ahead: [notUnderway],
    rests: (state) => [underwaySince(state)],
    wrongs: [withoutPaper],
    wrongPapers: (_data, files) => (files.length === 0 ? withoutPaper : undefined),
    // Proposed anew, the former proposal waits no more.
    takesBack: () => ['writeOffProposed'],
  },
  writeOffTakenBack: {
    label: label('撤回核销', 'Take a write-off back'),
    who: ['finance', 'leaders'],
    data: z.strictObject({ reason: text('撤回的理由', 'Why it is taken back') }),
    stage: 'performance',
    ahead: [nothingWrittenOff],
    rests: ({ writtenOff }) => [writtenOff.at(-1)?.on],
    needed: () => false,
    changes: (_data, { writtenOff }) => ({ writtenOff: writtenOff.slice(0, -1) }),
  },
} as const satisfies Readonly<Record<string, CaseStep>>
