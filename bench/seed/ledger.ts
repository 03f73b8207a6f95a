import { addDays, day, patentCheckCharacter } from '@yizhuan/kit'
import { type Chance, chance } from '#server/apps/demo/chance'
import { zip } from '#server/platform/zip'
import { titleOf } from './titles.ts'

/** A hospital's ledger as a table of texts: achievements, and a patent for each. */
export interface Ledger {
  readonly sheets: readonly {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
  }[]
}

const departments = ['骨外科', '心内科', '检验科', '药学部', '影像科', '儿科']

const achievementHeader = [
  ...['成果编号', '成果名称', '成果类型', '第一完成人', '工号', '全部完成人', '贡献比例'],
  ...['所属科室', '披露日期', '登记日期', '转化状态', '备注'],
]

const patentHeader = [
  ...['专利名称', '专利类型', '申请号', '公开（公告）号', '申请日', '授权公告日', '发明人'],
  ...['专利权人', '科室', '法律状态', '代理机构', '对应成果编号', '备注'],
]

/**
 * A ledger of so many rows, half achievements and half patents; the same for the same numbers. Those of
 * another seed are others: no register that has the ones knows the others.
 */
export function ledgerOf(rows: number, seed = 20_260_711): Ledger {
  const dice = chance(seed)
  const count = Math.ceil(rows / 2)
  const series = dice.whole(0, 99_999).toString(36).padStart(4, '0')
  const first = dice.whole(0, 9_999_999)
  const achievements: string[][] = []
  const patents: string[][] = []
  for (let at = 0; at < count; at += 1) {
    const year = 2006 + Math.floor((at / count) * 18)
    const number = `DR${year}-${series}-${String(at + 1).padStart(6, '0')}`
    const title = `一种${titleOf(dice)}（示例 ${at + 1}）`
    const people = teamOf(dice)
    const department = departments[at % departments.length] ?? ''
    const disclosed = addDays(day(`${year}-01-05`), dice.whole(0, 200))
    achievements.push([
      ...[number, title, '发明', people[0] ?? '', String(100_000 + at), people.join('、')],
      ...['50%、30%、20%', department, disclosed, addDays(disclosed, 20), '未转化', '演示数据'],
    ])
    const filed = addDays(disclosed, 60)
    const serial = String((first + at) % 10_000_000).padStart(7, '0')
    const digits = `${filed.slice(0, 4)}1${serial}`
    patents.push([
      ...[title, '发明', `${digits}.${patentCheckCharacter(digits)}`],
      ...[`CN1${serial.padStart(8, '0')}A`, filed, '', people.join('；')],
      ...['示例市虚构医院', department, '实质审查', '示例专利代理所', number, ''],
    ])
  }
  return {
    sheets: [
      { name: '成果', rows: [achievementHeader, ...achievements] },
      { name: '专利', rows: [patentHeader, ...patents] },
    ],
  }
}

const [families, given] = [[...'林周吴郑冯陈褚卫蒋沈'], [...'甲乙丙丁戊己庚辛壬癸子丑寅卯']]

/** Three of different names: a row that names one person twice stays out. */
function teamOf(dice: Chance): readonly string[] {
  const team = new Set<string>()
  while (team.size < 3) team.add(personOf(dice))
  return [...team]
}

/** A name that is nobody's. */
function personOf(dice: Chance): string {
  const from = (signs: readonly string[]) => signs[dice.whole(0, signs.length - 1)] ?? ''
  return from(families) + from(given) + from(given)
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const schemas = 'http://schemas.openxmlformats.org'
const main = `xmlns="${schemas}/spreadsheetml/2006/main"`
const officeType = `${schemas}/officeDocument/2006/relationships`

/** The ledger as a workbook with a table of shared texts, as spreadsheets write it. */
export function xlsxOf({ sheets }: Ledger): Buffer {
  const texts = new Map<string, number>()
  const indexOf = (text: string) => {
    const known = texts.get(text) ?? texts.size
    texts.set(text, known)
    return known
  }
  const parts = new Map<string, string>()
  for (const [at, { rows }] of sheets.entries()) {
    const body = rows.map((row, index) => {
      const cells = row.map((text, column) => {
        const place = `${String.fromCharCode(65 + column)}${index + 1}`
        return text === '' ? '' : `<c r="${place}" t="s"><v>${indexOf(text)}</v></c>`
      })
      return `<row r="${index + 1}">${cells.join('')}</row>`
    })
    const sheet = `${declaration}<worksheet ${main}><sheetData>${body.join('')}</sheetData></worksheet>`
    parts.set(`xl/worksheets/sheet${at + 1}.xml`, sheet)
  }
  const shared = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  parts.set('xl/sharedStrings.xml', `${declaration}<sst ${main}>${shared}</sst>`)
  const names = sheets.map(
    ({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  )
  parts.set(
    'xl/workbook.xml',
    `${declaration}<workbook ${main} xmlns:r="${officeType}"><sheets>${names.join('')}</sheets></workbook>`,
  )
  const related = [
    ...sheets.map((_, at) =>
      relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
    ),
    relation('rId0', 'sharedStrings', 'sharedStrings.xml'),
  ]
  parts.set('xl/_rels/workbook.xml.rels', relations(related))
  parts.set('_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]))
  return zip(parts)
}

/** The first table of the ledger as a text; no value in it needs quotes. */
export function csvOf({ sheets: [first] }: Ledger): Buffer {
  const lines = (first?.rows ?? []).map((row) => row.join(','))
  return Buffer.from(lines.join('\r\n'))
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${officeType}/${type}" Target="${target}"/>`

const relations = (all: readonly string[]) =>
  `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">${all.join('')}</Relationships>`
