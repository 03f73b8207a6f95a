import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { Tx } from '../../platform/database.ts'
import { isFoundBy } from '../../platform/found-by.ts'
import { newId } from '../../platform/ids.ts'
import { institutionLists } from '../../platform/institution-lists.ts'
import {
  type Author,
  amendRecord,
  enterRecords,
  type Given,
  recordOf,
} from '../../platform/register.ts'
import type { CarrierFilterWire, CarrierWire } from './carrier.wire.ts'
import { carrierRegister } from './institution.table.ts'

type CarrierFields = Omit<CarrierWire, 'id'>

/** Why a carrier is not written. */
export interface CarrierRefusals {
  'no-such-carrier': Record<string, never>
  'kind-unknown': { readonly kinds: string }
  'name-taken': { readonly name: string }
  'ends-before-it-begins': { readonly from: string }
}

/** What a row of a ledger knows beforehand: the id its record gets, and where the row stands. */
interface Brought {
  readonly id?: string | undefined
  readonly source?: string
}

/** Every carrier of an institution, or those that a filter finds, the newest first. */
export function carriersOf(
  tx: Tx,
  institution: string,
  { q, kind, running }: CarrierFilterWire = {},
  today = '',
): Promise<CarrierWire[]> {
  let query = tx
    .selectFrom('carrier')
    .select(['id', 'kind', 'name', 'place', 'partner', 'fromDay', 'toDay', 'remark'])
    .where('institutionId', '=', institution)
  if (q !== undefined) query = query.where(isFoundBy('carrier.id', institution, 'carrier', q))
  if (kind !== undefined) query = query.where('kind', '=', kind)
  // It is no longer from its last day on.
  const isOver = sql<boolean>`coalesce(to_day <= ${today}, false)`
  if (running !== undefined)
    query = query.where(running === 'yes' ? sql<boolean>`not ${isOver}` : isOver)
  return query.orderBy('fromDay', 'desc').orderBy('name').execute()
}

/** Enters a place through which achievements are taken further. */
export async function enterCarrier(
  tx: Tx,
  clock: Clock,
  by: Author,
  given: Given<CarrierFields> & Pick<CarrierFields, 'kind' | 'name' | 'fromDay'>,
  { id = newId(), source }: Brought = {},
): Promise<Outcome<{ id: string }, CarrierRefusals>> {
  const no = against(await carriersOf(tx, by.institution), given)
  if (no) return no

  // From here on the carrier is entered.
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const blank = { place: null, partner: null, toDay: null, remark: null }
  const fields = { ...blank, ...Object.fromEntries(told) }
  await enterRecords(tx, carrierRegister, by, clock.now(), [
    { id, fields, ...(source && { beside: { source } }) },
  ])
  return accept({ id })
}

/** Changes what is told of a carrier, or ends it. */
export async function amendCarrier(
  tx: Tx,
  clock: Clock,
  by: Author,
  id: string,
  given: Given<CarrierFields>,
  why: { readonly reason: string; readonly expectedSeq?: number | undefined },
): Promise<Outcome<{ seq: number }, CarrierRefusals>> {
  const before = await recordOf(tx, carrierRegister, by.institution, id)
  if (!before) return refuse('no-such-carrier', {})
  const told = Object.entries(given).filter(([, value]) => value !== undefined)
  const all = { ...before, ...Object.fromEntries(told) }
  const no = against(await carriersOf(tx, by.institution), all, id)
  if (no) return no
  const amended = await amendRecord(tx, carrierRegister, clock, by, id, { fields: given, ...why })
  return amended ? accept(amended) : refuse('no-such-carrier', {})
}

function against(
  known: readonly CarrierWire[],
  { kind, name, fromDay = '', toDay }: Given<CarrierFields>,
  id?: string,
) {
  const kinds = Object.keys(institutionLists().carriers.kinds)
  if (kind !== undefined && !kinds.includes(kind)) {
    return refuse('kind-unknown', { kinds: kinds.join('、') })
  }
  if (name !== undefined && known.some((one) => one.name === name && one.id !== id)) {
    return refuse('name-taken', { name })
  }
  if (toDay && toDay <= fromDay) return refuse('ends-before-it-begins', { from: fromDay })
  return undefined
}
