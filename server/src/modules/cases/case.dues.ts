import { addDays, type Day, type Words } from '@yizhuan/kit'
import { countedOf, labelOf } from '@yizhuan/law'
import { actFor, actOf } from '@yizhuan/procedures'
import type { ArticleRef, CountedDay } from '../../platform/dues.ts'
import type { After } from './procedure.ts'

/** What is due or waiting in a case by one norm. */
export interface Due {
  readonly norm: string
  readonly act: string | null
  readonly title: Words
  readonly article: ArticleRef
  readonly due: string | null
  readonly opens: string | null
  /** From what day it was counted; null where it is not. */
  readonly counted: CountedDay | null
  /** The roles that may record the act. */
  readonly roles: readonly string[]
}

/** A day on which time alone changes something. */
export type Turn = Pick<Due, 'due' | 'opens'>

/** Who is asked where no act of a form settles it. */
const office: readonly string[] = ['tto_negotiator', 'tto_reviewer']

/** The deadlines and waiting periods that an assessment left open. */
export function duesOf({ procedure, assessment }: Pick<After, 'procedure' | 'assessment'>): Due[] {
  return assessment.findings
    .filter(({ status, due, opens, advisory }) => {
      const open = status === 'pending' || (status === 'breached' && due !== undefined)
      return open && !advisory && (due !== undefined || opens !== undefined)
    })
    .map((finding) => {
      const [cite] = finding.cites
      const act = (finding.settledBy && actFor(procedure, finding.settledBy)) || null
      return {
        norm: finding.norm,
        act,
        title: finding.title,
        article: {
          source: cite?.source ?? '',
          at: cite?.at ?? '',
          label: cite ? labelOf(cite.at).zh : '',
        },
        due: finding.due ?? null,
        opens: finding.opens ?? null,
        counted: countedOf(finding) ?? null,
        roles: (act && actOf(procedure, act)?.who) || office,
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
