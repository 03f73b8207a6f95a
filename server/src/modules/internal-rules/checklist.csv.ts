import type { Lang, Words } from '@yizhuan/kit'
import { STATUS_WORDS } from '@yizhuan/law'
import { type Column, columnsIn } from '../../platform/csv.ts'
import { ruleStateWords } from './internal-rule.ts'
import type { ChecklistWire, DemandWire } from './internal-rule.wire.ts'

/** A demand with the titles of the rules that answer it. */
export type DemandLine = DemandWire & { readonly titles: readonly string[] }

/** What is asked for, one line each: what lacks a rule stands where the law has it. */
export function demandLines({ demands, rules }: ChecklistWire): readonly DemandLine[] {
  return demands.map((demand) => ({
    ...demand,
    titles: rules.flatMap(({ id, title }) => (demand.rules.includes(id) ? title : [])),
  }))
}

const forces: Readonly<Record<DemandWire['force'], Words>> = {
  must: { zh: '应当', en: 'must' },
  should: { zh: '倡导', en: 'should' },
}

const missing: Words = { zh: '未登记', en: 'not registered' }

/** The checklist as a sheet, in one language. */
export function checklistColumns(lang: Lang): Column<DemandLine>[] {
  const { text, day } = columnsIn<DemandLine>(lang)
  const joined = (words: readonly Words[]) => words.map((one) => one[lang]).join('; ')
  const draft = lang === 'zh' ? '草案，仅供参考' : 'a draft, advises only'
  return [
    text('要求', 'Asked for', ({ title }) => title[lang]),
    text('力度', 'Force', ({ force }) => forces[force][lang]),
    text('草案', 'Draft', ({ isAdvisory }) => (isAdvisory ? draft : null)),
    text('依据', 'Article', ({ articles }) => joined(articles.map(({ label }) => label))),
    text('状态', 'Status', ({ status }) => STATUS_WORDS[status][lang]),
    day('最迟', 'By', ({ due }) => due),
    text(
      '制度状态',
      'State of the rule',
      ({ state }) => state && (state === 'missing' ? missing : ruleStateWords[state])[lang],
    ),
    text('已登记的制度', 'Rules registered', ({ titles }) => titles.join('; ')),
    text('尚缺信息', 'Not known', ({ missing: facts }) => joined(facts)),
  ]
}
