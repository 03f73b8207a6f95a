import type { Day, Words } from '@yizhuan/kit'
import type { Standing } from '../cases/index.ts'

/** What a line says besides which case it is about. */
export type About =
  | { readonly kind: 'your-act'; readonly act: string; readonly label: Words }
  | {
      readonly kind: 'overdue'
      readonly norm: string
      readonly title: Words
      readonly due: string
      readonly act: string | null
    }
  | {
      readonly kind: 'late'
      /** The norm of a case; of another register what its due is called there. */
      readonly norm: string
      /** The record of another register; none where it is a case. */
      readonly record?: { readonly path: string; readonly name: string }
      readonly title: Words
      readonly due: string
      readonly act: string | null
      readonly level: 'reviewer' | 'leaders'
      readonly workdays: number
      /** Years whose rest days are not announced: weekends alone were counted as rest. */
      readonly calendarMissing: readonly number[]
    }
  | { readonly kind: 'objection' | 'tip'; readonly seq: number; readonly act: string }
  | {
      readonly kind: 'handover'
      readonly id: string
      readonly from: string
      readonly to: string
      readonly count: number
      readonly reason: string
    }
  | {
      readonly kind: 'own-rule'
      readonly rule: string
      readonly law: string
      readonly label: Words
      readonly choice: string
      readonly text: Words
    }
  | {
      readonly kind: 'disclosure'
      readonly id: string
      readonly number: string
      readonly title: string
      readonly step: DisclosureStep | NamedStep
      readonly seq: number
    }
  | {
      readonly kind: 'stocktaking'
      readonly id: string
      readonly part: string
      readonly name: string
      readonly dueOn: string
      /** The first time, or the day of a reminder. */
      readonly round: string
    }
  | { readonly kind: 'outside-patent'; readonly id: string; readonly title: string }
  | {
      readonly kind: 'mention'
      readonly comment: string
      readonly by: string
      /** What the record is called, and where it is shown. */
      readonly name: Words
      readonly path: string
    }
  | {
      readonly kind: 'archive'
      readonly id: string
      readonly by: string
      readonly reason: string
    }
  | {
      readonly kind: 'webhook-off'
      readonly webhook: string
      readonly name: string
      readonly on: string
    }

/** What happened to a disclosure. */
export type DisclosureStep = 'submitted' | 'returned' | 'accepted' | 'confirmed' | 'disputed'

/** What an inventor who did not disclose it themselves is told instead. */
export type NamedStep = 'named' | 'questioned'

export type Kind = About['kind']

/** Something some people are to be told of. */
export interface Matter {
  readonly about: About
  readonly who: readonly string[]
}

/** Somebody with an account, and what they may do. */
export interface Colleague {
  readonly person: string
  readonly roles: readonly string[]
}

/** Which acts report something that somebody must look into, and the act that answers it. */
const reports: Readonly<Record<string, readonly ['objection' | 'tip', string]>> = {
  objectionFiled: ['objection', 'objectionFound'],
  planObjected: ['objection', 'planObjectionFound'],
  tipReceived: ['tip', 'objectionFound'],
}

/** Whether an act is one that somebody must look into. */
export function isReport(act: string): boolean {
  return Object.hasOwn(reports, act)
}

/** What stays to be told as long as it holds: whose turn it is, and what is overdue. */
export function standingMatters(
  standing: Standing,
  colleagues: readonly Colleague[],
  today: Day,
): Matter[] {
  if (standing.line.status === 'closed' || standing.line.status === 'ended') return []
  const overdue = standing.dues
    .filter(({ due }) => due !== null && due < today)
    .map(({ norm, title, due, act }) => {
      const about = { kind: 'overdue' as const, norm, title, due: due ?? '', act }
      return { about, who: toAsk(standing, colleagues, act) }
    })
  return [...yourAct(standing, colleagues), ...overdue]
}

/** The furthest act of the main line that is not forbidden; the others mend what lies behind. */
function yourAct(standing: Standing, colleagues: readonly Colleague[]): Matter[] {
  const next = standing.next.filter(({ action }) => action !== null).at(-1)
  if (next === undefined || next.can === 'no') return []
  const who = toAsk(standing, colleagues, next.type)
  // Who has just acted sees on the same page what comes next.
  const others = who.filter((person) => person !== standing.lastActor)
  return [{ about: { kind: 'your-act', act: next.type, label: next.label }, who: others }]
}

/** What an act reports, told once to those who answer it and to those whose case it is. */
export function reportOf(
  act: { readonly type: string; readonly seq: number; readonly by: string },
  standing: Standing,
  colleagues: readonly Colleague[],
): Matter | undefined {
  const [kind, answer] = reports[act.type] ?? []
  if (kind === undefined || answer === undefined) return undefined
  const known = colleagues.filter(
    ({ person }) => standing.actors.has(person) || standing.officers.has(person),
  )
  const all = [...toAsk(standing, colleagues, answer), ...known.map(({ person }) => person)]
  const who = [...new Set(all)].filter((person) => person !== act.by)
  return { about: { kind, seq: act.seq, act: answer }, who }
}

/**
 * The holders of the roles that may record an act: those who answer for the case, or else those who
 * know it, or else all of them.
 */
function toAsk(
  { whoMay, actors, officers }: Standing,
  colleagues: readonly Colleague[],
  act: string | null,
): string[] {
  const roles = act === null ? ['tto_negotiator', 'tto_reviewer'] : whoMay(act)
  const holders = colleagues.filter((one) => one.roles.some((role) => roles.includes(role)))
  const named = holders.filter(({ person }) => officers.has(person))
  const known = holders.filter(({ person }) => actors.has(person))
  const asked = [named, known, holders].find(({ length }) => length > 0) ?? []
  return asked.map(({ person }) => person)
}

