// The same tree that was evaluated, told in words: the explanation cannot disagree with the result.
import type { Lang, Words } from '@yizhuan/kit'
import type { Quantifier } from './evaluate.ts'
import type { Expression } from './expression.ts'
import type { Finding } from './finding.ts'
import type { Status } from './judge.ts'
import type { Law } from './law.ts'
import type { Cite, TypeDocument } from './pack.ts'
import { Speaker, WORDS } from './say.ts'
import type { Sight } from './sight.ts'
import { type Result, type Row, Unknown } from './value.ts'

/** One line of an explanation; `decisive` lines alone explain the value. */
export interface Why {
  readonly text: string
  readonly value: string
  readonly cite?: Cite
  readonly decisive: boolean
  readonly children: readonly Why[]
}

/** The names of the statuses. */
export const STATUS_WORDS: Readonly<Record<Status, Words>> = {
  met: { zh: '已满足', en: 'met' },
  breached: { zh: '已违反', en: 'breached' },
  pending: { zh: '待履行', en: 'pending' },
  na: { zh: '不适用', en: 'not applicable' },
  unknown: { zh: '尚不能判断', en: 'not known yet' },
}

/** Why a finding is as it is: its norm on the facts, condition by condition. */
export function explain(finding: Finding, lang: Lang): Why {
  const { look, rule: norm, judgement } = finding
  const sight = look.sightOf(norm)
  // Judging once more leaves the norm's last day in sight of its conditions.
  look.judge(norm)
  const [cite] = norm.cites
  return {
    text: norm.title[lang],
    value: STATUS_WORDS[judgement.status][lang],
    decisive: true,
    children: [...hindrances(finding, lang), ...parts(new Teller(look.law, lang, sight), finding)],
    ...(cite ? { cite } : {}),
  }
}

/** What keeps a norm from speaking, or its days from being sure, whatever its conditions say. */
function hindrances({ look, rule: norm, judgement, special }: Finding, lang: Lang): Why[] {
  const line = (text: string, value: string, cite?: Cite): Why => ({
    text,
    value,
    decisive: true,
    children: [],
    ...(cite ? { cite } : {}),
  })
  const lines: Why[] = []
  if (!look.sightOf(norm).regime.norms[norm.place]?.isInForce) {
    const day = look.dayOf(norm)
    lines.push(line(lang === 'zh' ? `${day} 是否有效` : `In force on ${day}?`, WORDS.no[lang]))
  }
  if (special) lines.push(line(WORDS.special[lang], special.title[lang], special.cites[0]))
  if (judgement.calendarMissing.length > 0) {
    lines.push(line(WORDS.calendar[lang], judgement.calendarMissing.join(', ')))
  }
  return lines
}

function parts(teller: Teller, { rule: norm, judgement, special }: Finding): Why[] {
  const { lang } = teller
  const part = (title: Words, tree: Expression | undefined): readonly Why[] => {
    if (!tree) return []
    const child = teller.explain(tree)
    const { value, cite } = child
    // A checklist is told under its heading, not once more below it.
    const isList = tree.t === 'op' && (tree.op === 'and' || tree.op === 'or')
    const text = isList ? teller.headed(title[lang], child.text) : title[lang]
    const children = isList ? child.children : [{ ...child, decisive: true }]
    return [{ text, value, decisive: true, children, ...(cite ? { cite } : {}) }]
  }
  const { applies, satisfied, open, due, opens } = norm.trees
  const lines = [...part(WORDS.applies, applies)]
  if (judgement.status === 'na' && !special) return lines
  const isOpen = judgement.status === 'pending' || judgement.status === 'breached'
  return [
    ...lines,
    ...part(WORDS.due, due),
    ...part(norm.isProhibition ? WORDS.kept : WORDS.met, satisfied),
    ...part(WORDS.open, isOpen ? open : undefined),
    ...part(WORDS.opens, judgement.opens ? opens : undefined),
  ]
}

/** Tells a tree with its values. */
class Teller {
  readonly lang: Lang
  private readonly law: Law
  private readonly sight: Sight
  private readonly speaker: Speaker

  constructor(law: Law, lang: Lang, sight: Sight) {
    this.lang = lang
    this.law = law
    this.sight = sight
    this.speaker = new Speaker(law, lang, (id, interpretation) =>
      sight.readingOf(id, interpretation),
    )
  }

