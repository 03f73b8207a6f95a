import type { Outcome, Words } from '@yizhuan/kit'
import type { RecordMarks, SpinOffRecord } from '@yizhuan/ledger'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { achievementsByNumber } from '../achievements/index.ts'
import { contractsByNumber } from '../contracts/index.ts'
import {
  amendSpinOff,
  checkedSpinOff,
  enterSpinOff,
  holdingsByNumber,
  type SpinOffFields,
  spinOffProblem,
  spinOffsByName,
} from '../holdings/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import { type Settling, saidBy, settleEach, writeEach } from './one-by-one.ts'
import type { Candidate } from './plan.ts'
import type { Staged, StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import type { Done } from './write-people.ts'

// Companies founded on achievements. A company has no number of the house: its name is its own. What it rests on
// and the holding of the house in it are registered before, and named by their numbers.

/** A company as a ledger tells of it. */
export interface CompanyFields
  extends Omit<SpinOffRecord, keyof RecordMarks | 'companyCapitalFen'> {
  readonly companyCapitalFen: string | null
}

export interface SpinOffEntry {
  readonly to: 'spin-off'
  readonly number: string | null
  readonly fields: CompanyFields
}

export function toSpinOff(record: SpinOffRecord): SpinOffEntry {
  const { companyName, companyUscc, companyState, companySince, companyFounded } = record
  const { companyBusiness, companyHolding, companyPeople, remark } = record
  const capital = record.companyCapitalFen
  const fields = {
    ...{ companyName, companyUscc, companyState, companySince, companyFounded, companyBusiness },
    ...{ companyCapitalFen: capital === null ? null : String(capital), companyHolding },
    companyAchievements: [...new Set(record.companyAchievements)].sort(),
    companyContracts: [...new Set(record.companyContracts)].sort(),
    ...{ companyPeople, remark },
  }
  return { to: 'spin-off', number: companyName, fields }
}

type Stored = Awaited<ReturnType<typeof spinOffsByName>>[number]

/** The companies there are under the names that rows bear, as such rows would tell of them. */
export async function knownSpinOffs(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const names = candidates.flatMap(({ entry }) =>
    entry.to === 'spin-off' ? (entry.number ?? []) : [],
  )
  const stored = await spinOffsByName(tx, institution, [...new Set(names)])
  return new Map(
    stored.map((one) => [keyIn('spin-off', one.name), { id: one.id, fields: toldOf(one) }]),
  )
}

function toldOf(one: Stored): Readonly<Record<string, unknown>> {
  const numbers = (kind: string) =>
    one.links.flatMap((each) => (each.kind === kind ? (each.number ?? []) : [])).sort()
  const fields: CompanyFields = {
    ...{ companyName: one.name, companyUscc: one.uscc, companyState: one.state },
    ...{ companySince: one.stateSince, companyFounded: one.foundedOn },
    ...{ companyBusiness: one.business, companyCapitalFen: one.capitalFen },
    ...{ companyHolding: one.heldNumber, remark: one.remark },
    ...{ companyAchievements: numbers('achievement'), companyContracts: numbers('contract') },
    companyPeople: one.people.map(({ name, role, way, fromDay, toDay }) => ({
      ...{ name, role, way, fromDay, toDay },
    })),
  }
  return { ...fields }
}

/** Keeps companies out that their register would refuse, or that name what is not there. */
export const settleSpinOffs: Settling = (draft, clock) =>
  settleEach(draft, 'spinOffs', 'spin-off', (row) => againstRow(draft, clock, row))

async function againstRow(
  draft: StagedDraft,
  clock: Clock,
  row: Staged,
): Promise<Words | undefined> {
  const { tx, institution } = draft
  const whole = await wholeOf(draft, row)
  if (whole.kind === 'refused') {
    const { name } = whole.refusal.facts
    return {
      zh: `“${name}”不在成果、合同或单列清单登记中；请先登记，再导入企业`,
      en: `"${name}" is no registered achievement, contract or holding; enter it first, then import the company`,
    }
  }
  const { told, stored } = whole.value
  const standing = stored && { id: stored.id, links: stored.links }
  const checked = await checkedSpinOff(tx, clock, institution, told, standing)
  return checked.kind === 'refused' ? saidBy(spinOffProblem(checked.refusal)) : undefined
}

/** Writes the companies of a draft, each as if somebody had entered or amended it. */
export function writeSpinOffs(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'spin-off', async (row, source) => {
    const whole = await wholeOf(draft, row)
    if (whole.kind === 'refused') throw new TypeError('A company was planned that names nothing.')
    const { told } = whole.value
    const outcome =
      row.state === 'new'
        ? await enterSpinOff(draft.tx, clock, by, told, { id: row.newId, source })
        : await amendSpinOff(draft.tx, clock, by, row.recordId ?? '', {
            ...{ ...told, reason: `导入：${source}` },
          })
    takenIn(outcome, spinOffProblem, row)
  })
}

