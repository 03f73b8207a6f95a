import { vocabularyOf } from '@yizhuan/law'
import { type Command, optionsOf, print } from './command.ts'
import { langOf, lawOf } from './law-input.ts'

/** Prints the fact vocabulary of packs: what may be asked about a case. */
export const lawFacts: Command = {
  name: 'law facts',
  usage: 'law facts --pack ID… [--lang zh|en] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack', 'lang'], ['json'])
    const lang = langOf(options)
    const facts = vocabularyOf(lawOf(options.all('pack')).vocabulary)
    if (options.has('json')) print(facts)
    else for (const fact of facts) print(`${fact.id} (${fact.type}) ${fact.label[lang]}`)
    return 0
  },
}
