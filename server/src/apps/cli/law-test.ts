import {
  loadCalendars,
  loadCases,
  loadPack,
  mutate,
  runCases,
  untriedStatuses,
} from '@yizhuan/law-authoring'
import { type Command, optionsOf, print } from './command.ts'
import { packFolders, packsRoot } from './law-input.ts'

/** Runs the cases of packs, then mutates the packs: a mutant no case notices is a missing case. */
export const lawTest: Command = {
  name: 'law test',
  usage: 'law test [--pack ID]… [--no-mutants] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack'], ['json', 'no-mutants'])
    const calendars = loadCalendars(packsRoot)
    const reports = packFolders(options).map((dir) => {
      const pack = loadPack(dir)
      const cases = loadCases(dir)
      const failures = runCases(pack, calendars, cases)
      const untried = untriedStatuses(pack, cases)
      const mutation = options.has('no-mutants') ? undefined : mutate(pack, calendars, cases)
      return { pack: pack.id, cases: cases.length, failures, untried, mutation }
    })
    if (options.has('json')) print(reports)
    else
      for (const { pack, cases, failures, untried, mutation } of reports) {
        for (const each of failures)
          print(`${pack} «${each.name}»: ${each.what} is ${each.got}, want ${each.want}`)
        for (const each of untried) print(`${pack} ${each}`)
        for (const name of mutation?.alive ?? []) print(`${pack} no case notices: ${name}`)
        const mutants = mutation
          ? `, ${mutation.mutants} mutants, ${mutation.alive.length} alive`
          : ''
        print(`${pack}: ${cases} cases, ${failures.length} failures${mutants}`)
      }
    return reports.some(({ failures }) => failures.length > 0) ? 1 : 0
  },
}
