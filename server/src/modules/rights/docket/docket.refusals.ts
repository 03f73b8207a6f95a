import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../../platform/passed-day.refusals.ts'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../../platform/problem.ts'
import type { EventRefusals } from './event.commands.ts'
import type { FileRefusals } from './file.commands.ts'
import type { HandOverRefusals } from './hand-over.commands.ts'
import type { RelationRefusals } from './relation.commands.ts'
import type { ReviewRefusals } from './review.commands.ts'

/** What a person reads for every no of the docket. */
export function toDocketProblem(
  refusal: Refusal<
    EventRefusals & RelationRefusals & ReviewRefusals & HandOverRefusals & FileRefusals
  >,
): Problem {
  switch (refusal.code) {
    case 'no-such-right':
      return notFound({ zh: '没有这项知识产权。', en: 'There is no such right.' })
    case 'no-such-event':
      return notFound({
        zh: '没有这个事项，或已被划去。',
        en: 'There is no such event, or it was struck already.',
      })
    case 'event-in-future':
      return badField('#/on', 'event-in-future', {
        zh: `事项的日期（${refusal.facts.on}）晚于今天（${refusal.facts.today}）；只登记已经发生的事项。`,
        en: `The day (${refusal.facts.on}) is after today (${refusal.facts.today}); record only what has happened.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'granted-before-filed':
      return badField('#/on', 'granted-before-filed', {
        zh: `授权日（${refusal.facts.grantedOn}）不得早于申请日（${refusal.facts.filedOn}）。`,
        en: `The day of grant (${refusal.facts.grantedOn}) may not lie before the day of filing (${refusal.facts.filedOn}).`,
      })
    case 'until-before-event':
      return badField('#/until', 'until-before-event', {
        zh: `答复期限不得早于通知日（${refusal.facts.on}）。`,
        en: `The last day to answer may not lie before the notice (${refusal.facts.on}).`,
      })
    case 'event-not-of-kind':
      return badField('#/kind', 'event-not-of-kind', refusal.facts)
    case 'event-not-expected': {
      const detail = {
        zh: `${refusal.facts.zh}如确有其事，请写明原因后仍然登记。`,
        en: `${refusal.facts.en} If it did happen, give the reason and record it all the same.`,
      }
      const errors = [{ pointer: '#/despite', rule: 'event-not-expected', detail }]
      return conflict('event-not-expected', detail, { errors })
    }
    case 'event-recorded-already':
      return conflict('event-recorded-already', {
        zh: `${refusal.facts.on} 的同一事项已经登记，不再重复登记。`,
        en: `The same event of ${refusal.facts.on} is recorded already.`,
      })
    case 'no-such-fee':
      return badField('#/year', 'no-such-fee', {
        zh: `第 ${refusal.facts.year} 年度没有待缴的年费。`,
        en: `No annual fee of year ${refusal.facts.year} waits to be paid.`,
      })
    case 'fee-in-batch':
      return conflict('fee-in-batch', {
        zh: `${refusal.facts.year === '0' ? '这项费用' : `第 ${refusal.facts.year} 年度年费`}已在缴费批次“${refusal.facts.title}”中；请在该批次登记回执，或先撤回该批次。`,
        en: `The fee${refusal.facts.year === '0' ? '' : ` of year ${refusal.facts.year}`} is in the batch “${refusal.facts.title}”; record its receipt there, or cancel that batch first.`,
      })
    case 'earlier-fees-open': {
      const years = refusal.facts.years.split(',').map(Number)
      const detail = {
        zh: `第 ${years.join('、')} 年度年费在本系统中尚未缴清；前面的年度缴清后才收后面的年费。请先登记这些年度，或确认它们已缴。`,
        en: `By the record the fees of year ${years.join(', ')} are open, and a later one is only taken after them. Record those first, or confirm that they are paid.`,
      }
      const errors = [{ pointer: '#/takenAsPaid', rule: 'earlier-fees-open', detail }]
      return conflict('earlier-fees-open', detail, { facts: { years }, errors })
    }
    case 'no-such-person':
      return badField('#/person', 'no-such-person', {
        zh: '人员登记簿中没有这个人，请重新选择。',
        en: 'Nobody of the register of people; choose again.',
      })
    case 'person-has-left':
      return badField('#/person', 'person-has-left', {
        zh: `此人已于 ${refusal.facts.day} 离开，请选择在职人员。`,
        en: `They left on ${refusal.facts.day}; choose somebody who works here.`,
      })
    case 'heir-is-holder':
      return badField('#/to/personName', 'heir-is-holder', {
        zh: '接手人就是现在的负责人，请选择另一人。',
        en: 'They hold these deadlines already; choose somebody else.',
      })
    case 'deadlines-changed':
      return conflict('deadlines-changed', {
        zh: `该负责人现有 ${refusal.facts.now} 项待办期限，与您看到的不同；请刷新后再移交。`,
        en: `They hold ${refusal.facts.now} open deadlines now, not as many as you saw; load the page again and hand over then.`,
      })
    case 'deadline-past':
      return badField('#/dueOn', 'deadline-past', {
        zh: `期限不得早于今天（${refusal.facts.today}）。`,
        en: `The deadline may not lie before today (${refusal.facts.today}).`,
      })
    case 'no-such-deadline':
      return notFound({
        zh: '没有这个期限，或已办结。',
        en: 'There is no such deadline, or it is done or dropped already.',
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新选择。`,
        en: `The file “${refusal.facts.name}” was not uploaded; choose it again.`,
      })
    case 'no-such-attachment':
      return notFound({
        zh: '没有这个附件，或已移除。',
        en: 'There is no such file here, or it was taken away already.',
      })
    case 'relation-to-itself':
      return badField('#/earlier', 'relation-to-itself', {
        zh: '不能与自身建立同族关系。',
        en: 'A right is no family with itself.',
      })
    case 'related-already':
      return badField('#/earlier', 'related-already', {
        zh: '两件已建立同族关系；如关系有误，请先解除。',
        en: 'The two are related already; remove that relation first where it is wrong.',
      })
    case 'relation-day-needed':
      return badField('#/day', 'relation-day-needed', {
        zh:
          refusal.facts.kind === 'national'
            ? '请填写进入国家阶段的日期。'
            : '请填写分案申请的递交日：申请费和实质审查请求的期限由此起算。',
        en:
          refusal.facts.kind === 'national'
            ? 'Enter the day on which the national phase was entered.'
            : 'Enter the day on which the divisional was submitted: the time for its fee and its examination runs from there.',
      })
    case 'relation-day-not-asked':
      return badField('#/day', 'relation-day-not-asked', {
        zh: '要求优先权的关系不填日期。',
        en: 'A claim of priority has no day of its own.',
      })
    case 'relation-day-in-future':
      return badField('#/day', 'relation-day-in-future', {
        zh: `日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day may not lie after today (${refusal.facts.today}).`,
      })
    case 'relation-day-before-filing':
      return badField('#/day', 'relation-day-before-filing', {
        zh: `日期不得早于在先一件的申请日（${refusal.facts.filedOn}）。`,
        en: `The day may not lie before the filing of the earlier right (${refusal.facts.filedOn}).`,
      })
    case 'priority-after-filing': {
      const { filedOn, ownFiledOn } = refusal.facts
      return badField('#/earlier', 'priority-after-filing', {
        zh: `所选的一件申请日（${filedOn}）晚于本件的申请日（${ownFiledOn}），不能作为优先权的基础；请核对哪一件在先。`,
        en: `The right that was chosen was filed (${filedOn}) after this one (${ownFiledOn}) and founds no priority for it; check which is the earlier.`,
      })
    }
    case 'relation-unfit':
      return badField('#/kind', 'relation-unfit', unfitWords[refusal.facts.kind])
    case 'relation-turned':
      return conflict('relation-turned', {
        zh: '在先的一件本身源自本件；请核对哪一件在先。',
        en: 'The earlier one comes from this right itself; check which of the two is the earlier.',
      })
  }
}

