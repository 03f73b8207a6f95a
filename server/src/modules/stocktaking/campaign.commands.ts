import { type Outcome as Answer, accept, type Day, refuse } from '@yizhuan/kit'
import { mostItems } from '@yizhuan/procedures'
import type { z } from 'zod'
import { insertMany } from '../../platform/bulk.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { putOut } from '../../platform/outbox.ts'
import { amendRecord, enterRecords } from '../../platform/register.ts'
import { deskOf, openCase, performAct } from '../cases/index.ts'
import { rightKindWords } from '../rights/index.ts'
import { lockedCampaign, outcomesBefore } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import { personNamed } from './campaign.ts'
import type { StartCampaignWire } from './campaign.wire.ts'
import { itemOf, type Listed, listed } from './listing.ts'
import { colleaguesNamed } from './part.queries.ts'
import { recorded } from './recorded.ts'
import type { Scope } from './scope.ts'
import { stockedAchievements, stockedRights } from './stock.queries.ts'
import type { Taker } from './stocktaking.access.ts'
import { syncCampaign } from './sync.commands.ts'

/** Why a campaign is not begun, changed or closed. */
export interface CampaignRefusals {
  'no-such-campaign': Record<string, never>
  'nothing-in-scope': Record<string, never>
  'scope-too-large': { readonly most: string }
  'due-day-past': { readonly today: string }
  'no-such-leader': Record<string, never>
  'campaign-closed': Record<string, never>
  'lines-open': { readonly count: string }
}

/** The records a scope finds today. */
export async function stockIn(
  tx: Tx,
  institution: string,
  today: Day,
  { register, kind, department, idleYears }: Scope,
): Promise<readonly Listed[]> {
  const limit = mostItems + 1
  const asked = { today, kind, department, idleYears, limit }
  const wantsAchievements = idleYears === undefined && kind === undefined && register !== 'rights'
  const rights = register === 'achievements' ? [] : await stockedRights(tx, institution, asked)
  const achievements = wantsAchievements
    ? await stockedAchievements(tx, institution, {
        today,
        department,
        isAlone: register === 'achievements',
        limit,
      })
    : []
  return listed(rights, achievements)
}

/**
 * Begins a campaign: lists what a scope finds and freezes it, opens the case that records the dispositions,
 * and gives each inventor their part.
 */
export async function startCampaign(
  tx: Tx,
  clock: Clock,
  by: Taker,
  { name, scope, dueOn, leadPerson = by.person, ...house }: z.output<typeof StartCampaignWire>,
): Promise<Answer<{ id: string }, CampaignRefusals>> {
  const { institution } = by
  const today = clock.today()
  if (dueOn < today) return refuse('due-day-past', { today })
  const colleagues = await colleaguesNamed(tx, institution)
  const leader = colleagues.find(({ person }) => person === leadPerson)
  if (!leader) return refuse('no-such-leader', {})
  const lines = await stockIn(tx, institution, today, scope)
  if (lines.length === 0) return refuse('nothing-in-scope', {})
  if (lines.length > mostItems) return refuse('scope-too-large', { most: `${mostItems}` })
  const before = await outcomesBefore(tx, institution)

  // From here on the campaign is begun; a no of the case takes all of it back.
  const desk = await deskOf(tx, clock, institution)
  const files: never[] = []
  const run = { title: name, scope: scopeWords(scope), takenOn: today, takenBy: leader.name }
  const opening = { procedure: 'ip_inventory', data: { ...run, ...house }, files }
  const opened = recorded(await openCase(tx, desk, by, opening))
  const list = { type: 'itemsListed', data: { items: lines.map(itemOf) }, files }
  recorded(await performAct(tx, desk, by, opened.id, list))
  const id = newId()
  const fields = {
    ...{ name, takenOn: today, dueOn, leadPerson, leadName: leader.name },
    ...{ scope, state: 'open', caseId: opened.id, startedOn: today },
  }
  await enterRecords(tx, campaignRegister, by, clock.now(), [
    { id, fields, beside: { lines: lines.length } },
  ])
  await insertMany(
    tx,
    'stocktakingLine',
    lines.map((line) => ({
      ...{ institutionId: institution, stocktakingId: id, id: newId() },
      ...line,
      inventors: [...line.inventors],
      outcomeBefore: before.get(line.rightId ?? line.achievementId ?? '') ?? null,
      ...{ outcome: null, reason: null, decidedBy: null, decidedOn: null, followCaseId: null },
    })),
  )
  const names = [...new Set(lines.flatMap(({ inventors }) => inventors))]
  const parts = names.map((inventor) => ({
    ...{ institutionId: institution, stocktakingId: id, id: newId(), name: inventor },
    ...{ personId: personNamed(inventor, colleagues), tokenHash: null, expiresAt: null },
  }))
  await insertMany(tx, 'stocktakingPart', parts)
  await tell(tx, institution, { id, name, dueOn, by: by.person }, parts)
  return accept({ id })
}

/** What the case says was taken stock of. */
function scopeWords({ register, kind, department, idleYears }: Scope): string {
  const what = {
    all: '全部知识产权和未申请权利的成果',
    rights: '知识产权',
    achievements: '科技成果',
  }
  return [
    idleYears === undefined ? what[register] : `${idleYears} 年以上未转化的有效专利`,
    kind && `类型：${rightKindWords[kind].zh}`,
    department && `科室：${department}`,
  ]
    .filter(Boolean)
    .join('；')
}

interface Told {
  readonly id: string
  readonly name: string
  readonly dueOn: string
  readonly by: string
  readonly round?: string
}

interface Part {
  readonly id: string
  readonly personId: string | null
}

/** Tells those who have an account that they are asked. @returns how many. */
export async function tell(
  tx: Tx,
  institution: string,
  { id, name, dueOn, by, round = 'first' }: Told,
  parts: readonly Part[],
): Promise<number> {
  const asked = parts.flatMap(({ id: part, personId: person }) =>
    person ? [{ part, person }] : [],
  )
  if (asked.length === 0) return 0
  await putOut(tx, {
    institution,
    fact: 'stocktaking.asked',
    body: { id, name, dueOn, by, round, asked },
  })
  return asked.length
}

/** Closes a campaign and its case; every line has its way by then, or a reason why it is kept. */
export async function closeCampaign(
  tx: Tx,
  clock: Clock,
  by: Taker,
  id: string,
  summary: string,
): Promise<Answer<{ seq: number }, CampaignRefusals>> {
  const { institution } = by
  const campaign = await lockedCampaign(tx, institution, id)
  if (!campaign) return refuse('no-such-campaign', {})
  if (campaign.state === 'closed') return refuse('campaign-closed', {})
  await syncCampaign(tx, clock, by, campaign)
  const open = await tx
    .selectFrom('stocktakingLine')
    .select('id')
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', id)
    .where('outcome', 'is', null)
    .execute()
  if (open.length > 0) return refuse('lines-open', { count: `${open.length}` })

  // From here on the campaign is closed; a no of the case takes it back.
  const desk = deskOf(tx, clock, institution)
  const close = { type: 'closed', data: { summary }, files: [] }
  recorded(await performAct(tx, desk, by, campaign.caseId, close))
  const amended = await amendRecord(tx, campaignRegister, clock, by, id, {
    fields: { state: 'closed', closedOn: clock.today() },
    reason: summary,
    action: 'closed',
  })
  return accept({ seq: amended?.seq ?? 0 })
}
