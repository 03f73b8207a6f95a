import type { InterestRecord, RecordMarks } from '@yizhuan/ledger'
import type { FieldKeys } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/database.ts'
import { bringDeclaration, declaredItems, interestProblem } from '../interests/index.ts'
import { personsByStaffNumber } from '../people/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import type { Candidate } from './plan.ts'
import { noteOrigins, type Staged, type StagedDraft, stagedRows } from './staged.queries.ts'
import { sourceOf } from './table-row.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import { type Done, idOf } from './write-people.ts'

// Declarations of interests that people signed on paper. The rows of one person and day are one declaration: it
// goes in whole or not at all, and is never changed. Names of relatives are sealed in the draft as in the register.

/** A tie as a ledger tells of it, without the relative through whom it is. */
export type TieFields = Omit<InterestRecord, keyof RecordMarks | 'tieHolder'>

export interface InterestEntry {
  readonly to: 'interest'
  /** By what it is known again but for the relative. */
  readonly number: string | null
  readonly fields: TieFields
  readonly holder: string | null
}

export function toInterest(record: InterestRecord): InterestEntry {
  const { staffNo, personName, declaredOn, tie, tieThrough } = record
  const { tieHolder: holder, tieEnterprise, tieUscc, tieDetail } = record
  const fields = {
    ...{ staffNo, personName, declaredOn, tie, tieThrough },
    ...{ tieEnterprise, tieUscc, tieDetail },
  }
  return { to: 'interest', number: keyOf(fields), fields, holder }
}

type Keyed = Pick<TieFields, 'staffNo' | 'declaredOn' | 'tie' | 'tieThrough' | 'tieEnterprise'>

function keyOf({ staffNo, declaredOn, tie, tieThrough, tieEnterprise }: Keyed): string | null {
  if (staffNo === null || declaredOn === null || tie === null) return null
  return [staffNo, declaredOn, tie, tieThrough ?? '', tieEnterprise ?? ''].join('|')
}

/** The key with the relative in it, who is named in no key. */
export function keyWithHolder(keys: FieldKeys, number: string, holder: string | null): string {
  return holder === null ? number : `${number}|${keys.blindIndex(holder, 'importHolder')}`
}

/** Which declaration a row is of. */
export const declarationOf = ({ staffNo, declaredOn }: TieFields) => `${staffNo}|${declaredOn}`

/** What the persons that rows name have declared, as rows would tell of it. */
export async function knownInterests(
  tx: Tx,
  keys: FieldKeys,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const numbers = candidates.flatMap(({ entry }) =>
    entry.to === 'interest' ? (entry.fields.staffNo ?? []) : [],
  )
  if (numbers.length === 0) return new Map()
  const persons = await personsByStaffNumber(tx, institution, [...new Set(numbers)])
  const byId = new Map(persons.map((person) => [person.id, person]))
  const items = await declaredItems(tx, keys, institution, [...byId.keys()])
  return new Map(
    items.flatMap(({ id, person, holder, ...told }) => {
      const { staffNumber: staffNo = null, name: personName = null } = byId.get(person) ?? {}
      const { declaredOn, tie, through, enterprise, uscc, detail } = told
      const fields: TieFields = {
        ...{ staffNo, personName, declaredOn, tie, tieThrough: through },
        ...{ tieEnterprise: enterprise, tieUscc: uscc, tieDetail: detail },
      }
      const key = keyIn('interest', keyWithHolder(keys, keyOf(fields) ?? '', holder))
      return [[key, { id, fields: { ...fields } }] as const]
    }),
  )
}

/** Enters the declarations of a draft, each with all its rows and told in the chain of its person. */
export async function writeInterests(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { tx, keys, institution, id } = draft
  const { clock, by, file, onRows } = outlay
  const groups = new Map<string, Staged[]>()
  for await (const rows of stagedRows(draft, { register: 'interest', states: ['new'] })) {
    for (const row of rows) {
      if (row.entry.to !== 'interest') continue
      const of = declarationOf(row.entry.fields)
      groups.set(of, [...(groups.get(of) ?? []), row])
    }
  }
  let entered = 0
  for (const rows of groups.values()) {
    const [first] = rows
    if (first?.entry.to !== 'interest') continue
    const { staffNo, declaredOn } = first.entry.fields
    const persons = await personsByStaffNumber(tx, institution, [staffNo ?? ''])
    const ids = new Map(persons.map((person) => [person.staffNumber ?? '', person.id]))
    const outcome = await bringDeclaration(tx, { clock, keys }, by, {
      ...{ id: first.newId ?? '', person: idOf(ids, staffNo ?? ''), declaredOn: declaredOn ?? '' },
      ...{ items: rows.flatMap(itemOf), source: sourceOf(file, first) },
    })
    takenIn(outcome, interestProblem, first)
    await noteOrigins(tx, institution, id, 'interest', rows)
    entered += rows.length
    onRows('interest', rows.length)
  }
  return { entered, amended: 0 }
}

function itemOf({ entry }: Staged) {
  if (entry.to !== 'interest' || entry.fields.tie === 'none') return []
  const { tie, tieThrough, tieEnterprise, tieUscc, tieDetail } = entry.fields
  return [
    {
      ...{ tie: tie ?? '', through: tieThrough ?? '', holder: entry.holder },
      ...{ enterprise: tieEnterprise ?? '', uscc: tieUscc, detail: tieDetail },
    },
  ]
}

/** What a tie always has, with the words for one without it. */
export function missingInInterest({
  fields,
  holder,
}: InterestEntry): readonly [zh: string, en: string] | undefined {
  const { staffNo, declaredOn, tie, tieThrough, tieEnterprise } = fields
  if (!staffNo) return ['工号', 'staff number']
  if (!declaredOn) return ['申报日期（须到日）', 'day of the declaration, given to the day']
  if (!tie)
    return ['关联类型（没有关联的写“无关联”）', 'kind of tie ("无关联" where there is none)']
  if (tie === 'none') return undefined
  if (!tieThrough) return ['关系人', 'relation (oneself, or which relative)']
  if (!tieEnterprise) return ['企业名称', 'enterprise']
  return tieThrough !== 'self' && holder === null ? ['亲属姓名', 'name of the relative'] : undefined
}
