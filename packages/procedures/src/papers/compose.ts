// Fills a paper with the facts of a case. A fact that is not in the record stays a blank line.

import { takeoverNote } from '../transfer-case/taken-over/note.ts'
import { articlesAbout, articlesOf, commonFields, isDraft, PROOF } from './common-fields.ts'
import type { Composed, ComposedBlock, Missing, PaperValues, Run } from './composed.ts'
import { type Block, type Field, type Paper, type PaperSource, type Said, value } from './paper.ts'

/** What stands where a fact is missing. */
export const BLANK = '________'

const ARTICLES = '依据条款'

type Rows = readonly Readonly<Record<string, Said>>[]
type Values = ReadonlyMap<string, Said | Rows>

/** All fields of a paper: those of every paper, and its own. */
export function fieldsOf<State>(paper: Paper<State>): Readonly<Record<string, Field<State>>> {
  const articles =
    paper.action === undefined
      ? {}
      : { [ARTICLES]: value<State>('Articles', (source) => articlesOf(paper, source)) }
  return { ...commonFields, ...articles, ...paper.fields }
}

/** A paper filled with the facts of a case. */
export function compose<State>(paper: Paper<State>, source: PaperSource<State>): Composed {
  const fields = fieldsOf(paper)
  const values: Values = new Map(
    Object.entries(fields).map(([name, field]) => [name, saidBy(field, source)]),
  )
  const layout = fitting(paper.layout, (block) => block.holds(source))
  const isShown = shownBy(layout)
  const numbered = clauses((topics) => articlesAbout(topics, source))
  return {
    id: paper.id,
    title: paper.title ?? paper.name.zh,
    institution: source.institution.name,
    blocks: [
      ...noteOf(source),
      ...layout.flatMap((block) => numbered(block) ?? filled(block, fields, values)),
    ],
    missing: Object.entries(fields)
      .filter(([name]) => isShown(name))
      .flatMap(([name, field]) => missingIn(name, field, values)),
    proof: String(values.get(PROOF)),
    isDraft: isDraft(source.law),
    values: plainValues(fields, values),
  }
}

/** A paper whose facts are its placeholders: what an institution makes its own template from. */
export function composeExample<State>(paper: Paper<State>, institution: string): Composed {
  const fields = fieldsOf(paper)
  const values: Values = new Map(
    Object.entries(fields).map(([name, field]) => [name, placeholderOf(name, field)]),
  )
  const numbered = clauses(() => undefined)
  return {
    id: paper.id,
    title: paper.title ?? paper.name.zh,
    institution,
    blocks: fitting(paper.layout, () => true).flatMap(
      (block) => numbered(block) ?? filled(block, fields, values),
    ),
    missing: [],
    proof: `{${PROOF}}`,
    isDraft: false,
    values: {},
  }
}

/** A case that took a contract over says on each of its papers what was not done here. */
function noteOf({ state }: PaperSource<unknown>): readonly ComposedBlock[] {
  const note = takeoverNote(state)
  return note ? [{ is: 'text', runs: [{ text: note.zh }], at: 'body' }] : []
}

type Only = Extract<Block, { is: 'only' }>

/** What of a page fits the case, in its order. */
function fitting(layout: readonly Block[], holds: (block: Only) => boolean): readonly Block[] {
  return layout.flatMap((block) => {
    if (block.is !== 'only') return block
    return holds(block) ? fitting(block.of, holds) : []
  })
}

