import { type Cell, columnNumber } from './cell.ts'
import type { Grid } from './grid.ts'

/**
 * Computes what simple formulas give: numbers, cells, + - * /, brackets, SUM and ROUND.
 *
 * @returns undefined for anything else, for an error, and for cells that hold no number.
 */
export function computeFormula(grid: Grid, formula: string, depth = 0): number | undefined {
  if (depth > 20) return undefined
  const tokens =
    formula.replaceAll('$', '').match(/\d+(?:\.\d+)?|[A-Z]+\d+|[A-Z]+|[-+*/():,]|\S/g) ?? []
  let at = 0
  const next = () => tokens[at]
  const take = (token: string) => {
    if (next() !== token) throw new NoNumber()
    at += 1
  }

  const cellValue = (reference: string): number => {
    const value = numberIn(grid, cellOf(grid, reference), depth)
    if (value === undefined) throw new NoNumber()
    return value
  }
  const sumOf = (from: string, to: string): number => {
    const [a, b] = [placeOf(from), placeOf(to)]
    if ((b.row - a.row + 1) * (b.column - a.column + 1) > 100_000) throw new NoNumber()
    let sum = 0
    for (let row = a.row; row <= b.row; row += 1)
      for (let column = a.column; column <= b.column; column += 1)
        sum += numberIn(grid, grid.at(row, column), depth) ?? 0
    return sum
  }
  const argument = (): number => {
    const from = next() ?? ''
    if (isReference(from) && tokens[at + 1] === ':') {
      at += 3
      return sumOf(from, tokens[at - 1] ?? '')
    }
    return expression()
  }
  const call = (name: string): number => {
    take('(')
    const values = [argument()]
    while (next() === ',') {
      at += 1
      values.push(argument())
    }
    take(')')
    if (name === 'SUM') return values.reduce((sum, value) => sum + value, 0)
    if (name === 'ROUND' && values.length === 2) return roundTo(values[0] ?? 0, values[1] ?? 0)
    throw new NoNumber()
  }
  const primary = (): number => {
    const token = next()
    if (token === undefined) throw new NoNumber()
    at += 1
    if (token === '-') return -primary()
    if (token === '+') return primary()
    if (token === '(') {
      const value = expression()
      take(')')
      return value
    }
    if (/^\d/.test(token)) return Number(token)
    if (isReference(token)) return cellValue(token)
    return call(token)
  }
  const product = (): number => {
    let value = primary()
    while (next() === '*' || next() === '/') {
      at += 1
      value = tokens[at - 1] === '*' ? value * primary() : value / primary()
    }
    return value
  }
  function expression(): number {
    let value = product()
    while (next() === '+' || next() === '-') {
      at += 1
      value = tokens[at - 1] === '+' ? value + product() : value - product()
    }
    return value
  }

  try {
    const value = expression()
    return at === tokens.length && Number.isFinite(value) ? value : undefined
  } catch (error) {
    if (error instanceof NoNumber) return undefined
    throw error
  }
}

/** Something that is no number was met; the formula has no value for us. */
class NoNumber extends Error {}

const isReference = (token: string) => /^[A-Z]{1,3}\d+$/.test(token)

function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(reference) ?? []
  if (row === '') throw new NoNumber()
  return { row: Number(row), column: columnNumber(letters) }
}

function cellOf(grid: Grid, reference: string): Cell | undefined {
  const { row, column } = placeOf(reference)
  return grid.at(row, column)
}

function numberIn(grid: Grid, cell: Cell | undefined, depth: number): number | undefined {
  if (cell === undefined) return 0
  if (cell.kind === 'number') return Number(cell.text)
  if (cell.kind === 'none' && cell.formula !== undefined)
    return computeFormula(grid, cell.formula, depth + 1)
  return undefined
}

function roundTo(value: number, digits: number): number {
  const factor = 10 ** digits
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON))) / factor
}
