// What mails say, as plain text and as HTML that needs nothing from elsewhere.
import type { Lang, Words } from '@yizhuan/kit'
import { asHtml } from '../../../platform/mail.ts'
import { countedWords, type DueLine, dayWords, dueWords, pathOf } from '../../calendar/index.ts'
import type { MailContent } from './mail.table.ts'

/** Where the links of a mail lead. */
export interface Links {
  /** The application's address, as in `https://tto.example.org`. */
  readonly address: string
  /** The page on which its reader ends such mails. */
  readonly stop: string
}

/** How many days the digest looks ahead. */
export const daysAhead = 7

/** What a person is reminded of today, by urgency. */
export interface Digest {
  readonly today: string
  readonly overdue: readonly DueLine[]
  readonly dueToday: readonly DueLine[]
  readonly ahead: readonly DueLine[]
  /** Years whose rest days are not announced, where that matters. */
  readonly calendarMissing: readonly number[]
}

/** Sorts a person's dues into a digest; undefined where there is nothing to say. */
export function digestOf(
  lines: readonly DueLine[],
  today: string,
  calendarMissing: readonly number[],
): Digest | undefined {
  // A term that ended long ago is no news; the calendar goes on showing it.
  const told = lines.filter(({ kind, status }) => !(kind === 'term' && status === 'overdue'))
  const overdue = told.filter(({ status }) => status === 'overdue')
  const dueToday = told.filter(({ status }) => status === 'today')
  const ahead = told.filter(
    ({ status, daysLeft }) => (status === 'soon' || status === 'waiting') && daysLeft <= daysAhead,
  )
  if (overdue.length + dueToday.length + ahead.length === 0) return undefined
  return { today, overdue, dueToday, ahead, calendarMissing }
}

/** The digest of a day. */
export function digestLetter(digest: Digest, name: string, lang: Lang, links: Links): MailContent {
  const zh = lang === 'zh'
  const { today, overdue, dueToday, ahead, calendarMissing } = digest
  const counts = [
    overdue.length > 0 && (zh ? `逾期 ${overdue.length} 项` : `${overdue.length} overdue`),
    dueToday.length > 0 && (zh ? `今天 ${dueToday.length} 项` : `${dueToday.length} today`),
    ahead.length > 0 &&
      (zh ? `${daysAhead} 天内 ${ahead.length} 项` : `${ahead.length} within ${daysAhead} days`),
  ].filter((text) => text !== false)
  const sections = [
    { title: zh ? '已逾期' : 'Overdue', lines: overdue },
    { title: zh ? '今天' : 'Today', lines: dueToday },
    { title: zh ? `${daysAhead} 天内` : `Within ${daysAhead} days`, lines: ahead },
  ].filter(({ lines }) => lines.length > 0)
  const notes = calendarMissing.map((year) =>
    zh
      ? `${year} 年放假安排尚未公布，暂按周末休息计算。`
      : `The rest days of ${year} are not announced yet: only weekends count as rest.`,
  )
  return letterOf({
    subject: `${zh ? '医转期限提醒' : 'Yizhuan, what is due'} ${today}${zh ? '：' : ': '}${counts.join(zh ? '，' : ', ')}`,
    greeting: zh ? `${name}，您好：` : `Dear ${name},`,
    sections: sections.map(({ title, lines }) => ({
      title,
      items: lines.map((line) => itemOf(line, lang, links)),
    })),
    notes,
    lang,
    links,
  })
}

/** A single piece of news. */
export function newsLetter(
  news: {
    readonly text: Words
    readonly caseNumber: string | null
    readonly caseTitle: string | null
    readonly path: string
  },
  name: string,
  lang: Lang,
  links: Links,
): MailContent {
  const zh = lang === 'zh'
  const { text, caseNumber, caseTitle, path } = news
  return letterOf({
    subject: `${zh ? '医转：' : 'Yizhuan: '}${[text[lang], caseNumber].filter(Boolean).join(' · ')}`,
    greeting: zh ? `${name}，您好：` : `Dear ${name},`,
    sections: [
      {
        title: '',
        items: [
          {
            head: text[lang],
            rest: [[caseNumber, caseTitle].filter(Boolean).join(' ')].filter(Boolean),
            url: `${links.address}${path}`,
          },
        ],
      },
    ],
    notes: [],
    lang,
    links,
  })
}

