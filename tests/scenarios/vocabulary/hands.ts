// People who act: each in one office of the house, by requests to the server.
import type { Words } from '@yizhuan/kit'
import { procedures, recordRefusals } from '@yizhuan/procedures'
import type { Role } from '../../../server/src/platform/access.ts'

/** The offices of a house, their roles, and what they are called. */
export const offices = {
  officer: { roles: ['tto_negotiator'], zh: '转化专员', en: 'the officer' },
  reviewer: { roles: ['tto_reviewer'], zh: '转化审核人', en: 'the reviewer' },
  inventor: { roles: ['inventor', 'team_rep'], zh: '成果完成人', en: 'the inventor' },
  finance: { roles: ['finance'], zh: '财务', en: 'finance' },
  leaders: { roles: ['leaders'], zh: '领导班子', en: 'the leaders' },
  legal: { roles: ['legal'], zh: '法务', en: 'legal' },
  discipline: { roles: ['discipline'], zh: '纪检', en: 'discipline' },
  admin: { roles: ['admin'], zh: '管理员', en: 'the administrator' },
} as const satisfies Readonly<Record<string, Words & { roles: readonly Role[] }>>

export type Office = keyof typeof offices

/** A no of the server: what it was said to, and on what it rests. */
export class Refusal extends Error {
  readonly what: Told
  /** The articles it names, else the code of the record's no and the fields that are wrong. */
  readonly reasons: readonly string[]
  readonly because: Words

  constructor(what: Told, status: number, reasons: readonly string[], because: Words) {
    super(`${what.act.en}: ${status} ${reasons.join(' ')} ${because.en}`)
    this.what = what
    this.reasons = reasons
    this.because = because
  }
}

/** Something somebody did, or tried, on a day. */
export interface Told {
  readonly on: string
  readonly who: Words
  readonly act: Words
  /** A few words of the form, in Chinese as it was filled in. */
  readonly about?: string
}

interface Problem {
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly pointer: string; readonly rule: string }[]
  readonly because?: readonly {
    readonly title: Words
    readonly cites: readonly { readonly source: string; readonly at: string }[]
  }[]
}

const ofRecord = recordRefusals(procedures)

/** Reads the no of an answer. */
export function refusalOf(what: Told, status: number, problem: Problem): Refusal {
  const { code, detail, because = [], errors = [] } = problem
  if (because.length > 0) {
    const cites = because.flatMap((norm) => norm.cites.map(({ source, at }) => `${source}#${at}`))
    const say = (lang: keyof Words) => because.map(({ title }) => title[lang])
    const words = { zh: say('zh').join('；'), en: say('en').join('; ') }
    return new Refusal(what, status, [...new Set(cites)], words)
  }
  const known = ofRecord.find((one) => one.code === code)?.detail ?? { zh: detail, en: detail }
  const wrong = errors.map(({ pointer, rule }) => `${pointer} ${rule}`)
  return new Refusal(what, status, [code, ...wrong], known)
}
