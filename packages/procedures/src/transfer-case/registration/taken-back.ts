// What the registrar said of the contract, entry by entry: one that was recorded by mistake is taken back by
// an act of its own, and what stood before it stands again. Nothing of the record is changed.
import type { Day } from '@yizhuan/kit'
import { z } from 'zod'
import type { Act } from '../../procedure/entry.ts'
import { label, text } from '../../procedure/fields.ts'
import { recorded } from '../../procedure/state.ts'
import type { ActData } from '../acts.ts'
import type { CaseState } from '../state.ts'
import { type CaseStep, type Change, when } from '../step.ts'

/** An entry about the registration that stands, and what stood before it. */
export interface RegistrationEntry
  extends Pick<CaseState, 'registration' | 'registrationReportedOn' | 'registrationAmendedOn'> {
  readonly seq: number
  readonly saidOn: Day
  readonly type: 'contractRegistered' | 'registrationAmended'
}

/** What an outcome of the registration changes. */
export function outcomeSaid(state: CaseState, act: Act): Change {
  const registration = recorded<ActData<'contractRegistered'>>(act)
  const registrationEntries = entered(state, act, 'contractRegistered')
  return { registration, registrationReportedOn: undefined, registrationEntries }
}

/** What an amendment of the registration changes, or that it was cancelled. */
export function amendmentSaid(state: CaseState, act: Act): Change {
  const registrationEntries = entered(state, act, 'registrationAmended')
  return { registrationAmendedOn: act.on, registrationEntries }
}

/** Whether the contract was amended or ended after the registrar last heard of it. */
export function isRegistrationBehind(state: CaseState): boolean {
  const { registration, registrationEntries = [], termination, acts } = state
  const moved = Math.max(termination?.seq ?? 0, acts['contractAmended']?.at(-1)?.seq ?? 0)
  return moved > Math.max(registration?.seq ?? 0, registrationEntries.at(-1)?.seq ?? 0)
}

function entered(
  { registrationEntries = [], ...state }: CaseState,
  { seq, on }: Act,
  type: RegistrationEntry['type'],
): readonly RegistrationEntry[] {
  const { registration, registrationReportedOn, registrationAmendedOn } = state
  return [
    ...registrationEntries,
    {
      ...{ seq, type, saidOn: on },
      ...(registration && { registration }),
      ...(registrationReportedOn && { registrationReportedOn }),
      ...(registrationAmendedOn && { registrationAmendedOn }),
    },
  ]
}

function takenBack({ registrationEntries = [], registrationEntriesGone = [] }: CaseState): Change {
  const last = registrationEntries.at(-1)
  if (!last) return {}
  const { registration, registrationReportedOn, registrationAmendedOn } = last
  return {
    registrationEntries: registrationEntries.slice(0, -1),
    registrationEntriesGone: [...registrationEntriesGone, last],
    ...(last.type === 'contractRegistered'
      ? { registration, registrationReportedOn }
      : { registrationAmendedOn }),
  }
}

const nothingSaid = when(
  (s) => (s.registrationEntries ?? []).length === 0,
  'nothing-registered',
  '没有可以撤回的登记记录。',
  'Nothing is recorded of the registration that could be taken back.',
)

export const registrationSteps = {
  // Who records outcomes does not take them back alone: tax relief and verified income rest on them.
  registrationTakenBack: {
    label: label('撤回误记的合同登记', 'Take back a registration entry'),
    who: ['tto_reviewer', 'leaders'],
    data: z.strictObject({
      reason: text('误记的情况和依据', 'What was wrong, and how it is known'),
    }),
    stage: 'registration',
    ahead: [nothingSaid],
    rests: ({ registrationEntries = [] }) => [registrationEntries.at(-1)?.saidOn],
    changes: (_data, state) => takenBack(state),
  },
} as const satisfies Readonly<Record<string, CaseStep>>

const kinds: Readonly<Record<string, RegistrationEntry['type']>> = {
  contractRegistered: 'contractRegistered',
  serviceRegistered: 'contractRegistered',
  registrationAmended: 'registrationAmended',
  serviceRegistrationAmended: 'registrationAmended',
}
const takingBack = ['registrationTakenBack', 'serviceRegistrationTakenBack']

/** The entry of a record that an act of a kind would take back; none where it takes nothing back. */
export function registrationToTakeBack(
  past: readonly { readonly seq: number; readonly type: string }[],
  type: string,
): Pick<RegistrationEntry, 'seq' | 'type'> | undefined {
  if (!takingBack.includes(type)) return undefined
  const standing: Pick<RegistrationEntry, 'seq' | 'type'>[] = []
  for (const act of past) {
    const kind = kinds[act.type]
    if (kind) standing.push({ seq: act.seq, type: kind })
    else if (takingBack.includes(act.type)) standing.pop()
  }
  return standing.at(-1)
}
