import { addDays, canonicalJson, type Day, sha256Hex } from '@yizhuan/kit'
import type { ActData } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { caseTitle, planLinesOf } from './case.queries.ts'
import type { After, Entry } from './procedure.ts'

type Kind = 'deal' | 'plan' | 'change'
type State = 'running' | 'suspended' | 'ended' | 'superseded'

/** Which notice each act publishes. */
const publishes: Readonly<Record<string, Kind>> = {
  noticePublished: 'deal',
  planNoticePublished: 'plan',
  changeNoticePublished: 'change',
}

/** What each act does to the notice that runs. */
const changes: Readonly<Record<string, readonly [Kind, State]>> = {
  noticeCertified: ['deal', 'ended'],
  abnormalityFound: ['deal', 'suspended'],
  objectionFound: ['deal', 'superseded'],
  termsChanged: ['deal', 'superseded'],
  planNoticeCertified: ['plan', 'ended'],
  planObjected: ['plan', 'suspended'],
  planObjectionFound: ['plan', 'superseded'],
  changeNoticeCertified: ['change', 'ended'],
}

/** Publishes, suspends and ends the notices that anybody may read. */
export async function projectNotices(
  tx: Tx,
  institution: string,
  entry: Entry,
  after: After,
): Promise<void> {
  const kind = publishes[entry.type]
  if (kind !== undefined) return publishNotice(tx, institution, entry, after, kind)
  const [changed, state] = changes[entry.type] ?? []
  if (changed !== undefined && state !== undefined) {
    return turn(tx, institution, entry.case, changed, state)
  }
  if (entry.type === 'objectionFiled' && isValid(entry.data as ActData<'objectionFiled'>)) {
    return turn(tx, institution, entry.case, 'deal', 'suspended')
  }
  if (entry.type === 'withdrawn' || entry.type === 'terminated') {
    for (const each of ['deal', 'plan', 'change'] as const) {
      await turn(tx, institution, entry.case, each, 'superseded')
    }
  }
}

/** Only an objection in writing to the named department suspends (gd-2025#a14.p1.i3). */
function isValid({ inWriting, toDepartment }: ActData<'objectionFiled'>): boolean {
  return inWriting && toDepartment
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
      title: await caseTitle(tx, institution, entry.case),
      publishedOn: entry.on,
      endsOn: lastDay(after, kind),
      state: 'running',
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

/** The last day of the waiting period, as the law's own answer says it. */
function lastDay(after: After, kind: Kind): Day | null {
  const topic = { deal: /^notice\.(?!change)/, plan: /^plan\./, change: /^notice\.change$/ }[kind]
  const finding = after.assessment.findings.find(
    (one) => one.opens !== undefined && topic.test(one.topic),
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
    .where('state', 'in', [
      'running',
      'suspended',
      // An objection comes late but in time until the contract is signed.
      ...(state === 'ended' ? [] : (['ended'] as const)),
    ])
    .execute()
}