/** What becomes of a company by a row: what the row leaves open stays as it is. */
interface Whole {
  readonly told: Mutable<SpinOffFields>
  readonly stored: Stored | undefined
}

async function wholeOf(
  { tx, institution }: StagedDraft,
  { entry }: Staged,
): Promise<Outcome<Whole, { 'no-such-number': { readonly name: string } }>> {
  if (entry.to !== 'spin-off') throw new TypeError('A company was asked for.')
  const { fields } = entry
  const achievements = await achievementsByNumber(tx, institution, fields.companyAchievements)
  const contracts = await contractsByNumber(tx, institution, fields.companyContracts)
  const held = fields.companyHolding === null ? [] : [fields.companyHolding]
  const holdings = await holdingsByNumber(tx, institution, held)
  const there = new Set([...achievements, ...contracts, ...holdings].map(({ number }) => number))
  const named = [...fields.companyAchievements, ...fields.companyContracts, ...held]
  const lost = named.find((number) => !there.has(number))
  if (lost !== undefined) {
    return { kind: 'refused', refusal: { code: 'no-such-number', facts: { name: lost } } }
  }
  const [stored] = await spinOffsByName(tx, institution, [fields.companyName ?? ''])
  const links = (kind: 'achievement' | 'contract', found: readonly { readonly id: string }[]) =>
    found.length > 0
      ? found.map(({ id }) => ({ kind, id }))
      : linksOf(stored).filter((one) => one.kind === kind)
  const told = {
    ...{ name: fields.companyName ?? '', uscc: fields.companyUscc ?? stored?.uscc ?? null },
    ...{ state: fields.companyState ?? '', stateSince: fields.companySince ?? '' },
    foundedOn: fields.companyFounded ?? stored?.foundedOn ?? null,
    business: fields.companyBusiness ?? '',
    capitalFen: fields.companyCapitalFen ?? stored?.capitalFen ?? null,
    holdingId: holdings[0]?.id ?? stored?.holdingId ?? null,
    links: [
      ...links('achievement', achievements),
      ...linksOf(stored).filter(({ kind }) => kind === 'case'),
      ...links('contract', contracts),
    ],
    people: peopleOf(fields, stored),
    files: [...(stored?.files ?? [])],
    remark: fields.remark ?? stored?.remark ?? null,
  }
  return { kind: 'accepted', value: { told, stored } }
}

const linksOf = (stored: Stored | undefined) =>
  (stored?.links ?? []).map(({ kind, id }) => ({ kind, id }))

/** A ledger says nothing of who approved a post: what is known of one stays. */
function peopleOf({ companyPeople }: CompanyFields, stored: Stored | undefined) {
  if (companyPeople.length === 0) return (stored?.people ?? []).map((one) => ({ ...one }))
  return companyPeople.map((member) => {
    const { name, role, fromDay } = member
    const known = stored?.people.find(
      (one) => one.name === name && one.role === role && one.fromDay === fromDay,
    )
    const { approvedBy = null, approvedOn = null } = known ?? {}
    return { ...member, approvedBy, approvedOn }
  })
}

type Mutable<Fields> = {
  -readonly [Field in keyof Fields]: Fields[Field] extends readonly (infer One)[]
    ? One[]
    : Fields[Field]
}

/** What a company always has, with the words for one without it. */
export function missingInSpinOff({
  fields,
}: SpinOffEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.companyName) return ['企业名称', 'name']
  if (!fields.companyState) return ['企业状态', 'state']
  if (!fields.companySince) return ['状态起始日（须到日）', 'first day of its state, to the day']
  return fields.companyBusiness ? undefined : ['主营业务', 'business']
}
