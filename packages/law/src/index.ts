export {
  type Assessment,
  type AssessOptions,
  assess,
  assessMoney,
  sensitivityOf,
} from './assess.ts'
export type { AssessmentCriterion, AssessmentForm } from './assessment-form.ts'
export type { AssetLists } from './asset-lists.ts'
export { byTopics, compareAssessments, type Difference, type TopicRow } from './compare.ts'
export { compile } from './compile.ts'
export { type Counted, countedOf } from './counted.ts'
export type {
  DisclosureLists,
  EvaluationKind,
  MaturityScale,
  NoveltyLists,
  NoveltyRegime,
} from './disclosure-lists.ts'
export { explain, STATUS_WORDS, type Why } from './explain.ts'
export { type Expression, parseCondition, parseExpression, walk } from './expression.ts'
export {
  knownFacts,
  parseFacts,
  type Vocabulary,
  type VocabularyEntry,
  vocabularyOf,
} from './facts.ts'
export type { Finding } from './finding.ts'
export { type TaxTable, type TaxTableDocument, taxOnTop, taxTableOn } from './income-tax.ts'
export type { EquityDocument, InstitutionLists, Renewal } from './institution-lists.ts'
export type { Possibility, Status } from './judge.ts'
export { type Lapse, lapsesOn } from './lapse.ts'
export type { Definition, Interpretation, Law, Norm, UsedReading } from './law.ts'
export {
  type MoneyBlock,
  type NetLine,
  type ShareLimit,
  type ShareLine,
  shareLimitsOn,
  type Uncovered,
} from './money.ts'
export * from './pack.ts'
export {
  checkRule,
  isWithin,
  type LayerNote,
  type Layers,
  layersOf,
  parameterAt,
  type RuleProblem,
  type UsedParameter,
} from './parameters.ts'
export { labelOf, toChinese } from './place.ts'
export {
  type ApprovalRule,
  approvalRule,
  type CodeEdition,
  type CodeList,
  type CodeListName,
  codeListNames,
  editionOn,
  type RegistrationLists,
} from './registration-lists.ts'
export { type Bare, lawFrom, type Rules, rulesOf, type Texts, textsOf } from './rules.ts'
export { meaningOf, sentenceOf, valueText } from './sentence.ts'
export {
  moneyShown,
  type Seen,
  type ShownMoney,
  type ShownRow,
  sideBySide,
} from './side-by-side.ts'
export type { Outlook } from './sight.ts'
export {
  dayOfNextMonth,
  type FilingRule,
  filingOn,
  type NextMonthRule,
  type TaxPositionLists,
  type TaxRate,
  type TaxRegime,
  type TaxRegimeDocument,
  taxRateOn,
  taxRegimes,
  type VatRates,
  vatRatesOn,
  type WithholdingRule,
  withholdingOn,
} from './tax-positions.ts'
export { assessmentToJson, parameterToJson, valueToJson } from './to-json.ts'
export {
  type Inferred,
  type Named,
  namedFact,
  type TypeMistake,
  type TypeNames,
  Typing,
} from './types.ts'
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
export type { Because, Verdict } from './verdict.ts'
export type { WorkloadLists } from './workload-lists.ts'
