import type { Words } from './words.ts'

/** Input that breaks a rule of form. Names the field and the rule; nothing has been changed. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly field: string
  readonly rule: string
  readonly words: Words

  constructor(field: string, rule: string, text: Words) {
    super(field === '' ? text.en : `${field}: ${text.en}`)
    this.field = field
    this.rule = rule
    this.words = text
  }

  /** The same mistake, seen from one level further out. */
  within(outer: string): InputError {
    const join = this.field === '' || this.field.startsWith('[') ? '' : '.'
    return new InputError(`${outer}${join}${this.field}`, this.rule, this.words)
  }
}
