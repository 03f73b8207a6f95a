// A person's calendar of dues as an iCalendar feed: what each event says, and when it says something new.
import type { Day, Lang } from '@yizhuan/kit'
import { sha256 } from '../../platform/evidence.ts'
import type { DueLine } from './due-line.ts'
import type { IcalEvent } from './ical.ts'
import { countedWords, dueKindWords, dueWords, pathOf } from './say-due.ts'

/** Which dues a feed carries, and how many days before it reminds. */
export interface FeedChoice {
  readonly scope: 'mine' | 'all'
  readonly alarmDays: readonly number[]
}

/** What a feed said of a due when it was last fetched. */
export interface Said {
  readonly key: string
  readonly contentHash: string
  readonly sequence: number
  readonly modifiedAt: Date
}

type Content = Omit<IcalEvent, 'sequence' | 'modifiedAt'>

/** What a feed says of a due. Nobody's name stands in it: the address may lie in many a device. */
export function contentOf(
  line: DueLine,
  lang: Lang,
  alarmDays: readonly number[],
  address: string,
): Content {
  const { key, day, kind, record, article, counted } = line
  const said = [
    record.title,
    article && `${lang === 'zh' ? '依据' : 'Under'} ${article.source}#${article.at}`,
    counted && countedWords(counted, lang),
  ]
  return {
    uid: `${key.replaceAll('/', '.')}@yizhuan`,
    day: day as Day,
    summary: `${dueKindWords[kind][lang]}${lang === 'zh' ? '：' : ': '}${dueWords(line, lang)}`,
    description: said.filter(Boolean).join('\n'),
    url: `${address}${pathOf(line)}`,
    categories: [dueKindWords[kind][lang]],
    // Time that merely runs needs no alarm.
    alarmDays: kind === 'notice' ? [] : alarmDays,
  }
}

/** The event with its number: one higher, and modified now, when it says something else than before. */
export function numbered(
  content: Content,
  before: Said | undefined,
  now: Date,
): { readonly event: IcalEvent; readonly hash: string; readonly isNew: boolean } {
  const hash = sha256(JSON.stringify(content))
  if (before?.contentHash === hash) {
    const { sequence, modifiedAt } = before
    return { event: { ...content, sequence, modifiedAt }, hash, isNew: false }
  }
  const sequence = before === undefined ? 0 : before.sequence + 1
  return { event: { ...content, sequence, modifiedAt: now }, hash, isNew: true }
}
