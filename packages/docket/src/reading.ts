import type { Words } from '@yizhuan/kit'
import type { Length } from './docket-law.ts'

/** A key of the data that is not as it must be. For authors of the data: it never reaches a user. */
export class DocketLawProblem extends Error {
  override readonly name = 'DocketLawProblem'
  readonly where: string

  constructor(where: string, expected: string) {
    super(`${where}: expected ${expected}`)
    this.where = where
  }
}

type Mapping = Readonly<Record<string, unknown>>

const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value of a document and where it stands; every look at it says what it expects. */
export class At {
  readonly where: string
  readonly value: unknown

  constructor(where: string, value: unknown) {
    this.where = where
    this.value = value
  }

  wrong(expected: string): DocketLawProblem {
    return new DocketLawProblem(this.where, expected)
  }

  get(key: string): At {
    const value = isMapping(this.value) ? this.value[key] : undefined
    return new At(`${this.where}.${key}`, value)
  }

  maybe(key: string): At | undefined {
    const found = this.get(key)
    return found.value === undefined ? undefined : found
  }

  /** The keys it needs and may have, and no others. */
  has(needed: readonly string[], allowed: readonly string[] = []): void {
    if (!isMapping(this.value)) throw this.wrong('a mapping')
    for (const key of needed)
      if (this.value[key] === undefined) throw this.get(key).wrong('a value')
    const other = Object.keys(this.value).find((key) => ![...needed, ...allowed].includes(key))
    if (other !== undefined) throw this.get(other).wrong('no such key')
  }

  list<Item>(read: (at: At) => Item): readonly Item[] {
    if (!Array.isArray(this.value) || this.value.length === 0) throw this.wrong('a list')
    return this.value.map((item, at) => read(new At(`${this.where}[${at}]`, item)))
  }

  record<Item>(read: (at: At) => Item): Readonly<Record<string, Item>> {
    if (!isMapping(this.value)) throw this.wrong('a mapping')
    return Object.fromEntries(Object.keys(this.value).map((key) => [key, read(this.get(key))]))
  }

  /** Reads it by a function that throws, or gives nothing, when it is not as expected. */
  as<Value>(expected: string, read: (value: unknown) => Value | undefined): Value {
    let found: Value | undefined
    try {
      found = read(this.value)
    } catch {
      throw this.wrong(expected)
    }
    if (found === undefined) throw this.wrong(expected)
    return found
  }

  text(): string {
    if (typeof this.value !== 'string' || this.value === '') throw this.wrong('a text')
    return this.value
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') throw this.wrong('true or false')
    return this.value
  }

  count(): number {
    if (!Number.isSafeInteger(this.value) || Number(this.value) < 0) throw this.wrong('a count')
    return Number(this.value)
  }

  one<const Choice extends string>(choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.value)
    if (found === undefined) throw this.wrong(`one of ${choices.slice(0, 8).join(', ')}`)
    return found
  }

  words(): Words {
    this.has(['zh', 'en'])
    return { zh: this.get('zh').text(), en: this.get('en').text() }
  }

  length(): Length {
    this.has([], ['years', 'months', 'days'])
    const parts = Object.entries(this.value as Mapping)
    if (parts.length === 0 || parts.some(([, part]) => !Number.isSafeInteger(part)))
      throw this.wrong('years, months or days')
    return Object.fromEntries(parts) as Length // Whole numbers under the three keys, as checked.
  }
}
