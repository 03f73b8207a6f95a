import type { Lang } from '@yizhuan/kit'
import type { Expression } from './expression.ts'
import type { Law, Norm } from './law.ts'
import type { TypeDocument } from './pack.ts'
import { Speaker } from './say.ts'
import { fieldsOf, type Value } from './value.ts'

/** A norm as a sentence, without any facts: what a policy officer checks against the article. */
export function sentenceOf(law: Law, norm: Norm, lang: Lang): string {
  return (lang === 'zh' ? inChinese : inEnglish)(new Speaker(law, lang), norm)
}

function inChinese(speaker: Speaker, norm: Norm): string {
  const { due } = norm.trees
  const condition = conditionOf(speaker, norm)
  const isRule = norm.force === 'must'
  const demand = norm.isProhibition
    ? isRule
      ? '不得有下列情形：'
      : '原则上不应有下列情形：'
    : isRule
      ? '应当：'
      : '原则上应当：'
  const acts = norm.requiredFor.map((act) => speaker.actOf(act)).join('、')
  return [
    condition && `凡${condition}的，`,
    demand,
    speaker.statement(demandedOf(norm)),
    due ? `；截止日为${speaker.term(due)}` : '',
    acts === '' ? '' : norm.blocks ? `；否则不得${acts}` : `；否则在${acts}时提示`,
    '。',
    speaker.readings(),
  ].join('')
}

function inEnglish(speaker: Speaker, norm: Norm): string {
  const { due } = norm.trees
  const condition = conditionOf(speaker, norm)
  const [demand, wish] = norm.isProhibition
    ? ['forbidden', 'to be avoided']
    : ['required', 'required']
  const acts = norm.requiredFor.map((act) => speaker.actOf(act)).join(', ')
  const text = [
    condition && `if ${condition}, `,
    norm.force === 'must' ? `${demand}: ` : `in principle ${wish}: `,
    speaker.statement(demandedOf(norm)),
    due ? `; last day: ${speaker.term(due)}` : '',
    '.',
    acts === ''
      ? ''
      : norm.blocks
        ? ` Otherwise barred: ${acts}.`
        : ` Otherwise a warning before: ${acts}.`,
    speaker.readings(),
  ].join('')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** When a norm applies; empty where that is always, also where a reading makes it so. */
function conditionOf(speaker: Speaker, { trees: { applies } }: Norm): string {
  const said = applies ? speaker.statement(applies) : ''
  return speaker.constantOf(applies) === true ? '' : said
}

/** What a duty demands, or a prohibition forbids. */
function demandedOf({ isProhibition, trees: { satisfied } }: Norm): Expression {
  const [forbidden] = isProhibition && satisfied.t === 'op' ? satisfied.of : []
  return forbidden ?? satisfied
}

/** What a term means, in words; undefined for a name that is not one of the law's terms. */
export function meaningOf(law: Law, id: string, lang: Lang): string | undefined {
  const definition = law.definitions.get(id)
  if (!definition) return undefined
  const speaker = new Speaker(law, lang)
  const { type, tree } = definition
  return type === 'bool' ? speaker.statement(tree) : speaker.term(tree)
}

/** A value of a fact as people read it; the rows of a list one after the other, each by its fields. */
export function valueText(law: Law, type: TypeDocument, value: Value, lang: Lang): string {
  const speaker = new Speaker(law, lang)
  if (!Array.isArray(value) || value.length === 0) return speaker.show(value, type)
  const [comma, end] = lang === 'zh' ? ['，', '；'] : [', ', '; ']
  return value
    .map((row) =>
      Object.entries(fieldsOf(type))
        .filter(([field]) => row[field] !== undefined && row[field] !== null)
        .map(([field, { label, type: kind }]) => {
          const shown = speaker.show(row[field] ?? null, kind)
          return lang === 'zh' ? `${label.zh} ${shown}` : `${label.en}: ${shown}`
        })
        .join(comma),
    )
    .join(end)
}
