import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { ClaimRefusals } from './claim.ts'
import type { FindingRefusals } from './finding.commands.ts'
import type { OwnNameRefusals } from './own-name.commands.ts'

/** What a person reads for every no about patents of others. */
export function toProblem(
  refusal: Refusal<
    FindingRefusals &
      OwnNameRefusals &
      ClaimRefusals & {
        'no-such-achievement': Record<string, never>
        'file-not-stored': { readonly name: string }
      }
  >,
): Problem {
  const { code } = refusal
  const at = (field: string, zh: string, en: string) => badField(`#/${field}`, code, { zh, en })
  switch (refusal.code) {
    case 'no-such-finding':
      return notFound({ zh: '没有这条线索。', en: 'There is no such finding.' })
    case 'not-concerned':
      return forbidden({
        zh: '只有线索涉及的本人可以说明。',
        en: 'Only somebody whom it may name answers it.',
      })
    case 'claim-without-task':
      return at('task', '主张权利须写明要办的事。', 'Say what is to be done to claim it.')
    case 'claim-without-day':
      return at('dueOn', '主张权利须写明办理期限。', 'Say by which day it is to be claimed.')
    case 'task-without-claim':
      return at(
        'task',
        '只有“应主张权利”才有待办事项和期限；请清空，或改选结论。',
        'Only a claim has a task and a day; empty them or choose another decision.',
      )
    case 'due-in-past':
      return at(
        'dueOn',
        `办理期限不得早于今天（${refusal.facts.today}）。`,
        `The day is not before today (${refusal.facts.today}).`,
      )
    case 'claim-undecided':
      return conflict('claim-undecided', {
        zh: '结论为“应主张权利”的线索才能主张，请先作出结论。',
        en: 'Only a patent that is to be claimed is claimed; decide that first.',
      })
    case 'claim-under-way':
      return conflict('claim-under-way', {
        zh: '这项专利正在主张中；请先登记结果。',
        en: 'A claim on it is under way; record how it ended first.',
      })
    case 'no-claim':
      return conflict('no-claim', {
        zh: '这项专利没有进行中的主张；请刷新后查看。',
        en: 'No claim on it is under way; load the page anew.',
      })
    case 'claim-in-future':
      return at(
        refusal.facts.field,
        `日期不得晚于今天（${refusal.facts.today}）。`,
        `The day is not after today (${refusal.facts.today}).`,
      )
    case 'claim-ends-before':
      return at(
        'on',
        `了结日不得早于主张日（${refusal.facts.from}）。`,
        `It does not end before it began (${refusal.facts.from}).`,
      )
    case 'claim-without-evidence':
      return at(
        'files',
        '权利归本单位或共有的，请上传裁判文书、变更手续或协议。',
        'Where title is ours or shared, add the judgment, recordal or agreement.',
      )
    case 'shared-without-holders':
      return at('holders', '共有的，请写明各权利人及份额。', 'Say who shares it, and each share.')
    case 'no-such-achievement':
      return at(
        'achievement',
        '没有这项成果，请重新选择。',
        'There is no such achievement; choose again.',
      )
    case 'file-not-stored':
      return at(
        'files',
        `文件“${refusal.facts.name}”未上传成功，请重新上传。`,
        `The file “${refusal.facts.name}” is not stored; upload it again.`,
      )
    case 'own-name-known':
      return at(
        'name',
        `“${refusal.facts.name}”已在本单位名称中，无需再加。`,
        `“${refusal.facts.name}” is among the names already.`,
      )
    case 'no-such-own-name':
      return notFound({ zh: '没有这个名称。', en: 'There is no such name.' })
  }
}

/** The public pages of these codes. */
export const problems: ProblemPages = {
  'claim-undecided': {
    status: 409,
    title: { zh: '尚未作出应主张的结论', en: 'It was not decided to claim it' },
    meaning: {
      zh: '主张权利会在成果上登记权属争议，须先有“应主张权利”的结论。',
      en: 'A claim registers a dispute over the title of an achievement, so it is decided first.',
    },
    todo: { zh: '先登记结论，再发起主张。', en: 'Record the decision, then begin the claim.' },
  },
  'claim-under-way': {
    status: 409,
    title: { zh: '正在主张中', en: 'A claim is under way' },
    meaning: {
      zh: '一项专利同时只有一项主张，对应一项权属争议。',
      en: 'There is one claim on a patent at a time, and one dispute over title for it.',
    },
    todo: { zh: '先登记现有主张的结果。', en: 'Record how that one ended first.' },
  },
  'no-claim': {
    status: 409,
    title: { zh: '没有进行中的主张', en: 'No claim is under way' },
    meaning: {
      zh: '只有进行中的主张可以登记结果。',
      en: 'Only a claim that is under way can be ended.',
    },
    todo: {
      zh: '刷新页面；需要时先发起主张。',
      en: 'Reload the page; begin a claim first if needed.',
    },
  },
}
