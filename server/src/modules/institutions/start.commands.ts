import { accept, type Day, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Caller, Tx } from '../../platform/database.ts'
import { lockChain, recordChange } from '../../platform/evidence.ts'
import { chainOf } from './institution.table.ts'
import { startSteps } from './start.queries.ts'
import { openStart, type StartStep } from './start.ts'

type By = Pick<Caller, 'institution' | 'person' | 'name'>

/** Why the day is not set. */
export interface StartRefusals {
  'start-ahead': { readonly today: string }
  'start-proposed': { readonly from: string; readonly by: string }
  'no-start-proposed': Record<string, never>
  'start-changed': Record<string, never>
  'own-start': Record<string, never>
}

type Done = Promise<Outcome<{ seq: number }, StartRefusals>>

/** Proposes since which day the institution deals on the platform. */
export async function proposeStart(
  tx: Tx,
  clock: Clock,
  by: By,
  { from, reason }: { readonly from: string; readonly reason: string },
): Done {
  await lockChain(tx, chainOf(by.institution))
  const today = clock.today()
  if (from > today) return refuse('start-ahead', { today })
  const steps = await startSteps(tx, by.institution)
  const waiting = openStart(steps)
  if (waiting) return refuse('start-proposed', { from: waiting.from, by: waiting.madeName })

  // From here on it is proposed.
  const told = { kind: 'proposed' as const, from: from as Day, reason }
  return accept(await keep(tx, clock, by, steps, told))
}

/** Takes a proposal back: whoever may propose may. */
export async function withdrawStart(tx: Tx, clock: Clock, by: By, seq: number): Done {
  const found = await waitingStart(tx, by, seq)
  if (found.kind === 'refused') return found
  const { steps, waiting } = found.value

  // From here on it is taken back.
  const { from, reason } = waiting
  return accept(await keep(tx, clock, by, steps, { kind: 'withdrawn', from, reason }))
}

/** A second person confirms the day that was proposed. @param seq  the proposal they had read. */
export async function confirmStart(tx: Tx, clock: Clock, by: By, seq: number): Done {
  const found = await waitingStart(tx, by, seq)
  if (found.kind === 'refused') return found
  const { steps, waiting } = found.value
  if (waiting.madeBy === by.person) return refuse('own-start', {})

  // From here on it holds.
  const { from, reason, madeBy: proposedBy } = waiting
  return accept(await keep(tx, clock, by, steps, { kind: 'confirmed', from, reason, proposedBy }))
}

async function waitingStart(tx: Tx, { institution }: By, seq: number) {
  await lockChain(tx, chainOf(institution))
  const steps = await startSteps(tx, institution)
  const waiting = openStart(steps)
  if (!waiting) return refuse('no-start-proposed', {})
  if (waiting.seq !== seq) return refuse('start-changed', {})
  return accept({ steps, waiting })
}

async function keep(
  tx: Tx,
  clock: Clock,
  by: By,
  before: readonly StartStep[],
  told: Pick<StartStep, 'kind' | 'from' | 'reason'> & { readonly proposedBy?: string },
) {
  const { institution, person, name } = by
  const { kind, from, reason, proposedBy = null } = told
  const seq = (before.at(-1)?.seq ?? 0) + 1
  const at = clock.now()
  const row = { seq, kind, fromDay: from, reason, proposedBy }
  await tx
    .insertInto('platformStart')
    .values({ institutionId: institution, ...row, madeAt: at, madeBy: person, madeName: name })
    .execute()
  await recordChange(tx, chainOf(institution).name, {
    action: `institution.${actions[kind]}`,
    subject: institution,
    data: { platformSince: from, reason },
    ...{ at, by },
  })
  return { seq }
}

const actions = {
  proposed: 'startProposed',
  withdrawn: 'startWithdrawn',
  confirmed: 'startConfirmed',
} as const
