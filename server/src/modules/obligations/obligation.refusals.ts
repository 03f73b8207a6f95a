import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { ObligationRefusals } from './obligation.commands.ts'
import { stateWords } from './obligation.ts'

/** What a person reads for every no of this register. */
export function toProblem(refusal: Refusal<ObligationRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-contract':
      return notFound({ zh: '没有这份合同。', en: 'There is no such contract.' })
    case 'no-such-obligation':
      return notFound({ zh: '没有这项履约事项。', en: 'There is no such obligation.' })
    case 'due-before-signing':
      return at(
        'dueOn',
        `履行期限不得早于合同签订日（${refusal.facts.signed}）。`,
        `It is not due before the contract was signed (${refusal.facts.signed}).`,
      )
    case 'due-before-first':
      return at(
        'dueOn',
        `这一项已延期，期限不得早于原定期限（${refusal.facts.firstDueOn}）；原定期限录错的，请将这一项登记为“录错作废”后重新登记。`,
        `It was put off, so it is not due before the day first agreed (${refusal.facts.firstDueOn}); if that day is wrong, annul this one and enter it anew.`,
      )
    case 'obligation-repeats-unclear':
      return at(
        'times',
        '重复履行的，请同时填写每隔几个月和共几次；只履行一次的，两项都不填。',
        'If it comes again, say every how many months and how often in all; if it comes once, neither.',
      )
    case 'obligations-too-many':
      return at(
        'times',
        `一份合同最多登记 ${refusal.facts.most} 项履约事项；请减少次数或合并。`,
        `A contract holds at most ${refusal.facts.most} obligations; have it come less often, or make one of several.`,
      )
    case 'obligation-known':
      return at(
        'title',
        `“${refusal.facts.title}”（${refusal.facts.dueOn}）已经登记；请修改那一项，或换个说法。`,
        `“${refusal.facts.title}” (${refusal.facts.dueOn}) is there already; amend it, or say it differently.`,
      )
    case 'consequence-unsaid':
      return at(
        'consequenceText',
        '后果选“其他”的，请写明合同怎样约定。',
        'Say what the contract provides where it is none of the others.',
      )
    case 'outcome-in-future':
      return at(
        'on',
        `日期不得晚于今天（${refusal.facts.today}）。`,
        `The day is not after today (${refusal.facts.today}).`,
      )
    case 'missed-before-due':
      return at(
        'on',
        `期限（${refusal.facts.dueOn}）届满后才能认定未履行；提前确认不再履行的，请登记免除或变更合同。`,
        `It is missed only after its last day (${refusal.facts.dueOn}); if it is no longer asked for before that, waive it or amend the contract.`,
      )
    case 'not-later':
      return at(
        'dueOn',
        `延期须晚于现在的期限（${refusal.facts.dueOn}）；录错的日期请用“更正”。`,
        `An extension is later than the present day (${refusal.facts.dueOn}); mend a mistyped one by amending it.`,
      )
    case 'obligation-file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    default:
      return conflictOf(refusal)
  }
}

function conflictOf(
  refusal: Refusal<
    Pick<ObligationRefusals, 'contract-not-performed' | 'outcome-said' | 'outcome-unsaid'>
  >,
): Problem {
  switch (refusal.code) {
    case 'contract-not-performed':
      return conflict('contract-not-performed', {
        zh: '合同已不在履行中，不再新增或延期履约事项。',
        en: 'The contract is no longer performed: nothing is added to it or put off.',
      })
    case 'outcome-said': {
      const { outcome, on } = refusal.facts
      return conflict('outcome-said', {
        zh: `这一项已于 ${on} 登记为“${stateWords[outcome].zh}”；如有误，请先撤回。`,
        en: `This is recorded as “${stateWords[outcome].en}” on ${on}; take that back first if it is wrong.`,
      })
    }
    case 'outcome-unsaid':
      return conflict('outcome-unsaid', {
        zh: '这一项还没有登记结果，没有可撤回的内容。',
        en: 'No outcome is recorded: there is nothing to take back.',
      })
  }
}

/** The pages of these conflicts. */
export const problems: ProblemPages = {
  'contract-not-performed': conflictPage(
    [
      '合同已不在履行中',
      '合同已完成、终止或撤销，不再有待履行的事项。',
      '核对合同状态；合同确在履行的，先更正合同。',
    ],
    [
      'The contract is no longer performed',
      'It was completed, ended or cancelled: nothing of it is still to be done.',
      'Check the state of the contract; mend it first if it is still performed.',
    ],
  ),
  'outcome-said': conflictPage(
    ['履约结果已登记', '每一项只登记一次结果。', '结果有误的，先撤回并写明理由，再登记。'],
    [
      'The outcome is recorded',
      'Each obligation comes out once.',
      'If it is wrong, take it back with a reason and record it anew.',
    ],
  ),
  'outcome-unsaid': conflictPage(
    [
      '还没有履约结果',
      '没有登记结果，也就没有可撤回的内容。',
      '核对是否选错了事项，或已由他人撤回。',
    ],
    [
      'No outcome is recorded',
      'There is nothing to take back.',
      'Check whether it is another one, or whether somebody took it back.',
    ],
  ),
}
