import { type Cell, columnNumber } from './cell.ts'
import type { Grid } from './grid.ts'

/**
 * Computes what simple formulas give: numbers, cells, + - * /, brackets, SUM and ROUND.
 *
 * @returns undefined for anything else, for an error, and for cells that hold no number.
 */
export function computeFormula(grid: Grid, formula: string): number | undefined {
  try {
    const value = new Computation(grid, formula, { cells: mostCells, depth: deepest }).value()
    return Number.isFinite(value) ? value : undefined
  } catch (error) {
    if (error instanceof NoNumber) return undefined
    throw error
  }
}

/** Formulas may refer to formulas; circles and other long ways end here. */
const mostCells = 10_000
const deepest = 100

/** What a formula and those it refers to may still do. */
interface Effort {
  cells: number
  depth: number
}

/** Something that is no number was met; the formula has no value for us. */
class NoNumber extends Error {}

/** Reads a formula from left to right, each operator by its rank. */
class Computation {
  readonly #grid: Grid
  readonly #left: Effort
  readonly #tokens: readonly string[]
  #at = 0

  constructor(grid: Grid, formula: string, left: Effort) {
    this.#grid = grid
    this.#left = left
    const token = /\d+(?:\.\d+)?|[A-Z]+\d+|[A-Z]+|\S/g
    this.#tokens = formula.replaceAll('$', '').match(token) ?? []
  }

  value(): number {
    const value = this.#sum()
    if (this.#at < this.#tokens.length) throw new NoNumber()
    return value
  }

  #sum(): number {
    let value = this.#product()
    for (;;) {
      if (this.#takes('+')) value += this.#product()
      else if (this.#takes('-')) value -= this.#product()
      else return value
    }
  }

  #product(): number {
    let value = this.#factor()
    for (;;) {
      if (this.#takes('*')) value *= this.#factor()
      else if (this.#takes('/')) value /= this.#factor()
      else return value
    }
  }

  #factor(): number {
    if (this.#takes('-')) return -this.#deeper(() => this.#factor())
    if (this.#takes('+')) return this.#deeper(() => this.#factor())
    if (this.#takes('(')) {
      const value = this.#deeper(() => this.#sum())
      this.#need(')')
      return value
    }
    const token = this.#next()
    if (/^\d/.test(token)) return Number(token)
    return isReference(token) ? this.#cell(token) : this.#call(token)
  }

  #call(name: string): number {
    this.#need('(')
    const values = [this.#argument()]
    while (this.#takes(',')) values.push(this.#argument())
    this.#need(')')
    const [first = 0, second] = values
    if (name === 'SUM') return values.reduce((sum, value) => sum + value, 0)
    if (name === 'ROUND' && second !== undefined) return rounded(first, second)
    throw new NoNumber()
  }

  /** A value, or a range of cells that is added up. */
  #argument(): number {
    const [from = '', colon, to = ''] = this.#tokens.slice(this.#at, this.#at + 3)
    if (!isReference(from) || colon !== ':') return this.#sum()
    this.#at += 3
    const [a, b] = [placeOf(from), placeOf(to)]
    let sum = 0
    for (let row = a.row; row <= b.row; row += 1)
      for (let column = a.column; column <= b.column; column += 1)
        sum += this.#numberIn(this.#grid.at(row, column)) ?? 0
    return sum
  }

  #cell(reference: string): number {
    const { row, column } = placeOf(reference)
    const value = this.#numberIn(this.#grid.at(row, column))
    if (value === undefined) throw new NoNumber()
    return value
  }

  #numberIn(cell: Cell | undefined): number | undefined {
    this.#left.cells -= 1
    if (this.#left.cells < 0) throw new NoNumber()
    if (cell === undefined) return 0
    if (cell.kind === 'number') return Number(cell.text)
    if (cell.kind !== 'none' || cell.formula === undefined) return undefined
    const { formula } = cell
    return this.#deeper(() => new Computation(this.#grid, formula, this.#left).value())
  }

  #deeper(compute: () => number): number {
    this.#left.depth -= 1
    if (this.#left.depth < 0) throw new NoNumber()
    const value = compute()
    this.#left.depth += 1
    return value
  }

  #takes(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at += 1
    return true
  }

  #need(token: string): void {
    if (!this.#takes(token)) throw new NoNumber()
  }

  #next(): string {
    const token = this.#tokens[this.#at]
    if (token === undefined) throw new NoNumber()
    this.#at += 1
    return token
  }
}

const isReference = (token: string) => /^[A-Z]{1,3}\d+$/.test(token)

function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const [, letters = '', row = ''] = /^([A-Z]{1,3})(\d+)$/.exec(reference) ?? []
  if (row === '') throw new NoNumber()
  return { row: Number(row), column: columnNumber(letters) }
}

function rounded(value: number, digits: number): number {
  const factor = 10 ** digits
  return (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + Number.EPSILON))) / factor
}
