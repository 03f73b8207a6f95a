import { type Day, mul, parseRatio, ratio } from '@yizhuan/kit'
import { vatRatesOn } from '@yizhuan/law'
import { ageOf, curveOf, nearest, periodKey, standingOf, sumAgreed } from '@yizhuan/money'
import type { Tx } from '../../platform/database.ts'
import { headOf } from '../../platform/evidence.ts'
import { chainOf } from '../../platform/register.ts'
import { contractRegister } from '../contracts/index.ts'
import { taxPositions } from '../policies/index.ts'
import { amendmentsUnheard } from './amended.queries.ts'
import { auditsOf } from './audit.queries.ts'
import { lessOwedOf } from './audit-decision.queries.ts'
import type { ContractMoneyWire, InvoiceWire } from './contract-money.wire.ts'
import { invoiceState } from './invoice-list.queries.ts'
import { leftOf, matchesOf, receiptMoneyOf } from './matching.queries.ts'
import {
  contractFor,
  invoicedOf,
  milestonesOf,
  type ReceivableRow,
  receivablesOf,
  standing,
  statementsOf,
  termsIn,
  type Version,
  versionsOf,
} from './terms.queries.ts'
import { exempt, isRateUnknown } from './vat.ts'
import { isWrittenOffInCase, writeOffsOf, writeOffsWaiting } from './write-off.queries.ts'

/** Everything about the money of one contract as it stands on a day, or undefined. */
export async function contractMoney(
  tx: Tx,
  institution: string,
  id: string,
  today: Day,
): Promise<ContractMoneyWire | undefined> {
  const contract = await contractFor(tx, institution, id)
  if (!contract) return undefined
  const head = await headOf(tx, { institution, name: chainOf(contractRegister, id) })
  const versions = await versionsOf(tx, institution, id)
  const last = versions.at(-1)
  const rows = await receivablesOf(tx, institution, id)
  const receipts = await receiptsOf(tx, institution, id)
  const invoiced = await invoicedOf(tx, institution, id)
  const live = rows.filter(({ isCancelled }) => !isCancelled)
  const sumOf = (amounts: readonly bigint[]) => `${amounts.reduce((all, one) => all + one, 0n)}`
  const overdue = live.filter((row) => stateOf(row, today) === 'overdue')
  // The payments of one that ended before they did are still to be ended.
  const isEnded = last ? last.kind === 'ended' : contract.status === 'terminated'
  return {
    ...{ today, seq: head.seq, currency: last?.currency ?? 'CNY' },
    planRate: last?.planRate ?? null,
    isEnded,
    mayResume: isEnded && !(contract.caseId !== null && contract.status === 'terminated'),
    isOfCase: contract.caseId !== null,
    isWrittenOffInCase: isWrittenOffInCase(contract),
    counterparty: contract.counterparty,
    differs: differenceOf(last, contract.amountFen),
    amended: await unheardOf(tx, institution, id),
    terms: [...(last?.terms ?? [])],
    versions: versions
      .map(({ version, kind, effectiveOn, reason, changes, files, madeName, madeAt }) => ({
        ...{ version, kind, effectiveOn, reason, madeName, madeAt: madeAt.toISOString() },
        ...{ changes: [...changes], files: [...files] },
      }))
      .toReversed(),
    receivables: rows.map((row) => ({
      ...row,
      invoicedFen: sumOf(
        invoiced
          .filter(({ receivableId }) => receivableId === row.id)
          .map((one) => BigInt(one.fen)),
      ),
      state: stateOf(row, today),
      age: ageOf(row.dueOn as Day | null, today),
    })),
    milestones: (await milestonesOf(tx, institution, id)).map(
      ({ term, reachedOn, words, files, madeName }) => ({
        ...{ term, reachedOn, words, files: [...files], madeName },
      }),
    ),
    writeOffs: await writeOffsOf(tx, institution, rows),
    writeOffsWaiting: await writeOffsWaiting(tx, institution, rows),
    statements: await toldStatements(tx, institution, id),
    audits: await auditsOf(tx, institution, id),
    invoices: await invoicesOf(tx, institution, id, rows),
    vatRates: [...vatRatesOn(taxPositions(), today)],
    receipts,
    curve: curveFor(live, receipts),
    totals: {
      expectedFen: sumOf(live.map(planFen)),
      receivedFen: sumOf(receipts.map(({ amountFen }) => BigInt(amountFen ?? '0'))),
      openFen: sumOf(live.map(({ openFen }) => BigInt(openFen))),
      overdueFen: sumOf(overdue.map(({ openFen }) => BigInt(openFen))),
      advanceFen: sumOf(receipts.map(({ leftFen }) => BigInt(leftFen))),
    },
  }
}

async function unheardOf(tx: Tx, institution: string, id: string) {
  const last = (await amendmentsUnheard(tx, institution, { contract: id })).at(-1)
  if (!last) return null
  const { onDay: on, number, summary } = last
  const files = last.files.map(({ sha256, name, size }) => ({ sha256, name, size }))
  return { on, number, summary, files }
}

/** Where the payments come to something else than the contract says; an end cuts them, and is no difference. */
function differenceOf(last: Version | undefined, priceFen: string | null) {
  if (!last || last.kind === 'ended' || priceFen === null || priceFen === '0') return null
  const sum = sumAgreed(termsIn(last))
  return sum === undefined || `${sum}` === priceFen ? null : { termsFen: `${sum}`, priceFen }
}

