// Where a conclusion rests on how an ambiguous clause is read: the readings, ours, and what another
// one would make of the same facts.
import { type Facts, type Finding, type Law, type Outlook, sensitivityOf } from '@yizhuan/law'
import type { ReadingWire } from './case.wire.ts'

/** The readings a finding rests on, each with its alternatives and what they would find. */
export function readingsBehind(
  law: Law,
  finding: Finding,
  facts: Facts,
  outlook: Outlook,
): ReadingWire[] {
  const changed = sensitivityOf(law, finding.norm, facts, outlook)
  return finding.readings.flatMap(({ id, reading, chosen }) => {
    const clause = law.interpretations.get(id)
    if (!clause) return []
    const statusUnder = (other: string) =>
      changed.find((one) => one.id === id && one.reading === other)?.status ?? finding.status
    return [
      {
        id,
        label: clause.label,
        question: clause.question,
        rationale: clause.rationale,
        cite: clause.cite,
        ...(chosen && { chosen: { ...chosen } }),
        choices: [...clause.readings].map(([choice, { text }]) => ({
          id: choice,
          text,
          isOurs: choice === reading,
          status: choice === reading ? finding.status : statusUnder(choice),
        })),
      },
    ]
  })
}
