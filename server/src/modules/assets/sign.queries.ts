import { procedureById, signIn } from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { actsOfProcedure } from '../cases/index.ts'
import '../contracts/index.ts'
import '../rights/index.ts'
import { assetLists } from '../policies/index.ts'
import {
  type AssetSign,
  type KnownContract,
  type KnownDeal,
  type KnownRight,
  signsOfContract,
  signsOfDeal,
  signsOfRight,
} from './asset.ts'

type Of<Row> = Row & { readonly achievementId: string }

/** What the registers and cases show of achievements, by achievement; of all where none is named. */
export async function signsOf(
  tx: Tx,
  institution: string,
  achievements?: readonly string[],
): Promise<ReadonlyMap<string, readonly AssetSign[]>> {
  const kinds = assetLists().rights.flatMap((list) => list.kinds)
  const [rights, contracts, deals, acts] = await Promise.all([
    rightsOf(tx, institution, achievements),
    contractsOf(tx, institution, achievements),
    dealsOf(tx, institution, achievements),
    actsOfProcedure(tx, institution, 'asset_ledger', achievements),
  ])
  const found = new Map<string, AssetSign[]>()
  const add = (achievement: string, signs: readonly AssetSign[]) => {
    const known = found.get(achievement)
    if (known) known.push(...signs)
    else found.set(achievement, [...signs])
  }
  for (const right of rights) add(right.achievementId, signsOfRight(right, kinds))
  for (const contract of contracts) add(contract.achievementId, signsOfContract(contract))
  for (const deal of deals) add(deal.achievementId, signsOfDeal(deal))
  for (const { achievementId, caseId, number, title, seq, type, onDay, data } of acts) {
    const told = signIn({ type, data })
    const source = {
      ...{ register: 'case' as const, id: caseId, number, title, act: type, seq, isDayKnown: true },
    }
    if (told) add(achievementId, [{ ...told, on: onDay, source }])
  }
  return found
}

/** The case of the ledger of an achievement that says when its research began, and from which money. */
export async function ledgerCasesOf(tx: Tx, institution: string, achievement: string) {
  const acts = await actsOfProcedure(tx, institution, 'asset_ledger', [achievement])
  const opening = procedureById('asset_ledger')?.opening
  return acts.filter(({ type }) => type === opening)
}

const among = (column: string, ids: readonly string[] | undefined) =>
  ids === undefined
    ? sql<boolean>`${sql.ref(column)} is not null`
    : sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

function rightsOf(tx: Tx, institution: string, achievements: readonly string[] | undefined) {
  return tx
    .selectFrom('ipRight')
    .leftJoin('rightDocket', (join) =>
      join
        .onRef('rightDocket.institutionId', '=', 'ipRight.institutionId')
        .onRef('rightDocket.rightId', '=', 'ipRight.id'),
    )
    .select(['ipRight.id', 'kind', 'number', 'title', 'status', 'grantedOn', 'validTo'])
    .select(['achievementId', sql<string | null>`right_docket.ends_on::text`.as('endsOn')])
    .select(
      // A right that went to another is not lost to the docket: its event tells the day.
      sql<string | null>`coalesce(right_docket.lost_on::text, (
        select max(event.on_day)::text from right_event event
        where event.institution_id = ip_right.institution_id and event.right_id = ip_right.id
          and event.kind = 'transferred' and not exists (
            select from right_event struck where struck.institution_id = event.institution_id
              and struck.strikes = event.id)))`.as('lostOn'),
    )
    .where('ipRight.institutionId', '=', institution)
    .where(among('ipRight.achievementId', achievements))
    .orderBy('grantedOn')
    .orderBy('ipRight.id')
    .execute() as Promise<Of<KnownRight>[]>
}

function contractsOf(tx: Tx, institution: string, achievements: readonly string[] | undefined) {
  return tx
    .selectFrom('contractAchievement')
    .innerJoin('contract', (join) =>
      join
        .onRef('contract.institutionId', '=', 'contractAchievement.institutionId')
        .onRef('contract.id', '=', 'contractAchievement.contractId'),
    )
    .select(['contract.id', 'number', 'title', 'signedOn', 'status', 'terminatedOn'])
    .select('contractAchievement.achievementId')
    .where('contractAchievement.institutionId', '=', institution)
    .where('contract.institutionId', '=', institution)
    .where('contract.kind', '=', 'transfer')
    .where(among('contractAchievement.achievementId', achievements))
    .orderBy('signedOn')
    .orderBy('contract.id')
    .execute() as Promise<Of<KnownContract>[]>
}

function dealsOf(tx: Tx, institution: string, achievements: readonly string[] | undefined) {
  return tx
    .selectFrom('transferCase')
    .select(['id', 'number', 'title', 'counterparty', 'openedOn', 'lastOn', 'status'])
    .select('achievementId')
    .where('institutionId', '=', institution)
    .where('procedure', '=', 'transfer')
    .where(among('achievementId', achievements))
    .orderBy('number')
    .execute() as Promise<Of<KnownDeal>[]>
}