/** How a receivable stands on a day. */
export function stateOf(
  row: Pick<ReceivableRow, 'minor' | 'dueOn' | 'isCancelled' | 'matchedMinor' | 'writtenOffMinor'>,
  today: Day,
) {
  return standingOf(
    {
      minor: row.minor === null ? null : BigInt(row.minor),
      dueOn: row.dueOn as Day | null,
      isCancelled: row.isCancelled,
      matched: BigInt(row.matchedMinor),
      writtenOff: BigInt(row.writtenOffMinor),
    },
    today,
  ).state
}

/** A receivable in yuan, by the rate of its terms. */
function planFen({ minor, planN, planD }: ReceivableRow): bigint {
  if (minor === null) return 0n
  return nearest(mul(ratio(BigInt(minor)), ratio(BigInt(planN), BigInt(planD))))
}

function curveFor(
  rows: readonly ReceivableRow[],
  receipts: ContractMoneyWire['receipts'],
): ContractMoneyWire['curve'] {
  const expected = rows.flatMap((row) =>
    row.dueOn === null || row.minor === null ? [] : [{ on: row.dueOn as Day, fen: planFen(row) }],
  )
  const received = receipts.flatMap(({ receivedOn, amountFen }) =>
    receivedOn === null || receivedOn.length < 10 || amountFen === null
      ? []
      : [{ on: receivedOn as Day, fen: BigInt(amountFen) }],
  )
  return curveOf(expected, received).map((point) => ({
    ...{ on: point.on, expected: `${point.expected}`, received: `${point.received}` },
  }))
}

async function receiptsOf(tx: Tx, institution: string, id: string) {
  const receipts = await tx
    .selectFrom('receipt')
    .select(['id', 'receivedOn', 'amountFen'])
    .where('institutionId', '=', institution)
    .where('contractId', '=', id)
    .orderBy('datedOn')
    .orderBy('id')
    .execute()
  const money = await receiptMoneyOf(
    tx,
    institution,
    receipts.map((one) => one.id),
  )
  const matches = await matchesOf(tx, institution, { contract: id })
  const gone = new Set(matches.map(({ takesBack }) => takesBack))
  return receipts.map(({ id: receipt, receivedOn, amountFen }) => {
    const left = leftOf(
      amountFen,
      money.find(({ receiptId }) => receiptId === receipt),
    )
    const paid = matches
      .filter((one) => one.receiptId === receipt && one.takesBack === null && !gone.has(one.id))
      .map(({ receivableId, label, minor }) => ({ receivable: receivableId, label, minor }))
    return { id: receipt, receivedOn, amountFen, leftFen: `${left.fen > 0n ? left.fen : 0n}`, paid }
  })
}

async function toldStatements(tx: Tx, institution: string, id: string) {
  const all = await statementsOf(tx, institution, id)
  const stands = new Set(standing(all).map((one) => one.id))
  const less = await lessOwedOf(tx, institution, id)
  return all.map((one) => {
    const { statedMinor, dueMinor } = one
    const difference = statedMinor === null ? null : BigInt(statedMinor) - BigInt(dueMinor)
    return {
      ...{ id: one.id, term: one.term, periodFrom: one.periodFrom, baseMinor: one.baseMinor },
      baseUnit: one.baseUnit,
      ...{ statedMinor, earnedMinor: one.earnedMinor, dueMinor },
      lessMinor: `${(stands.has(one.id) && less.get(periodKey(one.term, one.periodFrom as Day))) || 0n}`,
      differenceMinor: difference === null ? null : `${difference}`,
      ...{ receivedOn: one.receivedOn, words: one.words, files: [...one.files] },
      ...{ isSuperseded: !stands.has(one.id), madeName: one.madeName },
    }
  })
}

/** Invoices with their lines; one is paid when everything it asks for has arrived. */
async function invoicesOf(
  tx: Tx,
  institution: string,
  id: string,
  rows: readonly ReceivableRow[],
): Promise<InvoiceWire[]> {
  const invoices = await tx
    .selectFrom('invoice')
    .selectAll()
    .select(invoiceState.as('shown'))
    .where('institutionId', '=', institution)
    .where('contractId', '=', id)
    .orderBy('issuedOn')
    .orderBy('id')
    .execute()
  const lines = await tx
    .selectFrom('invoiceLine')
    .selectAll()
    .where('institutionId', '=', institution)
    .where('invoiceId', 'in', invoices.length > 0 ? invoices.map((one) => one.id) : [id])
    .execute()
  return invoices.map((one) => {
    const own = lines.filter(({ invoiceId }) => invoiceId === one.id)
    return {
      ...{ id: one.id, state: one.shown, buyer: one.buyer, redOf: one.redOf },
      ...{ amountFen: one.amountFen, vatRate: one.vatRate, vatFen: one.vatFen },
      vatReason: one.vatReason,
      isRateUnknown: one.vatRate !== exempt && isRateUnknown(taxPositions(), one.issuedOn),
      ...{ number: one.number, issuedOn: one.issuedOn, voidReason: one.voidReason },
      voidGround: one.voidGround,
      ...{ remark: one.remark, files: [...one.files] },
      lines: own.map(({ receivableId, fen: asked }) => ({
        ...{ receivable: receivableId, fen: asked },
        label: rows.find((row) => row.id === receivableId)?.label ?? '',
      })),
    }
  })
}

/** A rate as people read it: `7.1043`. */
export function rateText(rate: string | null): string | null {
  if (rate === null) return null
  const { n, d } = parseRatio(rate)
  const scaled = (n * 1_000_000n) / d
  const decimals = String(scaled % 1_000_000n)
    .padStart(6, '0')
    .replace(/0+$/, '')
  return `${scaled / 1_000_000n}${decimals === '' ? '' : `.${decimals}`}`
}
