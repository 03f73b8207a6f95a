import { accept, canonicalJson, type Outcome, refuse } from '@yizhuan/kit'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { lockChain } from '../../platform/evidence.ts'
import { newId } from '../../platform/ids.ts'
import { type Author, amendRecord, chainOf, enterRecords } from '../../platform/register.ts'
import { againstContent, type ContentRefusals } from './standard.checks.ts'
import { type StandardRow, storedStandard, versionOf, versionsOf } from './standard.queries.ts'
import { standardRegister } from './standard.table.ts'
import { isClause, type StandardContent, shownOf } from './standard.ts'

/** Why something of the library is not written. */
export interface StandardRefusals extends ContentRefusals {
  'no-such-standard': Record<string, never>
  'form-differs': Record<string, never>
  'standard-changed-meanwhile': { readonly version: string }
  'proposal-waits': { readonly version: string }
  'nothing-new': Record<string, never>
  'no-such-proposal': Record<string, never>
  'decided-already': { readonly name: string }
  'own-proposal': { readonly name: string }
  'not-own-proposal': Record<string, never>
  'words-missing': Record<string, never>
  'retired-already': Record<string, never>
  'not-retired': Record<string, never>
}

type Answer<Value> = Promise<Outcome<Value, StandardRefusals>>

/** What somebody proposes. */
export interface Proposal {
  readonly name: string
  readonly content: StandardContent
  readonly reason: string | null
}

/** Proposes a new clause or model contract; it is used once somebody else approved it. */
export async function proposeStandard(
  tx: Tx,
  clock: Clock,
  by: Author,
  proposal: Proposal,
  { sample = null }: { readonly sample?: string | null } = {},
): Answer<{ id: string; version: number }> {
  const { name, content } = proposal
  const no = await againstContent(tx, clock.today(), by.institution, content)
  if (no) return no

  // From here on it is proposed.
  const id = newId()
  const form = isClause(content) ? 'clause' : 'template'
  const shown = shownOf(name, content)
  const fields = { ...shown, form, sample, inUse: null, newest: 1, isRetired: false }
  await enterRecords(tx, standardRegister, by, clock.now(), [{ id, fields }])
  await writeVersion(tx, clock, by, id, 1, proposal)
  return accept({ id, version: 1 })
}

/** Proposes the next version of one; the version in use stays in use until that is approved. */
export async function proposeVersion(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  proposal: Proposal & { readonly expectedVersion?: number | undefined },
): Answer<{ id: string; version: number }> {
  const { institution } = by
  const stored = await locked(tx, institution, id)
  if (!stored) return refuse('no-such-standard', {})
  const { name, content, expectedVersion } = proposal
  if ((stored.form === 'clause') !== isClause(content)) return refuse('form-differs', {})
  if (expectedVersion !== undefined && expectedVersion !== stored.newest)
    return refuse('standard-changed-meanwhile', { version: `${stored.newest}` })
  const [last] = await versionsOf(tx, institution, id)
  if (last?.verdict === null) return refuse('proposal-waits', { version: `${last.version}` })
  if (last?.verdict === 'approved' && isSame(last, proposal)) return refuse('nothing-new', {})
  const no = await againstContent(tx, clock.today(), institution, content)
  if (no) return no

  // From here on the version is proposed.
  const version = stored.newest + 1
  const shown = stored.inUse === null ? shownOf(name, content) : {}
  await amendRecord(tx, standardRegister, clock, by, id, {
    fields: { ...shown, newest: version },
    reason: proposal.reason ?? name,
    action: 'proposed',
  })
  await writeVersion(tx, clock, by, id, version, proposal)
  return accept({ id, version })
}

/** Whether a version says the same, under the same name. */
export const isSame = (
  one: { readonly name: string; readonly content: StandardContent },
  other: { readonly name: string; readonly content: StandardContent },
): boolean => one.name === other.name && canonicalJson(one.content) === canonicalJson(other.content)

