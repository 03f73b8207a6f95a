import { assess, labelOf, sensitivityOf, sentenceOf, type Why } from '@yizhuan/law'
import { type Command, optionsOf, print, UsageError } from './command.ts'
import { factsOf, langOf, lawOf, outlookOf } from './law-input.ts'

/** Explains one norm: as a sentence, or with facts as the tree of its answer. */
export const lawExplain: Command = {
  name: 'law explain',
  usage:
    'law explain NORM --pack ID… [--facts FILE|- --as-of DATE] [--rules FILE] [--reading ID=CHOICE]… [--lang zh|en] [--json]',
  async run(args) {
    const names = ['pack', 'facts', 'as-of', 'rules', 'reading', 'lang']
    const options = optionsOf(args, names, ['json'])
    const lang = langOf(options)
    const [id] = options.words
    if (id === undefined) throw new UsageError('NORM is missing')
    const law = lawOf(options.all('pack'))
    const norm = law.norms.find((each) => each.id === id)
    if (!norm) throw new UsageError(`there is no norm «${id}»`)
    const sentence = sentenceOf(law, norm, lang)
    if (options.one('facts') === undefined) {
      print(options.has('json') ? { norm: id, sentence, cites: norm.cites } : sentence)
      return 0
    }
    const facts = factsOf(law, options)
    const outlook = outlookOf(law, options)
    const finding = assess(law, facts, { ...outlook, only: new Set([id]) }).findings[0]
    const why = finding?.why(lang)
    const otherReadings = sensitivityOf(law, id, facts, outlook)
    if (options.has('json'))
      print({ norm: id, status: finding?.status, sentence, why, otherReadings })
    else {
      if (why) printWhy(why, 0, lang)
      for (const other of otherReadings) print(`${other.id}=${other.reading}: ${other.status}`)
    }
    return 0
  },
}

function printWhy(why: Why, depth: number, lang: 'zh' | 'en'): void {
  const article = why.cite ? ` 〔${labelOf(why.cite.at)[lang]}〕` : ''
  print(`${'  '.repeat(depth)}${why.decisive ? '▸' : '·'} ${why.text}: ${why.value}${article}`)
  for (const child of why.children) printWhy(child, depth + 1, lang)
}
