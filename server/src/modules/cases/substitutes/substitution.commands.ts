import { accept, addDays, type Day, type Outcome, refuse } from '@yizhuan/kit'
import { type Clock, startOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database.ts'
import { lockChain, recordChange } from '../../../platform/evidence.ts'
import { newId } from '../../../platform/ids.ts'
import { addJobs, type Tasks } from '../../../platform/jobs.ts'
import type { Context } from '../../../platform/module.ts'
import { putOut } from '../../../platform/outbox.ts'
import type { Actor } from '../case.commands.ts'
import { nameIn } from '../officers/officer.commands.ts'
import { carriedBy, staffOf } from '../officers/officer.queries.ts'
import {
  insertSubstitution,
  isAutomatic,
  moveSubstitution,
  setAutomatic,
  substitutionOf,
} from './substitution.queries.ts'
import {
  checkDeciding,
  checkEnding,
  checkNaming,
  type Naming,
  type Substitution,
  type SubstitutionRefusals,
} from './substitution.ts'

/** The chain of all substitutions of an institution. */
export const substitutionChain = 'substitutions'

/** The task that has those told who act for somebody from today on, or no longer. */
export const substitutionTask = 'cases/substitution'

type Answer<Value> = Outcome<Value, SubstitutionRefusals>
type Author = Actor

/** Roles that see to it when somebody is taken ill. */
const mayNameOthers = ({ roles }: Author) =>
  ['admin', 'leaders'].some((role) => roles.includes(role))

/** Names somebody who acts for a person while they are away. */
export async function nameSubstitute(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: Naming & Pick<Substitution, 'scope' | 'reason'>,
): Promise<Answer<{ id: string }>> {
  await lockChain(tx, { institution: by.institution, name: substitutionChain })
  const staff = await staffOf(tx, by.institution, clock.today())
  const who = { person: by.person, mayNameOthers: mayNameOthers(by) }
  const checked = checkNaming(staff, who, order, clock.today())
  if (checked.kind === 'refused') return checked

  // From here on the substitute is named.
  // Who takes another's roles for themselves is approved by a third in any case.
  const isGiven = order.substitute !== by.person
  const state = isGiven && (await isAutomatic(tx, by.institution)) ? 'approved' : 'named'
  const substitution = { ...order, id: newId(), namedBy: by.person, state } as const
  await insertSubstitution(tx, by.institution, substitution)
  await tell(tx, clock, by, 'named', substitution, {
    person: checked.value.absent.name,
    substitute: checked.value.substitute.name,
    roles: order.roles.join('、'),
    scope: order.scope,
    from: order.from,
    until: order.until,
    automatic: state === 'approved',
    reason: order.reason,
  })
  if (state === 'approved') await setTurns(tx, clock, by.institution, substitution)
  return accept({ id: substitution.id })
}

/** An administrator lets it run, or does not. */
export async function decideSubstitution(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  outcome: 'approved' | 'refused',
): Promise<Answer<{ id: string }>> {
  const found = await lockedOf(tx, by.institution, id)
  if (!found) return refuse('no-such-substitution', {})
  const checked = checkDeciding(found, by.person)
  if (checked.kind === 'refused') return checked

  // From here on it is decided.
  await moveSubstitution(tx, by.institution, id, outcome)
  await tell(tx, clock, by, outcome, found, await namesOf(tx, clock, by.institution, found))
  if (outcome === 'approved') await setTurns(tx, clock, by.institution, found)
  return accept({ id })
}

/** Ends it at once, because somebody is back or should not act any more. */
export async function endSubstitution(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
): Promise<Answer<{ id: string }>> {
  const found = await lockedOf(tx, by.institution, id)
  if (!found) return refuse('no-such-substitution', {})
  const who = { person: by.person, mayNameOthers: mayNameOthers(by) }
  const checked = checkEnding(found, who, clock.today())
  if (checked.kind === 'refused') return checked

  // From here on it is ended.
  await moveSubstitution(tx, by.institution, id, 'ended')
  await tell(tx, clock, by, 'ended', found, await namesOf(tx, clock, by.institution, found))
  await tellCases(tx, clock, by.institution, found.person)
  return accept({ id })
}

/** Whether substitutes of this institution act without an approval. */
export async function chooseAutomatic(
  tx: Tx,
  clock: Clock,
  by: Author,
  automatic: boolean,
): Promise<void> {
  await lockChain(tx, { institution: by.institution, name: substitutionChain })
  await setAutomatic(tx, by.institution, automatic)
  const change = { action: 'substitution.setting', data: { automatic }, at: clock.now(), by }
  await recordChange(tx, substitutionChain, change)
}

/** Has the cases of somebody looked at when another begins or ceases to act for them. */
export function substitutionTasks({ clock }: Pick<Context, 'clock'>): Tasks {
  return {
    [substitutionTask]: (tx, { institution, payload }) =>
      tellCases(tx, clock, institution, String(payload['person'])),
  }
}

async function lockedOf(tx: Tx, institution: string, id: string) {
  await lockChain(tx, { institution, name: substitutionChain })
  return substitutionOf(tx, institution, id)
}

async function setTurns(
  tx: Tx,
  clock: Clock,
  institution: string,
  { id, person, from, until }: Pick<Substitution, 'id' | 'person' | 'from' | 'until'>,
): Promise<void> {
  const turns = [from as Day, addDays(until as Day, 1)]
  await addJobs(
    tx,
    turns.map((day, index) => {
      const at = new Date(Math.max(startOf(day).getTime(), clock.now().getTime()))
      const key = `${substitutionTask}/${id}/${index}`
      return { institution, task: substitutionTask, payload: { person }, at, key }
    }),
  )
}

/** Whose turn it is in somebody's cases is worked out anew. */
async function tellCases(tx: Tx, clock: Clock, institution: string, person: string): Promise<void> {
  const cases = await carriedBy(tx, institution, person)
  await putOut(
    tx,
    ...cases.map(({ id, seq }) => ({
      institution,
      fact: 'case.officersChanged',
      body: { case: id, seq, on: clock.today() },
    })),
  )
}

async function namesOf(
  tx: Tx,
  clock: Clock,
  institution: string,
  { person, substitute }: Substitution,
) {
  const staff = await staffOf(tx, institution, clock.today())
  return { person: nameIn(staff, person), substitute: nameIn(staff, substitute) }
}

async function tell(
  tx: Tx,
  clock: Clock,
  by: Author,
  step: string,
  { id }: Pick<Substitution, 'id'>,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const change = { action: `substitution.${step}`, subject: id, data, at: clock.now(), by }
  await recordChange(tx, substitutionChain, change)
}
