import { InputError } from '@yizhuan/kit'
import type { Country } from './country.ts'
import type { NumberFormat, OfficeFormats } from './docket-law.ts'
import type { RightKind } from './kind.ts'
import { plain } from './numbers.ts'

// The numbers of offices abroad: any usual notation is read, one is kept. The notations are data.

/** What a number is of: the application or the patent, or its publication. */
export type NumberOf = 'numbers' | 'publications'

/** Which number of a right. */
interface Reading {
  readonly of: NumberOf
  readonly kind: RightKind
  readonly field: string
}

/** The notations of an office for rights of a kind: none where nobody knows them. */
function formatsOf(
  offices: readonly OfficeFormats[],
  country: Country,
  { of, kind }: Pick<Reading, 'of' | 'kind'>,
): readonly NumberFormat[] {
  const office = offices.find((one) => one.office === country)
  return (office?.[of] ?? []).filter(({ kinds = patentKinds }) => kinds.includes(kind))
}

const patentKinds: readonly RightKind[] = ['invention', 'utility_model', 'design', 'patent', 'pct']

/**
 * Reads a number of an office abroad and writes it in its one notation; where the notations of the office for such
 * rights are not known it stays as it was written.
 *
 * @throws {InputError} naming the field and the rule it breaks.
 */
export function readNumberAbroad(
  offices: readonly OfficeFormats[],
  country: Country,
  text: string,
  { of, kind, field }: Reading,
): string {
  const formats = formatsOf(offices, country, { of, kind })
  if (formats.length === 0) return text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const code = plain(text)
  const fitting = formats.filter(({ read }) => read.test(code))
  const good = fitting.find((format) => isChecked(format, code))
  if (good) return code.replace(good.read, good.write)
  const example =
    formats.find((format) => format.example !== undefined)?.example ??
    offices.find(({ office }) => office === country)?.example
  if (fitting.length > 0) {
    throw new InputError(field, 'check-digit', {
      zh: `“${code}”的校验位不对，号码有一位抄错；请对照受理通知或证书`,
      en: `The check digit of "${code}" is wrong: a digit was miscopied; compare it with the notice or certificate`,
    })
  }
  const isBare = country === 'US' && patentKinds.includes(kind)
  throw new InputError(field, 'number-abroad', {
    zh: `“${code}”不是 ${country} 常用的号码写法；应如 ${example}。${isBare ? '美国的 8 位号码须写明是申请（16/123,456）还是专利（US10123456B2）' : ''}`,
    en: `"${code}" is no usual notation of ${country}; write it as ${example}.${isBare ? ' Of eight bare digits of the US say whether they are an application (16/123,456) or a patent (US10123456B2)' : ''}`,
  })
}

/** Whether somebody checks the numbers of an office for rights of a kind, or keeps them as they were written. */
export function isOfficeKnown(
  offices: readonly OfficeFormats[],
  country: Country,
  kind: RightKind,
): boolean {
  return formatsOf(offices, country, { of: 'numbers', kind }).length > 0
}

/** Other notations by which people look for a number that is kept in its one notation. */
export function spellingsAbroad(
  offices: readonly OfficeFormats[],
  country: Country,
  number: string,
): readonly string[] {
  const formats = offices.find(({ office }) => office === country)?.numbers ?? []
  const format = formats.find(({ read, write }) => {
    return read.test(number) && number.replace(read, write) === number
  })
  return format ? format.spell.map((spelt) => number.replace(format.read, spelt)) : []
}

function isChecked({ read, check }: NumberFormat, code: string): boolean {
  if (check !== 'luhn') return true
  const [, digits = '', digit = ''] = read.exec(code) ?? []
  return luhnDigit(digits) === digit
}

/** Digits are doubled in turn, from the second on; what makes the sum of all digits whole tens. */
function luhnDigit(digits: string): string {
  const sum = [...digits].reduce((all, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return String((10 - (sum % 10)) % 10)
}
