import { type Day, type Fen, groupBy } from '@yizhuan/kit'
import {
  kindOf,
  type Law,
  optionsOf,
  type TaxRegime,
  type TaxRegimeDocument,
  taxRateOn,
  taxRegimes,
  taxTableOn,
} from '@yizhuan/law'
import type { DeferralChoice } from '@yizhuan/procedures'
import type { Tx } from '../../platform/database.ts'
import { institutionFactsOn } from '../institutions/index.ts'
import { lawOf, taxPositions, taxTables } from '../policies/index.ts'
import {
  deferralEstimates,
  type Estimate,
  rewardEstimates,
  type TaxedRefund,
  turnoverEstimates,
} from './estimate.ts'
import {
  answersOf,
  attemptsFor,
  contractsAsked,
  deferralsOf,
  type RewardNotice,
  receiptsTaxed,
  refundsTaxed,
  rewardNotices,
} from './position.queries.ts'
import type { Answer } from './position.table.ts'
import {
  isKnownByNotice,
  type Judged,
  judge,
  type KnownFacts,
  supplyOf,
  type TaxedReceipt,
  windowOf,
} from './position.ts'
import type { ContractTaxWire, PositionWire } from './position.wire.ts'

/** The nation's pack: whose norms are the gates of every relief. */
export const nationsLaw = (): Law => lawOf(['cn'])

/** The fact under which it stands whether a relief is claimed. */
export const CLAIMED = 'claimed'

type Said = Awaited<ReturnType<typeof answersOf>>[number]

/** What a contract's positions are judged by. */
export interface TaxCase {
  readonly contract: NonNullable<Awaited<ReturnType<typeof contractsAsked>>[number]>
  readonly known: KnownFacts
  readonly receipts: readonly TaxedReceipt[]
  readonly refunds: readonly TaxedRefund[]
  readonly said: readonly Said[]
  readonly registration: string | null
  /** How those who are awarded equity by its case chose to be taxed. */
  readonly deferrals: readonly DeferralChoice[]
}

