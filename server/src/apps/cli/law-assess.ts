import { assess, assessmentToJson, STATUS_WORDS } from '@yizhuan/law'
import { articleOf } from './article.ts'
import { type Command, optionsOf, print } from './command.ts'
import { factsOf, langOf, lawOf, outlookOf } from './law-input.ts'

/** Assesses facts under packs as of a day: findings, verdict per act, and the money. */
export const lawAssess: Command = {
  name: 'law assess',
  usage:
    'law assess --pack ID… --facts FILE|- --as-of DATE [--rules FILE] [--reading ID=CHOICE]… [--lang zh|en] [--json]',
  async run(args) {
    const names = ['pack', 'facts', 'as-of', 'rules', 'reading', 'lang']
    const options = optionsOf(args, names, ['json'])
    const lang = langOf(options)
    const law = lawOf(options.all('pack'))
    const outlook = outlookOf(law, options)
    const assessment = assess(law, factsOf(law, options), outlook)
    if (options.has('json')) {
      print(assessmentToJson(assessment))
      return 0
    }
    for (const finding of assessment.findings) {
      const article = articleOf(law, finding.cites[0], lang)
      print(`${STATUS_WORDS[finding.status][lang]}\t${finding.title[lang]}${article}`)
    }
    for (const [act, verdict] of Object.entries(assessment.actions))
      print(`${act}: ${verdict.can} ${verdict.because.map((each) => each.norm).join(' ')}`.trim())
    return 0
  },
}
