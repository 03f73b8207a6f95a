import type { Words } from '@yizhuan/kit'

// What `packs/accounting` holds: a chart of accounts and how each event of money is posted to it. Data of
// its day; what it says of a real standard counts once somebody compared it (`verified`).

/** Financial and budget accounting stand beside each other; each balances for itself. */
export const books = ['financial', 'budget'] as const
export type Book = (typeof books)[number]

export const accountKinds = [
  'asset',
  'liability',
  'net_assets',
  'income',
  'expense',
  'budget_income',
  'budget_expenditure',
  'budget_funds',
  'budget_surplus',
] as const
export type AccountKind = (typeof accountKinds)[number]

export interface Account {
  readonly number: string
  readonly name: Words
  readonly kind: AccountKind
  /** What is booked here is told apart by person. */
  readonly byPerson?: boolean
}

/** What happened to money, as journals know it. */
export const moneyEventKinds = [
  'transferReceived',
  'transferRefunded',
  'othersPassedOn',
  'othersReturned',
  'dealCostPaid',
  'dealCostWithdrawn',
  'dealCostReimbursed',
  'rewardOwed',
  'rewardPaid',
  'rewardReturned',
  'rewardReversed',
  'overpaidSetOff',
  'overpaidReturned',
  'overpaidWrittenOff',
  'overpaidTaxSetOff',
  'taxPaidOver',
  'taxGivenBack',
  'serviceReceived',
  'serviceRefunded',
  'serviceRewardPaid',
  'dividendDeclared',
  'dividendCleared',
  'dividendReceived',
  'receivableDue',
  'receivableChanged',
  'receivableCleared',
  'receivableWrittenOff',
  'receiptHeld',
  'outputVatArose',
  'outputVatBorne',
  'vatPaidOver',
  'vatGivenBack',
  'vatCarried',
  'vatRelieved',
  'vatOfCosts',
  'companyPartOwed',
  'companyPartReversed',
  'companyPartPaid',
  'companyPartReturned',
  'equityContributed',
  'equityBought',
  'equityWrittenDown',
  'equityDisposed',
  'equityReinvested',
  'equityAllocated',
  'equityLiquidated',
  'equityProceedsPaid',
  'researchSpent',
  'researchExpensed',
  'developmentCollected',
  'developmentExpensed',
  'assetFormed',
  'feesCapitalised',
  'assetRemoved',
  'annuityPaid',
  'feeClaimed',
  'feeReimbursed',
  'grantBonusPaid',
  'staffRewardPaid',
  'staffTrainingPaid',
  'fundReceived',
  'fundGivenBack',
  'fundDrawn',
  'fundReturned',
] as const
export type MoneyEventKind = (typeof moneyEventKinds)[number]

/** What makes a claim one of the books: that it is due, or that all of it is invoiced. */
export const claimRules = ['due', 'invoiced'] as const
export type ClaimRule = (typeof claimRules)[number]

/** A part of an event's money that goes from one account to another. */
export interface PostingLine {
  readonly part: string
  readonly debit: string
  readonly credit: string
}

export interface PostingRule {
  readonly label: Words
  readonly lines: readonly PostingLine[]
}

/** How the months of a book are closed. */
export interface Closing {
  /** By which day of the next month a month is closed, as the calendar reminds. */
  readonly by: number
  /** Where a year's income and costs are carried when its last month is closed, for each book. */
  readonly yearEnd: Readonly<Record<Book, string>>
  readonly label: Words
}

/** A chart of accounts with its rules, in force from a day on. */
export interface Chart {
  readonly from: string
  readonly verified: boolean
  readonly title: Words
  readonly source: string
  readonly accounts: readonly Account[]
  readonly rules: Readonly<Record<MoneyEventKind, PostingRule>>
  /** A claim is recognised on the first of these days. */
  readonly claims: readonly ClaimRule[]
  readonly closing: Closing
  /** What is recorded of money and moves none of this journal's, and why. */
  readonly unposted: Readonly<Record<string, Words>>
}

export function bookOf(kind: AccountKind): Book {
  return kind.startsWith('budget') ? 'budget' : 'financial'
}

/** Whether an account of this kind grows on its debit side. */
export function growsByDebit(kind: AccountKind): boolean {
  return ['asset', 'expense', 'budget_expenditure', 'budget_funds'].includes(kind)
}

/** The chart that counts on a day; before the first one, that one. */
export function chartOn(charts: readonly Chart[], day: string): Chart {
  const inOrder = charts.toSorted((one, other) => (one.from < other.from ? -1 : 1))
  const chart = inOrder.findLast(({ from }) => from <= day) ?? inOrder[0]
  if (!chart) throw new TypeError('There is no chart of accounts.')
  return chart
}

/** An account of a chart. @throws {TypeError} for a number the chart does not have: its test refuses that. */
export function accountOf({ accounts }: Chart, number: string): Account {
  const account = accounts.find((one) => one.number === number)
  if (!account) throw new TypeError(`The chart has no account ${number}.`)
  return account
}
