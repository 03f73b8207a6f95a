export { type Allocation, allocate } from './allocate.ts'
export { assert, BrokenInvariant } from './assert.ts'
export {
  addWorkdays,
  type Calendar,
  type CalendarYear,
  calendarOf,
  missingYears,
  rollForward,
  workdaysBetween,
} from './calendar.ts'
export { canonicalJson } from './canonical-json.ts'
export { inCapitals } from './capitals.ts'
export { creditCheckCharacter, isCreditCode } from './credit-code.ts'
export {
  addDays,
  addMonths,
  addYears,
  chineseDay,
  type Day,
  day,
  dayInChina,
  daysBetween,
  lastDayKnown,
  timeInChina,
  weekday,
  yearOf,
} from './day.ts'
export { type Fen, fen, parseFen, parseYuan, yuan, yuanText } from './fen.ts'
export { fieldWords } from './field-words.ts'
export { groupBy } from './group-by.ts'
export { type Id, id } from './id.ts'
export { isIdentityNumber } from './identity-number.ts'
export { InputError } from './input-error.ts'
export {
  type Hash,
  leafHash,
  merkleProof,
  merkleRoot,
  type ProofStep,
  rootFromProof,
} from './merkle.ts'
export {
  accept,
  type Clause,
  type Outcome,
  type Refusal,
  type RefusalFacts,
  refuse,
} from './outcome.ts'
export { patentCheckCharacter, yearInNumber } from './patent-number.ts'
export { percentages } from './percentages.ts'
export {
  add,
  compare,
  div,
  mul,
  parseRatio,
  percent,
  type Ratio,
  ratio,
  ratioText,
  roundDown,
  roundUp,
  sub,
} from './ratio.ts'
export { sha256Hex } from './sha256.ts'
export { inTree, isBelow, type Placed } from './tree.ts'
export {
  actionText,
  changeText,
  type HistoryWords,
  isId,
  shownChanges,
  valueText,
  wordFor,
} from './value-text.ts'
export { type Lang, type Words, words } from './words.ts'
