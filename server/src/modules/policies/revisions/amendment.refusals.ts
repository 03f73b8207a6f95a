import type { Refusal } from '@yizhuan/kit'
import type { ProblemPages } from '../../../platform/problem.refusals.ts'
import {
  badField,
  conflict,
  forbidden,
  notFound,
  type Problem,
  unlawful,
} from '../../../platform/problem.ts'
import type { AmendmentRefusals } from './amendment.ts'

/** What a person reads for every no about amendments of law packs. */
export function toProblem(refusal: Refusal<AmendmentRefusals>): Problem {
  switch (refusal.code) {
    case 'not-the-keeper':
      return forbidden({
        zh: '规则包由本系统指定的机构维护，贵单位不能修订；本单位可在“本单位规定”中作更严的规定。',
        en: 'The packs are kept by the institution entrusted with them; yours may set stricter rules of its own.',
      })
    case 'no-such-pack':
      return badField('#/pack', 'known-pack', {
        zh: `没有规则包“${refusal.facts.pack}”。`,
        en: `There is no pack “${refusal.facts.pack}”.`,
      })
    case 'no-release-waits':
      return conflict('amendment-moved-on', {
        zh: '没有待接收的新版文件。',
        en: 'No files of a release wait.',
      })
    case 'another-amendment-waits':
      return conflict('another-amendment-waits', {
        zh: `${refusal.facts.names}起草的修订尚未完成，请先发布或撤销。`,
        en: `An amendment by ${refusal.facts.names} is on its way; publish or drop it first.`,
      })
    case 'amendment-not-found':
      return notFound({ zh: '没有这份修订草案。', en: 'There is no such amendment.' })
    case 'amendment-not-open':
      return conflict('amendment-moved-on', {
        zh: `草案${stateWords[refusal.facts.state].zh}，不能再改。`,
        en: `The amendment is ${stateWords[refusal.facts.state].en} and cannot be changed.`,
      })
    case 'amendment-not-submitted':
      return conflict('amendment-moved-on', {
        zh: `草案${stateWords[refusal.facts.state].zh}；提交后才能审核发布。`,
        en: `The amendment is ${stateWords[refusal.facts.state].en}; it is published once submitted.`,
      })
    case 'nothing-edited':
      return conflict('nothing-edited', {
        zh: '草案还没有任何改动。',
        en: 'Nothing is changed yet.',
      })
    case 'edit-not-applicable':
      return badField('#/edit', 'applicable', {
        zh: `规则包中没有“${refusal.facts.subject}”可改。`,
        en: `The pack has no “${refusal.facts.subject}” to change.`,
      })
    case 'no-text-at-hand':
      return badField('#/edit/at', 'text-at-hand', {
        zh: `官方文本中没有读到 ${refusal.facts.at}，请先导入新文本。`,
        en: `No text at hand reads at ${refusal.facts.at}; import the new text first.`,
      })
    case 'not-clean':
      return unlawful('amendment-not-clean', notClean(refusal.facts))
    case 'author-may-not-publish':
      return forbidden({
        zh: `起草人为${refusal.facts.names}，须由另一位政策专员审核。`,
        en: `${refusal.facts.names} wrote it; another policy officer has to decide.`,
      })
    case 'newer-revision':
      return conflict('newer-revision', {
        zh: `草案提交时以第 ${refusal.facts.base} 版为基础，现已有第 ${refusal.facts.newest} 版。请退回起草人核对后重新提交。`,
        en: `It was submitted upon r${refusal.facts.base}; r${refusal.facts.newest} is recorded since. Give it back to be looked at again.`,
      })
  }
}

function notClean({ problems, failures, zh, en }: AmendmentRefusals['not-clean']) {
  return {
    zh: `检查未通过：问题 ${problems} 项，未通过的算例 ${failures} 个。第一项：${zh}。`,
    en: `The check fails: ${problems} problems, ${failures} cases not answered. The first: ${en}.`,
  }
}

const stateWords = {
  open: { zh: '尚在起草', en: 'being drafted' },
  submitted: { zh: '已提交', en: 'submitted' },
  published: { zh: '已发布', en: 'published' },
  withdrawn: { zh: '已撤销', en: 'dropped' },
} as const

/** The public pages of what amendments refuse. */
export const amendmentProblems: ProblemPages = {
  'another-amendment-waits': {
    status: 409,
    title: { zh: '已有修订在办', en: 'An amendment is on its way' },
    meaning: {
      zh: '同一规则包同时只能有一份修订草案。',
      en: 'A pack has one amendment at a time.',
    },
    todo: { zh: '先发布或撤销它。', en: 'Publish or drop it first.' },
  },
  'amendment-moved-on': {
    status: 409,
    title: { zh: '草案状态已变', en: 'The amendment has moved on' },
    meaning: {
      zh: '草案已提交、发布或撤销，或尚未提交。',
      en: 'It was submitted, published or dropped, or is not submitted yet.',
    },
    todo: { zh: '刷新查看。', en: 'Look again.' },
  },
  'nothing-edited': {
    status: 409,
    title: { zh: '没有改动', en: 'Nothing is changed' },
    meaning: {
      zh: '草案没有任何改动，不能提交。',
      en: 'An amendment without edits is not submitted.',
    },
    todo: { zh: '先修改，再提交。', en: 'Change something first.' },
  },
  'amendment-not-clean': {
    status: 422,
    title: { zh: '检查未通过', en: 'The check fails' },
    meaning: {
      zh: '规则包有新的问题，或有算例的结果与预期不同。',
      en: 'The pack has new problems, or a case comes out other than expected.',
    },
    todo: { zh: '按检查结果逐项改正。', en: 'Correct what the check names.' },
  },
  'newer-revision': {
    status: 409,
    title: { zh: '规则包已有更新版本', en: 'A newer revision is recorded' },
    meaning: {
      zh: '草案提交后，规则包又有了新的修订版。',
      en: 'Another revision was recorded after it was submitted.',
    },
    todo: {
      zh: '退回后在新版基础上重新提交。',
      en: 'Give it back and submit it upon the newer one.',
    },
  },
}
