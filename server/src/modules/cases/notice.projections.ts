import { addDays, canonicalJson, type Day, sha256Hex } from '@yizhuan/kit'
import { certifiesIn } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import type { Tables } from '../../platform/tables.ts'
import { planLinesOf } from './case.queries.ts'
import { type After, type Entry, transferIn } from './procedure.ts'

type Kind = Tables['publicNotice']['kind']
type State = 'running' | 'suspended' | 'ended' | 'superseded' | 'withdrawn'

/** Which notice each act of a transfer publishes. */
const publishes: Readonly<Record<string, Kind>> = {
  noticePublished: 'deal',
  planNoticePublished: 'plan',
  changeNoticePublished: 'change',
}

const all: readonly Kind[] = ['deal', 'plan', 'change']

/** What each act of a transfer does to the notices that run. */
const changes: Readonly<Record<string, readonly [readonly Kind[], State]>> = {
  negotiationStarted: [['deal'], 'superseded'],
  floorLowered: [['deal'], 'superseded'],
  noticeCertified: [['deal'], 'ended'],
  termsChanged: [['deal', 'change'], 'superseded'],
  planDrafted: [['plan'], 'superseded'],
  planNoticeCertified: [['plan'], 'ended'],
  planObjected: [['plan'], 'suspended'],
  planObjectionFound: [['plan'], 'superseded'],
  changeNoticeCertified: [['change'], 'ended'],
  withdrawn: [all, 'superseded'],
  terminated: [['deal', 'change'], 'superseded'],
}

/** Publishes, suspends and ends the notices that anybody may read. */
export async function projectNotices(
  tx: Tx,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const kind = published(entry, after)
  if (kind !== undefined) return publishNotice(tx, institution, entry, after, kind)
  if (entry.type === 'dealPublished') return addDeal(tx, institution, entry, after)
  const [kinds, state] = changeOf(entry, after) ?? []
  if (state === undefined) return
  for (const each of kinds ?? []) await turn(tx, institution, entry.case, each, state)
}

type Change = readonly [readonly Kind[], State]

function published({ type }: Entry, { procedure }: After): Kind | undefined {
  if (procedure.notice) return type === 'noticePublished' ? procedure.notice.kind : undefined
  return publishes[type]
}

function changeOf(entry: Entry, after: After): Change | undefined {
  const { notice } = after.procedure
  if (!notice) return changes[entry.type] ?? changedBy(entry, after)
  const isOver = ['rejected', 'withdrawn', 'terminated'].includes(after.state.status)
  const state = isOver ? 'superseded' : turns[entry.type]
  return state && [[notice.kind], state]
}

/** What each act does to the one notice of any other procedure. */
const turns: Readonly<Record<string, State>> = {
  noticeCertified: 'ended',
  objectionFiled: 'suspended',
  abnormalityFound: 'suspended',
  objectionFound: 'superseded',
}

/** Acts that touch the notice they are about, or all of them. */
function changedBy({ type, seq, data }: Entry, after: After): Change | undefined {
  const state = transferIn(after)
  if (!state) return undefined
  switch (type) {
    case 'objectionFiled':
    case 'abnormalityFound':
      return [[state.signing ? 'change' : 'deal'], 'suspended']
    case 'objectionFound': {
      const answered = state.objections.find(({ finding }) => finding?.seq === seq)
      return answered && [[answered.against], 'superseded']
    }
    case 'screened':
      // Secrets, security and key technology are no matter for the public (gd-2025#a11.p1).
      return Object.values(data).some((flag) => flag !== 'no') ? [all, 'withdrawn'] : undefined
    case 'specialApprovalRecorded':
      return [all, 'running']
    case 'decided':
      return state.status === 'rejected' ? [['deal'], 'superseded'] : undefined
    default:
      return undefined
  }
}

