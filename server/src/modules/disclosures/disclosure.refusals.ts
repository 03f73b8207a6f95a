import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { ConfirmationRefusals } from './confirmation.commands.ts'
import type { IntakeRefusals } from './intake.ts'
import type { MergeRefusals } from './merge.ts'

/** What a person reads for every no on the way of a disclosure. */
export function toProblem(
  refusal: Refusal<ConfirmationRefusals & IntakeRefusals & MergeRefusals>,
): Problem {
  switch (refusal.code) {
    case 'no-such-achievement':
      return notFound({ zh: '没有这项成果。', en: 'There is no such achievement.' })
    case 'not-yours':
      return forbidden({
        zh: '只有报备人本人或转化部门可以办理。',
        en: 'Only whoever disclosed it, or the transfer office, may do this.',
      })
    case 'not-handed-in':
      return conflict('not-handed-in', {
        zh: '这项成果不在待答复状态，可能已被他人答复；请刷新后查看。',
        en: 'Nothing waits for an answer here; somebody may have answered already. Load it anew.',
      })
    case 'not-given-back':
      return conflict('not-given-back', {
        zh: '只有被退回的报备才能再次提交；请刷新后查看。',
        en: 'Only a disclosure that was given back can be handed in again. Load it anew.',
      })
    case 'share-disputed':
      return conflict('share-disputed', {
        zh: `${refusal.facts.names}对贡献比例有异议。请先退回或更正比例，由完成人重新确认。`,
        en: `${refusal.facts.names} dispute the shares. Give it back or correct them, and have them confirmed anew.`,
      })
    case 'accepted-without-why':
      return badField('#/despite', 'accepted-without-why', {
        zh: `还缺：${refusal.facts.zh}。请先补齐，或写明为何仍予接受。`,
        en: `Still lacking: ${refusal.facts.en}. Complete it first, or say why it is accepted nevertheless.`,
      })
    case 'merged-already':
      return conflict('merged-already', {
        zh: `${refusal.facts.number} 已并入另一项，请在保留的那一项上办理。`,
        en: `${refusal.facts.number} was merged into another; go on with the one that was kept.`,
      })
    case 'left-behind':
      return conflict('left-behind', {
        zh: `${refusal.facts.number} 上还有${refusal.facts.zh}。合并后它不在资产台账中，这些会无所归属：请保留这一项、把另一项并入它；知识产权可先改挂到要保留的成果。`,
        en: `${refusal.facts.number} still has ${refusal.facts.en}. Once merged it is no line of the ledger, and these would be nobody's: keep it and merge the other one into it, or link its rights to the one that is kept first.`,
      })
    case 'no-such-inventor':
      return badField('#/places', 'no-such-inventor', {
        zh: `完成人中没有第 ${Number(refusal.facts.place) + 1} 位；请刷新后重试。`,
        en: `There is no inventor number ${Number(refusal.facts.place) + 1}; load the page anew.`,
      })
    case 'confirmed-already':
      return badField('#/places', 'confirmed-already', {
        zh: `${refusal.facts.name}已经确认，不必再发链接。`,
        en: `${refusal.facts.name} has confirmed already.`,
      })
    case 'no-mail-server':
      return conflict('no-mail-server', {
        zh: '本平台尚未设置发信服务，链接不能用邮件发送。请不填邮箱，自行转发链接。',
        en: 'No mail server is set up here. Leave the addresses empty and send the links on yourself.',
      })
    case 'mailed-unasked':
      return badField('#/mails', 'mailed-unasked', {
        zh: `第 ${Number(refusal.facts.place) + 1} 位完成人不在此次征询之列，不能发邮件。`,
        en: `Inventor number ${Number(refusal.facts.place) + 1} is not asked this time, so nothing is mailed.`,
      })
    case 'link-closed':
      return conflict('link-closed', closedLink[refusal.facts.state] ?? expiredLink)
    case 'merged-with-itself':
      return badField('#/into', 'merged-with-itself', {
        zh: '不能并入自身，请选择另一项成果。',
        en: 'A record cannot be merged into itself; choose another one.',
      })
    case 'not-merged':
      return conflict('not-merged', {
        zh: '这项成果没有被合并，无须撤销。',
        en: 'This achievement is not merged; there is nothing to undo.',
      })
    case 'kept-one-is-gone':
      return conflict('kept-one-is-gone', {
        zh: `${refusal.facts.number} 后来又并入了别的成果；请先撤销那一次。`,
        en: `${refusal.facts.number} itself was merged later; undo that first.`,
      })
    case 'cases-depend':
      return conflict('cases-depend', {
        zh: `合并之后已据保留的成果立项（${refusal.facts.numbers}），不能再撤销合并。`,
        en: `Cases were opened on the kept one since (${refusal.facts.numbers}); the merger stands.`,
      })
  }
}

