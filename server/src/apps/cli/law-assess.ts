import type { Lang } from '@yizhuan/kit'
import { assess, assessmentToJson, type Lapse, STATUS_WORDS } from '@yizhuan/law'
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
    for (const lapse of assessment.lapses) print(lapseLine(lapse, lang))
    for (const finding of assessment.findings) {
      const article = articleOf(law, finding.cites[0], lang)
      print(`${STATUS_WORDS[finding.status][lang]}\t${finding.title[lang]}${article}`)
    }
    for (const [act, verdict] of Object.entries(assessment.actions))
      print(`${act}: ${verdict.can} ${verdict.because.map((each) => each.norm).join(' ')}`.trim())
    return 0
  },
}

/** A law that is not in force: what is not forbidden below is not allowed by it. */
function lapseLine({ title, when, day }: Lapse, lang: Lang): string {
  const name = title[lang]
  if (lang === 'zh')
    return `注意\t《${name}》自 ${day} 起${when === 'after' ? '不再有效' : '才施行'}：没有违反不等于允许`
  const said = when === 'after' ? `no longer in force from ${day}` : `in force only from ${day}`
  return `note\t${name}: ${said}; that nothing is broken is no leave`
}
