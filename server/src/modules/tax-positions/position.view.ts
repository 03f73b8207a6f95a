import type { Day, Fen } from '@yizhuan/kit'
import {
  kindOf,
  type Law,
  optionsOf,
  type TaxRegime,
  type TaxRegimeDocument,
  taxRateOn,
  taxTableOn,
} from '@yizhuan/law'
import { taxPositions, taxTables } from '../policies/index.ts'
import type { Beside } from './beside.queries.ts'
import {
  deferralEstimates,
  type Estimate,
  type ExemptOfYear,
  turnoverEstimates,
} from './estimate.ts'
import { gainEstimates } from './gain-estimate.ts'
import { isKnownByNotice, type Judged, windowOf } from './position.ts'
import type { ContractTaxWire, PositionWire } from './position.wire.ts'
import { rewardEstimates } from './reward-estimate.ts'
import {
  CLAIMED,
  isKept,
  judgedOf,
  nationsLaw,
  regimesOf,
  type Said,
  type TaxCase,
} from './tax-case.ts'

/** The positions of a contract as its page shows them. */
export function contractTaxOf(
  of: TaxCase,
  beside: Beside,
  today: Day,
  other: Fen,
): ContractTaxWire {
  const law = nationsLaw()
  const { contract, known } = of
  return {
    ...{ contractId: contract.id, title: contract.title, number: contract.number, today },
    ...{ registeredOn: known.registeredOn, registration: of.registration },
    otherFen: `${other}`,
    waitingFen: `${of.refunds
      .filter(({ receipt }) => receipt === null)
      .reduce((sum, { ownFen }) => sum + BigInt(ownFen), 0n)}`,
    positions: regimesOf(of).map((name) => positionOf(of, name, { law, beside, today, other })),
    // What was given back whole has no reward, and so no window.
    windows: of.receipts.filter(isKept).map((receipt) => ({
      ...{ receipt: receipt.id, ...windowOf(law, receipt, today) },
      ...{ amountFen: receipt.leftFen, rewardFen: receipt.rewardFen, paidOn: receipt.paidOn },
    })),
  }
}

/** By what positions are judged and estimated. */
interface Ground {
  readonly law: Law
  readonly beside: Beside
  readonly today: Day
  readonly other: Fen
}

function positionOf(of: TaxCase, name: TaxRegime, ground: Ground): PositionWire {
  const { law, today } = ground
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
    estimate: estimateOf(of, name, ground),
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
  of: TaxCase,
  name: TaxRegime,
  { law, beside, today, other }: Ground,
): PositionWire['estimate'] {
  const shown = (one: Estimate) => ({
    ...{ year: one.year, who: one.who, baseFen: `${one.base}` },
    ...{ withoutFen: `${one.without}`, withFen: `${one.with}` },
    exempt: one.exempt ? exemptShown(one.exempt) : null,
    besideFen: one.beside === undefined ? null : `${one.beside}`,
  })
  const { receipts, refunds, contract } = of
  if (name === 'cash_reward') {
    const table = taxTableOn(taxTables(), today)
    if (!table) return null
    const tableOn = (day: string) => taxTableOn(taxTables(), day)
    const { rewards } = beside
    const lines = rewardEstimates(law, tableOn, { contract: contract.id, rewards, other, today })
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
  const lines =
    name === 'cit_transfer'
      ? gainEstimates(rateOn, beside.gains, { contract: contract.id, today })
      : turnoverEstimates(rateOn, { receipts, refunds, today })
  return { source: rate.cite, verified: rate.verified, lines: lines.map(shown) }
}

const exemptShown = ({ whole, used, others, taken }: ExemptOfYear) => ({
  ...{ wholeFen: `${whole}`, usedFen: `${used}`, others, takenFen: `${taken}` },
})
