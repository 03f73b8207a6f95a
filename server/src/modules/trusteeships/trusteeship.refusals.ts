import type { Refusal } from '@yizhuan/kit'
import { institutionLists } from '../../platform/institution-lists.ts'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { TrusteeshipRefusals } from './trusteeship.commands.ts'
import type { Power } from './trusteeship.ts'

/** What a person reads for every no of this register. */
export function toProblem(refusal: Refusal<TrusteeshipRefusals>): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-trusteeship':
      return notFound({ zh: '没有这份托管协议。', en: 'There is no such trusteeship.' })
    case 'trusteeship-number-used': {
      const { number, title } = refusal.facts
      return at(
        'number',
        `编号 ${number} 已用于“${title}”；请核对，或打开那份协议。`,
        `The number ${number} is that of “${title}”; check it, or open that one.`,
      )
    }
    case 'unknown-subject':
      return at(
        'subjects',
        '所选知识产权或成果不在本机构的登记簿中；请重新选择。',
        'The registers hold no such right or achievement; choose again.',
      )
    case 'subject-named-twice':
      return at('subjects', '同一项只选一次。', 'Name each subject once.')
    case 'trusteeship-ends-before':
      return at('toDay', '届满日不得早于开始日。', 'The term does not end before it begins.')
    case 'unknown-trustee-kind':
      return at(
        'trusteeKind',
        '请选择托管方的类型。',
        `Choose what kind of party the trustee is: ${refusal.facts.known}.`,
      )
    case 'approved-in-future':
      return at(
        'approvedOn',
        `批准日不得晚于今天（${refusal.facts.today}）；批准后再登记。`,
        `The day of approval is not after today (${refusal.facts.today}); enter it once given.`,
      )
    case 'file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    case 'trusteeship-needs-reason': {
      const { zh, en } = refusal.facts
      return at(
        'despite',
        `${zh}仍要登记的，请写明理由。`,
        `${en} To enter it all the same, say why.`,
      )
    }
    default:
      return partiesProblem(refusal) ?? standingProblem(refusal)
  }
}

/** About who holds what. */
function partiesProblem(refusal: Refusal<TrusteeshipRefusals>): Problem | undefined {
  const { code } = refusal
  const at = (zh: string, en: string) => badField('#/parties', code, { zh, en })
  switch (refusal.code) {
    case 'power-without-holder': {
      const power = powerWords(refusal.facts.power)
      return at(
        `请填写${power.zh}由谁持有；没有转移的填本单位。`,
        `Say who holds the ${power.en.toLowerCase()}; where it stays, that is the institution.`,
      )
    }
    case 'party-named-twice': {
      const power = powerWords(refusal.facts.power)
      return at(
        `${power.zh}中“${refusal.facts.name}”重复；同一持有人合并为一行。`,
        `“${refusal.facts.name}” stands twice under ${power.en.toLowerCase()}; make it one line.`,
      )
    }
    case 'share-beside-income':
      return at(
        `份额只用于收益权；请去掉“${refusal.facts.name}”的份额。`,
        `Only the income has shares; take that of “${refusal.facts.name}” away.`,
      )
    case 'income-without-share':
      return at(
        `请填写“${refusal.facts.name}”的收益份额。`,
        `Say what share of the income “${refusal.facts.name}” has.`,
      )
    case 'income-must-total-one':
      return at(
        `收益份额合计须为 100%，现为 ${refusal.facts.sum}；请调整。`,
        `The shares of the income must total 100%; they total ${refusal.facts.sum}. Correct them.`,
      )
    case 'trustee-without-power':
      return at(
        `托管方“${refusal.facts.name}”没有持有任何一项权能；请在其持有的权能下填写，名称须一致。`,
        `The trustee “${refusal.facts.name}” holds none of the powers; name it under what it holds.`,
      )
    default:
      return undefined
  }
}

/** About what stands beside the agreement, and whether it lasts. */
function standingProblem(refusal: Refusal<TrusteeshipRefusals>): Problem {
  switch (refusal.code) {
    case 'right-ended':
      return conflict('right-ended', {
        zh: `“${refusal.facts.title}”已经失效或不再属于本单位，不能托管；请从范围中去掉，或先更正其法律状态。`,
        en: `“${refusal.facts.title}” has ended or is no longer yours; leave it out, or correct its legal state first.`,
      })
    case 'granted-away':
      return conflict('granted-away', {
        zh: `成果已由 ${refusal.facts.by} 转让给 ${refusal.facts.to}，不能再托管；请核对范围。`,
        en: `By ${refusal.facts.by} it went to ${refusal.facts.to} and cannot be held in trust; check the subjects.`,
      })
    case 'held-in-trust': {
      const power = powerWords(refusal.facts.power)
      return conflict('held-in-trust', {
        zh: `同一期间的托管协议 ${refusal.facts.number} 已安排${power.zh}；请先终止那份协议，或错开期限。`,
        en: `Trusteeship ${refusal.facts.number} settles the ${power.en.toLowerCase()} for days of this term; end it first, or choose another term.`,
      })
    }
    case 'trusteeship-over':
      return conflict('trusteeship-over', {
        zh: `这份协议已于 ${refusal.facts.day} 结束，不能再修改；继续托管请另登记一份。`,
        en: `This agreement was over on ${refusal.facts.day} and stays as it is; enter a new one to go on.`,
      })
    case 'end-in-future':
      return badField('#/endedOn', 'end-in-future', {
        zh: `终止日不得晚于今天（${refusal.facts.today}）；约定了新的届满日的，请修改期限。`,
        en: `It does not end after today (${refusal.facts.today}); for a later end, amend the term.`,
      })
    case 'end-before-start':
      return badField('#/endedOn', 'end-before-start', {
        zh: `终止日不得早于开始日 ${refusal.facts.fromDay}。`,
        en: `It does not end before it begins (${refusal.facts.fromDay}).`,
      })
    case 'end-after-term':
      return badField('#/endedOn', 'end-after-term', {
        zh: `协议在 ${refusal.facts.toDay} 已届满；提前终止的日期不得晚于届满日。`,
        en: `The term ends on ${refusal.facts.toDay}; it can only end earlier.`,
      })
    default:
      throw new TypeError(`No sentence for ${refusal.code}.`)
  }
}

const powerWords = (power: string) => institutionLists().trusteeships.powers[power as Power]

/** The public pages of the register of trusteeships. */
export const problems: ProblemPages = {
  'right-ended': conflictPage(
    ['权利已经失效', '失效、放弃或已转让的权利不能托管。', '从范围中去掉，或先更正其法律状态。'],
    [
      'The right has ended',
      'A right that has ended or was sold cannot be held in trust.',
      'Leave it out, or correct its legal state first.',
    ],
  ),
  'granted-away': conflictPage(
    ['成果已经转让', '成果的所有权已由另一项目或合同转让。', '核对托管范围。'],
    [
      'It was assigned',
      'Another case or contract assigned the achievement.',
      'Check what the agreement is about.',
    ],
  ),
  'held-in-trust': conflictPage(
    ['已在托管中', '同一期间另一份协议对同一标的另有安排。', '先终止那份协议，或错开期限。'],
    [
      'Held in trust already',
      'Another agreement settles the same subject for days of this term.',
      'End it first, or choose another term.',
    ],
  ),
  'trusteeship-over': conflictPage(
    ['协议已经结束', '届满或终止的协议不能再修改。', '继续托管请另登记一份。'],
    [
      'The agreement is over',
      'An agreement that expired or was ended stays as it is.',
      'Enter a new one to go on.',
    ],
  ),
}
