/** The check character of an identity number of 17 digits (GB 11643). */
export function identityCheckCharacter(digits: string): string {
  const sum = weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return '10X98765432'.charAt(sum % 11)
}

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of a unified social credit code of 17 characters (GB 32100). */
export function creditCheckCharacter(code: string): string | undefined {
  let [sum, weight] = [0, 1]
  for (const character of code) {
    const value = creditCharacters.indexOf(character)
    if (value < 0) return undefined
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return creditCharacters.charAt((31 - (sum % 31)) % 31)
}

function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * (weights[at % weights.length] ?? 0)
  return sum
}