/** A mail by which somebody finds out whether mails reach them. */
export function testLetter(name: string, lang: Lang, links: Links): MailContent {
  const zh = lang === 'zh'
  return letterOf({
    subject: zh ? '医转：测试邮件' : 'Yizhuan: a test',
    greeting: zh ? `${name}，您好：` : `Dear ${name},`,
    sections: [],
    notes: [zh ? '收到此信，说明提醒邮件可以送达。' : 'If you read this, reminders reach you.'],
    lang,
    links,
  })
}

interface Item {
  readonly head: string
  readonly rest: readonly string[]
  readonly url: string
}

interface Letter {
  readonly subject: string
  readonly greeting: string
  readonly sections: readonly { readonly title: string; readonly items: readonly Item[] }[]
  readonly notes: readonly string[]
  readonly lang: Lang
  readonly links: Links
}

function itemOf(line: DueLine, lang: Lang, { address }: Links): Item {
  const zh = lang === 'zh'
  const { kind, day, record, article, counted } = line
  const last = kind === 'deadline' || kind === 'term'
  const when = last
    ? zh
      ? `${dayWords(day, lang)}止`
      : `due ${dayWords(day, lang)}`
    : zh
      ? `${dayWords(day, lang)}起可办理`
      : `possible from ${dayWords(day, lang)}`
  const under = article && `${zh ? '依据' : 'Under'} ${article.source}#${article.at}`
  return {
    head: `${dueWords(line, lang)}${zh ? '，' : ', '}${when}`,
    rest: [record.title, under, counted && countedWords(counted, lang)].filter(
      (one) => one !== null,
    ),
    url: `${address}${pathOf(line)}`,
  }
}

function letterOf({ subject, greeting, sections, notes, lang, links }: Letter): MailContent {
  const zh = lang === 'zh'
  const open = zh ? '打开' : 'Open'
  const settings = zh ? '设置提醒方式' : 'Choose what is mailed'
  const stop = zh ? '不再接收邮件' : 'No more mails'
  const settingsUrl = `${links.address}/reminders`
  const text = [
    greeting,
    ...sections.flatMap(({ title, items }) => [
      '',
      ...(title ? [`【${title}】`] : []),
      ...items.flatMap(({ head, rest, url }) => [
        `· ${head}`,
        ...rest.map((one) => `  ${one}`),
        `  ${url}`,
      ]),
    ]),
    ...notes.flatMap((note) => ['', note]),
    '',
    '--',
    `${settings}${zh ? '：' : ': '}${settingsUrl}`,
    `${stop}${zh ? '：' : ': '}${links.stop}`,
  ].join('\n')
  const html = `<!doctype html><html lang="${zh ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"></head>
<body style="margin:0;padding:24px;background:#faf8f3;color:#1f2a2e;font:15px/1.6 sans-serif">
<div style="max-width:640px;margin:0 auto;background:#fff;border:1px solid #e3dfd3;border-radius:8px;padding:24px">
<p>${asHtml(greeting)}</p>
${sections.map(({ title, items }) => `${title ? `<h2 style="font-size:16px;margin:20px 0 8px">${asHtml(title)}</h2>` : ''}${items.map((item) => itemHtml(item, open)).join('')}`).join('')}
${notes.map((note) => `<p style="color:#6b6250">${asHtml(note)}</p>`).join('')}
<p style="margin-top:24px;padding-top:12px;border-top:1px solid #e3dfd3;font-size:13px;color:#667">
<a href="${asHtml(settingsUrl)}">${settings}</a> · <a href="${asHtml(links.stop)}">${stop}</a></p>
</div></body></html>`
  return { subject, text, html }
}

function itemHtml({ head, rest, url }: Item, open: string): string {
  const below = rest.map((one) => `<br><span style="color:#667">${asHtml(one)}</span>`).join('')
  return `<p style="margin:8px 0"><strong>${asHtml(head)}</strong>${below}<br><a href="${asHtml(url)}">${open}</a></p>`
}
