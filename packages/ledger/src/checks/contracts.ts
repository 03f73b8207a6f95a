import { yuanText } from '@yizhuan/kit'
import { compareDays } from '../ledger-day.ts'
import type { SplitPart } from '../records.ts'
import { isTold, type Row, tell } from '../table-data.ts'
import { isListOfNames } from './achievements.ts'
import { tellSum } from './shares.ts'
import { compareInOrder, fenIn, namesIn, soundDay, textIn } from './values.ts'

/** What must hold within the ledger of transfer contracts. */
export function checkContracts(rows: readonly Row[]): void {
  for (const row of rows) {
    compareInOrder(row, 'signedOn', 'registeredOn')
    const [total, first] = [soundAmount(row), fenIn(row, 'firstPaymentFen')]
    const isSuspicious = isTold(row, 'firstPaymentFen', 'amount_unit_suspicious')
    if (total !== undefined && first !== undefined && first > total && !isSuspicious)
      tell(row, 'firstPaymentFen', 'first_payment_exceeds_total', { facts: [yuanText(total)] })
  }
}

/** What must hold within the ledger of commissioned contracts. */
export function checkServiceContracts(rows: readonly Row[]): void {
  for (const row of rows) {
    const [total, received] = [soundAmount(row), fenIn(row, 'receivedFen')]
    const isSuspicious = isTold(row, 'receivedFen', 'amount_unit_suspicious')
    if (total !== undefined && received !== undefined && received > total && !isSuspicious)
      tell(row, 'receivedFen', 'received_exceeds_contract', { facts: [yuanText(total)] })
  }
}

/** The amount of a contract, unless its unit is in doubt or more than it names is agreed. */
function soundAmount(row: Row): bigint | undefined {
  if (isTold(row, 'amountFen', 'amount_unit_suspicious', 'amount_composite')) return undefined
  return fenIn(row, 'amountFen')
}

/** What must hold within a row of the ledger of receipts. */
export function checkReceipts(rows: readonly Row[]): void {
  for (const row of rows) {
    compareInOrder(row, 'receivedOn', 'paidOn')
    checkNetIncome(row)
    checkDistribution(row)
    checkSplit(row)
  }
}

function checkNetIncome(row: Row): void {
  const [amount, net] = [fenIn(row, 'amountFen'), fenIn(row, 'netFen')]
  if (
    amount === undefined ||
    net === undefined ||
    isTold(row, 'amountFen', 'amount_unit_suspicious')
  )
    return
  const parts = ['taxFen', 'appraisalFen', 'agencyFen'].map((field) => fenIn(row, field) ?? 0n)
  const costs = fenIn(row, 'costFen') ?? parts.reduce((sum, part) => sum + part, 0n)
  if (net !== amount - costs)
    tell(row, 'netFen', 'net_income_mismatch', { facts: [yuanText(amount - costs)] })
}

function checkDistribution(row: Row): void {
  const fields = ['rewardFen', 'officeFen', 'hospitalFen'] as const
  const net = fenIn(row, 'netFen')
  const parts = fields.map((field) => fenIn(row, field))
  if (net === undefined || parts.includes(undefined)) return
  const sum = parts.reduce<bigint>((total, part) => total + (part ?? 0n), 0n)
  if (sum !== net)
    tell(row, 'hospitalFen', 'split_not_balanced', { facts: [yuanText(sum), yuanText(net)] })
}

function checkSplit(row: Row): void {
  const shares = partsOf(row).flatMap((part) => ('bp' in part ? part.bp : []))
  if (shares.length === 0 || shares.length < partsOf(row).length) return
  tellSum(row, 'split', shares)
}

const partsOf = ({ values }: Row) => (values['split'] ?? []) as readonly SplitPart[]

/** The contracts and achievements of the whole workbook by number. */
export interface Registers {
  readonly contracts: ReadonlyMap<string, Row>
  readonly achievements: ReadonlyMap<string, Row>
}

/** Compares receipts with their contracts, and the team with the inventors concerned. */
export function compareReceipts(rows: readonly Row[], registers: Registers): void {
  const received = new Map<string, bigint>()
  for (const row of rows) {
    const number = textIn(row, 'contractNo')
    if (number === undefined) continue
    const contract = registers.contracts.get(number)
    if (!contract) {
      if (registers.contracts.size > 0) tell(row, 'contractNo', 'receipt_contract_unknown')
      continue
    }
    compareDaysOf(row, contract)
    addUp(row, contract, received)
    comparePersons(row, contract, registers)
  }
}

function compareDaysOf(row: Row, contract: Row): void {
  const [received, signed] = [soundDay(row, 'receivedOn'), soundDay(contract, 'signedOn')]
  if (received === undefined || signed === undefined || compareDays(received, signed) >= 0) return
  tell(row, 'receivedOn', 'receipt_before_contract', { facts: [signed] })
}

/** Tells the receipt that crosses the amount of a contract without royalty or milestones. */
function addUp(row: Row, contract: Row, received: Map<string, bigint>): void {
  const total = soundAmount(contract)
  const hasRoyalty = textIn(contract, 'royaltyText') !== undefined
  const amount = fenIn(row, 'amountFen')
  if (total === undefined || hasRoyalty || amount === undefined) return
  const number = textIn(contract, 'contractNo') ?? ''
  const before = received.get(number) ?? 0n
  received.set(number, before + amount)
  if (before <= total && before + amount > total)
    tell(row, 'amountFen', 'receipts_exceed_contract', {
      facts: [yuanText(before + amount - total)],
    })
}

function comparePersons(row: Row, contract: Row, { achievements }: Registers): void {
  const codes = namesIn(contract, 'achievementCodes')
  const concerned = codes.map((code) => achievements.get(code))
  const isKnown = concerned.every(
    (each) => each && namesIn(each, 'inventors').length > 0 && isListOfNames(each),
  )
  if (codes.length === 0 || !isKnown) return
  const inventors = new Set(concerned.flatMap((each) => teamOf(each)))
  const strangers = partsOf(row)
    .map(({ name }) => name)
    .filter((name) => !inventors.has(name))
  if (strangers.length > 0)
    tell(row, 'split', 'share_person_unknown', { facts: [strangers.join('、')] })
}

function teamOf(row: Row | undefined): readonly string[] {
  const lead = row && textIn(row, 'leadInventor')
  return row ? [...namesIn(row, 'inventors'), ...(lead === undefined ? [] : [lead])] : []
}
