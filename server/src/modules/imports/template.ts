import type { Lang, Words } from '@yizhuan/kit'
import { isPersonal, type TableName, tableLabels, templateOf } from '@yizhuan/ledger'
import type { GridCell, GridSheet } from '../../platform/xlsx-grid.ts'

// The file somebody fills in who has no ledger yet: the headings that are known, one line that shows how
// and is never read, and beside it what each column takes. The headings are Chinese in both languages: it
// is by their words that a table is known.

/** The name of the file of a template. */
export function templateName(table: TableName, lang: Lang): string {
  const label = tableLabels[table][lang]
  return lang === 'zh' ? `导入模板-${label}` : `import-template-${label.replaceAll(' ', '-')}`
}

/** The sheets of a template: the table, and how to fill it in. */
export function templateSheets(table: TableName, lang: Lang): readonly GridSheet[] {
  const columns = templateOf(table)
  const lines = columns
    .filter(({ name }) => name !== 'seq')
    .map(({ heading, isRequired, words }) => [
      heading,
      isRequired ? said.required[lang] : '',
      words.map(([word]) => word).join('、'),
    ])
  const notes = [said.example, said.headings, ...(isPersonal(table) ? [said.personal] : [])]
  return [
    sheet(tableLabels[table].zh, [
      columns.map(({ heading }) => heading),
      columns.map(({ example }) => example),
    ]),
    sheet(said.instructions[lang], [
      ...notes.map((note) => [note[lang]]),
      [],
      [said.column[lang], said.must[lang], said.words[lang]],
      ...lines,
    ]),
  ]
}

function sheet(name: string, rows: readonly (readonly string[])[]): GridSheet {
  return { name, rows: rows.map((row) => row.map(cell)), merges: [], wide: 2 }
}

const cell = (text: string): GridCell | undefined =>
  text === '' ? undefined : { kind: 'text', text }

const said = {
  instructions: { zh: '填写说明', en: 'How to fill in' },
  column: { zh: '列名', en: 'Heading' },
  must: { zh: '必须填写', en: 'Must be filled' },
  words: { zh: '可填的词', en: 'Words it takes' },
  required: { zh: '必填', en: 'yes' },
  example: {
    zh: '第一行是表头；“示例”一行只说明填法，永远不会导入，可以保留。从第三行起填写，每行一条。',
    en: 'The first row holds the headings; the line marked "示例" shows how to fill in and is never imported, so it may stay. Fill in from the third row, one record a row.',
  },
  headings: {
    zh: '请保留表头；列的先后可以调换，不需要的列可以删去。',
    en: 'Keep the headings: the table is known by their Chinese words. Columns may change places, and those you do not need may go.',
  },
  personal: {
    zh: '不读取身份证号、手机、银行账号、邮箱等列，也不会保存；这些内容由本人或管理员在人员页登记，加密保存。',
    en: 'Identity cards, telephones, accounts and mail addresses are not read from here, nor kept; the person or an administrator enters them on the page of the person, where they are sealed.',
  },
} as const satisfies Readonly<Record<string, Words>>
