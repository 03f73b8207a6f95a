import {
  type ActRule,
  type ActsState,
  type CaseState,
  empoweredBy,
  type Grant,
  grantOf,
  procedureOf,
  replay,
  transferCase,
  wrongBeside,
} from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { grantsBesideContract, grantsByLedger } from '../contracts/index.ts'
import { entriesOf } from './case.queries.ts'
import { type Entry, toEntries } from './procedure.ts'

type Data = Readonly<Record<string, unknown>>

/**
 * The data of an act that grants, with what other cases and contracts of the institution grant of the
 * same achievement on its day. It goes into the act, so that the record shows against what it was held.
 */
export async function withGrants(
  tx: Tx,
  institution: string,
  rule: ActRule | undefined,
  { id, achievement }: { readonly id: string; readonly achievement: unknown },
  data: Data,
): Promise<Data> {
  if (rule?.data.shape['otherGrants'] === undefined) return data
  // Only the register fills it in.
  const { otherGrants: _typed, ...told } = data
  if (typeof achievement !== 'string') return told
  const grants = await grantsOf(tx, institution, achievement, id)
  return grants.length === 0 ? told : { ...told, otherGrants: grants }
}

/** What cases and contracts from a ledger grant of an achievement, as their records stand. */
export async function grantsOf(
  tx: Tx,
  institution: string,
  achievement: string,
  except?: string,
): Promise<readonly Grant[]> {
  const [ofCases, ofLedger] = await Promise.all([
    grantsByCases(tx, institution, achievement, except),
    grantsByLedger(tx, institution, achievement),
  ])
  return [...ofCases, ...ofLedger]
}

/** A grant that a contract of the register contradicts, and of which achievement. */
export interface GrantConflict extends Grant {
  readonly achievement: string
}

/** What contradicts a contract without a case as of a day: grants of cases, and of other contracts. */
export async function conflictsOf(
  tx: Tx,
  institution: string,
  { id, achievements }: { readonly id: string; readonly achievements: readonly { id: string }[] },
  today: string,
): Promise<readonly GrantConflict[]> {
  const found: GrantConflict[] = []
  for (const { id: achievement } of achievements) {
    const { own, others } = await grantsBesideContract(tx, institution, {
      contract: id,
      achievement,
    })
    if (!own || (own.until !== undefined && own.until < today)) continue
    const beside = [...(await grantsByCases(tx, institution, achievement, undefined)), ...others]
    const mine = { ...own, counterparty: own.to }
    found.push(
      ...beside
        .filter((one) => wrongBeside(mine, [one], today, undefined) !== undefined)
        .map((one) => ({ ...one, achievement })),
    )
  }
  return found
}

const empowerments = ['empowerment_ownership', 'empowerment_use']

async function grantsByCases(
  tx: Tx,
  institution: string,
  achievement: string,
  except: string | undefined,
): Promise<readonly Grant[]> {
  let query = tx
    .selectFrom('transferCase')
    .select(['id', 'number'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', achievement)
    .where('procedure', 'in', [transferCase.id, ...empowerments])
  if (except !== undefined) query = query.where('id', '!=', except)
  const others = await query.orderBy('number').execute()
  const found: Grant[] = []
  for (const { id, number } of others) {
    const entries = toEntries(await entriesOf(tx, institution, id))
    const grant = grantIn(entries)
    if (grant) found.push({ by: number, ...grant })
  }
  return found
}

function grantIn(entries: readonly Entry[]): Omit<Grant, 'by'> | undefined {
  const procedure = procedureOf(entries)
  const state = replay(procedure, entries)
  return procedure.id === transferCase.id
    ? grantOf(state as CaseState)
    : empoweredBy(state as ActsState)
}
