import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { AmendRefusals } from './right.commands.ts'

/** What a person reads for every no of this register. */
export function toProblem(refusal: Refusal<AmendRefusals>): Problem {
  switch (refusal.code) {
    case 'number-taken': {
      const { number, title } = refusal.facts
      const detail = {
        zh: `编号 ${number} 已登记在“${title}”名下；请核对编号，或更正已有的一条。`,
        en: `Number ${number} is registered for "${title}"; check it, or amend that record.`,
      }
      const errors = [{ pointer: '#/number', rule: 'number-taken', detail }]
      return conflict('number-taken', detail, { errors })
    }
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'kind-not-abroad':
      return badField('#/country', 'kind-not-abroad', {
        zh: '国际申请和医疗机构制剂不填国家（地区）；国际申请进入某国后另登记一条。',
        en: 'An international application and a hospital preparation have no country; what entered a country is a right of its own.',
      })
    case 'status-by-timeline':
      return badField('#/status', 'status-by-timeline', {
        zh: '这项权利的状态由时间线得出；请登记相应事项，或划去有误的一条。',
        en: 'The status follows from the timeline; record the event, or strike the one that is wrong.',
      })
    case 'certificate-of-software':
      return badField('#/certificateNo', 'certificate-of-software', {
        zh: '只有软件著作权填登记证书号。',
        en: 'Only a software copyright has the number of a certificate.',
      })
    case 'woody-of-variety':
      return badField('#/woody', 'woody-of-variety', {
        zh: '只有植物新品种才分是否藤本、林木、果树和观赏树木。',
        en: 'Only of a plant variety it is asked whether it is of vines or trees.',
      })
    case 'granted-before-filed': {
      const { filedOn, grantedOn } = refusal.facts
      return badField('#/grantedOn', 'granted-before-filed', {
        zh: `授权日（${grantedOn}）不得早于申请日（${filedOn}）。`,
        en: `The day of grant (${grantedOn}) may not lie before the day of filing (${filedOn}).`,
      })
    }
    case 'number-of-other-year': {
      const { zh, en } = refusal.facts
      return badField('#/despite', 'number-of-other-year', {
        zh: `${zh}确属如此的（如分案申请），请写明原因后仍然登记。`,
        en: `${en} If it is so, as of a divisional, give the reason and record it all the same.`,
      })
    }
    case 'fee-in-batch': {
      const { year, title } = refusal.facts
      const detail = {
        zh: `第 ${year} 年度年费在缴费批次“${title}”中待缴；请在该批次登记回执，或先撤回批次，再改已缴至的年度。`,
        en: `The fee of year ${year} waits in the batch “${title}”; record its receipt there, or cancel the batch before typing the year paid to.`,
      }
      const errors = [{ pointer: '#/feePaidYear', rule: 'fee-in-batch', detail }]
      return conflict('fee-in-batch', detail, { errors })
    }
    case 'no-such-achievement':
      return badField('#/achievementId', 'no-such-achievement', {
        zh: '没有这项成果，请重新选择。',
        en: 'There is no such achievement; choose another one.',
      })
    case 'achievement-merged':
      return badField('#/achievementId', 'merged-into-another', {
        zh: '这项成果已并入另一项，请关联保留的那一项。',
        en: 'This achievement was merged into another; link the one that was kept.',
      })
    case 'no-such-right':
      return notFound({ zh: '没有这项知识产权。', en: 'There is no such right.' })
  }
}

/** The public pages of this register. */
export const problems: ProblemPages = {
  'number-taken': {
    status: 409,
    title: { zh: '编号已登记', en: 'The number is registered' },
    meaning: {
      zh: '同一类知识产权的编号只登记一次；这个编号已登记在另一条记录上。',
      en: 'A number of one kind of right is registered once; another record holds it.',
    },
    todo: {
      zh: '核对编号，或更正已有的一条。',
      en: 'Check the number, or amend the record that holds it.',
    },
  },
}
