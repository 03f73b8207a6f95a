import { readFileSync } from 'node:fs'
import { type Day, day, InputError } from '@yizhuan/kit'
import { assessmentToJson } from '@yizhuan/law'
import {
  assessCase,
  type CaseRecord,
  type DecideContext,
  nextActs,
  readRecord,
  replay,
  stagesOf,
  verifyChain,
} from '@yizhuan/procedures'
import { type Command, type Options, optionsOf, print, UsageError } from './command.ts'
import { chosenFrom, lawOf, readingsOf, rulesFrom, rulesOf } from './law-input.ts'

/** Folds the exported record of a case and shows state, assessment and chain as of a day. */
export const caseReplay: Command = {
  name: 'case replay',
  usage:
    'case replay FILE.jsonl --as-of DATE [--pack ID]… [--rules FILE] [--reading ID=CHOICE]… [--json]',
  async run(args) {
    const options = optionsOf(args, ['as-of', 'pack', 'rules', 'reading'], ['json'])
    const [file] = options.words
    if (file === undefined) throw new UsageError('name the file to replay')
    const asOf = day(options.need('as-of'), '--as-of')
    const record = recordIn(file)
    const result = replayed(record, groundOf(record, options), asOf)
    if (options.has('json')) print(result)
    else {
      print(`chain: ${result.chain.ok ? 'whole' : `broken at ${result.chain.firstBad}`}`)
      for (const stage of result.state.stages) print(`${stage.status}\t${stage.label.zh}`)
    }
    return result.chain.ok ? 0 : 1
  },
}

function recordIn(file: string): CaseRecord {
  try {
    return readRecord(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new UsageError(`cannot read ${file}`)
  }
}

type Ground = Omit<DecideContext, 'today'>

/** What the line names goes before what the record carries. */
function groundOf({ ground }: CaseRecord, options: Options): Ground {
  const named = options.all('pack')
  const carried = ground?.['packs']
  const packs = Array.isArray(carried) ? carried.map(String) : ['cn-gd-2025']
  const law = lawOf(named.length > 0 ? named : packs)
  const file = options.one('rules')
  return {
    law,
    rules: file === undefined ? rulesFrom(law, ground?.['rules'] ?? []) : rulesOf(law, file),
    chosen: chosenFrom(law, ground?.['readings'] ?? []),
    readings: readingsOf(law, options.all('reading')),
  }
}

/** What happened up to a day, and what the law says of it; later acts are not looked at. */
function replayed({ entries }: CaseRecord, ground: Ground, asOf: Day) {
  const state = replay(entries.filter(({ on }) => on <= asOf))
  if (!state) throw new UsageError(`the record holds no act up to ${asOf}`)
  return {
    state: { ...state, stages: stagesOf(state) },
    assessment: assessmentToJson(assessCase(ground, state, asOf)),
    next: nextActs({ ...ground, today: asOf }, state).map(({ type, can, missing }) => ({
      type,
      can,
      missing,
    })),
    chain: verifyChain(entries),
  }
}
