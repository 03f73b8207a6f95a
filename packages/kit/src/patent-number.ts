const weights = [2, 3, 4, 5, 6, 7, 8, 9]

/** The check character of the number of an application: the sum of its weighted digits mod 11. */
export function patentCheckCharacter(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * (weights[at % weights.length] ?? 0)
  return sum % 11 === 10 ? 'X' : String(sum % 11)
}
