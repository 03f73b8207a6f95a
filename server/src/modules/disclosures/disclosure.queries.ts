import { dayInChina } from '@yizhuan/kit'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import type { AuditBody } from '../../platform/evidence.ts'
import type { HistoryWire } from '../../platform/history.schema.ts'
import { historyOf } from '../../platform/history.ts'
import { chainOf } from '../../platform/register.ts'
import { achievementOf, achievementRegister, office } from '../achievements/index.ts'
import '../cases/index.ts'
import '../people/index.ts'
import { statusOn } from '../rights/index.ts'
import './confirmation.table.ts'
import {
  type FormerDispute,
  formerDisputes,
  type HandedIn,
  type InventorStanding,
  standingOf,
} from './confirmation.ts'

/** An achievement with its history and how its inventors stand. */
export interface Disclosure {
  readonly one: NonNullable<Awaited<ReturnType<typeof achievementOf>>>
  readonly history: HistoryWire
  readonly inventors: readonly InventorStanding[]
  readonly formerDisputes: readonly FormerDispute[]
}

/** A disclosure on a moment, or undefined where the institution has no such record. */
export async function disclosureOf(
  tx: Tx,
  institution: string,
  id: string,
  now: Date,
): Promise<Disclosure | undefined> {
  const [one, history, asked] = await Promise.all([
    achievementOf(tx, institution, id),
    historyOf(tx, { institution, name: chainOf(achievementRegister, id) }),
    askedOf(tx, institution, id),
  ])
  if (!one) return undefined
  const handedIn = await handedInBy(tx, institution, id, history)
  return {
    one,
    history,
    inventors: standingOf(one.inventors, asked, handedIn, now),
    formerDisputes: formerDisputes(one.inventors, asked),
  }
}

/** Everybody who was asked about an achievement, in the order of asking. */
export function askedOf(tx: Tx, institution: string, achievement: string) {
  return tx
    .selectFrom('inventorConfirmation')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .orderBy('askedAt')
    .orderBy('id')
    .execute()
}

/** Who handed in last, as long as nobody has changed the team since. */
async function handedInBy(
  tx: Tx,
  institution: string,
  id: string,
  { items }: HistoryWire,
): Promise<HandedIn | undefined> {
  const last = items.findLast(({ action }) => handsIn.has(action))
  const team = items.findLast(({ changes }) => changes.some(({ field }) => field === 'inventors'))
  if (!last || !team || team.seq > last.seq) return undefined
  const row = await tx
    .selectFrom('auditEntry')
    .select('entry')
    .where('institutionId', '=', institution)
    .where('chain', '=', chainOf(achievementRegister, id))
    .where('seq', '=', last.seq)
    .executeTakeFirstOrThrow()
  const { person } = (row.entry as unknown as AuditBody).by // What recordChange wrote.
  const [account, entered] = await Promise.all([
    tx
      .selectFrom('account')
      .select('roles')
      .where('institutionId', '=', institution)
      .where('personId', '=', person)
      .execute(),
    tx
      .selectFrom('person')
      .select('staffNumber')
      .where('institutionId', '=', institution)
      .where('id', '=', person)
      .executeTakeFirst(),
  ])
  const isOffice = account.some(({ roles }) => office.some((role) => roles.includes(role)))
  return {
    person,
    name: last.by,
    staffNo: entered?.staffNumber ?? null,
    isOffice,
    at: new Date(last.at),
  }
}

const handsIn: ReadonlySet<string> = new Set(['achievement.disclosed', 'achievement.submitted'])

/** The day of the last entry that changed a field. */
export function changedOn({ items }: HistoryWire, field: string): string | null {
  const entry = items.findLast(({ changes }) => changes.some((change) => change.field === field))
  return entry ? dayInChina(entry.at) : null
}

/** The cases about some achievements, newest first. */
export function casesAbout(tx: Tx, institution: string, ids: readonly string[]) {
  return tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'title', 'procedure', 'stage', 'status', 'openedOn'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('number', 'desc')
    .execute()
}

/** The numbers of the cases about an achievement that were opened after a moment. */
export async function casesOpenedSince(tx: Tx, institution: string, id: string, since: Date) {
  const rows = await tx
    .selectFrom('transferCase')
    .innerJoin('act', (join) =>
      join
        .onRef('act.institutionId', '=', 'transferCase.institutionId')
        .onRef('act.caseId', '=', 'transferCase.id')
        .on('act.seq', '=', 1),
    )
    .select('transferCase.number')
    .where('transferCase.institutionId', '=', institution)
    .where('transferCase.achievementId', '=', id)
    .where('act.at', '>', since)
    .orderBy('transferCase.number')
    .execute()
  return rows.map(({ number }) => number)
}

/** How far the rights in some achievements are. */
export function rightsIn(tx: Tx, institution: string, ids: readonly string[], today: string) {
  return tx
    .selectFrom('ipRight')
    .select([statusOn(today).as('status'), 'filedOn', 'grantedOn'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}
