import { percent, ratioText } from '@yizhuan/kit'
import { type Expression, isRatio } from '@yizhuan/law'

/** How tightly an operator binds, as in the grammar. */
const BINDING: Readonly<Record<string, number>> = {
  or: 1,
  and: 2,
  '==': 4,
  '!=': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
}

/** An expression as one writes it in a pack: reads back as the same tree. */
export function written(tree: Expression, outer = 0): string {
  switch (tree.t) {
    case 'literal':
      return literal(tree)
    case 'ref':
      return tree.path
    case 'param':
      return `$${tree.id}`
    case 'note':
      return written(tree.of, outer)
    case 'quantifier': {
      const { name, list, as, body, where } = tree
      const parts = [written(list), as, written(body), ...(where ? [written(where)] : [])]
      return `${name}(${parts.join(', ')})`
    }
    case 'op':
      return operation(tree, outer)
  }
}

function literal({ value, type }: Extract<Expression, { t: 'literal' }>): string {
  if (value === null) return 'none'
  if (isRatio(value)) return type === 'ratio' ? percent(value) : ratioText(value)
  return type === 'text' ? `'${String(value)}'` : String(value)
}

function operation({ op, of }: Extract<Expression, { t: 'op' }>, outer: number): string {
  const [first, ...others] = of
  if (!first) return op
  const strength = BINDING[op]
  if (op === 'not') return inside(`not ${written(first, 3)}`, 3, outer)
  if (op === 'in') {
    const options = others.map((each) => written(each)).join(', ')
    return inside(`${written(first, 4)} in (${options})`, 4, outer)
  }
  if (strength === undefined) return `${op}(${of.map((each) => written(each)).join(', ')})`
  // Operators of one strength are read from the left.
  const parts = [written(first, strength - 1), ...others.map((each) => written(each, strength))]
  return inside(parts.join(` ${op} `), strength, outer)
}

const inside = (text: string, strength: number, outer: number): string =>
  strength > outer ? text : `(${text})`
