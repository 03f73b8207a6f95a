import type { Words } from '@yizhuan/kit'

/** What lint found: an error stops publication, a warning asks for a look, info is work to do. */
export interface Problem {
  readonly level: 'error' | 'warning' | 'info'
  readonly code: string
  /** The place in the pack, such as `norm gd.mode` or `gd-2025#a14.p1`. */
  readonly where: string
  readonly note: Words
}

/** A collector of problems with the level fixed once. */
export class Findings {
  readonly problems: Problem[] = []

  error(code: string, where: string, note: Words): void {
    this.problems.push({ level: 'error', code, where, note })
  }

  warning(code: string, where: string, note: Words): void {
    this.problems.push({ level: 'warning', code, where, note })
  }

  info(code: string, where: string, note: Words): void {
    this.problems.push({ level: 'info', code, where, note })
  }
}

const PLACES: Readonly<Record<string, string>> = {
  fact: '事实',
  parameter: '参数',
  definition: '定义',
  interpretation: '释义口径',
  norm: '规范',
  source: '文件',
  case: '算例',
  term: '名称',
  clause: '条款',
}

/** A place in a pack as people call it. */
export function placeWords(where: string): Words {
  const [kind = '', ...rest] = where.split(' ')
  const name = PLACES[kind]
  if (name === undefined || rest.length === 0) return { zh: where, en: where }
  const zh = rest
    .join(' ')
    .replace(/ from no day$/, '（未写起始之日）')
    .replace(/ from (\S+)$/, '（自 $1 起）')
    .replace(/«(.*)»/, '“$1”')
  return { zh: `${name} ${zh}`, en: where }
}
