import type { CalendarYear, Words } from '@yizhuan/kit'
import {
  type Assessment,
  assess,
  compile,
  type Facts,
  type Law,
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
  readonly what: string
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
      return [`may ${act}`, want, got]
    }),
    ...Object.entries(each.warns).map(([act, norm]): Compared => {
      const warnings = assessment.actions[act]?.warnings.map((warning) => warning.norm) ?? []
      return [`warning on ${act}`, norm, warnings.includes(norm) ? norm : sorted(warnings)]
    }),
    ...(each.money ? moneyOf(assessment, each.money) : []),
  ]
  return compared
    .filter(([, want, got]) => want !== got)
    .map(([what, want, got]) => ({ name: each.name, title: caseTitle(each), what, want, got }))
}

type Compared = readonly [what: string, want: string, got: string]

const sorted = (list: readonly string[]): string => [...list].sort().join(', ')

function findingOf(assessment: Assessment, norm: string, want: ExpectedFinding): Compared[] {
  const finding = assessment.findings.find((each) => each.norm === norm)
  if (!finding) return [[norm, JSON.stringify(want), 'no such norm']]
  const compared: Compared[] = []
  if (want.status) compared.push([norm, want.status, finding.status])
  if (want.due) compared.push([`${norm} due`, want.due, finding.due ?? 'none'])
  if (want.opens) compared.push([`${norm} opens`, want.opens, finding.opens ?? 'none'])
  if (want.possible)
    compared.push([`${norm} possible`, sorted(want.possible), sorted(finding.possible)])
  if (want.missing)
    compared.push([`${norm} missing`, sorted(want.missing), sorted(finding.missing)])
  return compared
}

function moneyOf(assessment: Assessment, want: ExpectedMoney): Compared[] {
  const money = assessment.money
  if (!money) return [['money', 'a money block', 'none']]
  const lines = [...money.floors, ...money.caps]
  const shares = new Map(lines.map((line) => [line.parameter.id, String(line.amount)]))
  return [
    ...(want.net === undefined ? [] : [['net', want.net, String(money.net)] as const]),
    ...Object.entries(want.shares).map(
      ([param, amount]): Compared => [`amount of ${param}`, amount, shares.get(param) ?? 'none'],
    ),
  ]
}
