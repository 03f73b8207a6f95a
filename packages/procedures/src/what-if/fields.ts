// How what somebody types is read: each field by itself, and everything that cannot be read told at its field.
import {
  add,
  compare,
  type Fen,
  InputError,
  parseRatio,
  parseYuan,
  type Ratio,
  ratio,
  type Words,
} from '@yizhuan/kit'

/** What is wrong with one field. */
export interface FieldProblem {
  readonly field: string
  readonly text: Words
}

/** Reads fields one by one; what is wrong with any of them is gathered, and something harmless read instead. */
export function readingFields() {
  const problems: FieldProblem[] = []
  const wrong = (field: string, text: Words): void => {
    problems.push({ field, text })
  }
  const read = <Value>(field: string, parse: () => Value, instead: Value): Value => {
    try {
      return parse()
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      wrong(field, error.words)
      return instead
    }
  }
  const money = (field: string, text: string): Fen => {
    const plain = text.normalize('NFKC').replace(/[\s¥]/g, '')
    return read(field, () => notNegative(field, parseYuan(plain, field)), 0n as Fen)
  }
  const share = (field: string, text: string): Ratio =>
    read(field, () => shareOf(field, text), ratio(0))
  return { problems, wrong, read, money, share }
}

/** The shares of a team are the whole. */
export function mustMakeWhole(
  members: readonly { readonly share: Ratio }[],
  wrong: (field: string, text: Words) => void,
): void {
  const sum = members.reduce((total, { share }) => add(total, share), ratio(0))
  if (compare(sum, ratio(1)) === 0) return
  wrong(`members[${members.length - 1}]`, {
    zh: '各成员比例合计应为 100%',
    en: 'the shares of the members must add up to 100%',
  })
}

function notNegative(field: string, amount: Fen): Fen {
  if (amount >= 0n) return amount
  throw new InputError(field, 'not-negative', {
    zh: '金额不能为负',
    en: 'an amount must not be negative',
  })
}

/** "70", "70%" and "0.7" are the same share. */
function shareOf(field: string, text: string): Ratio {
  const plain = text.normalize('NFKC').trim()
  const share = parseRatio(
    /^\d{2,3}(\.\d+)?$|^[1-9](\.\d+)?$/.test(plain) ? `${plain}%` : plain,
    field,
  )
  if (share.n >= 0n && share.n <= share.d) return share
  throw new InputError(field, 'share', {
    zh: '应为 0% 到 100% 之间的比例，如 70%',
    en: 'must be a share from 0% to 100%, such as 70%',
  })
}
