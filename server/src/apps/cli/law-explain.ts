import type { Lang } from '@yizhuan/kit'
import type { Law, Why } from '@yizhuan/law'
import { explanationOf } from '../../modules/policies/questions/answers.ts'
import { articleOf } from './article.ts'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { factsOf, langOf, lawOf, outlookOf } from './law-input.ts'

/** Explains one norm: as a sentence, or with facts as the tree of its answer. */
export const lawExplain: Command = {
  name: 'law explain',
  usage:
    'law explain NORM --pack ID… [--facts FILE|- --as-of DATE] [--rules FILE] [--reading ID=CHOICE]… [--lang zh|en] [--json]',
  async run(args) {
    const names = ['pack', 'facts', 'as-of', 'rules', 'reading', 'lang']
    const options = optionsOf(args, names, ['json'], 1)
    const lang = langOf(options)
    const [id] = options.words
    if (id === undefined) throw new UsageError('NORM is missing')
    const law = lawOf(options.all('pack'))
    const norm = law.norms.find((each) => each.id === id)
    if (!norm) throw new UsageError(`there is no norm «${id}»`)
    const isPlain = options.one('facts') === undefined
    const idle = ['as-of', 'rules', 'reading'].find((name) => options.one(name) !== undefined)
    if (isPlain && idle !== undefined) throw new UsageError(`--${idle} needs --facts`)
    const on = isPlain
      ? undefined
      : { facts: factsOf(law, options), outlook: outlookOf(law, options) }
    const explanation = explanationOf(law, norm, lang, on)
    if (options.has('json')) print(explanation)
    else if (isPlain) print(explanation.sentence)
    else {
      if (explanation.why) printWhy(law, explanation.why, 0, lang)
      for (const other of explanation.otherReadings ?? [])
        print(`${other.id}=${other.reading}: ${other.status}`)
    }
    return 0
  },
}

function printWhy(law: Law, why: Why, depth: number, lang: Lang): void {
  const article = articleOf(law, why.cite, lang)
  print(`${'  '.repeat(depth)}${why.decisive ? '▸' : '·'} ${why.text}: ${why.value}${article}`)
  for (const child of why.children) printWhy(law, child, depth + 1, lang)
}
