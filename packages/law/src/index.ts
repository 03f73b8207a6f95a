export {
  type Assessment,
  type AssessOptions,
  assess,
  type Because,
  type Finding,
  sensitivityOf,
  type Verdict,
} from './assess.ts'
export { compareAssessments, type Difference } from './compare.ts'
export { STATUS_WORDS, sentenceOf, type Why } from './explain.ts'
export { type Expression, parseCondition, parseExpression, walk } from './expression.ts'
export { parseFacts, type Vocabulary, type VocabularyEntry, vocabularyOf } from './facts.ts'
export type { Outlook, Possibility, Status } from './judge.ts'
export { compile, type Definition, type Interpretation, type Law, type Norm } from './law.ts'
export type { MoneyBlock, NetLine, ShareLine } from './money.ts'
export * from './pack.ts'
export {
  checkRule,
  isWithin,
  type LayerNote,
  type Layers,
  parameterAt,
  type RuleProblem,
  type UsedParameter,
} from './parameters.ts'
export { labelOf, toChinese } from './place.ts'
export { assessmentToJson, parameterToJson, valueToJson } from './to-json.ts'
export {
  type Facts,
  fieldsOf,
  isRatio,
  kindOf,
  optionsOf,
  type Result,
  type Row,
  Unknown,
  type Value,
} from './value.ts'