/** Approves or refuses proposals, all or none; nobody decides on their own. */
export async function decideStandards(
  tx: Tx,
  clock: Clock,
  by: Author,
  order: {
    readonly items: readonly { readonly id: string; readonly version: number }[]
    readonly verdict: 'approved' | 'refused'
    readonly words: string | null
  },
): Answer<{ decided: number }> {
  const { institution } = by
  const { verdict, words } = order
  if (verdict === 'refused' && words === null) return refuse('words-missing', {})
  // In one order, so that two who decide on many at once do not wait for each other.
  const items = order.items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const open = []
  for (const { id, version } of items) {
    const stored = await locked(tx, institution, id)
    const said = stored && (await versionOf(tx, institution, id, version))
    if (!said) return refuse('no-such-proposal', {})
    if (said.verdict !== null) return refuse('decided-already', { name: said.name })
    if (said.madeBy === by.person) return refuse('own-proposal', { name: said.name })
    open.push({ id, said })
  }

  // From here on it is decided.
  for (const { id, said } of open) await settle(tx, clock, by, id, said, verdict, words)
  return accept({ decided: open.length })
}

/** Takes a proposal of one's own back. */
export async function withdrawProposal(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  reason: string,
): Answer<{ version: number }> {
  const stored = await locked(tx, by.institution, id)
  if (!stored) return refuse('no-such-standard', {})
  const [last] = await versionsOf(tx, by.institution, id)
  if (!last || last.verdict !== null) return refuse('no-such-proposal', {})
  if (last.madeBy !== by.person) return refuse('not-own-proposal', {})

  // From here on it is taken back.
  await settle(tx, clock, by, id, last, 'withdrawn', reason)
  return accept({ version: last.version })
}

/** Takes one out of use, or puts it back; drafts made with it stay as they are. */
export async function retireStandard(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  { reason, isRetired }: { readonly reason: string; readonly isRetired: boolean },
): Answer<{ id: string }> {
  const stored = await locked(tx, by.institution, id)
  if (!stored) return refuse('no-such-standard', {})
  if (stored.isRetired && isRetired) return refuse('retired-already', {})
  if (!stored.isRetired && !isRetired) return refuse('not-retired', {})

  // From here on it is retired or restored.
  const action = isRetired ? 'retired' : 'restored'
  await amendRecord(tx, standardRegister, clock, by, id, { fields: { isRetired }, reason, action })
  return accept({ id })
}

/** Whoever writes to one is the only one to do so until they are done. */
async function locked(tx: Tx, institution: string, id: string): Promise<StandardRow | undefined> {
  if (!(await storedStandard(tx, institution, id))) return undefined
  await lockChain(tx, { institution, name: chainOf(standardRegister, id) })
  return await storedStandard(tx, institution, id)
}

async function settle(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  said: NonNullable<Awaited<ReturnType<typeof versionOf>>>,
  verdict: 'approved' | 'refused' | 'withdrawn',
  words: string | null,
): Promise<void> {
  const { version, name, content, madeBy } = said
  const decided = { decidedAt: clock.now(), decidedBy: by.person, decidedName: by.name }
  await tx
    .insertInto('contractStandardVerdict')
    .values({
      ...{ institutionId: by.institution, standardId: id, version, verdict, words, madeBy },
      ...decided,
    })
    .execute()
  const isApproved = verdict === 'approved'
  await amendRecord(tx, standardRegister, clock, by, id, {
    fields: isApproved ? { ...shownOf(name, content), inUse: version } : {},
    beside: isApproved ? [] : [{ field: 'newest', from: version, to: null }],
    reason: words ?? name,
    action: verdict,
  })
}

async function writeVersion(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  version: number,
  { name, content, reason }: Proposal,
): Promise<void> {
  await tx
    .insertInto('contractStandardVersion')
    .values({
      ...{ institutionId: by.institution, standardId: id, version, name, reason },
      content: JSON.stringify(content),
      ...{ madeAt: clock.now(), madeBy: by.person, madeName: by.name },
    })
    .execute()
}
