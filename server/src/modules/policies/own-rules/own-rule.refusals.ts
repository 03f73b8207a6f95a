import type { Clause, Refusal } from '@yizhuan/kit'
import {
  badField,
  conflict,
  forbidden,
  notFound,
  type Problem,
  unlawful,
} from '../../../platform/problem.ts'
import type { StoredRuleRefusals } from './own-rule.commands.ts'

/** The names of the fields in a request: a number and a reading are asked for in different words. */
export interface FieldNames {
  readonly subject: string
  readonly choice: string
}

/** What a person reads for every no about own rules. */
export function toProblem(refusal: Refusal<StoredRuleRefusals>, names: FieldNames): Problem {
  switch (refusal.code) {
    case 'subject-unknown':
      return badField(`#/${names.subject}`, 'known', {
        zh: `适用的规则包中没有“${refusal.facts.subject}”。`,
        en: `The law that applies has no “${refusal.facts.subject}”.`,
      })
    case 'not-settable':
      return badField(`#/${names.subject}`, 'settable', {
        zh: '这项参数不能由单位另行规定。',
        en: 'This number cannot be set by an institution.',
      })
    case 'choice-malformed':
      return badField(`#/${names.choice}`, refusal.facts.expected, malformed(refusal.facts))
    case 'ends-before-it-begins':
      return badField('#/to', 'after-from', {
        zh: '失效日须晚于生效日。',
        en: 'It must end after it begins.',
      })
    case 'laxer-than-law':
    case 'fixed-by-law':
      return unlawful(
        refusal.code,
        { zh: refusal.facts.zh, en: refusal.facts.en },
        {
          errors: [
            {
              pointer: `#/${names.choice}`,
              rule: refusal.code,
              detail: { zh: refusal.facts.zh, en: refusal.facts.en },
            },
          ],
          because: because(refusal.code, refusal.facts, refusal.clause),
        },
      )
    case 'reaches-back':
      return badField('#/from', 'not-dated-back', {
        zh: `变更不溯及既往：生效日不得早于批准之日，最早为 ${refusal.facts.earliest}。`,
        en: `A change does not reach back: it begins on the day of its approval or later, ${refusal.facts.earliest} at the earliest.`,
      })
    case 'nothing-changes':
      return conflict('nothing-changes', {
        zh: '与生效日当天已在执行的规定相同，无需再提。',
        en: 'The same already governs on that day; there is nothing to change.',
      })
    case 'another-waits':
      return conflict('another-waits', {
        zh: '同一事项已有一项待批准的提议，请先批准、否决或撤回。',
        en: 'Another proposal about the same waits; approve, reject or withdraw it first.',
      })
    case 'already-decided':
      return conflict('proposal-decided', decided(refusal.facts))
    case 'second-person-needed':
      return forbidden({
        zh: `提议人为${refusal.facts.name}，须由另一人批准。`,
        en: `${refusal.facts.name} proposed it; another person has to decide.`,
      })
    case 'only-the-proposer':
      return forbidden({
        zh: `只有提议人${refusal.facts.name}可以撤回。`,
        en: `Only ${refusal.facts.name}, who proposed it, may withdraw it.`,
      })
    case 'file-not-stored':
      return badField('#/basisFile', 'stored-before', {
        zh: `文件“${refusal.facts.name}”尚未上传，或与上传的不一致。`,
        en: `The file “${refusal.facts.name}” was not uploaded, or differs from what was.`,
      })
    case 'rule-not-found':
      return notFound({ zh: '没有这项提议。', en: 'There is no such proposal.' })
  }
}

function malformed({ expected, known }: StoredRuleRefusals['choice-malformed']) {
  if (expected === 'share') {
    return {
      zh: `请写成不超过 100% 的百分数，如 ${known}。`,
      en: `Write a percentage up to 100%, such as ${known}.`,
    }
  }
  if (expected === 'money') {
    return {
      zh: `请写成大于零的金额，如 ${known} 元。`,
      en: `Write an amount above zero, such as ${known} yuan.`,
    }
  }
  if (expected === 'days') {
    return { zh: `请写成正整数，如 ${known}。`, en: `Write a whole number, such as ${known}.` }
  }
  return {
    zh: `没有这种口径；可选：${known}。`,
    en: `There is no such reading; there are: ${known}.`,
  }
}

function decided({ outcome, name }: StoredRuleRefusals['already-decided']) {
  const words: Readonly<Record<string, string>> = {
    approved: '批准',
    rejected: '否决',
    withdrawn: '撤回',
  }
  return {
    zh: `${name}已${words[outcome] ?? '处理'}这项提议，请刷新查看。`,
    en: `${name} has ${outcome} it already; look again.`,
  }
}

/** The article that the refusal rests on, in the form every refusal uses. */
function because(
  code: string,
  { parameterZh: zh, parameterEn: en }: StoredRuleRefusals['laxer-than-law'],
  clause: Clause | undefined,
) {
  const [source, at] = clause?.split('#') ?? []
  if (source === undefined || at === undefined) return []
  return [{ norm: code, title: { zh, en }, cites: [{ source, at }] }]
}
