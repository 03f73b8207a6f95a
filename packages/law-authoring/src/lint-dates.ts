import { type Day, day, InputError, parseFen, parseRatio } from '@yizhuan/kit'
import { citeOf, type Pack, type ParameterDocument } from '@yizhuan/law'
import type { Findings } from './problem.ts'

/** Are days real and in order, and do values lie where their source is in force? */
export function checkDates(pack: Pack, findings: Findings) {
  for (const [id, parameter] of Object.entries(pack.parameters))
    checkSpans(pack, id, parameter, findings)
  for (const source of pack.sources) {
    const where = `source ${source.id}`
    for (const text of [source.issued, source.inForce?.from, source.inForce?.to, source.nextReview])
      if (text !== undefined) checkDay(where, text, findings)
    if (source.status === 'draft' && pack.status === 'published')
      findings.error('draft', source.id, {
        zh: '已发布的规则包不得以草案为依据',
        en: 'a published pack may not rest on a draft',
      })
    const { inForce } = source
    if (inForce?.to !== undefined && inForce.to <= inForce.from)
      findings.error('span', where, {
        zh: `${inForce.to} 结束，早于开始之日`,
        en: `ends on ${inForce.to}, before it begins`,
      })
  }
}

/** Is a text due to be looked at again? A rule that nobody looked at for long may no longer hold. */
export function checkReviews(pack: Pack, today: Day, findings: Findings) {
  for (const { id, nextReview, inForce } of pack.sources) {
    if (nextReview !== undefined && nextReview < today)
      findings.warning('review', `source ${id}`, {
        zh: `应于 ${nextReview} 前复核`,
        en: `was to be reviewed by ${nextReview}`,
      })
    if (inForce?.to !== undefined && inForce.to <= today && pack.status === 'published')
      findings.warning('expired', `source ${id}`, {
        zh: `自 ${inForce.to} 起不再有效`,
        en: `is no longer in force since ${inForce.to}`,
      })
  }
}

function checkSpans(pack: Pack, id: string, { values }: ParameterDocument, findings: Findings) {
  for (const [index, { from, to, cite }] of values.entries()) {
    const where = `parameter ${id} from ${from ?? 'no day'}`
    for (const text of [from, to]) if (text !== undefined) checkDay(where, text, findings)
    const source = pack.sources.find((each) => each.id === citeOf(pack, cite).source)
    if (from === undefined) {
      if (source?.status !== 'draft' || source.inForce || values.length > 1)
        findings.error('no-first-day', where, {
          zh: '只有草案的唯一数值可以不写起始之日',
          en: 'only the one value of a draft may have none',
        })
      continue
    }
    if (to !== undefined && to <= from)
      findings.error('span', where, { zh: `${to} 结束，不晚于开始之日`, en: `ends on ${to}` })
    checkNext(where, { from, to }, values[index + 1]?.from, findings)
    checkForce(where, { from, to }, source?.inForce, findings)
  }
}

interface Days {
  readonly from: string
  readonly to?: string | undefined
}

function checkNext(
  where: string,
  { from, to }: Days,
  follows: string | undefined,
  findings: Findings,
) {
  if (follows === undefined) return
  if (follows <= from)
    findings.error('order', where, {
      zh: `排在自 ${follows} 起的数值之前`,
      en: `is written before the value from ${follows}`,
    })
  else if (to === undefined || to > follows)
    findings.error('overlap', where, {
      zh: `与自 ${follows} 起的数值重叠`,
      en: `overlaps the value from ${follows}`,
    })
  else if (to < follows)
    findings.warning('gap', where, {
      zh: `${to} 至 ${follows} 之间没有数值`,
      en: `no value from ${to} to ${follows}`,
    })
}

function checkForce(
  where: string,
  { from, to }: Days,
  force: Days | undefined,
  findings: Findings,
) {
  if (force && (from < force.from || (force.to && (!to || to > force.to))))
    findings.error('outside-force', where, {
      zh: `该文件自 ${force.from} 起有效${force.to ? `，至 ${force.to} 止` : ''}`,
      en: `the source is in force from ${force.from}${force.to ? ` to ${force.to}` : ''}`,
    })
}

function checkDay(where: string, text: string, findings: Findings) {
  try {
    day(text)
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    findings.error('day', where, error.words)
  }
}

const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  floor: ['ratio', 'money', 'number'],
  ceiling: ['ratio', 'money', 'number'],
  minPeriod: ['days', 'number'],
  maxPeriod: ['days', 'number'],
  fixed: ['ratio', 'money', 'number', 'days', 'date', 'text'],
}

/** Is every value of a parameter of its type, and does its bound make sense for it? */
export function checkValues(pack: Pack, findings: Findings) {
  for (const [id, { type, bound, values }] of Object.entries(pack.parameters)) {
    const where = `parameter ${id}`
    const known = BOUNDS[bound]
    if (!known)
      findings.error('bound', where, {
        zh: `“${bound}”不是可用的界限：${Object.keys(BOUNDS).join('、')}`,
        en: `«${bound}» is none of ${Object.keys(BOUNDS).join(', ')}`,
      })
    else if (typeof type !== 'string' || !known.includes(type))
      findings.error('bound', where, {
        zh: `界限 ${bound} 不能用于 ${JSON.stringify(type)} 类型`,
        en: `a ${bound} cannot be of type ${JSON.stringify(type)}`,
      })
    for (const { from, value } of values)
      if (!isOfType(value, type))
        findings.error('value', `${where} from ${from ?? 'no day'}`, {
          zh: `${value} 不是 ${JSON.stringify(type)} 类型的数值`,
          en: `${value} is not of type ${JSON.stringify(type)}`,
        })
  }
}

function isOfType(value: string | number, type: ParameterDocument['type']): boolean {
  try {
    if (type === 'date') day(value)
    else if (type === 'money') parseFen(value)
    else if (type === 'days') return Number.isSafeInteger(Number(value)) && Number(value) >= 0
    else if (type === 'ratio' || type === 'number') parseRatio(value)
    return type !== 'ratio' || String(value).includes('%') || /^\d+\/\d+$/.test(String(value))
  } catch (error) {
    if (error instanceof InputError) return false
    throw error
  }
}
