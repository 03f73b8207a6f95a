const weights = [2, 3, 4, 5, 6, 7, 8, 9]

/** The check character of the number of an application: the sum of its weighted digits mod 11. */
export function patentCheckCharacter(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * (weights[at % weights.length] ?? 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** The year that the number of an application or of a registered program begins with. */
export function yearInNumber(number: string): string | undefined {
  const [, old, year] = /^(?:(\d\d)\d{6}\.|(?:PCT\/[A-Z]{2})?((?:19|20)\d\d))/.exec(number) ?? []
  return old === undefined ? year : `${Number(old) > 80 ? 19 : 20}${old}`
}