/** What has to be so for a right to come from another in a way. */
const unfitWords = {
  priority: {
    zh: '优先权只能由同类权利要求：专利之间、商标之间或者植物新品种之间。请核对在先的一件。',
    en: 'A priority is claimed among patents, among trademarks or among plant varieties; check which right is the earlier one.',
  },
  national: {
    zh: '进入国家阶段的在先一件须是 PCT 国际申请，或者地区专利局（欧洲、欧亚）的专利在成员国生效；如系要求优先权或分案，请改选。',
    en: 'A national phase is entered from a PCT application, or is the part of one country in a patent of a regional office (EP, EA). If it claims a priority or was divided, choose that.',
  },
  divisional: {
    zh: '分案与原申请须属同一国家（局）和同一类型，且不能从 PCT 国际申请直接分案；请选择进入国家阶段后的那一件。',
    en: 'A divisional is of the same office and kind as what it was divided from, and not of a PCT application: choose the one that entered the national phase.',
  },
} as const

/** The docket of a right is for those who pay, decide or made it. */
export function docketOfOthers(): Problem {
  return forbidden({
    zh: '年费和期限由转化部门、财务和领导管理；发明人可看本人权利的案卷。',
    en: 'Fees and clocks are kept by the office, finance and the leaders; inventors read those of their own rights.',
  })
}

