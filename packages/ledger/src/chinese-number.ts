const digits: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
}
const places: Readonly<Record<string, number>> = {
  ...{ 十: 10, 百: 100, 千: 1000 },
  ...{ 拾: 10, 佰: 100, 仟: 1000 },
}

/**
 * Reads a whole number in Chinese characters, everyday or capital: 三十, 壹佰肆拾万陆仟伍佰.
 * Undefined when it is not one.
 */
export function parseChineseNumber(text: string): bigint | undefined {
  if (text === '') return undefined
  let [total, section, digit] = [0n, 0, 0]
  for (const character of text) {
    if (character === '万') total += BigInt(section + digit) * 10_000n
    else if (character === '亿') total = (total + BigInt(section + digit)) * 100_000_000n
    else if (places[character] !== undefined) {
      section += (digit === 0 ? 1 : digit) * places[character]
      digit = 0
      continue
    } else if (digits[character] !== undefined) {
      digit = digits[character]
      continue
    } else return undefined
    section = 0
    digit = 0
  }
  return total + BigInt(section + digit)
}

/** Digits written one after another: 二〇二三 is 2023. Undefined when another character occurs. */
export function digitsOf(text: string): string | undefined {
  const found = [...text].map((character) => digits[character])
  return found.includes(undefined) || found.length === 0 ? undefined : found.join('')
}

/** An amount in capital characters, in fen: 壹拾贰万伍仟元整, 叁元伍角, 柒拾万圆. */
export function parseCapitalAmount(text: string): bigint | undefined {
  const match =
    /^(?:人民币)?(?:([^元圆角分整正]+)[元圆])?(零?[^元圆角分整正]角)?(零?[^元圆角分整正]分)?[整正]?$/.exec(
      text,
    )
  if (!match || match[0] === '') return undefined
  const [, yuan, jiao, cents] = match
  if (yuan === undefined && jiao === undefined && cents === undefined) return undefined
  const parts = [yuan, jiao?.replace(/角$/, ''), cents?.replace(/分$/, '')]
  const [whole, tenths, hundredths] = parts.map((part) =>
    part === undefined ? 0n : parseChineseNumber(part),
  )
  if (whole === undefined || tenths === undefined || hundredths === undefined) return undefined
  return whole * 100n + tenths * 10n + hundredths
}
