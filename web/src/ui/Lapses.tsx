import { Callout } from './Callout.tsx'
import { type Bilingual, useLanguage } from './language.ts'

/** A law of which no text is in force on the day, as the kernel tells it. */
export interface LapseShown {
  readonly source: string
  readonly title: Bilingual
  readonly when: 'before' | 'after'
  readonly day: string
}

/** Which laws are not in force: an empty list of breaches must not be read as leave to act. */
export function Lapses({ lapses }: { lapses: readonly LapseShown[] }) {
  const { t, say } = useLanguage()
  return lapses.map(({ source, title, when, day }) => (
    <Callout key={source} tone="due" title={t(`standing.${when}`, { title: say(title), day })}>
      <p>{t('standing.note')}</p>
    </Callout>
  ))
}
