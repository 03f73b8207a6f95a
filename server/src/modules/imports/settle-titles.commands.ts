import { accept, type Day, type Outcome, parseRatio, percent, type Words } from '@yizhuan/kit'
import type { ReductionColumns, TitleColumns } from '@yizhuan/ledger'
import { sql } from 'kysely'
import { institutionName } from '../../platform/export.ts'
import {
  type BroughtTitle,
  bringTitles,
  decideParties,
  isReducible,
  type KnownTitle,
  type Party,
  reductionOn,
  shareProblem,
  titlesOf,
} from '../rights/index.ts'
import { askedToAccept, takenAsRead } from './oddities.ts'
import { type Settling, saidBy } from './one-by-one.ts'
import { isWritten } from './plan.ts'
import type { Moved } from './settle-people.commands.ts'
import { redecide, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import { isOwn, isReduced, type SaidOwner, wholeDay, yearsAstray } from './titles.ts'
import type { Outlay } from './write.ts'

// Owners of rights and reductions of fees are recorded as the page of a right records them: the house once among
// them, the title whole, and a reduction only of fees that can be reduced.

/** The most owners of a right, and the longest name of one, as by hand. */
const [mostParties, longestName] = [30, 200]

/** Keeps rows out whose owners or whose reduction the page of the right would refuse. */
export const settleTitles: Settling = async (draft, clock) => {
  const { tx, institution, id } = draft
  if (!(await isTold(draft))) return []
  const moved: Moved[] = []
  // A reduction of which no day is known changes nothing of a right that is there, and is told all the same.
  const states = ['new', 'changed', 'present'] as const
  for await (const rows of stagedRows(draft, { register: 'right', states })) {
    for (const [row, order] of await ordersOf(draft, rows, clock.today(), '')) {
      if (order.kind === 'accepted') {
        await tellOddity(draft, row, order.value.oddity)
        continue
      }
      moved.push({ table: row.place.table, from: row.state, wasWritten: isWritten(row) })
      const reason = order.refusal.facts
      const verdict = { state: 'refused', accepted: false, reason, changes: [] } as const
      const { n, recordId } = row
      await redecide(tx, institution, id, n, { ...verdict, ...(recordId && { recordId }) })
    }
  }
  return moved
}

/** Tells on a row that goes in what is odd about it. */
async function tellOddity(
  { tx, institution, id }: StagedDraft,
  { n, state, accepted, changes, newId, recordId = newId }: Staged,
  oddity: Words | undefined,
): Promise<void> {
  if (!oddity) return
  const verdict = { state, accepted, changes, reason: takenAsRead(oddity) }
  await redecide(tx, institution, id, n, { ...verdict, ...(recordId && { recordId }) })
}

/** Records the owners and the reductions that the rows of a draft tell of. @returns the rights concerned. */
export async function writeTitles(
  draft: StagedDraft,
  { clock, by, file }: Outlay,
): Promise<readonly string[]> {
  if (!(await isTold(draft))) return []
  const written: string[] = []
  const states = ['new', 'changed'] as const
  for await (const page of stagedRows(draft, { register: 'right', states })) {
    const rows = page.filter(isWritten)
    const orders = await ordersOf(draft, rows, clock.today(), file)
    const titles = orders.flatMap(([, order]) => {
      if (order.kind === 'refused') throw new TypeError('A title was planned that does not stand.')
      const { parties, reducedOn } = order.value
      return parties === null && reducedOn === null ? [] : order.value
    })
    await bringTitles(draft.tx, clock, by, titles)
    written.push(...titles.map(({ right }) => right))
  }
  return written
}

/** The columns by which a ledger tells of owners and fees; without one of them no row does. */
const columns = ['titleShares', 'feeReduction', 'reducedUntil', 'reducedOn']

async function isTold({ tx, institution, id }: StagedDraft): Promise<boolean> {
  const row = await tx
    .selectFrom('importRow')
    .select('n')
    .where('institutionId', '=', institution)
    .where('importId', '=', id)
    .where(sql<boolean>`record ?| ${columns}::text[]`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Record = TitleColumns & ReductionColumns & { readonly filedOn?: string | null }
/** What a row would record, and what is odd about it although somebody accepted the row. */
type Order = Outcome<BroughtTitle & { readonly oddity?: Words }, { 'title-no': Words }>

/** What each row that tells of owners or fees would record, or why it cannot. */
async function ordersOf(
  { tx, institution }: StagedDraft,
  rows: readonly Staged[],
  today: string,
  file: string,
): Promise<readonly (readonly [Staged, Order])[]> {
  const telling = rows.filter(isTelling)
  if (telling.length === 0) return []
  const ids = telling.flatMap(({ recordId }) => recordId ?? [])
  const known = await titlesOf(tx, institution, ids)
  const house = await institutionName(tx, institution)
  return telling.map((row) => {
    const source = file === '' ? '' : `导入：${sourceOf(file, row)}`
    return [row, orderOf(row, known.get(row.recordId ?? ''), { house, today, source })] as const
  })
}

/** Whether a row says something of owners or fees that is not recorded so. */
function isTelling({ entry, state, changes, record }: Staged): boolean {
  if (entry.to !== 'right') return false
  const { titleHolders, reducedFrom } = entry.fields
  const isAny = titleHolders !== undefined || reducedFrom !== undefined
  if (state === 'new') return isAny || isReduced(record as Record) || yearsAstray(record as Record)
  if (isReduced(record as Record) && reducedFrom === undefined) return true
  return changes.some(({ field }) => field === 'titleHolders' || field === 'reducedFrom')
}

const no = (facts: Words): Order => ({ kind: 'refused', refusal: { code: 'title-no', facts } })

function orderOf(
  row: Staged,
  known: KnownTitle | undefined,
  { house, today, source }: { readonly house: string; readonly today: string; source: string },
): Order {
  const { entry, changes, newId, recordId = newId ?? '' } = row
  if (entry.to !== 'right') throw new TypeError('A right was asked for.')
  const record = row.record as Record
  const { titleHolders, reducedFrom, coOwners, kind, country } = entry.fields
  const isSaid = (field: string) =>
    row.state === 'new' || changes.some((one) => one.field === field)
  const basis = [record.reductionBasis, source].filter(Boolean).join('；').slice(0, 300)
  if (yearsAstray(record)) return no(yearsOfNobody)

  let parties: BroughtTitle['parties'] = null
  if (titleHolders && isSaid('titleHolders')) {
    const from = record.titleFrom ?? (known?.from ? today : (wholeDay(record.filedOn) ?? today))
    if (known?.from && from < known.from) return no(beforeKnown(known.from))
    const stands = partiesFrom(titleHolders, known?.parties ?? [], house)
    if (!stands) return no(licenseesBear)
    const wrong = againstNames(stands, house)
    if (wrong) return no(wrong)
    const decided = decideParties({ from, parties: stands }, today)
    if (decided.kind === 'refused') return no(saidBy(shareProblem(decided.refusal)))
    parties = { from, parties: stands }
  }

  // Of a reduction without a day the register says nothing, unless it knows one already.
  const isUndated = reducedFrom === undefined && !known?.reducedFrom
  const isNewReduction = isReduced(record) && (isSaid('reducedFrom') || isUndated)
  if (!isNewReduction) return accept({ right: recordId, parties, reducedOn: null, basis })
  if (country !== null) return no(abroad)
  if (!isReducible(kind)) return no(notReducible)
  if (known?.reducedFrom) return no(reducedAlready(known.reducedFrom))
  const ended = known?.reducedTo
  if (ended && (reducedFrom === undefined || reducedFrom <= ended)) return no(endedSince(ended))
  if (reducedFrom === undefined) return no(noDay)
  if (reducedFrom > today) return no(inFuture(today))
  const recorded = (known?.parties ?? []).filter(({ role }) => role !== 'licensee').length
  const owners = titleHolders?.length ?? (recorded > 0 ? recorded : 1 + coOwners.length)
  const odd = againstRate(record, reducedFrom as Day, owners)
  if (odd && !row.accepted) return no(askedToAccept(odd))
  const title = { right: recordId, parties, reducedOn: reducedFrom, basis }
  return accept({ ...title, ...(odd && { oddity: odd }) })
}

/**
 * The owners as the page of a right keeps them. Who bears the fees no ledger says: as before where the owners are the
 * same, else each by their share, as the page suggests; nothing where licensees bear a part.
 */
function partiesFrom(
  said: readonly SaidOwner[],
  known: readonly Party[],
  house: string,
): readonly Party[] | undefined {
  const before = (name: string) =>
    known.find((one) => (isOwn(name, house) ? one.role === 'own' : one.name === name))
  const owners = known.filter(({ role }) => role !== 'licensee')
  const isSame = said.length === owners.length && said.every(({ name }) => before(name))
  if (!isSame && owners.length < known.length) return undefined
  const parties = said.map(({ name, share, reducedUntil }): Party => {
    const own = isOwn(name, house)
    const stored = before(name)
    const years = reducedUntil === undefined ? (stored?.reducedUntil ?? null) : reducedUntil
    return {
      ...{ name: own ? house : name, role: own ? 'own' : 'owner', title: share },
      ...{ cost: isSame ? (stored?.cost ?? share) : share, reducedUntil: years },
    }
  })
  return isSame ? [...parties, ...known.filter(({ role }) => role === 'licensee')] : parties
}

function againstNames(parties: readonly Party[], house: string): Words | undefined {
  if (parties.length > mostParties || parties.some(({ name }) => name.length > longestName)) {
    return tooMany
  }
  return parties.some(({ role }) => role === 'own') ? undefined : withoutHouse(house)
}

/** A rate that is not the law's is a mistake more often than not: whoever means it accepts the row. */
function againstRate({ feeReduction }: Record, on: Day, owners: number): Words | undefined {
  if (typeof feeReduction !== 'number') return undefined
  const law = reductionOn(on, owners)
  const said = `${feeReduction / 100}%`
  if (!law || percent(law) === percent(parseRatio(said))) return undefined
  return {
    zh: `减缴比例 ${said} 与规定不符：${on} ${owners > 1 ? '多个权利人' : '一个权利人'}的减缴比例为 ${percent(law)}`,
    en: `the reduction is ${said}, but on ${on} the rule for ${owners > 1 ? 'several owners' : 'one owner'} is ${percent(law)}`,
  }
}

const yearsOfNobody: Words = {
  zh: '减缴截止年须与权利人对应：有共有人的请填“权属份额”，各方年份不同的写“甲医院2028、乙大学2027”',
  en: 'the years of reduction belong to owners: fill in the shares of the title where there are several, and name each with its year where they differ',
}

const licenseesBear: Words = {
  zh: '已登记的费用分担中有被许可人，权利人变更后由谁负担费用不能推定；请在权利页登记',
  en: 'licensees bear a part of the fees as recorded, so who bears them after a change of owners is not known; record it on the page of the right',
}

const tooMany: Words = {
  zh: `权利人不超过 ${mostParties} 个，名称不超过 ${longestName} 个字；请更正后再导入`,
  en: `a right has ${mostParties} owners at most, each with a name of up to ${longestName} characters; correct it first`,
}

const withoutHouse = (house: string): Words => ({
  zh: `权属份额中没有本单位；请写“${house}”或“本单位”及其份额`,
  en: `the shares do not name the institution; write "${house}" or 本单位 with its share`,
})

const beforeKnown = (from: string): Words => ({
  zh: `权属起始日早于已登记的 ${from}，写入后不会改变现状；请更正日期，或在权利页登记`,
  en: `the owners recorded now hold since ${from}, later than the day given, so nothing would change; correct the day, or record it on the page of the right`,
})

const abroad: Words = {
  zh: '费用减缴只适用于本国专利；国外权利请删去减缴各列',
  en: 'fees are reduced of patents of China only; empty the columns of reduction for a right abroad',
}

const notReducible: Words = {
  zh: '这类权利没有费用减缴；请核对专利类型，或删去减缴各列',
  en: 'fees of this kind of right are not reduced; check the kind, or empty the columns of reduction',
}

const reducedAlready = (from: string): Words => ({
  zh: `已登记自 ${from} 起减缴，与此行日期不同；有误的请先在时间线撤销原记录`,
  en: `a reduction since ${from} is recorded, which is another day; strike that event on the timeline first if it is wrong`,
})

const endedSince = (to: string): Words => ({
  zh: `登记的减缴已于 ${to} 终止，此行说的是那之前的减缴；之后重新备案的请写新的减缴备案日，没有的请删去减缴各列`,
  en: `the reduction on record ended on ${to}, and this row tells of one before that; give the day of the new one if there is one, or empty the columns of reduction`,
})

const noDay: Words = {
  zh: '没有减缴备案日，也没有到日的申请日，无法登记费用减缴；请补填其一',
  en: 'there is neither a day of the reduction nor a whole day of filing, so the reduction cannot be recorded; fill in one',
}

const inFuture = (today: string): Words => ({
  zh: `减缴备案日不得晚于今天（${today}）`,
  en: `the day of the reduction may not lie after today (${today})`,
})
