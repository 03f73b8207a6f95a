import { clauseTable, readPackSource } from '@yizhuan/law-authoring'
import { coverageReport } from '../../modules/policies/packs/pack.queries.ts'
import { type Command, optionsOf, print } from './command.ts'
import { packFolders } from './law-input.ts'

/** Lists the binding clauses of the sources with the norms that cite them, or why none does. */
export const lawCoverage: Command = {
  name: 'law coverage',
  usage: 'law coverage [--pack ID]… [--clauses] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack'], ['clauses', 'json'])
    if (options.has('clauses')) {
      const sources = packFolders(options).map(readPackSource)
      for (const source of sources.filter(({ clauses }) => Object.keys(clauses).length > 0))
        print(clauseTable(source))
      return 0
    }
    const reports = packFolders(options).map(coverageReport)
    if (options.has('json')) print(reports)
    else
      for (const { pack, clauses, documents } of reports) {
        for (const { source, at, by, waived } of clauses) {
          const how = by.length > 0 ? by.join(', ') : waived ? `waived: ${waived}` : 'OPEN'
          print(`${source}#${at}\t${how}`)
        }
        for (const { source, binding, encoded, waived, open } of documents)
          print(
            `${pack} ${source}: ${binding} bind, ${encoded} encoded, ${waived} waived, ${open} open`,
          )
      }
    return 0
  },
}
