import type { CarrierRecord, RecordMarks } from '@yizhuan/ledger'
import type { Tx } from '../../platform/database.ts'
import { amendCarrier, carrierProblem, carriersOf, enterCarrier } from '../institutions/index.ts'
import { type KnownPeople, keyIn } from './known-people.ts'
import { writeEach } from './one-by-one.ts'
import type { Candidate } from './plan.ts'
import type { StagedDraft } from './staged.queries.ts'
import { takenIn } from './taken-in.ts'
import type { Outlay } from './write.ts'
import { changedIn, type Done } from './write-people.ts'

// Centres, incubators and bases. A carrier has no number: its name is its own in a house.

/** A carrier as a ledger tells of it. */
export type CarrierFields = Omit<CarrierRecord, keyof RecordMarks>

export interface CarrierEntry {
  readonly to: 'carrier'
  readonly number: string | null
  readonly fields: CarrierFields
}

export function toCarrier(record: CarrierRecord): CarrierEntry {
  const { carrierKind, carrierName, carrierPlace, carrierPartner, carrierFrom, carrierTo } = record
  const fields = {
    ...{ carrierKind, carrierName, carrierPlace, carrierPartner },
    ...{ carrierFrom, carrierTo, remark: record.remark },
  }
  return { to: 'carrier', number: carrierName, fields }
}

/** The carriers there are, by their names. */
export async function knownCarriers(
  tx: Tx,
  institution: string,
  candidates: readonly Candidate[],
): Promise<KnownPeople> {
  if (!candidates.some(({ entry }) => entry.to === 'carrier')) return new Map()
  return new Map(
    (await carriersOf(tx, institution)).map(({ id, kind, name, place, partner, ...more }) => [
      keyIn('carrier', name),
      {
        id,
        fields: {
          ...{ carrierKind: kind, carrierName: name, carrierPlace: place, remark: more.remark },
          ...{ carrierPartner: partner, carrierFrom: more.fromDay, carrierTo: more.toDay },
        },
      },
    ]),
  )
}

/** Writes the carriers of a draft, each as if somebody had entered or amended it. */
export function writeCarriers(draft: StagedDraft, outlay: Outlay): Promise<Done> {
  const { clock, by } = outlay
  return writeEach(draft, outlay, 'carrier', async (row, source) => {
    if (row.entry.to !== 'carrier') return
    const outcome =
      row.state === 'new'
        ? await enterCarrier(draft.tx, clock, by, newCarrier(row.entry.fields), {
            ...{ id: row.newId, source },
          })
        : await amendCarrier(draft.tx, clock, by, row.recordId ?? '', told(changedIn(row)), {
            reason: `导入：${source}`,
          })
    takenIn(outcome, carrierProblem, row)
  })
}

function newCarrier(fields: CarrierFields) {
  const { carrierKind, carrierName, carrierFrom } = fields
  return {
    ...{ kind: carrierKind ?? '', name: carrierName ?? '', fromDay: carrierFrom ?? '' },
    ...{ place: fields.carrierPlace, partner: fields.carrierPartner },
    ...{ toDay: fields.carrierTo, remark: fields.remark },
  }
}

/** What a row says otherwise, in the names of the register; a blank cell says nothing. */
function told(given: Partial<CarrierFields>) {
  return {
    ...(given.carrierKind && { kind: given.carrierKind }),
    ...(given.carrierPlace && { place: given.carrierPlace }),
    ...(given.carrierPartner && { partner: given.carrierPartner }),
    ...(given.carrierFrom && { fromDay: given.carrierFrom }),
    ...(given.carrierTo && { toDay: given.carrierTo }),
    ...(given.remark && { remark: given.remark }),
  }
}

/** What a carrier always has, with the words for one without it. */
export function missingInCarrier({
  fields,
}: CarrierEntry): readonly [zh: string, en: string] | undefined {
  if (!fields.carrierName) return ['载体名称', 'name']
  if (!fields.carrierKind) return ['载体类别', 'kind']
  return fields.carrierFrom ? undefined : ['设立日期（须到日）', 'first day, given to the day']
}
