import { readFileSync } from 'node:fs'
import { day, InputError } from '@yizhuan/kit'
import { type CaseRecord, type DecideContext, readRecord } from '@yizhuan/procedures'
import { type Replayed, replayRecord } from '../../modules/cases/replay.ts'
import { InclusionProofWire } from '../../modules/evidence/checkpoint.wire.ts'
import { chosenFrom, rulesInRecord } from '../../modules/policies/questions/question.ts'
import { type Command, type Options, optionsOf, print, UsageError } from './command.ts'
import { lawOf, packsIn, readingsOf, readJson, rulesOf } from './law-input.ts'

/** Folds the exported record of a case and shows state, assessment and chain as of a day. */
export const caseReplay: Command = {
  name: 'case replay',
  usage:
    'case replay FILE.jsonl --as-of DATE [--pack ID]… [--packs FILE] [--rules FILE] [--reading ID=CHOICE]… [--checkpoint FILE] [--json]',
  async run(args) {
    const options = optionsOf(
      args,
      ['as-of', 'pack', 'packs', 'rules', 'reading', 'checkpoint'],
      ['json'],
      1,
    )
    const [file] = options.words
    if (file === undefined) throw new UsageError('name the file to replay')
    const asOf = day(options.need('as-of'), '--as-of')
    const record = recordIn(file)
    const proof = options.one('checkpoint')
    const result = replayRecord(
      record,
      groundOf(record, options),
      asOf,
      proof === undefined ? undefined : proofIn(proof),
    )
    if (options.has('json')) print(result)
    else show(result)
    const stands = result.chain.ok || result.chain.unsealed === true
    return stands && result.checkpoint?.ok !== false ? 0 : 1
  },
}

function show({ chain, checkpoint, refused, state }: Replayed): void {
  const broken = chain.unsealed ? 'not sealed, written by hand' : `broken at ${chain.firstBad}`
  print(`chain: ${chain.ok ? 'whole' : broken}`)
  if (checkpoint) {
    const { ok, day, covers, publicKey, why } = checkpoint
    print(
      ok
        ? `checkpoint of ${day}: holds up to act ${covers}; compare the key ${publicKey} with the published one`
        : `checkpoint of ${day}: does not hold (${why})`,
    )
  }
  for (const stage of state.stages) print(`${stage.status}\t${stage.label.zh}`)
  for (const { seq, type, refusal } of refused)
    print(`refused: act ${seq} ${type} (${refusal.code})`)
}

function recordIn(file: string): CaseRecord {
  try {
    return readRecord(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new UsageError(`cannot read ${file}`)
  }
}

function proofIn(file: string): InclusionProofWire {
  const parsed = InclusionProofWire.safeParse(readJson(file))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`${file} is no proof: ${issue?.path.join('.')}: ${issue?.message}`)
}

type Ground = Omit<DecideContext, 'today'>

/** What the line names goes before what the record carries. */
function groundOf({ ground, entries }: CaseRecord, options: Options): Ground {
  const named = options.all('pack')
  const carried = ground?.['packs']
  const judgedBy = entries.at(-1)?.law?.id.split('+') ?? ['cn-gd-2025']
  const packs = Array.isArray(carried) ? carried.map(String) : judgedBy
  const downloaded = options.one('packs')
  const law = lawOf(
    named.length > 0 ? named : packs,
    downloaded === undefined ? [] : packsIn(downloaded),
  )
  const file = options.one('rules')
  return {
    law,
    rules: file === undefined ? rulesInRecord(ground?.['rules'] ?? []) : rulesOf(law, file),
    chosen: chosenFrom(law, ground?.['readings'] ?? []),
    readings: readingsOf(law, options.all('reading')),
  }
}
