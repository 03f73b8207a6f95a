import { fileURLToPath } from 'node:url'
import {
  type Assessment,
  assess,
  compile,
  explain,
  type Facts,
  type Law,
  parseFacts,
} from '@yizhuan/law'
import { type LawCase, loadCalendars, loadCases, loadPack } from '@yizhuan/law-authoring'
import { browserSizes } from './browser-size.ts'
import { type Bench, type Figure, median } from './figure.ts'
import { floorOf, RULES } from './law-floor.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const packs = `${root}packs`

/** The kernel on the fullest case of the Guangdong pack, and its size in a browser. */
export async function run({ full }: Bench): Promise<readonly Figure[]> {
  const folder = `${packs}/cn-gd-2025`
  const law = compile([loadPack(folder)], loadCalendars(packs))
  const fullest = fullestOf(loadCases(folder))
  const facts = parseFacts(law, fullest.facts)
  const options = { asOf: fullest.asOf, readings: fullest.readings }
  const batches = full ? 3000 : 600
  const about = `${law.norms.length} norms, ${Object.keys(facts).length} facts`
  const judged = () => assess(law, facts, options)
  // Verdicts and money are worked out when they are asked for: a whole answer asks.
  const whole = () => {
    const { findings, actions, money } = judged()
    return [findings, actions, money]
  }
  return [
    {
      what: `assess a whole case, its acts and its money (${about})`,
      unit: 'µs',
      value: microseconds(whole, batches),
      target: { atMost: 30 },
    },
    {
      what: 'judge the norms of a whole case alone',
      unit: 'µs',
      value: microseconds(judged, batches),
    },
    sixRules(law, facts, fullest, batches),
    {
      what: 'read the facts of a case from JSON',
      unit: 'µs',
      value: microseconds(() => parseFacts(law, fullest.facts), batches),
    },
    {
      what: `explain every norm of a case in one language (${about})`,
      unit: 'µs',
      value: microseconds(
        () => judged().findings.map((finding) => explain(finding, 'zh')),
        // Thousands of times as dear as a judgement: few are enough.
        batches / 40,
      ),
    },
    ...(await sizesInBrowser()),
  ]
}

/** What a phone loads to judge a case of Guangdong, and what more to read why. */
async function sizesInBrowser(): Promise<readonly Figure[]> {
  const size = (await browserSizes(root)).get('cn-gd-2025')
  if (!size) throw new Error('The pack has no size.')
  const { kernel, rules, telling, texts } = size
  return [
    {
      what: 'kernel and rules of nation and province in a browser, compressed',
      unit: 'kB',
      value: (kernel + rules) / 1000,
      target: { atMost: 40 },
    },
    {
      what: 'what is fetched besides when an explanation is read, in one language',
      unit: 'kB',
      value: (telling + texts) / 1000,
    },
  ]
}

/** The case in which most is known, among those that were carried through to the payout. */
function fullestOf(cases: readonly LawCase[]): LawCase {
  const size = ({ facts }: LawCase) => Object.values(facts).filter((fact) => fact !== null).length
  const [first, ...others] = cases.filter(({ facts }) =>
    ['noticeOn', 'signedOn', 'reportedOn', 'paidOn'].every((fact) => facts[fact]),
  )
  if (!first) throw new Error('No case of the pack was carried through.')
  return others.reduce((most, each) => (size(each) > size(most) ? each : most), first)
}

/** Six rules as the kernel judges them, held against the same six written by hand. */
function sixRules(law: Law, facts: Facts, { asOf }: LawCase, batches: number): Figure {
  const only = new Set(Object.values(RULES))
  const ours = () => assess(law, facts, { asOf, only })
  const byHand = floorOf(law, facts, asOf)
  sameAnswers(ours(), byHand())
  warm(ours)
  warm(byHand)
  const pairs = Array.from({ length: 5 }, () => ({
    floor: middle(byHand, batches / 5),
    ours: middle(ours, batches / 5),
  }))
  const ratios = pairs.map((pair) => pair.ours / pair.floor)
  return {
    what: 'assess six rules alone, held against six functions written by hand',
    unit: 'µs',
    value: median(pairs.map((pair) => pair.ours)),
    floor: median(pairs.map((pair) => pair.floor)),
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
  }
}

/** A floor that answers otherwise would be no floor. */
function sameAnswers({ findings }: Assessment, byHand: Readonly<Record<string, string>>): void {
  for (const [rule, norm] of Object.entries(RULES)) {
    const status = findings.find((finding) => finding.norm === norm)?.status
    if (status !== byHand[rule]) throw new Error(`${norm} is ${status}, by hand ${byHand[rule]}.`)
  }
}

const TIMES = 50
/** Of processor time, in microseconds. */
const WARM = 1_500_000

/** The middle of many batches: what one call takes once the machine has learnt it. */
function microseconds(work: () => unknown, batches: number): number {
  warm(work)
  return middle(work, batches)
}

/** By the processor and not by a number of calls: on a busy machine code is compiled late. */
function warm(work: () => unknown): void {
  const from = process.cpuUsage()
  const spent = () => Object.values(process.cpuUsage(from)).reduce((all, each) => all + each)
  while (spent() < WARM) for (let time = 0; time < TIMES; time += 1) work()
}

function middle(work: () => unknown, batches: number): number {
  const taken = Array.from({ length: Math.ceil(batches) }, () => {
    const from = process.hrtime.bigint()
    for (let time = 0; time < TIMES; time += 1) work()
    return Number(process.hrtime.bigint() - from) / 1000 / TIMES
  })
  return median(taken)
}
