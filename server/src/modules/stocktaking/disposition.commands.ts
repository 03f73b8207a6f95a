import { type Outcome as Answer, accept, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { amendRecord } from '../../platform/register.ts'
import { caseDesk, performAct } from '../cases/index.ts'
import { linesOf, lockedCampaign } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import { warningsOf } from './campaign.ts'
import type { DisposeWire, PreviewWire, StockLineWire } from './campaign.wire.ts'
import { recorded } from './recorded.ts'
import type { Taker } from './stocktaking.access.ts'
import { syncCampaign } from './sync.commands.ts'

/** Why no disposition is taken. */
export interface DispositionRefusals {
  'no-such-campaign': Record<string, never>
  'campaign-closed': Record<string, never>
  'no-such-line': Record<string, never>
  'no-such-case': { readonly number: string }
  'case-of-another': { readonly number: string }
  'disposed-alike': { readonly number: string }
}

type Disposition = z.output<typeof DisposeWire>

/** What a disposition would change, without writing anything. */
export async function previewDisposition(
  tx: Tx,
  institution: string,
  id: string,
  { lines, outcome }: Pick<Disposition, 'lines' | 'outcome'>,
): Promise<Answer<PreviewWire, DispositionRefusals>> {
  const chosen = chosenOf(await linesOf(tx, institution, id, {}, { ids: lines }), lines)
  if (!chosen) return refuse('no-such-line', {})
  return accept({
    items: chosen.map(({ id: line, number, title, outcome: from, said, frozen }) => ({
      ...{ id: line, number, title, from, to: outcome },
      wishes: said.map(({ wish }) => wish),
      warnings: [...warningsOf(outcome, frozen)],
    })),
  })
}

/** The lines that are asked for, each of them; undefined where one is not there. */
function chosenOf(all: readonly StockLineWire[], ids: readonly string[]) {
  const wanted = new Set(ids)
  const chosen = all.filter(({ id }) => wanted.has(id))
  return chosen.length === wanted.size ? chosen : undefined
}

/**
 * Takes a disposition for some lines: an act of the campaign's case, never a change of the right itself.
 * Lines that were open are disposed of together; those that were decided otherwise are revised, each by
 * its own act.
 */
export async function dispose(
  tx: Tx,
  clock: Clock,
  by: Taker,
  id: string,
  { lines, ...decision }: Disposition,
): Promise<Answer<{ seq: number }, DispositionRefusals>> {
  const { institution } = by
  const campaign = await lockedCampaign(tx, institution, id)
  if (!campaign) return refuse('no-such-campaign', {})
  if (campaign.state === 'closed') return refuse('campaign-closed', {})
  await syncCampaign(tx, clock, by, campaign)
  const chosen = chosenOf(await linesOf(tx, institution, id, {}, { ids: lines }), lines)
  if (!chosen) return refuse('no-such-line', {})
  const alike = chosen.find(
    ({ outcome, reason }) => outcome === decision.outcome && reason === decision.reason,
  )
  if (alike) return refuse('disposed-alike', { number: alike.number })

  // From here on the acts are recorded; a no of the case takes all of them back.
  const desk = await caseDesk(tx, clock, institution, campaign.caseId)
  const record = async (type: string, which: object) => {
    const order = { type, data: { ...which, ...decision }, files: [] }
    return recorded(await performAct(tx, desk, by, campaign.caseId, order))
  }
  const numbers = chosen.filter(({ outcome }) => outcome === null).map(({ number }) => number)
  const [only, ...more] = numbers
  if (more.length > 0) await record('itemsDisposed', { numbers })
  else if (only !== undefined) await record('itemDisposed', { number: only })
  for (const { number, outcome } of chosen) {
    if (outcome !== null) await record('dispositionRevised', { number })
  }
  await syncCampaign(tx, clock, by, campaign)
  const amended = await amendRecord(tx, campaignRegister, clock, by, id, { fields: {}, reason: '' })
  return accept({ seq: amended?.seq ?? 0 })
}

/** Notes the case that carries a disposition out: one of the procedure for it, about the same achievement. */
export async function followLine(
  tx: Tx,
  clock: Clock,
  by: Taker,
  { id, line, number }: { readonly id: string; readonly line: string; readonly number: string },
): Promise<Answer<{ seq: number }, DispositionRefusals>> {
  const { institution } = by
  const campaign = await lockedCampaign(tx, institution, id)
  if (!campaign) return refuse('no-such-campaign', {})
  const [found] = chosenOf(await linesOf(tx, institution, id, {}, { ids: [line] }), [line]) ?? []
  if (!found) return refuse('no-such-line', {})
  const one = await tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'procedure', 'achievementId'])
    .where('institutionId', '=', institution)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!one) return refuse('no-such-case', { number })
  const isOfAnother =
    found.achievementId !== null &&
    one.achievementId !== null &&
    found.achievementId !== one.achievementId
  if (one.procedure !== found.procedure || isOfAnother) {
    return refuse('case-of-another', { number })
  }

  // From here on the case is noted.
  await tx
    .updateTable('stocktakingLine')
    .set({ followCaseId: one.id })
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', id)
    .where('id', '=', line)
    .execute()
  const from = found.followCase && { number: found.number, case: found.followCase.number }
  const amended = await amendRecord(tx, campaignRegister, clock, by, id, {
    fields: {},
    beside: [{ field: 'followCase', from, to: { number: found.number, case: one.number } }],
    reason: '',
  })
  return accept({ seq: amended?.seq ?? 0 })
}
