import { cpuSpent } from './cpu.ts'
import type { Figure } from './figure.ts'
import type { Ground } from './ground.ts'
import { searchWords } from './seed/titles.ts'

/** What one waits at most for, of a hundred searches, in ninety-five. */
const target = { atMost: 50 }

/**
 * How often each question is asked of ours, in turns. The first time, what it needs may lie on the disk still: that
 * is told by itself, for what one waits for is a server that has been running.
 */
const rounds = 6

/** Of each kind of questions the floor is asked so many, once: it takes seconds for some. */
const asFloor = 2

/**
 * How long one waits for an answer among a million records, over HTTP, from the question to the last byte:
 * asked one after the other, every question new to the server's caches of texts, and beside it the plain
 * indexed statement of the floor; then a mix of what pages ask, by one person and by several at once.
 */
export async function waits({ ours, floor, officer, smaller, seeded }: Ground): Promise<Figure[]> {
  const asked = questions(seeded.achievements)
  const figures: Figure[] = []
  const sides = [
    ['one institution', officer, seeded.institution],
    ['a small one beside it', smaller, seeded.smaller.institution],
  ] as const
  for (const [whose, headers, institution] of sides) {
    const all: number[][] = [[], []]
    const first: number[] = []
    for (const [how, words] of Object.entries(asked)) {
      const [mine, theirs] = [[], []] as [number[], number[]]
      for (let round = 0; round < rounds; round += 1) {
        for (const [at, word] of words.entries()) {
          const q = encodeURIComponent(word)
          const times = round === 0 ? first : mine
          times.push(await waited(`${ours}/api/v1/search?limit=20&q=${q}`, headers))
          if (round > 0 || at >= asFloor) continue
          theirs.push(await waited(`${floor}/search?institution=${institution}&q=${q}`, {}))
        }
      }
      figures.push(figure(`search, ${how}, ${whose}`, mine, theirs))
      all[0]?.push(...mine)
      all[1]?.push(...theirs)
    }
    figures.push(figure(`search, all of these, ${whose}`, all[0] ?? [], all[1] ?? []))
    const atFirst = figure(`search, each of these for the first time, ${whose}`, first, [])
    figures.push({ what: atFirst.what, unit: 'ms', value: atFirst.value })
    for (const path of ['achievements?limit=20', 'search/counts?']) {
      figures.push(...(await ofPath(path, whose, { ours, floor }, headers, institution, asked)))
    }
    for (const askers of [1, several]) {
      figures.push(await atOnce(askers, whose, ours, headers, mixOf(Object.values(asked).flat())))
    }
  }
  return figures
}

/** A list or counts by each of the questions: the first time by itself, then in turns as the search. */
async function ofPath(
  path: string,
  whose: string,
  { ours, floor }: Pick<Ground, 'ours' | 'floor'>,
  headers: Readonly<Record<string, string>>,
  institution: string,
  asked: Readonly<Record<string, readonly string[]>>,
): Promise<readonly Figure[]> {
  const [first, mine, theirs] = [[], [], []] as [number[], number[], number[]]
  for (let round = 0; round < rounds; round += 1) {
    for (const words of Object.values(asked)) {
      for (const [at, word] of words.entries()) {
        const q = encodeURIComponent(word)
        const times = round === 0 ? first : mine
        times.push(await waited(`${ours}/api/v1/${path}&q=${q}`, headers))
        if (round > 0 || at >= asFloor) continue
        theirs.push(
          await waited(`${floor}/achievements/found?institution=${institution}&q=${q}`, {}),
        )
      }
    }
  }
  const what = path.split('?')[0]
  const atFirst = figure(`${what}, each of these for the first time, ${whose}`, first, [])
  return [
    figure(`${what}, all of these, ${whose}`, mine, theirs),
    { what: atFirst.what, unit: 'ms', value: atFirst.value },
  ]
}

/** How many people search at the same moment, where more than one does. */
const several = 4

/** How often the whole mix is asked. */
const mixes = 3