  explain(tree: Expression): Why {
    const { lang } = this
    if (tree.t === 'note') {
      const child = this.explain(tree.of)
      const cite = tree.cite ?? child.cite
      return {
        text: tree.label?.[lang] ?? child.text,
        value: child.value,
        decisive: false,
        children: tree.label ? [child] : child.children,
        ...(cite ? { cite } : {}),
      }
    }
    const result = this.valueOf(tree)
    const cite = this.citeOf(tree)
    return {
      text: this.textOf(tree),
      value: this.speaker.show(result, this.speaker.typeOf(tree)),
      decisive: false,
      children: this.childrenOf(tree, result),
      ...(cite ? { cite } : {}),
    }
  }

  /** A heading with what is to be true of the lines below it. */
  headed(title: string, all: string): string {
    return this.lang === 'zh' ? `${title}（${all}）` : `${title} (${all.toLowerCase()})`
  }

  private valueOf(tree: Expression): Result {
    return this.law.code.compiler.runOf(tree)(this.sight)
  }

  private textOf(tree: Expression): string {
    const { lang } = this
    const { grammar } = this.speaker
    if (tree.t === 'op' && tree.op === 'and') return WORDS.all[lang]
    if (tree.t === 'op' && tree.op === 'or') return WORDS.any[lang]
    if (tree.t !== 'ref') return this.speaker.sentence(tree)
    const label = this.speaker.nameOf(tree.path)
    const reading = this.readingOf(tree.path)
    return reading ? grammar.asRead(label, reading.text[lang]) : label
  }

  /** The reading of an interpretation that is followed. */
  private readingOf(path: string) {
    const interpretation = this.law.interpretations.get(path)
    return interpretation?.readings.get(this.sight.readingOf(path, interpretation))
  }

  private citeOf(tree: Expression): Cite | undefined {
    if (tree.t === 'param') return this.law.layers.get(tree.id)?.at(-1)?.cite
    if (tree.t !== 'ref') return undefined
    const { interpretations, definitions } = this.law
    return (interpretations.get(tree.path) ?? definitions.get(tree.path))?.cite
  }

  private childrenOf(tree: Expression, result: Result): readonly Why[] {
    if (tree.t === 'quantifier') return this.rowsOf(tree)
    if (tree.t === 'param') return this.layersOf(tree.id)
    if (tree.t === 'ref') {
      const inner = this.readingOf(tree.path)?.tree ?? this.law.definitions.get(tree.path)?.tree
      return inner ? [this.explain(inner)] : []
    }
    if (tree.t !== 'op') return []
    const told = tree.of.filter((part) => part.t !== 'literal')
    const parts = told.map((part) => this.explain(part))
    if (tree.op !== 'and' && tree.op !== 'or') return parts
    const deciding = tree.op === 'or'
    const decides = (part: Expression) => {
      const value = this.valueOf(part)
      return !(value instanceof Unknown) && (value === true) === deciding
    }
    const hit = result === deciding ? told.findIndex(decides) : -1
    return parts.map((part, index) => ({ ...part, decisive: hit < 0 || index === hit }))
  }

  /** Who set a number, where several did: the strictest of them applies. */
  private layersOf(id: string): readonly Why[] {
    const place = this.law.code.compiler.parameters.of(id)
    const parameter = this.sight.parameters[place]
    if (!parameter || parameter.layers.length < 2) return []
    return parameter.layers.map(({ by, value, cite }) => ({
      text: this.law.packs.find((pack) => pack.id === by)?.title[this.lang] ?? by,
      value: this.speaker.show(value, parameter.kind as TypeDocument),
      decisive: value === parameter.value,
      children: [],
      ...(cite ? { cite } : {}),
    }))
  }

  private rowsOf(tree: Quantifier): readonly Why[] {
    const rows = this.valueOf(tree.list)
    if (!Array.isArray(rows)) return []
    const { sight, speaker } = this
    const register = this.law.code.compiler.registerOf(tree)
    return speaker.inside(tree, () =>
      (rows as readonly Row[]).map((row, index) => {
        sight.rows[register] = row
        sight.rowNumbers[register] = index
        return this.rowOf(tree, row, index)
      }),
    )
  }

  private rowOf({ as, body, where }: Quantifier, row: Row, index: number): Why {
    const name = this.speaker.rowName(as, row, index)
    const counts = where ? this.valueOf(where) : true
    if (counts !== true && !(counts instanceof Unknown)) {
      return { text: name, value: WORDS.left[this.lang], decisive: false, children: [] }
    }
    const told = this.explain(counts === true ? body : (where ?? body))
    const colon = this.lang === 'zh' ? '：' : ': '
    return { ...told, text: `${name}${colon}${told.text}` }
  }
}
