import {
  type ActsState,
  agreedTerms,
  type CaseState,
  procedureOf,
  replay,
} from '@yizhuan/procedures'
import { sql } from 'kysely'
import type { Caller, Tx } from '../../platform/database.ts'
import { recordOf } from '../cases/index.ts'
import { contractOf, partyRoleWords } from '../contracts/index.ts'
import { profileOf } from '../institutions/index.ts'
import { termsNow } from '../receivables/index.ts'
import { rightKindWords } from '../rights/index.ts'
import { type DealFacts, dealFacts, type Gathered } from './deal-facts.ts'
import { type ContractType, contractTypes } from './standard.ts'
import { libraryReaders } from './texts.access.ts'

/** What a text is drafted for: a case, or a contract of the register. */
export interface DealRef {
  readonly caseId: string | null
  readonly contractId: string | null
}

/** A deal with what a draft needs of it, and whether the caller is of its team. */
export interface Deal extends DealFacts, DealRef {
  readonly isOfTeam: boolean
}

type Entries = NonNullable<Awaited<ReturnType<typeof recordOf>>>['entries']

const types: ReadonlySet<string> = new Set(contractTypes)
const typeOf = (code: string | null | undefined): ContractType | null =>
  code !== undefined && code !== null && types.has(code) ? (code as ContractType) : null

/** The deal as the registers have it now; undefined where the house, or the caller, has no such record. */
export async function dealOf(
  tx: Tx,
  caller: Caller,
  { caseId, contractId }: DealRef,
): Promise<Deal | undefined> {
  const { institution } = caller
  const contract = await contractOfDeal(tx, institution, { caseId, contractId })
  if (contractId !== null && !contract) return undefined
  const about = caseId ?? contract?.caseId ?? null
  const record = about === null ? undefined : await recordOf(tx, caller, about)
  if (caseId !== null && !record) return undefined
  const profile = await profileOf(tx, institution)
  const said = record ? saidInCase(record.entries) : undefined
  const linked = contract?.achievements.map(({ id }) => id) ?? []
  const rights = await rightsSaid(tx, institution, linked.length > 0 ? linked : (said?.about ?? []))
  const named = contract?.patentNumbers.filter((number) => !rights.numbers.has(number)) ?? []
  const gathered: Gathered = {
    ...{ house: profile.name, platformCompany: profile.platformCompany },
    isOfCompany: contract?.isOfCompany ?? said?.viaCompany ?? false,
    type:
      typeOf(contract?.kind === 'transfer' ? contract.mode : contract?.kind) ?? said?.type ?? null,
    title: contract?.title ?? said?.title ?? record?.line.title ?? null,
    number: contract?.number ?? null,
    caseNumber: record?.line.number ?? null,
    signedOn: contract?.signedOn ?? null,
    counterparty: contract?.counterparty ?? said?.counterparty ?? null,
    counterpartyUscc: contract?.counterpartyUscc ?? null,
    parties: othersIn(contract, profile.name),
    coOwners: said?.coOwners(profile.name) ?? null,
    achievements: contract?.achievements.map(({ title }) => title) ?? [],
    team: said?.team ?? (await madeBy(tx, institution, linked)),
    rights:
      linked.length > 0 || said?.about.length || named.length > 0
        ? [...rights.lines, ...named]
        : null,
    rightsGranted: contract?.rightsGranted ?? null,
    exclusivity: contract?.exclusivity ?? said?.licenceKind ?? null,
    sublicence: said?.sublicence ?? null,
    field: contract?.field ?? said?.field ?? null,
    territory: contract?.territory ?? said?.territory ?? null,
    termFrom: contract?.termFrom ?? null,
    termTo: contract?.termTo ?? said?.until ?? null,
    amountFen: contract ? contract.amountFen : (said?.price ?? null),
    terms: contract && (await termsNow(tx, institution, contract.id)),
    payment: said?.payment ?? null,
    sharing: said?.sharing ?? null,
    equityShare: said?.equityShare ?? null,
  }
  const achievements =
    gathered.achievements.length > 0
      ? gathered.achievements
      : said?.achievement
        ? [said.achievement]
        : []
  return {
    ...dealFacts({ ...gathered, achievements }),
    ...{ caseId: about, contractId: contract?.id ?? null },
    isOfTeam: record !== undefined && isOfTeam(record.entries, caller.person),
  }
}

/** Whether the caller reads drafts of a deal: as they read contracts, or as one of its team. */
export const readsDrafts = ({ roles }: Pick<Caller, 'roles'>, deal: Pick<Deal, 'isOfTeam'>) =>
  deal.isOfTeam || roles.some((role) => (libraryReaders as readonly string[]).includes(role))

