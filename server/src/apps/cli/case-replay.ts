import { readFileSync } from 'node:fs'
import { type Day, day, InputError } from '@yizhuan/kit'
import { assessmentToJson } from '@yizhuan/law'
import {
  assessCase,
  type Entry,
  nextActs,
  parseEntries,
  replay,
  stagesOf,
  verifyChain,
} from '@yizhuan/procedures'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { lawOf } from './law-input.ts'

/** Folds the exported record of a case and shows state, assessment and chain as of a day. */
export const caseReplay: Command = {
  name: 'case replay',
  usage: 'case replay FILE.jsonl --as-of DATE [--pack ID] [--json]',
  async run(args) {
    const options = optionsOf(args, ['as-of', 'pack'], ['json'])
    const [file] = options.words
    if (file === undefined) throw new UsageError('name the file to replay')
    const asOf = day(options.need('as-of'), '--as-of')
    const result = replayed(readRecord(file), asOf, options.one('pack') ?? 'cn-gd-2025')
    if (options.has('json')) print(result)
    else {
      print(`chain: ${result.chain.ok ? 'whole' : `broken at ${result.chain.firstBad}`}`)
      for (const stage of result.state.stages) print(`${stage.status}\t${stage.label.zh}`)
    }
    return result.chain.ok ? 0 : 1
  },
}

function readRecord(file: string): readonly Entry[] {
  try {
    return parseEntries(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new UsageError(`cannot read ${file}`)
  }
}

/** What happened up to a day, under the law of the pack; later acts are not looked at. */
function replayed(entries: readonly Entry[], asOf: Day, pack: string) {
  const law = lawOf([pack])
  const state = replay(entries.filter(({ on }) => on <= asOf))
  if (!state) throw new UsageError(`the record holds no act up to ${asOf}`)
  return {
    state: { ...state, stages: stagesOf(state) },
    assessment: assessmentToJson(assessCase({ law }, state, asOf)),
    next: nextActs({ law, today: asOf }, state).map(({ type, can, missing }) => ({
      type,
      can,
      missing,
    })),
    chain: verifyChain(entries),
  }
}
