import type { Refusal } from '@yizhuan/kit'
import { toDayProblem } from '../../platform/passed-day.refusals.ts'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, forbidden, notFound, type Problem } from '../../platform/problem.ts'
import type { WorkRefusals } from './project.commands.ts'

/** What a person reads for every no about projects and their entries. */
export function toProjectProblem(refusal: Refusal<WorkRefusals>): Problem {
  switch (refusal.code) {
    case 'no-such-project':
      return notFound({ zh: '没有这个项目。', en: 'There is no such project.' })
    case 'project-number-used':
      return badField('#/number', 'project-number-used', {
        zh: `编号 ${refusal.facts.number} 已有项目；请核对，或打开那个项目。`,
        en: `There is a project ${refusal.facts.number} already; check the number, or open that one.`,
      })
    case 'project-ends-before':
      return badField('#/toDay', 'project-ends-before', {
        zh: '结束日不得早于开始日。',
        en: 'A project does not end before it begins.',
      })
    case 'unknown-achievement':
      return badField('#/achievements', 'unknown-achievement', {
        zh: '关联的成果不在本机构的登记簿中；请重新选择。',
        en: 'The institution has no such achievement; choose again.',
      })
    case 'unknown-person':
      return badField('#/personId', 'unknown-person', {
        zh: '本机构没有叫这个姓名的这个人；请重新选择，或只填姓名。',
        en: 'The institution knows nobody of this name here; choose again, or type the name only.',
      })
    case 'unknown-entry-kind':
      return badField('#/kind', 'unknown-entry-kind', {
        zh: `没有这种记录；可选：${refusal.facts.known}。`,
        en: `There is no such kind of entry; there are: ${refusal.facts.known}.`,
      })
    case 'not-in-future':
    case 'day-too-early':
      return toDayProblem(refusal)
    case 'share-missing':
      return badField('#/share', 'share-missing', {
        zh: '请填写占比，如 30%。',
        en: 'Say which share, such as 30%.',
      })
    case 'share-unasked':
      return badField('#/share', 'share-unasked', {
        zh: '这种记录不填占比；占比另记一条。',
        en: 'This kind of entry has no share; a share is an entry of its own.',
      })
    case 'not-about-oneself':
      return forbidden({
        zh: '参与人只记录本人的工作；记录他人的由项目负责人或转化部门办理。',
        en: 'Who takes part records their own work; of others the leader or the office does.',
      })
    case 'no-such-entry':
      return notFound({ zh: '没有这条记录。', en: 'There is no such entry.' })
    case 'entry-corrected':
      return conflict('entry-corrected', {
        zh: '这条记录已被更正；请看更正后的记录。',
        en: 'This entry was corrected; look at the one that corrects it.',
      })
    case 'corrects-another':
      return badField('#/corrects', 'corrects-another', {
        zh: '更正须与原记录同一人、同一种类；否则请另记一条。',
        en: 'A correction is about the same person and of the same kind; else make a new entry.',
      })
    case 'never-joined':
      return badField('#/kind', 'never-joined', {
        zh: `台账中${refusal.facts.name}在这一天没有参加这个项目；请先补记“${refusal.facts.kind}”，或核对姓名和日期。`,
        en: `By the ledger ${refusal.facts.name} takes no part in this project on that day; add “${refusal.facts.kindEn}” first, or check name and day.`,
      })
    case 'joined-already':
      return badField('#/kind', 'joined-already', {
        zh: `台账中${refusal.facts.name}自 ${refusal.facts.since} 起已参加这个项目；请核对，中间退出过的先补记退出，确属如此的，勾选确认后再登记。`,
        en: `By the ledger ${refusal.facts.name} takes part in this project since ${refusal.facts.since}; check it, add when they left in between, or confirm that it is meant so.`,
      })
    case 'shares-above-whole':
      return badField('#/share', 'shares-above-whole', {
        zh: `计入这条后，全组在 ${refusal.facts.onDay} 的工作量占比合计为 ${refusal.facts.sum}，超过 100%；请核对，确属如此的，勾选确认后再登记。`,
        en: `With this entry the shares of all on ${refusal.facts.onDay} come to ${refusal.facts.sum}, more than the whole; check them, or confirm that it is meant so.`,
      })
    case 'not-about-you':
      return forbidden({
        zh: '只有记录所涉的本人可以确认或提出异议。',
        en: 'Only the person an entry is about confirms or disputes it.',
      })
    case 'own-entry':
      return conflict('own-entry', {
        zh: '本人所记的无需本人确认。',
        en: 'What you said yourself needs no confirmation of yours.',
      })
    case 'answered-already':
      return conflict('answered-already', {
        zh: '这条记录已经确认或提出过异议。',
        en: 'This entry was answered already.',
      })
    case 'dispute-without-words':
      return badField('#/words', 'dispute-without-words', {
        zh: '提出异议须说明理由。',
        en: 'Say why you dispute it.',
      })
    case 'file-not-stored':
      return badField('#/files', 'file-not-stored', {
        zh: `文件“${refusal.facts.name}”还没有上传完；请重新上传。`,
        en: `The file “${refusal.facts.name}” is not stored; upload it again.`,
      })
  }
}

/** The public pages of the ledger of work. */
export const projectProblems: ProblemPages = {
  'entry-corrected': conflictPage(
    ['记录已被更正', '后来的一条记录更正了它。', '查看更正后的记录。'],
    ['The entry was corrected', 'A later entry corrects it.', 'Look at the later one.'],
  ),
  'own-entry': conflictPage(
    ['本人所记', '本人所记的无需本人确认。', '请由他人核对，或另记一条更正。'],
    [
      'Your own entry',
      'What somebody said themselves needs no confirmation of theirs.',
      'Have another look at it, or correct it by a further entry.',
    ],
  ),
  'answered-already': conflictPage(
    ['已经答复', '这条记录已经确认或提出过异议。', '如有变化，请更正后重新确认。'],
    [
      'Answered already',
      'The entry was confirmed or disputed before.',
      'If things changed, have it corrected and answer anew.',
    ],
  ),
}
