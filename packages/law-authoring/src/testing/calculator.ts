// A calculator for the arithmetic that worked sums write out. It knows nothing of the law's kernel: only
// numbers, so that both must be wrong in the same way before a wrong figure passes.
import { add, compare, div, mul, parseRatio, type Ratio, ratio, sub } from '@yizhuan/kit'

/** Whether an equation such as `up(0.05 * 70%) = 0.04` is true; yuan, and `up` and `down` to the fen. */
export function isTrue(equation: string): boolean {
  const [left, right, ...more] = equation.split('=')
  if (left === undefined || right === undefined || more.length > 0)
    throw new Error(`«${equation}» is no equation`)
  return compare(amountOf(left), amountOf(right)) === 0
}

function amountOf(text: string): Ratio {
  const words = text.match(/\d+(\.\d+)?%?|[a-z]+|[-+*/(),]/g) ?? []
  if (words.join('') !== text.replaceAll(' ', '')) throw new Error(`«${text}» cannot be read`)
  const reader = new Reader(words)
  const value = reader.sum()
  if (reader.next !== undefined) throw new Error(`«${text}» goes on after its end`)
  return value
}

class Reader {
  readonly #words: readonly string[]
  #at = 0

  constructor(words: readonly string[]) {
    this.#words = words
  }

  get next(): string | undefined {
    return this.#words[this.#at]
  }

  sum(): Ratio {
    let value = this.#product()
    while (this.next === '+' || this.next === '-') {
      const isMore = this.#take() === '+'
      const term = this.#product()
      value = isMore ? add(value, term) : sub(value, term)
    }
    return value
  }

  #product(): Ratio {
    let value = this.#factor()
    while (this.next === '*' || this.next === '/') {
      const isTimes = this.#take() === '*'
      const factor = this.#factor()
      value = isTimes ? mul(value, factor) : div(value, factor)
    }
    return value
  }

  #factor(): Ratio {
    const word = this.#take()
    if (word === '-') return sub(ratio(0), this.#factor())
    if (/^\d/.test(word)) return parseRatio(word)
    if (word === '(') return this.#closed(this.sum())
    this.#expect('(')
    const first = this.sum()
    if (word === 'up') return this.#closed(toFen(first, 1n))
    if (word === 'down') return this.#closed(toFen(first, 0n))
    if (word !== 'max') throw new Error(`«${word}» is no function`)
    this.#expect(',')
    const second = this.sum()
    return this.#closed(compare(first, second) < 0 ? second : first)
  }

  #take(): string {
    const word = this.next
    if (word === undefined) throw new Error('something is missing at the end')
    this.#at += 1
    return word
  }

  #expect(word: string): void {
    if (this.#take() !== word) throw new Error(`«${word}» is missing`)
  }

  #closed(value: Ratio): Ratio {
    this.#expect(')')
    return value
  }
}

/** What is not negative, in hundredths; the part of a fen is dropped, or counted as a whole one. */
function toFen({ n, d }: Ratio, more: bigint): Ratio {
  const whole = (n * 100n) / d
  const isExact = (n * 100n) % d === 0n
  return ratio(isExact ? whole : whole + more, 100)
}
