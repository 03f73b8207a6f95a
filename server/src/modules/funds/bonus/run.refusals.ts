import type { Refusal } from '@yizhuan/kit'
import { badField, type Problem } from '../../../platform/problem.ts'
import { toBonusProblem } from './bonus.refusals.ts'
import type { RunRefusals, Stopped } from './run.commands.ts'

/** What a person reads where many are not done at once. */
export function toRunProblem(refusal: Refusal<RunRefusals>): Problem {
  const { code } = refusal
  switch (refusal.code) {
    case 'named-twice-in-run':
      return badField(`#/${refusal.facts.field}/${refusal.facts.at}`, code, {
        zh: '同一项选了两次；每项只选一次。',
        en: 'One of them is chosen twice; choose each once.',
      })
    case 'right-without-inventors':
      return badField(`#/rights/${refusal.facts.at}`, code, {
        zh: `《${refusal.facts.title}》没有登记发明人；请先补录，或单独提出。`,
        en: `“${refusal.facts.title}” names no inventors; enter them first, or propose it by itself.`,
      })
    default:
      return badField(`#/rights/${refusal.facts.at}`, code, {
        zh: `《${refusal.facts.title}》授权时的最低额没有收录，不能按最低额提出；请按本单位规定的金额提出。`,
        en: `The least amount at the grant of “${refusal.facts.title}” is not known here; propose what your own rule gives.`,
      })
  }
}

/** What a person reads where one of many stops them all: which one, and its own no. */
export function toStoppedProblem({ field, at, title, why }: Stopped): Problem {
  const own = toBonusProblem(why)
  const [first] = own.parts.errors ?? []
  // The day and the files are told once for all of them.
  if (first && ['#/paidOn', '#/files'].includes(first.pointer)) return own
  const said = first?.detail ?? own.detail
  const { zh, en } = typeof said === 'string' ? { zh: said, en: said } : said
  return badField(`#/${field}/${at}`, why.code, {
    zh: `《${title}》：${zh}`,
    en: `“${title}”: ${en}`,
  })
}
