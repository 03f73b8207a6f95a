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
