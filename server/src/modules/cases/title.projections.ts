// An achievement that a deal assigned stays in the register: its title says whose it is from that day on,
// and its rights that they were transferred. Whoever deals in it again is held against the earlier grant.
import { day } from '@yizhuan/kit'
import { grantOf } from '@yizhuan/procedures'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { type Author, amendRecord } from '../../platform/register.ts'
import { achievementOf, achievementRegister } from '../achievements/index.ts'
import { recordEvent, rightsOfAchievement } from '../rights/index.ts'
import { type After, type Entry, transferIn } from './procedure.ts'

/** Writes into the registers that an assigned achievement changed hands: with its record of change, else at the end. */
export async function projectTitle(
  tx: Tx,
  clock: Clock,
  institution: string,
  number: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const transfer = transferIn(after)
  const achievement = transfer?.opened.data.achievementId
  if (!transfer || achievement === undefined) return
  const isChange = entry.type === 'rightChanged'
  const isEnd = entry.type === 'closed' && transfer.acts['rightChanged'] === undefined
  const grant = isChange || isEnd ? grantOf(transfer) : undefined
  if (grant?.kind !== 'assigned') return
  // A case is reopened only once it was closed: that closing is written down already.
  const isAgain = transfer.papers['reopened'] !== undefined
  if (isAgain && !isChange) return
  const by = { institution, person: entry.by.person, name: entry.by.name }
  // What several hold is not all the buyer's by our deal: whose which share is then, people enter.
  const isWhole = (transfer.title?.data.holders.length ?? 1) === 1
  const of = { by, number, to: grant.to, entry, isWhole }
  await holdByBuyer(tx, clock, achievement, of)
  if (!isAgain) await transferRights(tx, clock, achievement, of)
}

interface Assigned {
  readonly by: Author
  /** The number of the case. */
  readonly number: string
  readonly to: string
  readonly entry: Entry
  /** Whether nobody beside the institution held a share. */
  readonly isWhole: boolean
}

async function holdByBuyer(
  tx: Tx,
  clock: Clock,
  id: string,
  { by, number, to, entry, isWhole }: Assigned,
): Promise<void> {
  const known = await achievementOf(tx, by.institution, id)
  if (!known) return
  const { holdings } = known
  const holding = {
    from: entry.on,
    holders: [{ name: to, share: '100%' }],
    basis: number,
    files: entry.files,
  }
  // A holding without a paper, or before one that stands, is for people to enter.
  const isNext =
    isWhole &&
    entry.files.length > 0 &&
    holdings.every(({ from, basis }) => from < entry.on && basis !== number)
  if (!isNext) return
  await amendRecord(tx, achievementRegister, clock, by, id, {
    fields: { holdings: [...holdings, holding] },
    reason: number,
    // A legal act fixed these: no edit puts them back.
    action: 'converted',
  })
}

/** What a right does not know as an event is left to those who keep its docket. */
async function transferRights(
  tx: Tx,
  clock: Clock,
  achievement: string,
  { by, number, entry }: Assigned,
): Promise<void> {
  const event = { kind: 'transferred' as const, on: day(entry.on), source: number }
  for (const id of await rightsOfAchievement(tx, by.institution, achievement))
    await recordEvent(tx, clock, by, id, { event })
}
