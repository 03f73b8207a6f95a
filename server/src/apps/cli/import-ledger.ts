import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { day, dayInChina, type Lang } from '@yizhuan/kit'
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
  const { achievement, right, contract, receipt, unit, person, post } = entered
  const { project, projectEntry, cost, carrier, credential, trusteeship } = entered
  const isMore =
    unit + person + post + project + projectEntry + cost + carrier + credential + trusteeship > 0
  const [zh, en] = isMore
    ? [
        `，科室与单位 ${unit}，人员 ${person}，任职 ${post}，项目 ${project}，工作量记录 ${projectEntry}，成本 ${cost}，载体 ${carrier}，证书 ${credential}，托管 ${trusteeship}`,
        `, ${unit} units, ${person} people, ${post} posts, ${project} projects, ${projectEntry} entries of work, ${cost} costs, ${carrier} carriers, ${credential} certificates, ${trusteeship} trusteeships`,
      ]
    : ['', '']
  return lang === 'zh'
    ? `已写入：成果 ${achievement}，知识产权 ${right}，合同 ${contract}，到账 ${receipt}${zh}。另有 ${leftOut} 行未写入（有待处理的问题，或与其他行重复）。`
    : `Entered: ${achievement} achievements, ${right} rights, ${contract} contracts, ${receipt} receipts${en}. ${leftOut} rows stayed out: they have problems to settle, or repeat others.`
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