/**
 * What the page of the search and the lists ask: everywhere, how many of each, in one register, in its own
 * list with a filter beside.
 */
function mixOf(words: readonly string[]): readonly string[] {
  const inOrder = words.flatMap((word) => {
    const q = encodeURIComponent(word)
    return [
      `search?limit=20&q=${q}`,
      `search/counts?q=${q}`,
      `search?limit=20&kind=achievement&q=${q}`,
      `achievements?limit=20&kind=device&q=${q}`,
    ]
  })
  // By a step that has no part in common with how many there are: no word is asked twice in a row.
  return inOrder.map((_, at) => inOrder[(at * 101) % inOrder.length] ?? '')
}

/** How long some people wait who ask at the same time, each as soon as the answer before is there. */
async function atOnce(
  askers: number,
  whose: string,
  ours: string,
  headers: Readonly<Record<string, string>>,
  mix: readonly string[],
): Promise<Figure> {
  const times: number[] = []
  const before = cpuSpent(ours) ?? 0
  const ask = async (asker: number) => {
    const from = Math.floor((asker * mix.length) / askers)
    for (let at = 0; at < (mixes * mix.length) / askers; at += 1) {
      const path = mix[(from + at) % mix.length]
      times.push(await waited(`${ours}/api/v1/${path}`, headers))
    }
  }
  await Promise.all(Array.from({ length: askers }, (_, asker) => ask(asker)))
  const cpu = ((cpuSpent(ours) ?? before) - before) / times.length
  const who = askers === 1 ? 'one asks' : `${askers} ask at once`
  const beside = `p50 ${partOf(times, 0.5).toFixed(1)} ms, p99 ${partOf(times, 0.99).toFixed(1)} ms`
  return {
    what: `mix, ${who}, ${whose} (p95; ${beside}, processor ${cpu.toFixed(1)} ms each)`,
    unit: 'ms',
    value: partOf(times, 0.95),
    target,
  }
}

type Known = Ground['seeded']['achievements']

/** A mix of what people type. */
function questions(known: Known): Readonly<Record<string, readonly string[]>> {
  const patents = known.flatMap(({ patent }) => (patent === '' ? [] : [patent])).slice(0, 6)
  const bare = patents.map((patent) => patent.replace(/[^\dX]/g, ''))
  return {
    'a common word of two': searchWords.common,
    'a rare word of two': searchWords.rare,
    'two words': ['肝癌 装置', '智能 护理', 'PD-L1 止血', '贫血 麝香', '便携 敷料', 'CRISPR 哮喘'],
    'a longer word': ['可吸收', '糖尿病足', '传感器', '算法模型', '便携式骨折', '新生儿黄疸'],
    'what is written about it': ['三例', '材料成本', '需求', '操作时间', '合作方'],
    'a name by its first letters': ['wxm', 'zmf', 'lwj', 'zh', 'cys', 'lf'],
    'a name by its sound': ['zhangwei', 'wangfang', 'lina', 'zhaoqiang', 'xiaojie', 'dongchenyu'],
    'a number of ours': known
      .slice(0, 300)
      .filter((_, at) => at % 50 === 3)
      .map(({ number }) => number),
    'a part of a number': ['000123', '2015-0004', 'cg2020', '012345'],
    'a patent as printed': patents,
    'a patent without check character': bare.map((number) => `CN${number.slice(0, 12)}`),
    'nothing that is there': ['蜃楼', '不存在的词', 'qqq', '202299999999.9'],
  }
}

export async function waited(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const from = performance.now()
  const answer = await fetch(url, { headers })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${text}`)
  return performance.now() - from
}

function figure(what: string, mine: readonly number[], theirs: readonly number[]): Figure {
  const [value, floor] = [partOf(mine, 0.95), partOf(theirs, 0.95)]
  const middle = `p50 ${partOf(mine, 0.5).toFixed(1)} ms`
  return {
    what: `${what} (p95; ${middle})`,
    unit: 'ms',
    value,
    floor,
    ratio: floor / value,
    target,
  }
}

/** The value below which a part of the numbers lie. */
export function partOf(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}
