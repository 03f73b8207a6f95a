import type { ProblemPages } from '../../../platform/problem.refusals.ts'

/** The public pages of what the library, own rules and the law as a service refuse. */
export const problems: ProblemPages = {
  'no-articles-found': {
    status: 422,
    title: { zh: '没有识别到条文', en: 'No article was found' },
    meaning: {
      zh: '导入的文本中没有这份文件的条文，可能不是官方全文。',
      en: 'The imported text holds no article of the document; it may not be the full official text.',
    },
    todo: { zh: '粘贴官方全文后重试。', en: 'Paste the full official text and try again.' },
  },
  'no-law-for-province': {
    status: 409,
    title: { zh: '没有适用的规则包', en: 'No law pack applies' },
    meaning: {
      zh: '机构所在省份没有已安装的规则包，无法作出判断。',
      en: 'No pack is installed for the province of the institution, so nothing can be decided.',
    },
    todo: {
      zh: '请管理员核对所在省份，或安装该省规则包。',
      en: 'Ask the administrator to check the province, or install its pack.',
    },
  },
  'nothing-changes': {
    status: 409,
    title: { zh: '与现行规定相同', en: 'Nothing would change' },
    meaning: {
      zh: '提议的内容在生效日当天已经执行。',
      en: 'The same already governs on the day it would begin.',
    },
    todo: { zh: '无需再提。', en: 'There is nothing to propose.' },
  },
  'another-waits': {
    status: 409,
    title: { zh: '已有待批准的提议', en: 'Another proposal waits' },
    meaning: {
      zh: '同一事项已有一项提议待批准。',
      en: 'A proposal about the same matter waits for a decision.',
    },
    todo: { zh: '先批准、否决或撤回它。', en: 'Approve, reject or withdraw it first.' },
  },
  'proposal-decided': {
    status: 409,
    title: { zh: '提议已处理', en: 'The proposal is decided' },
    meaning: {
      zh: '另一位同事已批准、否决或撤回这项提议。',
      en: 'A colleague has approved, rejected or withdrawn it already.',
    },
    todo: { zh: '刷新查看结果。', en: 'Look again.' },
  },
  'laxer-than-law': {
    status: 422,
    title: { zh: '低于法定要求', en: 'Laxer than the law' },
    meaning: {
      zh: '单位规定只能比法定要求更严。“because”列出所依据的条款。',
      en: 'An institution may be stricter than the law, not laxer. “because” names the article.',
    },
    todo: { zh: '按条款的限度修改数值。', en: 'Keep the number within the bound of the article.' },
  },
  'fixed-by-law': {
    status: 422,
    title: { zh: '法定固定数值', en: 'Fixed by law' },
    meaning: {
      zh: '这个数值由条款固定，单位不能另行规定。',
      en: 'The article fixes this number; an institution cannot set another.',
    },
    todo: { zh: '删除这项规定。', en: 'Leave this rule out.' },
  },
  'unknown-parameter': {
    status: 422,
    title: { zh: '没有这项参数', en: 'No such parameter' },
    meaning: {
      zh: '所选规则包中没有这项参数。',
      en: 'The chosen packs hold no parameter of this name.',
    },
    todo: { zh: '核对参数名称和规则包。', en: 'Check the name and the packs.' },
  },
}
