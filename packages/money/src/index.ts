export {
  type Currency,
  currencies,
  currencyCodes,
  type DayRate,
  type ForeignAmount,
  inFen,
  nearest,
  parseRate,
} from './currency/exchange.ts'
export {
  type Account,
  type AccountKind,
  accountKinds,
  accountOf,
  type Book,
  bookOf,
  books,
  type Chart,
  chartOn,
  growsByDebit,
  type MoneyEventKind,
  moneyEventKinds,
  type PostingRule,
} from './journal/chart.ts'
export {
  imbalance,
  inRed,
  type JournalLine,
  linesOf,
  type MoneyEvent,
  type PartAmount,
  type Side,
} from './journal/entry.ts'
export {
  type BalanceRow,
  type Movement,
  type TrialBalance,
  trialBalance,
} from './journal/trial-balance.ts'
