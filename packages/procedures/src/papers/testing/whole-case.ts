// A whole case, walked and sealed, for papers to be made of.
import { day } from '@yizhuan/kit'
import { type Entry, GENESIS, link } from '../../procedure/entry.ts'
import type { CaseState } from '../../transfer-case/state.ts'
import {
  law,
  mainLine,
  type Step,
  terms,
  upTo,
  walk,
} from '../../transfer-case/testing/main-line.ts'
import { transferCase } from '../../transfer-case/transfer-case.ts'
import type { PaperSource } from '../paper.ts'
import { paperSource } from '../source.ts'

const objected: readonly Step[] = [
  ...upTo('noticeCertified'),
  [
    '2026-03-10',
    'tto_negotiator',
    'objectionFiled',
    { name: '示例异议人', text: '名单遗漏一人', inWriting: true, toDepartment: true },
  ],
  [
    '2026-03-16',
    'tto_reviewer',
    'objectionFound',
    { finding: '经核实，贡献排序已由团队书面确认', outcome: 'continue' },
  ],
]

const changed: readonly Step[] = [
  ...upTo('planDrafted'),
  [
    '2026-07-02',
    'tto_negotiator',
    'termsChanged',
    { reason: '对方付款能力变化', terms: { ...terms, payment: '分两次付清' } },
  ],
  ['2026-07-03', 'tto_negotiator', 'changeNoticePublished', { text: '改为分两次付清' }],
  ['2026-07-21', 'tto_negotiator', 'changeNoticeCertified', { lastShownOn: '2026-07-20' }],
]

/** The whole main line, one with an objection, and one whose terms changed. */
export const walks = { whole: mainLine, objected, changed } as const

/** What papers are made from after the steps of a walk, on a day. */
export function sourceOf(
  steps: readonly Step[],
  today: string,
  institution: Partial<PaperSource<CaseState>['institution']> = {},
): PaperSource<CaseState> {
  const { acts, last } = walk(steps)
  if (last?.kind !== 'accepted') throw new TypeError('The walk goes through.')
  const entries: Entry[] = []
  for (const act of acts) {
    entries.push(link(entries.at(-1)?.hash ?? GENESIS, { ...act, case: 'a-case' }))
  }
  return paperSource(transferCase, { law }, entries, {
    institution: { name: '示例医院（虚构）', noticeDepartment: '成果转化办公室', ...institution },
    number: 'XM-2026-001',
    today: day(today),
  })
}
