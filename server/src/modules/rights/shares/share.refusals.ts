import { type Refusal, yuanText } from '@yizhuan/kit'
import { toDayProblem } from '../../../platform/passed-day.refusals.ts'
import { conflictPage, type ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../../platform/problem.ts'
import type { ShareRefusals } from './share.commands.ts'

const money = (fen: string) => yuanText(BigInt(fen))

/** What a person reads for every no of owners and their shares of fees. */
export function toShareProblem(refusal: Refusal<ShareRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-right':
      return notFound({ zh: '没有这项知识产权。', en: 'There is no such right.' })
    case 'no-such-entry':
      return notFound({ zh: '没有这笔记录。', en: 'There is no such entry.' })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新选择。`,
        en: `The file “${refusal.facts.name}” was not uploaded; choose it again.`,
      })
    case 'party-named-twice':
      return badField(`#/parties/${refusal.facts.at}/name`, 'party-named-twice', {
        zh: `“${refusal.facts.name}”出现了两次；每方只填一行。`,
        en: `“${refusal.facts.name}” stands there twice; give each party one line.`,
      })
    case 'own-party-once':
      return badField('#/parties', 'own-party-once', {
        zh: '须有且只有一行是本单位。',
        en: 'Exactly one line must be this institution itself.',
      })
    case 'licensee-owns-nothing':
      return badField(`#/parties/${refusal.facts.at}/title`, 'licensee-owns-nothing', {
        zh: `被许可人“${refusal.facts.name}”不是权利人，不填权属份额。`,
        en: `“${refusal.facts.name}” is a licensee and owns nothing: leave its share of the title empty.`,
      })
    case 'titles-must-total-one':
      return badField('#/parties', 'titles-must-total-one', {
        zh: `各权利人的权属份额合计须为 100%，现为 ${refusal.facts.sum}。`,
        en: `The owners' shares of the title must make 100%; they make ${refusal.facts.sum}.`,
      })
    case 'costs-must-total-one':
      return badField('#/parties', 'costs-must-total-one', {
        zh: `费用分担合计须为 100%，现为 ${refusal.facts.sum}。`,
        en: `The shares of the fees must make 100%; they make ${refusal.facts.sum}.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'reduced-before-start':
      return badField(`#/parties/${refusal.facts.at}/reducedUntil`, 'reduced-before-start', {
        zh: `“${refusal.facts.name}”的减缴在开始日期之前已经届满；不再减缴的请留空。`,
        en: `The reduction of “${refusal.facts.name}” was over before the first day; leave it empty where there is none.`,
      })
    case 'parties-in-future':
      return badField('#/from', 'parties-in-future', {
        zh: `开始日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The first day may not lie after today (${refusal.facts.today}).`,
      })
    case 'cost-in-future':
      return badField('#/on', 'cost-in-future', {
        zh: `日期不得晚于今天（${refusal.facts.today}）。`,
        en: `The day may not lie after today (${refusal.facts.today}).`,
      })
    case 'cost-before-fee':
      return badField('#/on', 'cost-before-fee', {
        zh: `日期不得早于缴费日（${refusal.facts.on}）。`,
        en: `The day may not lie before the fee was paid (${refusal.facts.on}).`,
      })
    case 'no-such-share':
      return badField('#/party', 'no-such-share', {
        zh: `“${refusal.facts.party}”在缴费当日不分担这笔费用；请先登记分担约定。`,
        en: `“${refusal.facts.party}” bears no part of this fee on the day it was paid; record who bears the fees first.`,
      })
    case 'claim-beyond-share':
      return badField('#/fen', 'claim-beyond-share', {
        zh: `尚可请求 ${money(refusal.facts.left)} 元，不得超过其应分担的部分。`,
        en: `${money(refusal.facts.left)} yuan can still be claimed, no more than its share.`,
      })
    case 'receipt-beyond-claim':
      return badField('#/fen', 'receipt-beyond-claim', {
        zh: `已请求而未收到的为 ${money(refusal.facts.left)} 元；多收的请先登记请求或核对金额。`,
        en: `${money(refusal.facts.left)} yuan were claimed and have not come; record the claim first, or check the amount.`,
      })
    case 'entry-taken-back':
      return conflict('entry-taken-back', {
        zh: '这笔记录已被撤回。',
        en: 'This entry was taken back already.',
      })
    case 'receipts-first':
      return conflict('receipts-first', {
        zh: `这项请求已收到 ${money(refusal.facts.received)} 元；请先撤回收款记录。`,
        en: `${money(refusal.facts.received)} yuan came of this claim; take the receipt back first.`,
      })
  }
}

/** The public pages of shares of fees. */
export const shareProblems: ProblemPages = {
  'entry-taken-back': conflictPage(
    ['记录已撤回', '每笔记录只能撤回一次。', '刷新页面查看现状。'],
    [
      'The entry was taken back',
      'An entry is taken back once.',
      'Load the page again and see what stands there.',
    ],
  ),
  'receipts-first': conflictPage(
    ['已有收款', '收到的款项不能多于请求的款项。', '先撤回收款记录，再撤回请求。'],
    [
      'Money came of this claim',
      'What came cannot be more than what was claimed.',
      'Take the receipt back first, then the claim.',
    ],
  ),
}
