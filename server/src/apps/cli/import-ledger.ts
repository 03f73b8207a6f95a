import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { day, dayInChina, type Lang, type Words } from '@yizhuan/kit'
import { type LedgerReading, readingToJson } from '@yizhuan/ledger'
import {
  type Confirmed,
  overLimit,
  previewLedger,
  workbookLimitBytes,
} from '../../modules/imports/index.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { previewLines } from './import-lines.ts'

/**
 * Shows what a hospital's ledger holds and what a person must settle; writes nothing unless told to.
 *
 * With `--confirm` the rows without errors go into the registers, all of them or none. That needs the
 * data folder (YIZHUAN_DATA) of the installation: with it go the keys that seal personal data.
 */
export const importLedger: Command = {
  name: 'import',
  usage: 'import FILE [--as-of DATE] [--lang zh|en] [--json] [--confirm [--institution NAME|ID]]',
  async run(args) {
    const names = ['as-of', 'lang', 'institution']
    const options = optionsOf(args, names, ['json', 'confirm'], Number.POSITIVE_INFINITY)
    const [file, ...more] = options.words
    if (file === undefined) throw new UsageError('FILE is missing')
    if (more.length > 0) throw new UsageError('name one file')
    const lang = langOf(options.one('lang'))
    const asOf = day(options.one('as-of') ?? dayInChina(new Date()), '--as-of')
    const bytes = bytesOf(file)
    if (options.has('confirm')) {
      // Loaded here alone: a preview needs no database.
      const { confirmLedger } = await import('./import-confirm.ts')
      const ledger = { name: basename(file), bytes, asOf }
      const written = await confirmLedger(ledger, options.one('institution'))
      print(options.has('json') ? written : writtenLines(written, lang))
      return 0
    }
    if (options.one('institution') !== undefined) {
      throw new UsageError('--institution goes with --confirm')
    }
    const reading = await previewLedger(bytes, basename(file), asOf)
    print(options.has('json') ? readingToJson(reading) : linesOf(basename(file), reading, lang))
    return 0
  },
}

function writtenLines({ entered, leftOut }: Confirmed, lang: Lang): string {
  const { achievement, right, contract, receipt, ...others } = entered
  const more = (Object.keys(others) as (keyof typeof others)[]).filter((name) => others[name] > 0)
  const zh = more.map((name) => `，${moreWords[name].zh} ${others[name]}`).join('')
  const en = more.map((name) => `, ${others[name]} ${moreWords[name].en}`).join('')
  return lang === 'zh'
    ? `已写入：成果 ${achievement}，知识产权 ${right}，合同 ${contract}，到账 ${receipt}${zh}。另有 ${leftOut} 行未写入（有待处理的问题，或与其他行重复）。`
    : `Entered: ${achievement} achievements, ${right} rights, ${contract} contracts, ${receipt} receipts${en}. ${leftOut} rows stayed out: they have problems to settle, or repeat others.`
}

type More = Exclude<keyof Confirmed['entered'], 'achievement' | 'right' | 'contract' | 'receipt'>

const moreWords: Readonly<Record<More, Words>> = {
  unit: { zh: '科室与单位', en: 'units' },
  person: { zh: '人员', en: 'people' },
  post: { zh: '任职', en: 'posts' },
  project: { zh: '项目', en: 'projects' },
  projectEntry: { zh: '工作量记录', en: 'entries of work' },
  cost: { zh: '成本', en: 'costs' },
  carrier: { zh: '载体', en: 'carriers' },
  credential: { zh: '证书', en: 'certificates' },
  trusteeship: { zh: '托管', en: 'trusteeships' },
  internalRule: { zh: '制度', en: 'internal rules' },
  'spin-off': { zh: '衍生企业', en: 'companies' },
  evaluation: { zh: '评估', en: 'evaluations' },
  stockAnswer: { zh: '盘点自评', en: 'answers to stock-takings' },
  interest: { zh: '利益关联', en: 'declared interests' },
}

function langOf(text = 'zh'): Lang {
  if (text === 'zh' || text === 'en') return text
  throw new UsageError('--lang is zh or en')
}

function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size <= workbookLimitBytes) return readFileSync(file)
  } catch {
    throw new UsageError(`cannot read ${file}`)
  }
  throw overLimit(workbookLimitBytes)
}

function linesOf(file: string, reading: LedgerReading, lang: Lang): string {
  return previewLines(file, reading, lang).join('\n')
}
