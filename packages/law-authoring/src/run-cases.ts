import type { CalendarYear, Words } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  compile,
  type Facts,
  type Law,
  type MoneyBlock,
  type Pack,
  parseFacts,
} from '@yizhuan/law'
import {
  caseTitle,
  type ExpectedFinding,
  type ExpectedMoney,
  type LawCase,
} from './case-document.ts'

/** A case whose expectation did not come true. */
export interface CaseFailure {
  readonly name: string
  readonly title: Words
  /** What of the answer: a norm, an act, a part of the money. */
  readonly what: string
  readonly about: Words
  readonly want: string
  readonly got: string
}

/** Runs every case of a pack. */
export function runCases(
  pack: Pack,
  calendars: readonly CalendarYear[],
  cases: readonly LawCase[],
): CaseFailure[] {
  const law = compile([pack], calendars)
  return cases.flatMap((each) => failuresOf(law, each))
}

/** What one case finds wrong with a compiled law. */
export function failuresOf(
  law: Law,
  each: LawCase,
  facts: Facts = parseFacts(law, each.facts),
): CaseFailure[] {
  const assessment = assess(law, facts, {
    asOf: each.asOf,
    readings: each.readings,
    rules: each.rules,
  })
  const compared = [
    ...Object.entries(each.expect).flatMap(([norm, want]) => findingOf(assessment, norm, want)),
    ...Object.entries(each.actions).map(([act, want]): Compared => {
      const got: string = assessment.actions[act]?.can ?? 'no such act'
      return [`may ${act}`, within(actOf(law, act), MAY), want, got]
    }),
    ...Object.entries(each.warns).map(([act, norm]): Compared => {
      const warnings = assessment.actions[act]?.warnings.map((warning) => warning.norm) ?? []
      const got = warnings.includes(norm) ? norm : sorted(warnings)
      return [`warning on ${act}`, within(actOf(law, act), WARNS), norm, got]
    }),
    ...(each.money ? moneyOf(assessment, each.money) : []),
  ]
  const { name } = each
  const title = caseTitle(each)
  return compared
    .filter(([, , want, got]) => want !== got)
    .map(([what, about, want, got]) => ({ name, title, what, about, want, got }))
}

/** What is compared, by its name in packs and as people call it; what was wanted and what came. */
type Compared = readonly [what: string, about: Words, want: string, got: string]

const MAY: Words = { zh: '可否办理', en: 'may be done' }
const WARNS: Words = { zh: '提示', en: 'warning' }
const DUE: Words = { zh: '期限', en: 'last day' }
const OPENS: Words = { zh: '最早可办之日', en: 'first day' }
const POSSIBLE: Words = { zh: '可能的结论', en: 'what it may come to' }
const MISSING: Words = { zh: '待补的事实', en: 'missing facts' }
const NET: Words = { zh: '净收入', en: 'net income' }
const CARRIED: Words = { zh: '结转待弥补', en: 'carried forward' }
const MONEY: Words = { zh: '收益', en: 'money' }

const within = (of: Words, part: Words): Words => ({
  zh: `${of.zh}：${part.zh}`,
  en: `${of.en}: ${part.en}`,
})

const actOf = (law: Law, act: string): Words => law.actions[act] ?? { zh: act, en: act }

const sorted = (list: readonly string[]): string => [...list].sort().join(', ')

function findingOf(assessment: Assessment, norm: string, want: ExpectedFinding): Compared[] {
  const finding = assessment.findings.find((each) => each.norm === norm)
  if (!finding) return [[norm, { zh: norm, en: norm }, JSON.stringify(want), 'no such norm']]
  const { title, status, due = 'none', opens = 'none', possible, missing } = finding
  const part = (name: string, words: Words, wanted: string, got: string): Compared => [
    `${norm} ${name}`,
    within(title, words),
    wanted,
    got,
  ]
  const compared: Compared[] = []
  if (want.status) compared.push([norm, title, want.status, status])
  if (want.due) compared.push(part('due', DUE, want.due, due))
  if (want.opens) compared.push(part('opens', OPENS, want.opens, opens))
  if (want.possible)
    compared.push(part('possible', POSSIBLE, sorted(want.possible), sorted(possible)))
  if (want.missing) compared.push(part('missing', MISSING, sorted(want.missing), sorted(missing)))
  return compared
}

const carriedIn = ({ uncovered }: MoneyBlock): string =>
  String(uncovered?.isCarried ? uncovered.amount : 0n)

function moneyOf(assessment: Assessment, want: ExpectedMoney): Compared[] {
  const money = assessment.money
  if (!money) return [['money', MONEY, 'a money block', 'none']]
  const lines = new Map(
    [...money.floors, ...money.caps].map((line) => [line.parameter.id, line] as const),
  )
  return [
    ...(want.net === undefined ? [] : [['net', NET, want.net, String(money.net)] as const]),
    ...(want.carried === undefined
      ? []
      : [['carried', CARRIED, want.carried, carriedIn(money)] as const]),
    ...Object.entries(want.shares).map(([param, amount]): Compared => {
      const line = lines.get(param)
      const label = line?.label ?? { zh: param, en: param }
      return [`amount of ${param}`, label, amount, String(line?.amount ?? 'none')]
    }),
  ]
}
