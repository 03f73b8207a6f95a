import { type Outcome as Answer, accept, dayInChina, refuse } from '@yizhuan/kit'
import type { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import { asSystem, type Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Context } from '../../platform/module.ts'
import { amendRecord } from '../../platform/register.ts'
import { newToken, tokenHash } from '../../platform/session.ts'
import { addressOf } from '../../platform/start.ts'
import { profileOf } from '../institutions/index.ts'
import { tell } from './campaign.commands.ts'
import { lockedCampaign } from './campaign.queries.ts'
import { campaignRegister } from './campaign.table.ts'
import { missingScore, outcomes, outcomeWords } from './campaign.ts'
import type { AnswerPartWire, MyPartWire, PartLinkWire } from './campaign.wire.ts'
import { linesOfPart, type PartRow, partBehind, partOf, silentParts } from './part.queries.ts'
import type { Taker } from './stocktaking.access.ts'
import { assessmentForm } from './stocktaking.law.ts'

/** Why a part is not read or answered. */
export interface PartRefusals {
  'no-such-part': Record<string, never>
  'part-closed': { readonly dueOn: string }
  'no-such-line': Record<string, never>
  'score-missing': { readonly criterion: string }
  'part-has-account': { readonly name: string }
  'campaign-closed': Record<string, never>
}

/** How long a link lives at least: as one that asks inventors for their shares. */
const linkDays = 14

/** A part as its inventor sees it. */
export async function shownPart(tx: Tx, institution: string, row: PartRow): Promise<MyPartWire> {
  const [lines, profile] = await Promise.all([
    linesOfPart(tx, institution, row),
    profileOf(tx, institution),
  ])
  const { campaign, part, campaignName, name, dueOn } = row
  return {
    ...{ campaign, part, campaignName, name, dueOn, institution: profile.name ?? '' },
    isOpen: isOpen(row),
    outcomes: outcomes.map((code) => ({ code, label: outcomeWords[code] })),
    criteria: assessmentForm().criteria.map(({ code, label, levels }) => ({
      ...{ code, label },
      levels: [...levels],
    })),
    lines,
  }
}

/** Late answers are welcome as long as the campaign runs. */
const isOpen = ({ state }: PartRow): boolean => state === 'open'

/** Takes what an inventor says of one of their lines. Said again, the newer counts. */
export async function answerPart(
  tx: Tx,
  clock: Clock,
  institution: string,
  row: PartRow,
  given: z.output<typeof AnswerPartWire>,
): Promise<Answer<MyPartWire, PartRefusals>> {
  const { line, scores, wish, words = null } = given
  // Held: it may be closed at this moment, and what is said twice at once is said one after the other.
  const campaign = await lockedCampaign(tx, institution, row.campaign)
  if (campaign?.state !== 'open') return refuse('part-closed', { dueOn: row.dueOn })
  const lines = await linesOfPart(tx, institution, row)
  const before = lines.find(({ id }) => id === line)
  if (!before) return refuse('no-such-line', {})
  const form = assessmentForm()
  const criterion = missingScore(form, scores)
  if (criterion !== undefined) return refuse('score-missing', { criterion })

  // From here on the answer is kept.
  const known = form.criteria.map(({ code }) => [code, scores[code] ?? 0])
  await tx
    .insertInto('stocktakingAnswer')
    .values({
      ...{ institutionId: institution, id: newId(), stocktakingId: row.campaign, lineId: line },
      ...{
        partId: row.part,
        round: (before.answer?.round ?? 0) + 1,
        scores: JSON.stringify(Object.fromEntries(known)),
        wish,
        words,
      },
      answeredAt: clock.now(),
      enteredBy: null,
    })
    .execute()
  return accept(await shownPart(tx, institution, row))
}

/** The part of a link that still lives; undefined where there is none. */
export function throughLink<Result>(
  { db, clock }: Context,
  institution: string,
  token: string,
  work: (tx: Tx, row: PartRow) => Promise<Result>,
): Promise<Result | undefined> {
  return asSystem(db, institution, async (tx) => {
    const row = await partBehind(tx, institution, tokenHash(token))
    if (!row?.expiresAt || row.expiresAt <= clock.now()) return undefined
    return work(tx, row)
  })
}

/** Makes a link to a part of somebody without an account; the one made before ends at once. */
export async function linkPart(
  tx: Tx,
  { clock, config }: Context,
  by: Taker,
  campaign: string,
  part: string,
): Promise<Answer<PartLinkWire, PartRefusals>> {
  const { institution } = by
  const row = await partOf(tx, institution, campaign, part)
  if (!row) return refuse('no-such-part', {})
  if (row.state === 'closed') return refuse('campaign-closed', {})
  if (row.personId !== null) return refuse('part-has-account', { name: row.name })

  // From here on the link is made.
  const least = clock.now().getTime() + linkDays * 86_400_000
  const expiresAt = new Date(Math.max(least, Date.parse(`${row.dueOn}T16:00:00Z`)))
  const { token, hash } = newToken()
  await tx
    .updateTable('stocktakingPart')
    .set({ tokenHash: hash, expiresAt })
    .where('institutionId', '=', institution)
    .where('stocktakingId', '=', campaign)
    .where('id', '=', part)
    .execute()
  // Whoever holds it speaks for the inventor: who made it is told.
  const until = dayInChina(expiresAt)
  await amendRecord(tx, campaignRegister, clock, by, campaign, {
    fields: {},
    beside: [{ field: 'link', from: null, to: { name: row.name, until } }],
    reason: '',
    action: 'linked',
  })
  const url = `${addressOf(config)}/stock/${institution}/${token}`
  return accept({ url, until })
}

/** Tells those with an account once more who have not answered. */
export async function remindParts(
  tx: Tx,
  clock: Clock,
  by: Taker,
  id: string,
): Promise<Answer<{ told: number }, PartRefusals & { 'no-such-campaign': Record<string, never> }>> {
  const campaign = await lockedCampaign(tx, by.institution, id)
  if (!campaign) return refuse('no-such-campaign', {})
  if (campaign.state === 'closed') return refuse('campaign-closed', {})
  const { name, dueOn } = campaign
  const silent = await silentParts(tx, by.institution, id)
  const round = clock.today()
  return accept({
    told: await tell(tx, by.institution, { id, name, dueOn, by: by.person, round }, silent),
  })
}