/** Reads what the positions of a contract rest on; undefined where there is no such contract. */
export async function taxCaseOf(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<TaxCase | undefined> {
  return (await taxCasesOf(tx, institution, [id], today)).get(id)
}

/** How many contracts are read at once by whoever walks through all of them. */
export const atOnce = 200

/** The same for many contracts, by as many questions as for one. */
export async function taxCasesOf(
  tx: Tx,
  institution: string,
  ids: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, TaxCase>> {
  const contracts = await contractsAsked(tx, institution, ids)
  const cases = contracts.flatMap(({ caseId }) => caseId ?? [])
  const [attempts, receipts, refunds, said, house, notices, deferrals] = await Promise.all([
    attemptsFor(tx, institution, ids),
    receiptsTaxed(tx, institution, ids),
    refundsTaxed(tx, institution, ids),
    answersOf(tx, institution, ids),
    institutionFactsOn(tx, institution, today),
    rewardNotices(tx, institution, cases),
    deferralsOf(tx, institution, cases),
  ])
  const ownership = house.find(({ fact }) => fact === 'institutionOwnership')?.value
  const of = <Row extends { readonly contractId: string | null }>(rows: readonly Row[]) =>
    groupBy(rows, ({ contractId }) => contractId)
  const [tried, came, back, told] = [of(attempts), of(receipts), of(refunds), of(said)]
  return new Map(
    contracts.map((contract) => {
      const { id, caseId } = contract
      const own = {
        ...{ contract, ownership, attempts: tried.get(id) ?? [] },
        ...{ receipts: came.get(id) ?? [], refunds: back.get(id) ?? [], said: told.get(id) ?? [] },
        notice: caseId === null ? undefined : notices.get(caseId),
        deferrals: caseId === null ? [] : (deferrals.get(caseId) ?? []),
      }
      return [id, taxCase(own)]
    }),
  )
}

function taxCase(
  of: Omit<TaxCase, 'known' | 'registration'> & {
    readonly ownership: unknown
    readonly attempts: readonly Awaited<ReturnType<typeof attemptsFor>>[number][]
    readonly notice: RewardNotice | undefined
  },
): TaxCase {
  const { contract, ownership, attempts, notice, receipts, refunds, said, deferrals } = of
  const standing = attempts.find(({ state }) => state === 'registered' || state === 'changed')
  // Without a record of attempts the register of contracts says whether it is registered.
  const byRegister = attempts.length === 0 && contract.registration === 'registered'
  // A ledger may have had no day, or a month only, when the attempt was taken over from it.
  const days = standing || byRegister ? [standing?.decidedOn, contract.registeredOn] : []
  return {
    ...{ contract, receipts, refunds, said, deferrals },
    registration: attempts[0]?.id ?? null,
    known: {
      mode: contract.kind === 'transfer' ? contract.mode : null,
      signedOn: contract.signedOn,
      registeredOn: days.find((day) => day?.length === 10) ?? null,
      technologySupply: supplyOf(contract.kind, contract.mode),
      institutionOwnership: typeof ownership === 'string' ? ownership : null,
      cashNoticeOn: notice?.on ?? null,
      cashNoticeEndedOn: notice?.endedOn ?? null,
    },
  }
}

/** The regimes that a contract may have, by its mode or kind. */
export function regimesOf({ contract }: TaxCase): readonly TaxRegime[] {
  const what = contract.kind === 'transfer' ? contract.mode : contract.kind
  const { regimes } = taxPositions()
  // Of what is not known to be of one mode, every regime of transfers is looked at.
  return taxRegimes.filter((name) =>
    what === null ? name !== 'equity_deferral' : regimes[name].contracts.includes(what),
  )
}

/** The newest answer to each question of a regime. */
export function answersTo({ said }: TaxCase, regime: TaxRegime): Readonly<Record<string, Answer>> {
  const own = said.filter((one) => one.regime === regime && one.fact !== CLAIMED)
  return Object.fromEntries(own.map(({ fact, value }) => [fact, value]))
}

/** Of the receipts whose reward waits the longest whose window is open: the relief is claimed for what is in time. */
function receiptToJudge({ receipts }: TaxCase, today: Day): TaxedReceipt | undefined {
  const waiting = receipts.filter((one) => one.paidOn === null && isKept(one))
  const inTime = waiting.find((one) => windowOf(nationsLaw(), one, today).state === 'open')
  return inTime ?? waiting[0] ?? receipts.at(-1)
}

/** What the law says of a relief: of the receipt whose reward waits longest, where there is a window. */
export function judgedOf(of: TaxCase, name: TaxRegime, today: Day): Judged {
  const receipt = name === 'cash_reward' ? receiptToJudge(of, today) : of.receipts.at(-1)
  const regime = taxPositions().regimes[name]
  return judge(nationsLaw(), regime, {
    ...{ known: of.known, answers: answersTo(of, name), receipt, today },
  })
}

/** The positions of a contract as its page shows them. */
export function contractTaxOf(of: TaxCase, today: Day, other: Fen): ContractTaxWire {
  const law = nationsLaw()
  const { contract, known } = of
  return {
    ...{ contractId: contract.id, title: contract.title, number: contract.number, today },
    ...{ registeredOn: known.registeredOn, registration: of.registration },
    otherFen: `${other}`,
    waitingFen: `${of.refunds
      .filter(({ receipt }) => receipt === null)
      .reduce((sum, { ownFen }) => sum + BigInt(ownFen), 0n)}`,
    positions: regimesOf(of).map((name) => positionOf(law, of, name, today, other)),
    // What was given back whole has no reward, and so no window.
    windows: of.receipts.filter(isKept).map((receipt) => ({
      ...windowOf(law, receipt, today),
      ...{ amountFen: receipt.leftFen, rewardFen: receipt.rewardFen, paidOn: receipt.paidOn },
    })),
  }
}

const isKept = ({ leftFen }: TaxedReceipt) => BigInt(leftFen) > 0n

function positionOf(law: Law, of: TaxCase, name: TaxRegime, today: Day, other: Fen): PositionWire {
  const regime = taxPositions().regimes[name]
  const own = of.said.filter((one) => one.regime === name)
  const claim = own.findLast(({ fact }) => fact === CLAIMED)
  const judged = judgedOf(of, name, today)
  return {
    regime: name,
    ...{ title: { ...regime.title }, taxpayer: { ...regime.taxpayer }, seq: own.at(-1)?.seq ?? 0 },
    claimed: typeof claim?.value === 'boolean' ? claim.value : null,
    determination: claim ? saidShown(claim) : null,
    can: judged.can,
    gates: judged.gates.map((gate) => ({
      ...gate,
      title: { ...gate.title },
      missing: [...gate.missing],
    })),
    asks: asksOf(law, regime, own, judged).filter(({ fact }) => !isKnownByNotice(of.known, fact)),
    notice: noticeOf(of, name),
    estimate: estimateOf(law, of, name, today, other),
  }
}

/** The notice of the case that a relief on rewards rests on. */
function noticeOf({ contract, known }: TaxCase, name: TaxRegime): PositionWire['notice'] {
  const { cashNoticeOn: on, cashNoticeEndedOn: endedOn } = known
  if (name !== 'cash_reward' || contract.caseId === null || on === null) return null
  return { caseId: contract.caseId, on, endedOn }
}

/** What is asked: of gates that are met by what registers say, nothing more is. */
function asksOf(
  law: Law,
  { asks, gates }: TaxRegimeDocument,
  own: readonly Said[],
  judged: Judged,
): PositionWire['asks'] {
  const isSettled = (fact: string) =>
    gates
      .filter((id) => law.norms.find((norm) => norm.id === id)?.uses.facts.has(fact))
      .every((id) => judged.gates.some(({ norm, state }) => norm === id && state === 'met'))
  return asks.flatMap((fact) => {
    const definition = law.vocabulary[fact]
    const isSaid = own.some((one) => one.fact === fact)
    if (!definition || (!isSaid && isSettled(fact))) return []
    const newest = own.findLast((one) => one.fact === fact)
    const kind = kindOf(definition.type)
    return [
      {
        ...{
          fact,
          label: { ...definition.label },
          ask: { ...definition.label, ...definition.ask },
        },
        kind: kind === 'bool' || kind === 'date' || kind === 'enum' ? kind : ('number' as const),
        isNullable: definition.nullable === true,
        options:
          kind === 'enum'
            ? Object.entries(optionsOf(definition.type)).map(([code, label]) => ({
                ...{ code, label: { ...label } },
              }))
            : [],
        value: newest ? newest.value : null,
        said: newest ? saidShown(newest) : null,
      },
    ]
  })
}

function saidShown({ words, files, madeName, madeAt }: Said) {
  return {
    ...{ words, by: madeName, at: madeAt.toISOString() },
    files: files.map(({ sha256, name, size }) => ({ sha256, name, size })),
  }
}

function estimateOf(
  law: Law,
  of: TaxCase,
  name: TaxRegime,
  today: Day,
  other: Fen,
): PositionWire['estimate'] {
  const shown = (one: Estimate) => ({
    ...{ year: one.year, who: one.who, baseFen: `${one.base}` },
    ...{ withoutFen: `${one.without}`, withFen: `${one.with}` },
  })
  const { receipts, refunds } = of
  if (name === 'cash_reward') {
    const table = taxTableOn(taxTables(), today)
    if (!table) return null
    const tableOn = (day: string) => taxTableOn(taxTables(), day)
    const lines = rewardEstimates(law, tableOn, { receipts, other, today })
    return { source: table.cite, verified: table.verified, lines: lines.map(shown) }
  }
  const rate = taxRateOn(taxPositions(), name, today)
  if (name === 'equity_deferral') {
    const rateOn = (day: string) => taxRateOn(taxPositions(), name, day)
    const lines = deferralEstimates(rateOn, of.deferrals)
    return rate && lines.length > 0
      ? { source: rate.cite, verified: rate.verified, lines: lines.map(shown) }
      : null
  }
  if (!rate || receipts.length === 0) return null
  const rateOn = (day: string) => taxRateOn(taxPositions(), name, day)
  const lines = turnoverEstimates(rateOn, { receipts, refunds, today })
  return { source: rate.cite, verified: rate.verified, lines: lines.map(shown) }
}
