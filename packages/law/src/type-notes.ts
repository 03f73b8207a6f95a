// What is said of a mistake in the types of an expression. Types and operators go by the words of packs.
import type { Words } from '@yizhuan/kit'

export const noParameter: Words = { zh: '没有这个参数', en: 'no such parameter' }
export const noName: Words = { zh: '没有这个名称', en: 'no such name' }
export const neverNone: Words = {
  zh: '它不会是“无”：未知时不写',
  en: 'it is never none: when unknown, it is left out',
}

export const isOther = (found: string, wanted: string): Words => ({
  zh: `是 ${found}，不是 ${wanted}`,
  en: `is ${found}, not ${wanted}`,
})

export const rowHas = (fields: readonly string[]): Words => ({
  zh: `一行只有 ${fields.join('、')}`,
  en: `a row has ${fields.join(', ')}`,
})

export const notOneOf = (options: readonly string[]): Words => ({
  zh: `不是以下之一：${options.join('、')}`,
  en: `not one of ${options.join(', ')}`,
})

export const meansOther = (name: string): Words => ({
  zh: `“${name}”已有别的意义`,
  en: `«${name}» already means something else`,
})

export const cannotTake = (quantifier: string, found: string): Words => ({
  zh: `“${quantifier}”不能用于 ${found}`,
  en: `«${quantifier}» cannot take ${found}`,
})

export const takesOther = (op: string, wanted: string, found: string): Words => ({
  zh: `“${op}”在此须用 ${wanted}，不能用 ${found}`,
  en: `«${op}» takes ${wanted} here, not ${found}`,
})

export const cannotCompare = (a: string, op: string, b: string): Words => ({
  zh: `不能比较：${a} ${op} ${b}`,
  en: `cannot compare: ${a} ${op} ${b}`,
})

export const cannotCalculate = (a: string, op: string, b: string): Words => ({
  zh: `不能计算：${a} ${op} ${b}`,
  en: `cannot calculate: ${a} ${op} ${b}`,
})