async function publishNotice(
  tx: Tx,
  institution: string,
  entry: Entry,
  after: After,
  kind: Kind,
): Promise<void> {
  await turn(tx, institution, entry.case, kind, 'superseded')
  const content = await contentOf(tx, institution, entry, kind)
  await tx
    .insertInto('publicNotice')
    .values({
      id: newId(),
      institutionId: institution,
      caseId: entry.case,
      seq: entry.seq,
      kind,
      title: after.procedure.line(after.state).title,
      publishedOn: entry.on,
      endsOn: lastDay(after, kind),
      state: 'running',
      content: JSON.stringify(content),
      contentHash: sha256Hex(canonicalJson(content)),
      entryHash: entry.hash,
    })
    .execute()
}

/** Buyer and price are added to what was shown: the notice goes on as it stood (gd-2025#a15.p1). */
async function addDeal(tx: Tx, institution: string, entry: Entry, after: After): Promise<void> {
  const shown = await tx
    .selectFrom('publicNotice')
    .select(['state', 'content'])
    .where('institutionId', '=', institution)
    .where('caseId', '=', entry.case)
    .where('kind', '=', 'deal')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  await turn(tx, institution, entry.case, 'deal', 'superseded')
  const content = { ...(shown?.content as Record<string, unknown> | undefined), ...entry.data }
  await tx
    .insertInto('publicNotice')
    .values({
      id: newId(),
      institutionId: institution,
      caseId: entry.case,
      seq: entry.seq,
      kind: 'deal',
      title: after.procedure.line(after.state).title,
      publishedOn: entry.on,
      endsOn: null,
      state: shown?.state === 'running' ? 'running' : 'ended',
      content: JSON.stringify(content),
      contentHash: sha256Hex(canonicalJson(content)),
      entryHash: entry.hash,
    })
    .execute()
}

async function contentOf(
  tx: Tx,
  institution: string,
  entry: Entry,
  kind: Kind,
): Promise<Record<string, unknown>> {
  if (kind !== 'plan') return { ...entry.data }
  const lines = await planLinesOf(tx, institution, entry.case)
  return {
    ...entry.data,
    lines: lines.map(({ party, who, amountFen }) => ({ party, who, amountFen })),
  }
}

/** The action of the law that ends each notice of a transfer. */
const certifiedBy: Readonly<Record<string, string>> = {
  deal: 'certifyNotice',
  plan: 'certifyPlan',
  change: 'certifyChange',
}

/** The last day of the waiting period, as the law's own answer says it. */
function lastDay(after: After, kind: Kind): Day | null {
  const certifies = certifiesIn(after.procedure, after.state) ?? certifiedBy[kind]
  const finding = after.assessment.findings.find(
    (one) => one.opens !== undefined && one.settledBy === certifies,
  )
  return finding?.opens === undefined ? null : addDays(finding.opens, -1)
}

/** Ends the running notices of a case whose last day is over. */
export async function endNotices(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<void> {
  await tx
    .updateTable('publicNotice')
    .set({ state: 'ended' })
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where('state', '=', 'running')
    .where('endsOn', '<', today)
    .execute()
}

/** From which states a notice may turn to another; what is superseded stays so. */
const turnsFrom: Readonly<Record<State, readonly State[]>> = {
  running: ['withdrawn'],
  // An objection comes late but in time until the contract is signed.
  suspended: ['running', 'suspended', 'ended'],
  ended: ['running', 'suspended'],
  superseded: ['running', 'suspended', 'ended', 'withdrawn'],
  withdrawn: ['running', 'suspended', 'ended'],
}

async function turn(
  tx: Tx,
  institution: string,
  id: string,
  kind: Kind,
  state: State,
): Promise<void> {
  await tx
    .updateTable('publicNotice')
    .set({ state })
    .where('institutionId', '=', institution)
    .where('caseId', '=', id)
    .where('kind', '=', kind)
    .where('state', 'in', turnsFrom[state])
    .execute()
}
