import { addDays, type Day, type Words } from '@yizhuan/kit'
import { labelOf } from '@yizhuan/law'
import { actFor } from '@yizhuan/procedures'
import type { ArticleRef } from './case.table.ts'
import type { After } from './procedure.ts'

/** What is due or waiting in a case by one norm. */
export interface Due {
  readonly norm: string
  readonly act: string | null
  readonly title: Words
  readonly article: ArticleRef
  readonly due: string | null
  readonly opens: string | null
}

/** A day on which time alone changes something. */
export type Turn = Pick<Due, 'due' | 'opens'>

/** The deadlines and waiting periods that an assessment left open. */
export function duesOf({ procedure, assessment }: Pick<After, 'procedure' | 'assessment'>): Due[] {
  return assessment.findings
    .filter(({ status, due, opens, advisory }) => {
      const open = status === 'pending' || (status === 'breached' && due !== undefined)
      return open && !advisory && (due !== undefined || opens !== undefined)
    })
    .map((finding) => {
      const [cite] = finding.cites
      return {
        norm: finding.norm,
        act: (finding.settledBy && actFor(procedure, finding.settledBy)) || null,
        title: finding.title,
        article: {
          source: cite?.source ?? '',
          at: cite?.at ?? '',
          label: cite ? labelOf(cite.at).zh : '',
        },
        due: finding.due ?? null,
        opens: finding.opens ?? null,
      }
    })
}

/**
 * The next day on which time alone changes a case: the day after a deadline, or the day on which a
 * waiting period is over.
 */
export function nextTurn(dues: readonly Turn[], today: Day): Day | undefined {
  return dues
    .flatMap(({ due, opens }) => [
      ...(due === null ? [] : [addDays(due as Day, 1)]),
      ...(opens === null ? [] : [opens as Day]),
    ])
    .filter((turn) => turn > today)
    .sort()[0]
}
