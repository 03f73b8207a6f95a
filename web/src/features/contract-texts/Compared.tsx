import { useQuery } from '@tanstack/react-query'
import { Button } from '../../ui/Button.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../ui/Page.tsx'
import { type ComparedWire, comparedQuery } from './text.api.ts'

/** What became of each clause between two versions, word by word. */
export function Compared(props: { id: string; from: number; to: number; onClose: () => void }) {
  const { t, named } = useLanguage()
  const { id, from, to, onClose } = props
  const query = useQuery(comparedQuery(id, from, to))
  return (
    <Panel
      title={t('contractTexts.compared', { from, to })}
      extra={<Button onClick={onClose}>{t('general.close')}</Button>}
    >
      <Loaded query={query}>
        {({ parts }) => {
          const changed = parts.filter(({ is }) => is !== 'same')
          if (changed.length === 0) return <Nothing text={t('contractTexts.noDifference')} />
          return changed.map((part) => (
            <section key={part.slot} className="contract-part">
              <h3>
                {part.name} <span className="chip">{named('contractTexts.became', part.is)}</span>
              </h3>
              <Words words={part.words} lang="zh-CN" />
              {part.wordsEn.some(({ is }) => is !== 'same') && (
                <Words words={part.wordsEn} lang="en" />
              )}
              {part.reason && <p className="muted">{part.reason}</p>}
            </section>
          ))
        }}
      </Loaded>
    </Panel>
  )
}

function Words({ words, lang }: { words: ComparedWire['parts'][number]['words']; lang: string }) {
  return (
    <p className="contract-words" lang={lang}>
      {words.map(({ is, text }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a comparison never move
        if (is === 'gone') return <del key={at}>{text}</del>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a comparison never move
        if (is === 'added') return <ins key={at}>{text}</ins>
        return text
      })}
    </p>
  )
}
