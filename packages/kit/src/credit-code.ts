const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The check character of a unified social credit code of 17 characters (GB 32100). */
export function creditCheckCharacter(code: string): string | undefined {
  let [sum, weight] = [0, 1]
  for (const character of code) {
    const value = characters.indexOf(character)
    if (value < 0) return undefined
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return characters.charAt((31 - (sum % 31)) % 31)
}

/** Whether a text is a unified social credit code: 18 characters, of which the last checks the others. */
export function isCreditCode(code: string): boolean {
  return code.length === 18 && creditCheckCharacter(code.slice(0, 17)) === code[17]
}
