import type { Words } from '@yizhuan/kit'
import type { Assessment } from '@yizhuan/law'
import type { ActType } from '@yizhuan/procedures'
import type { ArticleRef } from './case.table.ts'

/** What is due or waiting in a case by one norm. */
export interface Due {
  readonly norm: string
  readonly act: ActType | null
  readonly title: Words
  readonly article: ArticleRef
  readonly due: string | null
  readonly opens: string | null
}

/** The deadlines and waiting periods that an assessment left open. */
export function duesOf(assessment: Assessment): Due[] {
  return assessment.findings
    .filter(({ status, due, opens, advisory }) => {
      const open = status === 'pending' || (status === 'breached' && due !== undefined)
      return open && !advisory && (due !== undefined || opens !== undefined)
    })
    .map((finding) => {
      const [cite] = finding.cites
      return {
        norm: finding.norm,
        act: actSettling(finding.topic),
        title: finding.title,
        article: {
          source: cite?.source ?? '',
          at: cite?.at ?? '',
          label: articleLabel(cite?.at ?? ''),
        },
        due: finding.due ?? null,
        opens: finding.opens ?? null,
      }
    })
}

/** The act that settles a line of a topic: where one click on the workbench leads. */
const settledBy: readonly (readonly [RegExp, ActType])[] = [
  [/^report\./, 'reported'],
  [/^registration\.(told|reported)/, 'registrationReported'],
  [/^registration\./, 'contractRegistered'],
  [/^notice\.change$/, 'changeNoticeCertified'],
  [/^notice\./, 'noticeCertified'],
  [/^plan\./, 'planNoticeCertified'],
]

function actSettling(topic: string): ActType | null {
  return settledBy.find(([pattern]) => pattern.test(topic))?.[1] ?? null
}

/** `a14.p1.i3` as it is spoken: 第14条第1款第(3)项. */
export function articleLabel(at: string): string {
  const parts: Readonly<Record<string, (n: string) => string>> = {
    a: (n) => `第${n}条`,
    p: (n) => `第${n}款`,
    i: (n) => `第（${n}）项`,
    s: (n) => `第${n}句`,
  }
  return at
    .split('.')
    .map((part) => parts[part.slice(0, 1)]?.(part.slice(1)) ?? part)
    .join('')
}
