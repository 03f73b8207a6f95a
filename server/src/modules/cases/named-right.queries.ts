import type { Tx } from '../../platform/database.ts'
import { numberOf } from '../../platform/grams.ts'
import type { FieldError } from '../../platform/problem.ts'
import { rightNamed } from '../rights/index.ts'

interface Asked {
  readonly institution: string
  readonly data: Readonly<Record<string, unknown>>
}

type Answer = { readonly data: Asked['data'] } | { readonly errors: readonly FieldError[] }

/**
 * The right that a proposal to give it up is about. No form shows its id, and by it the docket ends a right:
 * those who review and show it read its title and number, so these are of the very right that ends.
 */
export async function namedRight(tx: Tx, { institution, data }: Asked): Promise<Answer> {
  const { rightId, number, right } = data
  if (typeof rightId !== 'string') return { data }
  const one = await rightNamed(tx, institution, rightId)
  if (!one) return { errors: noSuchRight }
  const isNumbered = typeof number === 'string' && number.trim() !== ''
  if (isNumbered && numberOf(number) === numberOf(one.number ?? '')) return { data }
  if (isNumbered && one.number !== null) return { errors: otherNumber(one.number) }
  if (typeof right === 'string' && right.trim() !== one.title)
    return { errors: otherTitle(one.title) }
  return { data: one.number === null ? data : { ...data, number: one.number } }
}

const noSuchRight: readonly FieldError[] = [
  {
    pointer: '#/data/rightId',
    rule: 'known-right',
    detail: {
      zh: '知识产权台账中没有这项权利。',
      en: 'The register of rights has no such right.',
    },
  },
]

const otherNumber = (number: string): readonly FieldError[] => [
  {
    pointer: '#/data/number',
    rule: 'number-of-the-right',
    detail: {
      zh: `台账中这项权利的编号是 ${number}；要放弃另一项权利的，请从那项权利提出。`,
      en: `In the register this right has the number ${number}; to give another one up, begin from there.`,
    },
  },
]

const otherTitle = (title: string): readonly FieldError[] => [
  {
    pointer: '#/data/right',
    rule: 'title-of-the-right',
    detail: {
      zh: `台账中这项权利的名称是“${title}”；要放弃另一项权利的，请从那项权利提出。`,
      en: `In the register this right is called “${title}”; to give another one up, begin from there.`,
    },
  },
]
