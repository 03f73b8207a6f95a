import type { Refusal } from '@yizhuan/kit'
import { conflictPage, type ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem } from '../../platform/problem.ts'
import type { CampaignRefusals } from './campaign.commands.ts'
import type { DispositionRefusals } from './disposition.commands.ts'
import type { PartRefusals } from './part.commands.ts'
import { assessmentForm } from './stocktaking.law.ts'

/** What a person reads for every no of stock-taking. */
export function toProblem(
  refusal: Refusal<CampaignRefusals & DispositionRefusals & PartRefusals>,
): Problem {
  switch (refusal.code) {
    case 'no-such-campaign':
      return notFound({ zh: '没有这次盘点。', en: 'There is no such stock-taking.' })
    case 'no-such-part':
      return notFound({
        zh: '没有这份自评，或链接已失效；请向转化部门索取新的链接。',
        en: 'There is no such part, or its link has ended; ask the office for a new one.',
      })
    case 'nothing-in-scope':
      return badField('#/scope', 'nothing-in-scope', {
        zh: '这个范围内没有可盘点的知识产权或成果；请放宽范围。',
        en: 'This scope finds nothing to take stock of; widen it.',
      })
    case 'scope-too-large':
      return badField('#/scope', 'scope-too-large', {
        zh: `一次最多盘点 ${refusal.facts.most} 项；请按类型或科室分次盘点。`,
        en: `One run lists ${refusal.facts.most} items at most; run it by kinds or departments.`,
      })
    case 'due-day-past':
      return badField('#/dueOn', 'due-day-past', {
        zh: `自评截止日不得早于今天（${refusal.facts.today}）。`,
        en: `The day for answers may not lie before today (${refusal.facts.today}).`,
      })
    case 'no-such-leader':
      return badField('#/leadPerson', 'no-such-leader', {
        zh: '负责人须是本单位的有效账号。',
        en: 'Who leads it must have an account of the institution.',
      })
    case 'campaign-closed':
      return conflict('campaign-closed', {
        zh: '这次盘点已经结束，不再改动；新的情况请在下一次盘点中处理。',
        en: 'This stock-taking is closed and is not changed; the next one takes up what is new.',
      })
    case 'lines-open':
      return conflict('lines-open', {
        zh: `还有 ${refusal.facts.count} 项没有去向；逐项确定去向（保留的写明理由）后再结束。`,
        en: `${refusal.facts.count} items have no disposition; decide each, or say why it is kept, before closing.`,
      })
    case 'no-such-line':
      return badField('#/lines', 'no-such-line', {
        zh: '所选的一项不在这次盘点中。',
        en: 'One that was chosen is not part of this stock-taking.',
      })
    case 'no-such-case':
      return badField('#/caseNumber', 'no-such-case', {
        zh: `没有编号为 ${refusal.facts.number} 的项目。`,
        en: `There is no case numbered ${refusal.facts.number}.`,
      })
    case 'case-of-another':
      return badField('#/caseNumber', 'case-of-another', {
        zh: `${refusal.facts.number} 办的不是这一项的这个去向：项目类型须与去向相符，并且是同一项成果。`,
        en: `${refusal.facts.number} does not carry this out: it must be a case of the procedure for it, about the same achievement.`,
      })
    case 'disposed-alike':
      return conflict('disposed-alike', {
        zh: `${refusal.facts.number} 已按同样的去向和理由登记，请从所选中去掉。`,
        en: `${refusal.facts.number} was decided alike for the same reasons already; take it out.`,
      })
    case 'part-closed':
      return conflict('campaign-closed', {
        zh: '这次盘点已经结束，不再接受自评。',
        en: 'This stock-taking is closed and takes no more answers.',
      })
    case 'score-missing': {
      const { criterion } = refusal.facts
      const label = assessmentForm().criteria.find(({ code }) => code === criterion)?.label
      return badField(`#/scores/${criterion}`, 'score-missing', {
        zh: `请选择“${label?.zh ?? criterion}”。`,
        en: `Choose a level for “${label?.en ?? criterion}”.`,
      })
    }
    case 'part-has-account':
      return conflict('part-has-account', {
        zh: `${refusal.facts.name}有账号，登录后即可填写，不需要链接。`,
        en: `${refusal.facts.name} has an account and answers there; no link is needed.`,
      })
  }
}

/** The public pages of stock-taking. */
export const problems: ProblemPages = {
  'campaign-closed': conflictPage(
    ['盘点已结束', '已结束的盘点不再改动，也不再接受自评。', '在下一次盘点中处理。'],
    [
      'The stock-taking is closed',
      'A closed one is not changed and takes no answers.',
      'Take it up in the next one.',
    ],
  ),
  'lines-open': conflictPage(
    ['尚有项目没有去向', '每一项都须有去向，保留的须写明理由。', '逐项或批量确定去向后再结束。'],
    [
      'Items without a disposition',
      'Every item needs its way, and a reason where it is kept.',
      'Decide them one by one or together, then close.',
    ],
  ),
  'disposed-alike': conflictPage(
    ['去向未变', '所选的一项已按同样的去向和理由登记。', '去掉这一项，或改写去向、理由。'],
    [
      'Decided alike already',
      'One that was chosen has this disposition for these reasons.',
      'Take it out, or change the disposition or its reasons.',
    ],
  ),
  'part-has-account': conflictPage(
    ['已有账号', '有账号的发明人登录后填写自评。', '可在盘点页提醒其填写。'],
    [
      'An account is there',
      'Inventors with an account answer after signing in.',
      'Remind them from the page of the stock-taking.',
    ],
  ),
}