/** Numbers the clauses as they come, each with the articles that ask for it. */
function clauses(articlesFor: (topics: readonly string[]) => string | undefined) {
  let count = 0
  return (block: Block): readonly ComposedBlock[] | undefined => {
    if (block.is !== 'clause') return undefined
    count += 1
    const articles = articlesFor(block.topics)
    return [
      { is: 'heading', runs: [{ text: `第${numeral(count)}条　${block.title}` }] },
      ...(articles ? [{ is: 'articles' as const, runs: [{ text: `依据：${articles}` }] }] : []),
    ]
  }
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number below a hundred as clauses are numbered. */
function numeral(count: number): string {
  const [tens, ones] = [Math.floor(count / 10), count % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${digits[ones]}`
}

/** A list becomes one row that a template repeats: the loop begins in its first cell and ends in its last. */
function placeholderOf<State>(name: string, field: Field<State>): Said | Rows {
  if (field.kind === 'hand') return undefined
  if (field.kind === 'text') return `{${name}}`
  const columns = Object.keys(field.columns)
  const last = columns.length - 1
  return [
    Object.fromEntries(
      columns.map((column, at) => [
        column,
        `${at === 0 ? `{#${name}}` : ''}{${column}}${at === last ? `{/${name}}` : ''}`,
      ]),
    ),
  ]
}

function saidBy<State>(field: Field<State>, source: PaperSource<State>): Said | Rows {
  if (field.kind === 'hand') return undefined
  if (field.kind === 'text') return field.say(source) || undefined
  return field.rows(source)
}

/** Which fields stand on the page; the others are there for templates of one's own. */
function shownBy(layout: readonly Block[]): (name: string) => boolean {
  const page = JSON.stringify(layout)
  return (name) => page.includes(`"${name}"`) || page.includes(`{${name}}`)
}

function missingIn<State>(name: string, field: Field<State>, values: Values): readonly Missing[] {
  // Where no norm speaks, there is no article to name.
  if (name === ARTICLES) return []
  const said = values.get(name)
  const isByHand = field.kind === 'hand'
  if (said === undefined) return [{ field: name, label: { zh: name, en: field.en }, isByHand }]
  if (field.kind !== 'rows' || typeof said === 'string') return []
  // A column that some row lacks is named once.
  return Object.entries(field.columns)
    .filter(([column]) => said.some((row) => !row[column]))
    .map(([column, en]) => ({
      field: `${name}·${column}`,
      label: { zh: `${name}：${column}`, en: `${field.en}: ${en}` },
      isByHand,
    }))
}

function plainValues<State>(
  fields: Readonly<Record<string, Field<State>>>,
  values: Values,
): PaperValues {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const said = values.get(name)
      if (field.kind !== 'rows') return [name, typeof said === 'string' ? said : BLANK]
      const rows = typeof said === 'object' ? said : []
      const columns = Object.keys(field.columns)
      return [name, rows.map((row) => cells(columns, row))]
    }),
  )
}

const cells = (columns: readonly string[], row: Readonly<Record<string, Said>>) =>
  Object.fromEntries(columns.map((column) => [column, row[column] || BLANK]))

function filled<State>(
  block: Block,
  fields: Readonly<Record<string, Field<State>>>,
  values: Values,
): ComposedBlock | readonly ComposedBlock[] {
  switch (block.is) {
    case 'heading':
      return { is: 'heading', runs: runsOf(block.text, fields, values) }
    case 'text':
      return { is: 'text', runs: runsOf(block.text, fields, values), at: block.at ?? 'body' }
    case 'clause':
    case 'only':
      throw new TypeError('Clauses are numbered, and what fits is chosen, before a page is filled.')
    case 'facts':
      return {
        is: 'facts',
        rows: block.of.map((name) => ({ name, runs: runsOf(`{${name}}`, fields, values) })),
      }
    case 'rows':
      return tableOf(block, fields, values)
    case 'articles':
      return values.get(ARTICLES)
        ? { is: 'articles', runs: runsOf(`依据：{${ARTICLES}}`, fields, values) }
        : []
    case 'sign':
      return { is: 'sign', who: block.who.map(signatureOf) }
    case 'seal':
      return {
        is: 'seal',
        who: [...runsOf(block.who, fields, values), { text: '（盖章）' }],
        on: runsOf(block.on, fields, values),
      }
  }
}

/** What stands before a line to sign on. */
const signatureOf = (who: string) => (who.includes('（') ? `${who}：` : `${who}（签字）：`)

function tableOf<State>(
  { of, foot = [] }: Extract<Block, { is: 'rows' }>,
  fields: Readonly<Record<string, Field<State>>>,
  values: Values,
): ComposedBlock {
  const field = fields[of]
  if (field?.kind !== 'rows') throw new TypeError(`${of} is no list.`)
  const columns = Object.keys(field.columns)
  const said = values.get(of)
  const rows: Rows = typeof said === 'object' && said.length > 0 ? said : [{}]
  const isEmpty = typeof said === 'object' && said.length === 0
  return {
    is: 'rows',
    columns,
    figures: columns.map((column) => /（元）$|^占/.test(column)),
    rows: isEmpty
      ? [columns.map((_, at) => [{ text: at === 0 ? '无' : '—' }])]
      : rows.map((row) =>
          columns.map((column) => [row[column] ? { text: row[column] } : blank(`${of}·${column}`)]),
        ),
    foot: foot.map((cell) => runsOf(cell, fields, values)),
  }
}

function blank(name: string, field?: { readonly kind: string; readonly lines?: number }): Run {
  const lines = field?.lines ?? 1
  return { text: BLANK, blank: name, ...(lines > 1 && { lines }) }
}

/** A text with the values of its fields. @throws {TypeError} for a field that the paper has not. */
function runsOf<State>(
  template: string,
  fields: Readonly<Record<string, Field<State>>>,
  values: Values,
): readonly Run[] {
  return template
    .split(/(\{[^{}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = /^\{(.+)\}$/.exec(piece)?.[1]
      if (name === undefined) return { text: piece }
      if (!values.has(name)) throw new TypeError(`${name} is no field of the paper.`)
      const said = values.get(name)
      return typeof said === 'string' ? { text: said } : blank(name, fields[name])
    })
}
