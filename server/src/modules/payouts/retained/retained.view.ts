import type { Day } from '@yizhuan/kit'
import { assess, knownFacts } from '@yizhuan/law'
import type { Tx } from '../../../platform/database.ts'
import { institutionFactsOn } from '../../institutions/index.ts'
import { groundOf } from '../../policies/index.ts'
import { casesSeen, keptIn, yearsPaid } from './retained.queries.ts'
import { type Kept, sumsOf, usesTold } from './retained.ts'
import type { RetainedLineWire, RetainedWire } from './retained.wire.ts'

/** What the institution kept in a year, what for, and what the law of the place says of it. */
export async function retainedIn(
  tx: Tx,
  institution: string,
  year: string,
  today: Day,
): Promise<RetainedWire> {
  const kept = await keptIn(tx, institution, year)
  const years = await yearsPaid(tx, institution)
  const sums = sumsOf(kept)
  const last = `${year}-12-31` as Day
  const on = last < today ? last : today
  return {
    year,
    years: [...new Set([year, ...years])].toSorted().toReversed(),
    keptFen: `${sums.all}`,
    purposes: [...sums.byPurpose].map(([purpose, fen]) => ({ purpose, amountFen: `${fen}` })),
    unsaidFen: `${sums.unsaid}`,
    lines: await linesOf(tx, institution, kept),
    findings: await findingsOf(tx, institution, usesTold(sums), on),
  }
}

/** Each distribution of a year that stands, the latest first. */
export async function linesIn(tx: Tx, institution: string, year: string) {
  return linesOf(tx, institution, await keptIn(tx, institution, year))
}

/** Of a case that is closed to the caller the line says what was kept, without its name. */
async function linesOf(
  tx: Tx,
  institution: string,
  kept: readonly Kept[],
): Promise<RetainedLineWire[]> {
  const seen = await casesSeen(
    tx,
    institution,
    kept.map(({ caseId }) => caseId),
  )
  return kept
    .toSorted((one, other) => (one.on < other.on ? 1 : one.on > other.on ? -1 : 0))
    .map(({ caseId, on, fen, parts }) => {
      const known = seen.get(caseId)
      const { id = null, number = null, title = null } = known ?? {}
      return {
        ...{ caseId: id, caseNumber: number, title, on, keptFen: `${fen}` },
        parts: parts.map(({ purpose, note = null, amount }) => {
          return { purpose, note: known ? note : null, amountFen: amount }
        }),
      }
    })
}

/** What the law says of what is kept: the norms that read what it is used for. */
async function findingsOf(
  tx: Tx,
  institution: string,
  told: object,
  on: Day,
): Promise<RetainedWire['findings']> {
  const { law, rules, chosen } = await groundOf(tx, institution, on)
  const norms = law.norms.filter(({ uses }) => uses.facts.has('residualUses'))
  const house = await institutionFactsOn(tx, institution, on)
  const own = house.filter(({ fact }) => Object.hasOwn(law.vocabulary, fact))
  const facts = knownFacts(law, {
    matter: 'institution',
    ...Object.fromEntries(own.map(({ fact, value }) => [fact, value])),
    ...told,
  })
  const only = new Set(norms.map(({ id }) => id))
  const { findings } = assess(law, facts, { asOf: on, rules, chosen, only })
  return findings
    .filter(({ status }) => status !== 'na')
    .map((finding) => ({
      ...{ norm: finding.norm, title: { ...finding.title }, status: finding.status },
      isAdvisory: finding.advisory,
      articles: finding.rule.cites.map(({ source, at }) => ({ source, at })),
      missing: finding.missing.map((fact) => ({
        ...(law.vocabulary[fact]?.label ?? { zh: fact, en: fact }),
      })),
      readings: finding.readings.flatMap(({ id, reading }) => {
        const { question, readings } = law.interpretations.get(id) ?? {}
        const text = readings?.get(reading)?.text
        return question && text ? [{ question: { ...question }, text: { ...text } }] : []
      }),
    }))
}
