// What acts of cases do to rights stands in their docket too: its dues and clocks follow from events alone.
import { type Day, day } from '@yizhuan/kit'
import { type CaseState, grantOf } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import type { Author } from '../../platform/register.ts'
import { isRightOver, licencesOf, recordEvent, rightsOfAchievement } from '../rights/index.ts'
import { type After, type Entry, transferIn } from './procedure.ts'

/** Writes into the docket what an act says of rights: given up, taken over, licensed, a licence at its end. */
export async function projectDocket(
  tx: Tx,
  clock: Clock,
  institution: string,
  number: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const by = { institution, person: entry.by.person, name: entry.by.name }
  const of = { by, number, on: day(entry.on) }
  const transfer = transferIn(after)
  if (transfer) await projectLicence(tx, clock, of, entry.type, transfer)
  else await projectGivenUp(tx, clock, of, entry.type, after)
}

interface Told {
  readonly by: Author
  /** The number of the case, by which the docket knows where an event comes from. */
  readonly number: string
  readonly on: Day
}

/**
 * A right that was shown and given up ends on the day of the act, so no later fee is due and none was
 * missed. An application is withdrawn. What an inventor took over is theirs from that day on.
 */
async function projectGivenUp(tx: Tx, clock: Clock, told: Told, type: string, after: After) {
  if (type !== 'abandoned' && type !== 'takenOver') return
  if (after.procedure.id !== 'abandonment') return
  const { by, number, on } = told
  const given = after.state.opened.data as { rightId?: string; kind?: string }
  if (given.rightId === undefined) return
  // One that ended otherwise before ended that way.
  if (await isRightOver(tx, by.institution, given.rightId, on)) return
  const end = given.kind === 'applied' ? ('withdrawn' as const) : ('waived' as const)
  const kind = type === 'takenOver' ? ('transferred' as const) : end
  const event = { kind, on, source: number }
  // The notice says that it is given up, whatever stage the docket had heard of.
  await recordEvent(tx, clock, by, given.rightId, { event, despite: number })
}

const exclusivities = { exclusive: 'exclusive', sole: 'sole', plain: 'ordinary' } as const

/**
 * A licence is agreed with the signing of its contract: its recordal is due three months on
 * (cn-patent-rules#a15). It ends with the contract.
 */
async function projectLicence(
  tx: Tx,
  clock: Clock,
  { by, number, on }: Told,
  type: string,
  transfer: CaseState,
) {
  const achievement = transfer.opened.data.achievementId
  if (achievement === undefined) return
  const common = { on, source: number, ref: number }
  if (type === 'signed') {
    const kind = grantOf(transfer)?.kind
    if (kind !== 'exclusive' && kind !== 'sole' && kind !== 'plain') return
    const event = { kind: 'licenceAgreed' as const, ...common, exclusivity: exclusivities[kind] }
    for (const id of await rightsOfAchievement(tx, by.institution, achievement)) {
      if (!(await isRightOver(tx, by.institution, id, on))) {
        await recordEvent(tx, clock, by, id, { event })
      }
    }
  } else if (type === 'terminated' || type === 'licenceExpired') {
    const event = { kind: 'licenceEnded' as const, ...common }
    for (const id of await licencesOf(tx, by.institution, number)) {
      await recordEvent(tx, clock, by, id, { event })
    }
  }
}
