import { type VocabularyEntry, vocabularyOf } from '@yizhuan/law'
import { loadEvidence } from '@yizhuan/law-authoring'
import { type Command, optionsOf, print } from './command.ts'
import { langOf, lawOf, packsRoot } from './law-input.ts'

/** Prints the fact vocabulary of packs: what may be asked about a case. */
export const lawFacts: Command = {
  name: 'law facts',
  usage: 'law facts --pack ID… [--lang zh|en] [--json]',
  async run(args) {
    const options = optionsOf(args, ['pack', 'lang'], ['json'])
    const lang = langOf(options)
    const facts = vocabularyOf(lawOf(options.all('pack')).vocabulary)
    const names = loadEvidence(packsRoot)
    if (options.has('json')) print(facts.map((fact) => withPapers(fact, names)))
    else for (const fact of facts) print(`${fact.id} (${fact.type}) ${fact.label[lang]}`)
    return 0
  },
}

type Names = ReturnType<typeof loadEvidence>

/** A fact with the names of the papers that may prove it. */
function withPapers(fact: VocabularyEntry, names: Names): object {
  return {
    ...fact,
    papers: fact.evidence.map((id) => ({ id, ...names[id] })),
    ...(fact.fields && { fields: fact.fields.map((field) => withPapers(field, names)) }),
  }
}
