import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findTexts, type LawText, lockOf, readPackSource } from '@yizhuan/law-authoring'
import { stringify } from 'yaml'
import { lintReport } from '../../modules/policies/packs/pack.queries.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { packFolders } from './law-input.ts'

const LOCK_HEAD = `# Fingerprints of the cited clauses: 16 hex digits of SHA-256 over the text without typography.
# Written by \`yizhuan law lint --texts FOLDER --lock\`; carries no words of any text.
`

/** Checks packs; with the official texts also that they still say what was encoded. */
export const lawLint: Command = {
  name: 'law lint',
  usage: 'law lint [--pack ID]… [--texts FOLDER [--lock]] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack', 'texts'], ['json', 'lock'])
    const folder = options.one('texts')
    if (options.has('lock') && folder === undefined) throw new UsageError('--lock needs --texts')
    const found = packFolders(options).map((dir) => {
      const texts: ReadonlyMap<string, LawText> =
        folder === undefined ? new Map() : findTexts(readPackSource(dir), folder)
      if (folder !== undefined && texts.size === 0)
        throw new UsageError(`${folder} holds no text of a source of ${readPackSource(dir).id}`)
      if (options.has('lock'))
        writeFileSync(
          join(dir, 'sources.lock.yaml'),
          LOCK_HEAD + stringify(lockOf(readPackSource(dir), texts)),
        )
      return lintReport(dir, texts)
    })
    if (options.has('json')) print(found)
    else
      for (const { pack, problems } of found) {
        for (const each of problems) print(`${pack} ${each.level} ${each.where}: ${each.note.en}`)
        print(`${pack}: ${problems.length} problems`)
      }
    return found.some(({ problems }) => problems.some((each) => each.level === 'error')) ? 1 : 0
  },
}
