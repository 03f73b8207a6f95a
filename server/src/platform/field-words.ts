import type { Words } from '@yizhuan/kit'

/** What is wrong with a field, in words that say what to do; undefined where only the rule can tell it. */
export function fieldWords(
  rule: string,
  { origin, minimum, maximum }: Readonly<Record<string, unknown>>,
): Words | undefined {
  if (rule === 'invalid_value') {
    return { zh: '请从所列选项中选择。', en: 'Choose one of the options.' }
  }
  if (origin !== 'string') return undefined
  if (rule === 'too_small' && minimum === 1) return { zh: '请填写。', en: 'Fill this in.' }
  if (rule === 'too_small' && minimum !== undefined) {
    return { zh: `至少${minimum}个字符，请补充。`, en: `At least ${minimum} characters; add some.` }
  }
  if (rule === 'too_big' && maximum !== undefined) {
    return {
      zh: `最多${maximum}个字符，请缩短。`,
      en: `At most ${maximum} characters; shorten it.`,
    }
  }
  return undefined
}
