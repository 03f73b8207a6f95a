import { loadCalendars } from '@yizhuan/law-authoring'
import { atOnce, testing } from '../../modules/policies/packs/pack.queries.ts'
import { type Command, optionsOf, print } from './command.ts'
import { packFolders, packsRoot } from './law-input.ts'

/** Runs the cases of packs, then mutates the packs: a mutant no case notices is a missing case. */
export const lawTest: Command = {
  name: 'law test',
  usage: 'law test [--pack ID]… [--no-mutants] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack'], ['json', 'no-mutants'])
    const calendars = loadCalendars(packsRoot)
    const mutants = !options.has('no-mutants')
    const reports = packFolders(options).map((dir) => atOnce(testing(dir, calendars, { mutants })))
    if (options.has('json')) print(reports)
    else
      for (const { pack, cases, failures, untried, mutation } of reports) {
        for (const each of failures)
          print(`${pack} «${each.name}»: ${each.what} is ${each.got}, want ${each.want}`)
        for (const each of untried) print(`${pack} ${each}`)
        for (const name of mutation?.alive ?? []) print(`${pack} no case notices: ${name}`)
        const seen = mutation ? `, ${mutation.mutants} mutants, ${mutation.alive.length} alive` : ''
        print(`${pack}: ${cases} cases, ${failures.length} failures${seen}`)
      }
    return reports.some(({ failures }) => failures.length > 0) ? 1 : 0
  },
}