/** The contract of a deal: the one that is named, or the one its case signed. */
async function contractOfDeal(tx: Tx, institution: string, { caseId, contractId }: DealRef) {
  const row = await tx
    .selectFrom('contract')
    .select(['id', 'claimOfCompany'])
    .where('institutionId', '=', institution)
    .where(contractId === null ? 'caseId' : 'id', '=', contractId ?? caseId)
    .orderBy('datedOn', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const contract = row && (await contractOf(tx, institution, row.id))
  return contract && { ...contract, ...plainCodes(contract), isOfCompany: row.claimOfCompany }
}

const plainCodes = ({ exclusivity }: { readonly exclusivity: string | null }) => ({
  exclusivity: exclusivity as Gathered['exclusivity'],
})

/** The parties beside the house and the other side. */
function othersIn(
  contract: Awaited<ReturnType<typeof contractOfDeal>>,
  house: string,
): Gathered['parties'] {
  const parties = contract?.parties ?? []
  return parties
    .filter(({ name }) => name !== house && name !== contract?.counterparty)
    .map(({ name, role }) => ({
      name,
      role: partyRoleWords[role as keyof typeof partyRoleWords] ?? { zh: role, en: role },
    }))
}

/** What the record of a case says of the deal. */
function saidInCase(entries: Entries) {
  const procedure = procedureOf(entries)
  const state = replay(procedure, entries)
  if (procedure.id === 'transfer') return saidInTransfer(state as unknown as CaseState)
  return saidInService(state as unknown as ActsState)
}

function saidInTransfer(state: CaseState) {
  const opened = state.opened.data
  const terms = agreedTerms(state)
  const holders = state.title?.data.holders
  return {
    type: typeOf(terms?.mode ?? state.negotiation?.data.mode),
    title: opened.title,
    about: opened.achievementId === undefined ? [] : [opened.achievementId],
    achievement: opened.achievement,
    team: opened.team.map(({ name }) => name),
    viaCompany: opened.viaPlatformCompany,
    counterparty: terms?.counterparty,
    price: terms?.price,
    payment: terms?.payment,
    licenceKind: terms?.licenceKind,
    sublicence: terms?.sublicence,
    field: terms?.field,
    territory: terms?.territory,
    until: terms?.licenceUntil,
    sharing: terms?.sharingRule,
    equityShare: terms?.equityShare,
    coOwners: (house: string) =>
      holders?.filter(({ name }) => name !== house).map(({ name, share }) => `${name}（${share}）`),
  }
}

function saidInService({ acts }: ActsState): Partial<ReturnType<typeof saidInTransfer>> & {
  readonly about: readonly string[]
  readonly team: readonly string[]
  coOwners(house: string): undefined
} {
  const opened = acts['serviceOpened']?.at(-1)?.data ?? {}
  const text = (field: string) => {
    const value = opened[field]
    return typeof value === 'string' ? value : undefined
  }
  const team = opened['team']
  const about = text('achievementId')
  return {
    type: typeOf(text('kind')),
    ...(text('title') !== undefined && { title: text('title') as string }),
    counterparty: text('client'),
    about: about === undefined ? [] : [about],
    team: Array.isArray(team) ? team.map(({ name }: { name: string }) => name) : [],
    coOwners: () => undefined,
  }
}

/** Whether somebody is of the team a case was opened with. */
function isOfTeam(entries: Entries, person: string): boolean {
  const team = entries[0]?.data['team']
  return (
    Array.isArray(team) && team.some((one: { readonly person?: unknown }) => one?.person === person)
  )
}

/** Who made achievements, as the register names them. */
async function madeBy(tx: Tx, institution: string, achievements: readonly string[]) {
  if (achievements.length === 0) return []
  const rows = await tx
    .selectFrom('achievement')
    .select('inventors')
    .where('institutionId', '=', institution)
    .where('id', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .orderBy('number')
    .execute()
  return [...new Set(rows.flatMap(({ inventors }) => inventors.map(({ name }) => name)))]
}

/** The rights of achievements in words, with their numbers. */
async function rightsSaid(tx: Tx, institution: string, achievements: readonly string[]) {
  if (achievements.length === 0) return { lines: [], numbers: new Set<string>() }
  const rows = await tx
    .selectFrom('ipRight')
    .select(['kind', 'title', 'number', 'filedOn', 'validTo'])
    .where('institutionId', '=', institution)
    .where('achievementId', '=', sql<string>`any(${[...achievements]}::uuid[])`)
    .orderBy('number')
    .orderBy('id')
    .execute()
  return {
    numbers: new Set(rows.flatMap(({ number }) => (number === null ? [] : [number]))),
    lines: rows.map(({ kind, title, number, filedOn, validTo }) =>
      [
        `《${title}》`,
        rightKindWords[kind].zh,
        ...(number === null ? [] : [number]),
        ...(filedOn === null ? [] : [`申请日 ${filedOn}`]),
        ...(validTo === null ? [] : [`期限至 ${validTo}`]),
      ].join('，'),
    ),
  }
}