/** What tells two matters of the same kind in a case apart. */
export function topicOf(about: About): string {
  if (about.kind === 'your-act') return about.act
  if (about.kind === 'handover') return about.id
  if (about.kind === 'own-rule') return `${about.rule} ${about.law}`
  if (about.kind === 'late') return `${about.norm} ${about.due} ${about.level}`
  if (about.kind === 'webhook-off') return `${about.webhook} ${about.on}`
  if (about.kind === 'mention') return about.comment
  if (about.kind === 'archive' || about.kind === 'outside-patent') return about.id
  if (about.kind === 'disclosure') return `${about.id} ${about.step} ${about.seq}`
  if (about.kind === 'stocktaking') return `${about.part} ${about.round}`
  return about.kind === 'overdue' ? about.norm : String(about.seq)
}

/** The line as a person reads it, after the name of the case. */
export function sentenceOf(about: About): Words {
  switch (about.kind) {
    case 'your-act':
      return { zh: `等您办理：${about.label.zh}`, en: `Your turn: ${about.label.en}` }
    case 'overdue':
      return {
        zh: `已逾期（${about.due} 止）：${about.title.zh}`,
        en: `Overdue since ${about.due}: ${about.title.en}`,
      }
    case 'handover':
      return {
        zh: `${about.from}名下 ${about.count} 个项目已交接给${about.to}：${about.reason}`,
        en: `${about.count} cases went from ${about.from} to ${about.to}: ${about.reason}`,
      }
    case 'late':
      return lateSentence(about)
    case 'disclosure': {
      const { zh, en } = disclosureSteps[about.step]
      return {
        zh: `${about.number} ${about.title}：${zh}`,
        en: `${about.number} ${about.title}: ${en}`,
      }
    }
    case 'stocktaking':
      return {
        zh: `知识产权盘点“${about.name}”请您自评，${about.dueOn} 前完成`,
        en: `“${about.name}” takes stock: say how yours stand until ${about.dueOn}`,
      }
    case 'outside-patent':
      return {
        zh: `外部专利“${about.title}”的发明人可能是您，请说明情况`,
        en: `You may be an inventor of a patent of others, “${about.title}”: say how it came about`,
      }
    case 'mention':
      return {
        zh: `${about.by}在“${about.name.zh}”的留言中提到您`,
        en: `${about.by} mentioned you in a comment on “${about.name.en}”`,
      }
    case 'archive':
      return {
        zh: `${about.by}申请导出全院归档，请审批：${about.reason}`,
        en: `${about.by} ordered an archive of everything; decide on it: ${about.reason}`,
      }
    case 'webhook-off':
      return {
        zh: `“${about.name}”多次无法送达，已停用，请检查设置`,
        en: `“${about.name}” failed too often and was turned off; look at its settings`,
      }
    case 'own-rule':
      return {
        zh: `本单位规定“${about.label.zh} ${about.choice}”与新修订版 ${about.law} 不符：${about.text.zh}`,
        en: `Own rule “${about.label.en} ${about.choice}” under ${about.law}: ${about.text.en}`,
      }
    case 'objection':
      return { zh: '收到异议，请核实', en: 'An objection was filed; look into it' }
    case 'tip':
      return { zh: '收到匿名线索，请核实', en: 'An anonymous tip came in; look into it' }
  }
}

const disclosureSteps: Readonly<Record<DisclosureStep | NamedStep, Words>> = {
  submitted: { zh: '成果已报备，请核对答复', en: 'disclosed; look at it and answer' },
  named: { zh: '成果已报备，您是完成人之一', en: 'disclosed; you are named as an inventor' },
  questioned: { zh: '报备被退回，等报备人补充', en: 'given back; its author is to complete it' },
  returned: { zh: '报备被退回，请补充后再次提交', en: 'given back with questions; complete it' },
  accepted: { zh: '报备已接受', en: 'the disclosure is accepted' },
  confirmed: { zh: '一位完成人已确认贡献比例', en: 'an inventor confirmed the shares' },
  disputed: { zh: '一位完成人对贡献比例有异议', en: 'an inventor disputes the shares' },
}

function lateSentence(about: Extract<About, { kind: 'late' }>): Words {
  const { workdays, due, calendarMissing, record } = about
  const title = record
    ? { zh: `${record.name}：${about.title.zh}`, en: `${record.name}: ${about.title.en}` }
    : about.title
  const years = calendarMissing.join('、')
  const zh = years && `（${years} 年放假安排尚未公布，仅按周末计）`
  const en = years && ` (rest days of ${years} not announced, weekends only)`
  return {
    zh: `逾期 ${workdays} 个工作日仍未办理（${due} 止）：${title.zh}${zh}`,
    en: `Late by ${workdays} working days, due ${due}: ${title.en}${en}`,
  }
}

/**
 * Where a piece of news is looked at: at the form of its act, among the cases one carries, in a register
 * or in the settings.
 */
export function pathOfNews(about: About, caseId: string | null): string {
  if (about.kind === 'webhook-off') return '/institution/delivery'
  if (about.kind === 'archive') return '/archives'
  if (about.kind === 'handover') return '/cases?officer=me'
  if (about.kind === 'late' && about.record) return about.record.path
  if (about.kind === 'mention') return about.path
  if (about.kind === 'outside-patent') return `/outside-patents/${about.id}`
  if (about.kind === 'disclosure') return `/achievements/${about.id}`
  if (about.kind === 'stocktaking') return `/my-stock/${about.id}/${about.part}`
  if (caseId === null) return '/institution/rules'
  const act = 'act' in about ? about.act : null
  return `/cases/${caseId}${act === null ? '' : `?act=${act}`}`
}