/** The public pages of the docket. */
export const docketProblems: ProblemPages = {
  'event-not-expected': {
    status: 409,
    title: { zh: '此时不应出现的事项', en: 'An event that is not expected here' },
    meaning: {
      zh: '按已登记的事项，这项权利此时不应发生这件事；多半是日期有误，或漏登了中间的事项。',
      en: 'By what is recorded, this cannot befall the right now; most often a day is wrong or an event is missing.',
    },
    todo: {
      zh: '核对日期，补登中间的事项；确有其事的，写明原因后仍然登记。',
      en: 'Check the day and add what lies between; if it did happen, give the reason and record it all the same.',
    },
  },
  'event-recorded-already': {
    status: 409,
    title: { zh: '事项已登记', en: 'The event is recorded' },
    meaning: {
      zh: '同一天的同一事项已经登记过。',
      en: 'The same event of the same day stands in the record.',
    },
    todo: {
      zh: '不必再登记；登记有误的，先划去原来的一条。',
      en: 'Nothing to do; if the recorded one is wrong, strike it first.',
    },
  },
  'fee-in-batch': {
    status: 409,
    title: { zh: '年费已在缴费批次中', en: 'The fee is in a batch' },
    meaning: {
      zh: '一个年度的年费只能在一个缴费批次中，以免重复缴纳。',
      en: 'The fee of a year stands in one batch only, so that nothing is paid twice.',
    },
    todo: { zh: '使用该批次，或先撤回它。', en: 'Use that batch, or cancel it first.' },
  },
  'earlier-fees-open': {
    status: 409,
    title: { zh: '前面的年度尚未缴清', en: 'Earlier years are open' },
    meaning: {
      zh: '缴了后面年度的年费，等于说前面的年度都已缴清；系统不代为推定。',
      en: 'Who pays a later year says that the earlier ones are paid; this is never assumed in silence.',
    },
    todo: {
      zh: '先登记前面年度的缴费；没有收据但确已缴纳的，逐年确认。组批时把前面的年度一并加入。',
      en: 'Record the earlier years first, or confirm each that was paid without a receipt. In a batch, add them too.',
    },
  },
  'deadlines-changed': {
    status: 409,
    title: { zh: '待办期限有变化', en: 'The deadlines have changed' },
    meaning: {
      zh: '打开页面之后，这位负责人的待办期限增减了。',
      en: 'Since the page was opened, deadlines of this holder were added, done or dropped.',
    },
    todo: {
      zh: '刷新页面，核对后再移交。',
      en: 'Load the page again, look at them, and hand over.',
    },
  },
  'relation-turned': {
    status: 409,
    title: { zh: '同族关系方向相反', en: 'The family runs the other way' },
    meaning: {
      zh: '一件权利不能源自由它派生的另一件。',
      en: 'A right cannot come from one that comes from it.',
    },
    todo: { zh: '核对哪一件在先。', en: 'Check which of the two is the earlier.' },
  },
}
