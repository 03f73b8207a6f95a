import type { Words } from './words.ts'

type Params = Readonly<Record<string, unknown>>

/** What is wrong with a field, in words that say what to do; undefined where only the rule can tell it. */
export function fieldWords(rule: string, params: Params, message = ''): Words | undefined {
  switch (rule) {
    case 'invalid_value':
    case 'invalid_union':
      return { zh: '请从所列选项中选择。', en: 'Choose one of the options.' }
    case 'invalid_type':
      return message.endsWith('undefined') ? fillIn : wrongKind(params['expected'])
    case 'too_small':
      return tooSmall(params)
    case 'too_big':
      return tooBig(params)
    case 'not_multiple_of':
      return {
        zh: `请填写${params['divisor']}的倍数。`,
        en: `Give a multiple of ${params['divisor']}.`,
      }
    case 'invalid_format':
      return formats[String(params['format'])] ?? otherFormat
    default:
      return undefined
  }
}

const fillIn: Words = { zh: '请填写。', en: 'Fill this in.' }
const otherFormat: Words = {
  zh: '格式不正确，请核对后重新填写。',
  en: 'It is not written as it should be; check it and enter it again.',
}
const chosenAgain: Words = {
  zh: '编号不正确，请重新选择。',
  en: 'This is no valid number of a record; choose it again.',
}

const formats: Readonly<Record<string, Words>> = {
  uuid: chosenAgain,
  guid: chosenAgain,
  email: { zh: '请填写完整的电子邮箱地址。', en: 'Give a whole e-mail address.' },
  date: { zh: '请填写日期，如 2026-01-31。', en: 'Give a day, such as 2026-01-31.' },
  datetime: { zh: '请填写日期和时间。', en: 'Give a day and a time.' },
  url: { zh: '请填写完整的网址。', en: 'Give a whole address of a page.' },
}

const kinds: Readonly<Record<string, Words>> = {
  string: { zh: '请填写文字。', en: 'Give a text.' },
  number: { zh: '请填写数字。', en: 'Give a number.' },
  int: { zh: '请填写整数。', en: 'Give a whole number.' },
  boolean: { zh: '请选择是或者否。', en: 'Choose yes or no.' },
  array: { zh: '请以列表形式填写。', en: 'Give a list.' },
}

const wrongKind = (expected: unknown): Words => kinds[String(expected)] ?? otherFormat

function tooSmall({ origin, minimum }: Params): Words | undefined {
  if (minimum === undefined) return undefined
  if (origin === 'string' && minimum === 1) return fillIn
  if (origin === 'string') {
    return { zh: `至少${minimum}个字符，请补充。`, en: `At least ${minimum} characters; add some.` }
  }
  if (origin === 'array') {
    return { zh: `至少填写${minimum}项。`, en: `Give at least ${minimum}.` }
  }
  return { zh: `不得小于${minimum}。`, en: `Give ${minimum} or more.` }
}

function tooBig({ origin, maximum }: Params): Words | undefined {
  if (maximum === undefined) return undefined
  if (origin === 'string') {
    return {
      zh: `最多${maximum}个字符，请缩短。`,
      en: `At most ${maximum} characters; shorten it.`,
    }
  }
  if (origin === 'array') {
    return { zh: `最多${maximum}项，请减少。`, en: `At most ${maximum}; leave some out.` }
  }
  return { zh: `不得大于${maximum}。`, en: `Give ${maximum} or less.` }
}
