import { actVocabulary, procedures } from '@yizhuan/procedures'
import { type Command, optionsOf, print } from './command.ts'
import { langOf } from './law-input.ts'

/** Prints the acts of a case: what a line of a record may say. */
export const caseActs: Command = {
  name: 'case acts',
  usage: 'case acts [--lang zh|en] [--json]',
  async run(args) {
    const options = optionsOf(args, ['lang'], ['json'])
    const lang = langOf(options)
    const acts = procedures.flatMap(actVocabulary)
    if (options.has('json')) print(acts)
    else
      for (const { procedure, type, label, who } of acts)
        print(`${procedure}\t${type}\t${label[lang]}\t${who.join(', ')}`)
    return 0
  },
}
