import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { day, dayInChina, type Lang } from '@yizhuan/kit'
import { type LedgerReading, readingToJson } from '@yizhuan/ledger'
import { overLimit, previewLedger, workbookLimitBytes } from '../../modules/imports/index.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { previewLines } from './import-lines.ts'

/** Shows what a hospital's ledger holds and what a person must settle; writes nothing. */
export const importLedger: Command = {
  name: 'import',
  usage: 'import FILE [--as-of DATE] [--lang zh|en] [--json]',
  async run(args) {
    const options = optionsOf(args, ['as-of', 'lang'], ['json'])
    const [file, ...more] = options.words
    if (file === undefined) throw new UsageError('FILE is missing')
    if (more.length > 0) throw new UsageError('name one file')
    const lang = langOf(options.one('lang'))
    const asOf = day(options.one('as-of') ?? dayInChina(new Date()), '--as-of')
    const reading = previewLedger(bytesOf(file), basename(file), asOf)
    print(options.has('json') ? readingToJson(reading) : linesOf(basename(file), reading, lang))
    return 0
  },
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
