import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../platform/problem.refusals.ts'
import { badField, conflict, type Problem } from '../../platform/problem.ts'
import type { DistributionRuleRefusals } from './distribution-rule.commands.ts'

/** What a person reads for every no about the rule by which a house shares out. */
export function toProblem(refusal: Refusal<DistributionRuleRefusals>): Problem {
  switch (refusal.code) {
    case 'ends-before-it-begins':
      return badField('#/to', 'after-first-day', {
        zh: `失效日须晚于施行日（${refusal.facts.from}）。`,
        en: `It ends after its first day (${refusal.facts.from}).`,
      })
    case 'approved-after-it-begins':
      return badField('#/approvedOn', 'before-first-day', {
        zh: `批准日不得晚于施行日（${refusal.facts.from}）；补批的办法自批准之日起施行。`,
        en: `It is approved on its first day (${refusal.facts.from}) or before; one approved later counts from then.`,
      })
    case 'approved-in-future':
      return badField('#/approvedOn', 'approved-in-future', {
        zh: `批准日不得晚于今天（${refusal.facts.today}）；办法批准之后再登记。`,
        en: `It is approved today (${refusal.facts.today}) or before; enter the rule once it is.`,
      })
    case 'mode-twice':
      return badField(`#/schemes/${refusal.facts.scheme}/modes`, 'one-scheme-for-a-mode', {
        zh: '同一转化方式写了两套分配比例，请合并。',
        en: 'A mode has two schemes; join them.',
      })
    case 'purposes-not-whole':
      return badField(`#/schemes/${refusal.facts.scheme}/purposes`, 'purposes-whole', {
        zh: '留归单位部分各项用途的比例合计须为100%；不分用途的留空。',
        en: 'The purposes of what the institution keeps add up to 100%; leave them out where there are none.',
      })
    case 'against-law':
      return badField(
        `#/schemes/${refusal.facts.scheme}/layers`,
        refusal.facts.bound === 'floor' ? 'floor-of-law' : 'cap-of-law',
        { zh: refusal.facts.zh, en: refusal.facts.en },
      )
    case 'no-such-internal-rule':
      return badField('#/internalRule', 'known-internal-rule', {
        zh: '内部制度台账中没有这项制度，请重新选择。',
        en: 'The register of internal rules has no such rule; choose again.',
      })
    case 'file-not-stored':
      return badField('#/file', 'stored-file', {
        zh: `文件“${refusal.facts.name}”尚未上传，请重新上传。`,
        en: `The file “${refusal.facts.name}” was not stored; upload it again.`,
      })
    case 'nothing-to-end':
      return conflict('no-rule-to-end', {
        zh: '没有可以终止的分配办法。',
        en: 'There is no rule of distribution to end.',
      })
    case 'rule-changed-meanwhile':
      return conflict('rule-changed-meanwhile', {
        zh: `他人已登记第${refusal.facts.version}版；请重新打开后再修改。`,
        en: `Somebody wrote version ${refusal.facts.version} meanwhile; open it again first.`,
      })
  }
}

/** The public pages of the problem codes of the rule of distribution. */
export const ruleProblems: ProblemPages = {
  'no-rule-to-end': {
    status: 409,
    title: { zh: '没有可以终止的分配办法', en: 'There is no rule of distribution to end' },
    meaning: {
      zh: '本单位没有登记分配办法，或者它已经终止。',
      en: 'The institution entered no rule of distribution, or has ended it already.',
    },
    todo: { zh: '无需办理。', en: 'Nothing is to be done.' },
  },
  'rule-changed-meanwhile': {
    status: 409,
    title: { zh: '分配办法已被他人修改', en: 'Somebody changed the rule meanwhile' },
    meaning: {
      zh: '您打开之后，他人登记了新的一版；本次没有写入。',
      en: 'A further version was entered after you opened it; nothing of yours was written.',
    },
    todo: {
      zh: '重新打开，核对新的一版后再修改。',
      en: 'Open it again, look at the new version, then make yours.',
    },
  },
}