const expiredLink = {
  zh: '链接已过期，请向报备人索取新的链接。',
  en: 'The link has expired; ask whoever disclosed for a new one.',
}

const closedLink: Readonly<Record<string, { zh: string; en: string }>> = {
  answered: { zh: '您已经答复过了，不能更改。', en: 'You have answered already.' },
  replaced: {
    zh: '这个链接已被新的链接取代，请使用最近收到的那一个。',
    en: 'A newer link took its place; use the one you received last.',
  },
  changed: {
    zh: '贡献比例已经变更，请向报备人索取新的链接。',
    en: 'The shares were changed; ask whoever disclosed for a new link.',
  },
}

const page = (
  title: readonly [string, string],
  meaning: readonly [string, string],
  todo: readonly [string, string],
) => ({
  status: 409,
  title: { zh: title[0], en: title[1] },
  meaning: { zh: meaning[0], en: meaning[1] },
  todo: { zh: todo[0], en: todo[1] },
})

/** The public pages of these noes. */
export const problems: ProblemPages = {
  'not-handed-in': page(
    ['报备不在待答复状态', 'No disclosure waits for an answer'],
    ['转化部门只能答复已提交的报备。', 'The office answers what was handed in.'],
    ['刷新页面查看现在的状态。', 'Load the page anew to see how it stands.'],
  ),
  'not-given-back': page(
    ['报备没有被退回', 'The disclosure was not given back'],
    ['只有被退回的报备才能再次提交。', 'Only what was given back is handed in again.'],
    ['需要更正时请联系转化部门。', 'Ask the office for a correction.'],
  ),
  'share-disputed': page(
    ['完成人对比例有异议', 'An inventor disputes the shares'],
    ['有异议未了结时不接受报备。', 'No disclosure is accepted while shares are disputed.'],
    [
      '更正比例，并请提出异议的完成人用新链接重新确认。',
      'Correct the shares, and have whoever disputes confirm them by a new link.',
    ],
  ),
  'merged-already': page(
    ['成果已被合并', 'The achievement is merged already'],
    ['它已并入另一项成果。', 'It went into another record.'],
    ['在保留的那一项上办理。', 'Go on with the record that was kept.'],
  ),
  'left-behind': page(
    ['要并入的成果上还有办理内容', 'Other registers hold something of it'],
    [
      '被合并的成果不再列入资产台账，挂在它上面的项目、合同、知识产权和费用会无所归属。',
      'What is merged leaves the ledger of assets; cases, contracts, rights and costs on it would be nobody’s.',
    ],
    [
      '保留这一项、把另一项并入它；只有知识产权的，先改挂到要保留的成果；费用先冲回。',
      'Keep it and merge the other one into it; link its rights to the kept one first, and take its costs back.',
    ],
  ),
  'no-mail-server': page(
    ['没有发信服务', 'No mail server'],
    [
      '运维人员尚未设置发信服务，平台不能代发邮件。',
      'The operator has set up no server to which mails could be handed.',
    ],
    [
      '生成链接后自行转发，或请运维人员设置发信服务。',
      'Make the links and send them on yourself, or ask the operator for a mail server.',
    ],
  ),
  'link-closed': page(
    ['确认链接已失效', 'The link is closed'],
    [
      '链接只能用一次，会过期，比例变更后也会失效。',
      'A link is used once, expires, and ends when the shares change.',
    ],
    ['向报备人索取新的链接。', 'Ask whoever disclosed for a new link.'],
  ),
  'not-merged': page(
    ['成果没有被合并', 'The achievement is not merged'],
    ['没有可以撤销的合并。', 'There is no merger to undo.'],
    ['刷新页面查看现在的状态。', 'Load the page anew to see how it stands.'],
  ),
  'kept-one-is-gone': page(
    ['保留的成果又被合并', 'The kept record was merged itself'],
    ['合并须按相反的次序撤销。', 'Mergers are undone in reverse order.'],
    ['先撤销后一次合并。', 'Undo the later merger first.'],
  ),
  'cases-depend': page(
    ['已有项目依赖这次合并', 'Cases depend on the merger'],
    [
      '合并之后已据保留的成果立项。',
      'Cases were opened on the record that was kept since the merger.',
    ],
    ['保持合并，或与转化部门商量。', 'Leave it merged.'],
  ),
}
