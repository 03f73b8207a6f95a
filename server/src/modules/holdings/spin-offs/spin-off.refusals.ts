import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../../platform/problem.ts'
import type { SpinOffRefusals } from './spin-off.commands.ts'

/** What a person reads for every no of this register. */
export function toSpinOffProblem(refusal: Refusal<SpinOffRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-spin-off':
      return notFound({ zh: '没有这家企业。', en: 'There is no such company.' })
    case 'unknown-company-state':
      return at('state', '请选择企业状态。', `Choose a state: ${refusal.facts.known}.`)
    case 'unknown-member-role':
      return at('people', '请选择任职角色。', `Choose a role: ${refusal.facts.known}.`)
    case 'unknown-member-way':
      return at('people', '请选择任职方式。', `Choose a footing: ${refusal.facts.known}.`)
    case 'state-in-future':
      return at(
        'stateSince',
        `状态起始日不得晚于今天（${refusal.facts.today}）。`,
        `A state does not begin after today (${refusal.facts.today}).`,
      )
    case 'founded-without-day':
      return at(
        'foundedOn',
        '已成立的企业须填写成立日期。',
        'Say on which day the company was founded.',
      )
    case 'founded-before-approval':
      return at(
        'foundedOn',
        '筹建中或未获批准的企业尚未成立；请改状态，或去掉成立日期。',
        'A company in preparation or not approved is not founded; change its state, or leave the day out.',
      )
    case 'member-ends-before':
      return at(
        'people',
        `“${refusal.facts.name}”的任职不能在开始之前结束。`,
        `The time of “${refusal.facts.name}” does not end before it begins.`,
      )
    case 'member-named-twice':
      return at(
        'people',
        `“${refusal.facts.name}”的同一任职列了两次；请合并。`,
        `The same post of “${refusal.facts.name}” stands there twice; make it one line.`,
      )
    default:
      return recordProblem(refusal, at)
  }
}

/** Against what the registers hold already. */
function recordProblem(
  refusal: Refusal<SpinOffRefusals>,
  at: (field: string, zh: string, en: string) => Problem,
): Problem {
  switch (refusal.code) {
    case 'spin-off-name-used':
      return at(
        'name',
        '已登记同名企业；请打开那条登记。',
        'A company of that name is entered; open it.',
      )
    case 'spin-off-code-used':
      return at(
        'uscc',
        `该信用代码已登记为“${refusal.facts.name}”；请核对。`,
        `The credit code is that of “${refusal.facts.name}”; check it.`,
      )
    case 'holding-has-spin-off':
      return conflict('holding-has-spin-off', {
        zh: `这项股权已关联“${refusal.facts.name}”；请打开那条登记。`,
        en: `The holding belongs to “${refusal.facts.name}” already; open that one.`,
      })
    case 'no-such-holding':
      return at(
        'holdingId',
        '单列清单中没有这项股权；请重新选择。',
        'The list has no such holding; choose again.',
      )
    case 'unknown-link':
      return at(
        'links',
        '所选成果、项目或合同不在本机构的登记簿中；请重新选择。',
        'The registers hold no such achievement, case or contract; choose again.',
      )
    case 'file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    default:
      throw new TypeError(`No sentence for ${refusal.code}.`)
  }
}

/** The public pages of the register of companies. */
export const problems: ProblemPages = {
  'holding-has-spin-off': {
    status: 409,
    title: { zh: '股权已关联企业', en: 'The holding has its company' },
    meaning: {
      zh: '一项股权只对应一家衍生企业。',
      en: 'A holding is of one company only.',
    },
    todo: { zh: '打开已关联的企业登记。', en: 'Open the company that is entered.' },
  },
}
