import { day } from '@yizhuan/kit'
import { type AssessOptions, assess, type Law } from '@yizhuan/law'
import { comparisonOf } from '../../modules/policies/questions/answers.ts'
import { type Command, type Options, optionsOf, print, UsageError } from './command.ts'
import { factsOf, lawOf, outlookOf, readingsOf, rulesOf } from './law-input.ts'

const OTHER = ['with-pack', 'with-as-of', 'with-rules', 'with-reading']

/** The same facts in two worlds: another pack, day, reading or rule. Prints what changes by topic. */
export const lawCompare: Command = {
  name: 'law compare',
  usage:
    'law compare --pack ID… --facts FILE|- --as-of DATE [--rules FILE] [--reading ID=CHOICE]… [--with-pack ID]… [--with-as-of DATE] [--with-rules FILE] [--with-reading ID=CHOICE]… [--json]',
  async run(args) {
    const names = ['pack', 'facts', 'as-of', 'rules', 'reading', ...OTHER]
    const options = optionsOf(args, names, ['json'])
    if (OTHER.every((name) => options.all(name).length === 0))
      throw new UsageError(`nothing to compare with: give one of --${OTHER.join(', --')}`)
    const law = lawOf(options.all('pack'))
    const facts = factsOf(law, options)
    const outlook = outlookOf(law, options)
    const others = options.all('with-pack')
    const other = others.length === 0 ? law : lawOf(others)
    const before = assess(law, facts, outlook)
    const after = assess(other, facts, otherOutlook(other, options, outlook))
    const comparison = comparisonOf(before, after)
    if (options.has('json')) print(comparison)
    else
      for (const each of comparison.differences)
        print(`${each.topic}: ${each.before} → ${each.after}`)
    return 0
  },
}

function otherOutlook(law: Law, options: Options, outlook: AssessOptions): AssessOptions {
  const asOf = options.one('with-as-of')
  const rules = options.one('with-rules')
  return {
    ...outlook,
    ...(asOf === undefined ? {} : { asOf: day(asOf, '--with-as-of') }),
    ...(rules === undefined ? {} : { rules: rulesOf(law, rules) }),
    readings: { ...outlook.readings, ...readingsOf(law, options.all('with-reading')) },
  }
}
