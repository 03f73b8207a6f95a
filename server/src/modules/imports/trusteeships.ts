import type { RecordMarks, TrusteeshipRecord } from '@yizhuan/ledger'
import type { Tx } from '../../platform/database.ts'
import { trusteeshipsByNumber } from '../trusteeships/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import type { Candidate } from './plan.ts'

// Agreements of trusteeship. What is held in trust is registered before: it is named by its number.

/** An agreement as a ledger tells of it. */
export interface TrustFields extends Omit<TrusteeshipRecord, keyof RecordMarks | 'trustFeeFen'> {
  readonly trustFeeFen: string | null
}

export interface TrustEntry {
  readonly to: 'trusteeship'
  readonly number: string | null
  readonly fields: TrustFields
}

export function toTrusteeship(record: TrusteeshipRecord): TrustEntry {
  const { trustNumber, trustTitle, trustee, trusteeUscc, trusteeKind } = record
  const { trustOwners, trustOperators, trustIncome, trustPayer, trustFrom, trustTo } = record
  const { trustDuties, trustFeeWords, trustApprover, trustApprovedOn, trustDespite } = record
  const fields = {
    ...{ trustNumber, trustTitle, trustee, trusteeUscc, trusteeKind },
    trustAchievements: [...new Set(record.trustAchievements)].sort(),
    trustRights: [...new Set(record.trustRights)].sort(),
    ...{ trustOwners, trustOperators, trustIncome, trustPayer, trustFrom, trustTo, trustDuties },
    trustFeeFen: record.trustFeeFen === null ? null : String(record.trustFeeFen),
    ...{ trustFeeWords, trustApprover, trustApprovedOn, trustDespite, remark: record.remark },
  }
  return { to: 'trusteeship', number: trustNumber, fields }
}

/** The agreements there are under the numbers that rows bear, as such rows would tell of them. */
export async function knownTrusteeships(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  const numbers = candidates.flatMap(({ entry }) =>
    entry.to === 'trusteeship' ? (entry.number ?? []) : [],
  )
  if (numbers.length === 0) return new Map()
  const stored = await trusteeshipsByNumber(tx, institution, [...new Set(numbers)])
  return new Map(
    stored.map((one) => {
      const subjects = (kind: string) =>
        [
          ...new Set(
            one.subjects.flatMap((each) => (each.kind === kind ? (each.number ?? []) : [])),
          ),
        ]
          // The parts of one patent in several countries have one number among them.
          .sort()
      const holders = (power: string) =>
        one.parties.flatMap((each) => (each.power === power ? each.name : []))
      const fields: TrustFields = {
        ...{ trustNumber: one.number, trustTitle: one.title, trustee: one.trustee },
        ...{ trusteeUscc: one.trusteeUscc, trusteeKind: one.trusteeKind },
        ...{ trustAchievements: subjects('achievement'), trustRights: subjects('right') },
        ...{ trustOwners: holders('ownership'), trustOperators: holders('operation') },
        trustIncome: one.parties.flatMap(({ power, name, share }) =>
          power === 'income' ? { name, share: share ?? '' } : [],
        ),
        ...{ trustPayer: one.payer, trustFrom: one.fromDay, trustTo: one.toDay },
        ...{ trustDuties: one.duties, trustFeeFen: one.feeFen, trustFeeWords: one.feeWords },
        ...{ trustApprover: one.approvedBy, trustApprovedOn: one.approvedOn },
        ...{ trustDespite: one.despite, remark: one.remark },
      }
      return [keyIn('trusteeship', one.number), { id: one.id, fields: { ...fields } }] as const
    }),
  )
}

/** What an agreement always has, with the words for one without it. */
export function missingInTrusteeship({
  fields,
}: TrustEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.trustNumber) return ['托管编号', 'number']
  if (!fields.trustTitle) return ['托管名称', 'title']
  if (!fields.trustee) return ['受托方', 'trustee']
  if (!fields.trusteeKind) return ['受托方类别', 'kind of trustee']
  if (!fields.trustFrom) return ['托管开始日期（须到日）', 'first day, given to the day']
  if (!fields.trustDuties) return ['托管职责', 'duties']
  if (fields.trustAchievements.length + fields.trustRights.length === 0) {
    return ['托管的成果编号或专利号', 'number of an achievement or a patent']
  }
  if (fields.trustOwners.length === 0) return ['所有权方', 'owner']
  if (fields.trustOperators.length === 0) return ['运营权方', 'operator']
  return fields.trustIncome.length > 0 ? undefined : ['收益权方及份额', 'holder of the income']
}
