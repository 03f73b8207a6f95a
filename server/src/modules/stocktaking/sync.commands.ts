import type { Clock } from '../../platform/clock.ts'
import { systemPerson, type Tx } from '../../platform/database.ts'
import type { OutboxFact } from '../../platform/outbox.ts'
import { type Author, amendRecord } from '../../platform/register.ts'
import { recordOf } from '../cases/index.ts'
import { lockedCampaign } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import type { Outcome } from './campaign.ts'

/** A disposition as the case of a campaign records it. */
interface Decided {
  readonly outcome: Outcome
  readonly reason: string
  readonly decidedBy: string
  readonly on: string
}

interface Campaign {
  readonly id: string
  readonly caseId: string
}

/**
 * Brings the lines of a campaign to what its case records: the case is where a disposition is taken, by
 * whatever page it was taken.
 */
export async function syncCampaign(
  tx: Tx,
  clock: Clock,
  by: Author,
  { id, caseId }: Campaign,
): Promise<void> {
  const { institution } = by
  const record = await recordOf(tx, { institution, person: systemPerson }, caseId)
  const decided = decidedIn(record?.entries ?? [])
  const lines = await tx
    .selectFrom('stocktakingLine')
    .select(['id', 'number', 'outcome', 'reason', 'decidedBy', 'decidedOn'])
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', id)
    .execute()
  const changed = lines.flatMap((line) => {
    const to = decided.get(line.number)
    const isSame =
      to?.outcome === (line.outcome ?? undefined) &&
      to?.reason === (line.reason ?? undefined) &&
      to?.decidedBy === (line.decidedBy ?? undefined)
    return to === undefined || isSame ? [] : [{ line, to }]
  })
  if (changed.length === 0) return
  for (const { line, to } of changed) {
    const { outcome, reason, decidedBy, on: decidedOn } = to
    await tx
      .updateTable('stocktakingLine')
      .set({ outcome, reason, decidedBy, decidedOn })
      .where('institutionId', '=', institution)
      .where('stocktakingId', '=', id)
      .where('id', '=', line.id)
      .execute()
  }
  await amendRecord(tx, campaignRegister, clock, by, id, {
    fields: {},
    beside: changed.map(({ line, to }) => ({
      field: 'disposition',
      from: line.outcome && { number: line.number, outcome: line.outcome },
      to: { number: line.number, outcome: to.outcome },
    })),
    reason: '',
    action: 'disposed',
  })
}

function decidedIn(
  entries: readonly { type: string; on: string; data: Readonly<Record<string, unknown>> }[],
) {
  const decided = new Map<string, Decided>()
  for (const { type, on, data } of entries) {
    if (!['itemDisposed', 'itemsDisposed', 'dispositionRevised'].includes(type)) continue
    const {
      number,
      numbers = [number],
      outcome,
      reason,
      decidedBy,
    } = data as {
      number?: string
      numbers?: readonly (string | undefined)[]
    } & Omit<Decided, 'on'> // As the schema of these acts says.
    for (const one of numbers) if (one) decided.set(one, { outcome, reason, decidedBy, on })
  }
  return decided
}

/** Hears of acts of cases: those of a campaign's own case move its lines, and its end closes it. */
export async function hearOfCase(
  tx: Tx,
  clock: Clock,
  { institution, fact, body }: OutboxFact,
): Promise<void> {
  const found = await tx
    .selectFrom('stocktaking')
    .select(['id', 'caseId'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', String(body['case']))
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!found) return
  const campaign = await lockedCampaign(tx, institution, found.id)
  if (campaign?.state !== 'open') return
  const by = { institution, person: systemPerson, name: '系统' }
  await syncCampaign(tx, clock, by, found)
  if (fact !== 'case.closed' && fact !== 'case.withdrawn') return
  await amendRecord(tx, campaignRegister, clock, by, found.id, {
    fields: { state: 'closed', closedOn: clock.today() },
    reason: '',
    action: 'closed',
  })
}
