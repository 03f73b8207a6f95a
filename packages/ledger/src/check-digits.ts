/** The check character of an identity number of 17 digits (GB 11643). */
export function identityCheckCharacter(digits: string): string {
  const sum = weighted(digits, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2])
  return '10X98765432'.charAt(sum % 11)
}

function weighted(digits: string, weights: readonly number[]): number {
  let sum = 0
  for (let at = 0; at < digits.length; at += 1)
    sum += Number(digits[at]) * (weights[at % weights.length] ?? 0)
  return sum
}
