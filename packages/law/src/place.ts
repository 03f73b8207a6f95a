import type { Words } from '@yizhuan/kit'

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number below 1000 as Chinese texts write it: 14 is 十四. */
function chinese(n: number): string {
  if (n < 10) return digits[n] ?? String(n)
  if (n < 20) return `十${n % 10 === 0 ? '' : digits[n % 10]}`
  if (n < 100) return `${digits[Math.floor(n / 10)]}十${n % 10 === 0 ? '' : digits[n % 10]}`
  const rest = n % 100
  const tail =
    rest === 0 ? '' : rest < 10 ? `零${chinese(rest)}` : `${rest < 20 ? '一' : ''}${chinese(rest)}`
  return `${digits[Math.floor(n / 100)]}百${tail}`
}

/**
 * A place in a text as lawyers say it: `a14.p1.i3` is 第十四条第（三）项.
 *
 * The first paragraph is left out before an item, as the official form does.
 */
export function placeWords(at: string): Words {
  const [annex, path] = at.includes('/') ? at.split('/') : [undefined, at]
  const parts = (path ?? '').split('.')
  const shown = parts.filter(
    (part) => !(part === 'p1' && parts.some((other) => other.startsWith('i'))),
  )
  const zh = shown.map(partZh).join('')
  const en = shown.map(partEn).join(' ')
  return annex === undefined ? { zh, en } : { zh: `附件${annex} ${zh}`, en: `annex ${annex} ${en}` }
}

function partZh(part: string): string {
  const n = chinese(Number(part.slice(1).split('-')[0]))
  const names: Readonly<Record<string, string>> = {
    a: `第${n}条`,
    p: `第${n}款`,
    i: `第（${n}）项`,
    h: `${n}、`,
    c: `第${n}章`,
  }
  return names[part.slice(0, 1)] ?? part
}

function partEn(part: string): string {
  const n = part.slice(1)
  const names: Readonly<Record<string, string>> = {
    a: `art. ${n}`,
    p: `para. ${n}`,
    i: `item ${n}`,
    h: `part ${n}`,
    c: `chapter ${n}`,
  }
  return names[part.slice(0, 1)] ?? part
}
