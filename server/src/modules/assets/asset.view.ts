import { tagArticles, taggedOn } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { assetLists } from '../policies/index.ts'
import { fundingsFor } from '../projects/index.ts'
import { assetsOf, bookingsOf, costsOf } from './asset.queries.ts'
import { type AssetLine, type AssetSign, fundings, lineOf } from './asset.ts'
import type {
  AssetFilterWire,
  AssetLineWire,
  AssetPageWire,
  AssetQueryWire,
  AssetWire,
  SignWire,
  StartWire,
} from './asset.wire.ts'
import { linesOf, totalsOf } from './line.queries.ts'
import { ledgerCasesOf } from './sign.queries.ts'

// What is shown of the ledger: its lines on a day, and one achievement with everything its line rests on.

/** Every line that a filter finds, the newest number first. */
export function linesFor(
  tx: Tx,
  institution: string,
  { on, ...filter }: AssetFilterWire,
  today: string,
): Promise<readonly AssetLine[]> {
  return linesOf(tx, institution, { ...filter, day: dayAsked(on, today) })
}

/** Nobody knows yet what comes after today. */
export const dayAsked = (on: string | undefined, today: string) =>
  on !== undefined && on < today ? on : today

/** A page of the ledger; the first one also says what the filter finds in all. */
export async function pageOfLines(
  tx: Tx,
  institution: string,
  { cursor, limit, on, ...filter }: AssetQueryWire,
  today: string,
): Promise<AssetPageWire> {
  const asked = { ...filter, day: dayAsked(on, today) }
  const [lines, totals] = await Promise.all([
    linesOf(tx, institution, { ...asked, cursor, most: limit + 1 }),
    cursor === undefined ? totalsOf(tx, institution, asked) : undefined,
  ])
  const items = lines.slice(0, limit)
  const last = items.at(-1)
  return {
    items: items.map(toWire),
    on: asked.day,
    ...(lines.length > limit && last && { nextCursor: last.number }),
    ...(totals && {
      totals: {
        count: totals.lines,
        spentFen: `${totals.spentFen}`,
        expensedFen: `${totals.expensedFen}`,
        collectedFen: `${totals.collectedFen}`,
        bookFen: `${totals.bookFen}`,
        counts: totals.counts,
      },
    }),
  }
}

export function toWire({ tags, ...line }: AssetLine): AssetLineWire {
  const { id, number, title, department, fundingKind, enteredOn } = line
  return {
    ...{ id, number, title, department, fundingKind, enteredOn },
    ...tags,
    spentFen: `${line.spentFen}`,
    expensedFen: `${line.expensedFen}`,
    collectedFen: `${line.collectedFen}`,
    bookFen: `${line.bookFen}`,
  }
}

/** One achievement of the ledger with its grounds, costs and bookings; undefined where it is not in it. */
export async function assetOf(
  tx: Tx,
  institution: string,
  id: string,
  today: string,
): Promise<AssetWire | undefined> {
  const [asset] = await assetsOf(tx, institution, [id])
  if (!asset || asset.entered.enteredOn > today) return undefined
  const line = lineOf(asset.entered, asset.signs, asset.sums(today), today)
  const { grounds } = taggedOn(asset.signs, today)
  const [costs, bookings, cases, projects] = await Promise.all([
    costsOf(tx, institution, [id]),
    bookingsOf(tx, institution, [id]),
    ledgerCasesOf(tx, institution, id),
    fundingsFor(tx, institution, id),
  ])
  const tag = (name: keyof typeof grounds) => ({
    articles: [...tagArticles[name]],
    signs: grounds[name].map(toSign),
  })
  return {
    ...toWire(line),
    tags: { attribute: tag('attribute'), stage: tag('stage'), conversion: tag('conversion') },
    starts: startsOf(cases, projects),
    costs: costs.map(({ achievementId: _of, madeAt: _at, files, ...cost }) => ({
      ...cost,
      files: files.map((file) => ({ ...file })),
    })),
    bookings: bookings.map(({ achievementId, ...booking }) => ({
      ...booking,
      achievement: achievementId,
    })),
    kinds: assetLists().costs.map(({ code, label }) => ({ code, label: { ...label } })),
    cases: cases.map(({ caseId, number, status }) => ({ id: caseId, number, status })),
  }
}

function toSign(sign: AssetSign): SignWire {
  const { what, on, source } = sign
  const { register, id, number, title, seq, isDayKnown } = source
  return {
    ...{ what, on, register, id, number, title, isDayKnown },
    ...(seq !== undefined && { seq }),
    ...(sign.what === 'stage_decided' && {
      conditionsMet: sign.conditionsMet,
      evidence: sign.evidence.map((one) => ({ ...one })),
    }),
    ...(sign.what === 'development_ended' && {
      assetFormed: sign.assetFormed,
      ...(sign.reason !== undefined && { reason: sign.reason }),
      ...(sign.evaluation !== undefined && { evaluation: sign.evaluation }),
      ...(sign.approval !== undefined && { approval: sign.approval }),
    }),
  }
}

/** When research began with each money, by what projects and the cases of the ledger say of it. */
function startsOf(
  cases: Awaited<ReturnType<typeof ledgerCasesOf>>,
  projects: Awaited<ReturnType<typeof fundingsFor>>,
): StartWire[] {
  const list = assetLists().starts[0]
  const start = (kind: unknown, on: unknown, source: StartWire['source']): StartWire[] => {
    const funding = fundings.find((one) => one === kind)
    const label = list?.by[funding ?? '']
    if (!list || !funding || !label) return []
    const day = typeof on === 'string' && on !== '' ? on : null
    return [{ funding, on: day, label: { ...label }, cite: list.cite, source }]
  }
  return [
    ...projects.flatMap(({ id, number, title, funding }) =>
      funding.flatMap(({ kind, startedOn }) =>
        start(kind, startedOn, { register: 'project', id, number, title }),
      ),
    ),
    ...cases.flatMap(({ caseId: id, number, title, data }) =>
      start(data['fundSource'], data['startedOn'], { register: 'case', id, number, title }),
    ),
  ]
}
