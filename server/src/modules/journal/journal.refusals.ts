import type { Refusal } from '@yizhuan/kit'
import { badField, notFound, type Problem } from '../../platform/problem.ts'
import type { AccountRefusals } from './account.commands.ts'

/** What a person reads for every no about accounts. */
export function toAccountProblem(refusal: Refusal<AccountRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-account':
      return notFound({
        zh: `科目表中没有科目 ${refusal.facts.account}；请从科目表中选择。`,
        en: `The chart has no account ${refusal.facts.account}; choose one of the chart.`,
      })
    case 'number-of-another-account':
      return badField('#/number', 'number-of-another-account', {
        zh: `编号 ${refusal.facts.number} 已对应科目 ${refusal.facts.account}；一个编号只对应一个科目。`,
        en: `The number ${refusal.facts.number} is that of account ${refusal.facts.account} already; a number is of one account.`,
      })
  }
}
