import { loadEvidence } from '@yizhuan/law-authoring'
import { factsAsked } from '../../modules/policies/questions/answers.ts'
import { type Command, optionsOf, print } from './command.ts'
import { langOf, lawOf, packsRoot } from './law-input.ts'

/** Prints the fact vocabulary of packs: what may be asked about a case. */
export const lawFacts: Command = {
  name: 'law facts',
  usage: 'law facts --pack ID… [--lang zh|en] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack', 'lang'], ['json'])
    const lang = langOf(options)
    const facts = factsAsked(lawOf(options.all('pack')), loadEvidence(packsRoot))
    if (options.has('json')) print(facts)
    else for (const fact of facts) print(`${fact.id} (${fact.type}) ${fact.label[lang]}`)
    return 0
  },
}
