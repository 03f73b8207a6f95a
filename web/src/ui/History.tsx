import { useQuery } from '@tanstack/react-query'
import { actionText, changeText, shownChanges, timeInChina, wordFor } from '@yizhuan/kit'
import type { HistoryWire } from '@yizhuan/server/wire/achievements/achievement'
import { useState } from 'react'
import { read } from '../api/client.ts'
import { Button } from './Button.tsx'
import { RestoreDialog } from './edits/RestoreDialog.tsx'
import { HistoryExport } from './HistoryExport.tsx'
import { type HistoryWords, useHistoryWords } from './history-words.ts'
import { useLanguage } from './language.ts'
import { Loaded, Nothing } from './Page.tsx'

/** Who changed what in a record, and when; newest first. `group` names the words of its fields. */
export function History(props: {
  path: string
  group: string
  empty?: string
  /** The record, where its reader may put it back to what it was. */
  restores?: { readonly kind: string; readonly id: string } | false
}) {
  const { t } = useLanguage()
  const { restores } = props
  const words = useHistoryWords(props.group)
  const [back, goBack] = useState<Back>()
  const query = useQuery({
    queryKey: [props.path],
    queryFn: () => read<HistoryWire>(props.path),
  })
  return (
    <Loaded query={query}>
      {({ items, chain, withheld = 0 }) =>
        items.length + withheld === 0 ? (
          <Nothing {...(props.empty !== undefined && { text: props.empty })} />
        ) : (
          <>
            <HistoryExport path={props.path} words={words} />
            <p className={chain.ok ? 'muted' : 'lacking'}>
              {chain.ok
                ? t('history.chainOk', { count: chain.length })
                : t('history.chainBad', { at: chain.brokenAt ?? 0 })}
              {withheld > 0 && <br />}
              {withheld > 0 && t('history.withheld', { count: withheld })}
            </p>
            <ol className="history">
              {items.toReversed().map((entry) => (
                <Entry
                  key={entry.seq}
                  entry={entry}
                  words={words}
                  isNewest={entry === items.at(-1)}
                  onRestore={restores ? goBack : undefined}
                />
              ))}
            </ol>
            {restores && back && (
              <RestoreDialog
                {...restores}
                {...back}
                group={props.group}
                onClose={() => goBack(undefined)}
              />
            )}
          </>
        )
      }
    </Loaded>
  )
}

/** To what a record is put back: what it was after an entry, or one field of it. */
interface Back {
  readonly to: number
  readonly field?: string
}

type Entry = HistoryWire['items'][number]

function Entry(props: {
  entry: Entry
  words: HistoryWords
  isNewest: boolean
  onRestore: ((back: Back) => void) | undefined
}) {
  const { entry, words, isNewest } = props
  // What an act said, no edit takes back.
  const onRestore = entry.isAct ? undefined : props.onRestore
  const { t } = useLanguage()
  const { action, at, by, reason, changes, seq } = entry
  const isFirst = seq === 1
  const isChange = changes.some(({ from }) => from !== undefined)
  // Codes have words of their own; an id tells nobody anything.
  const text = (field: string, value: unknown) => changeText(field, value, words)
  const source = changes.find(({ field }) => field === 'source')?.to
  const shown = shownChanges(changes)
  return (
    <li>
      <div className="history-head">
        <strong>{actionText(action, words)}</strong> <span>{by}</span>{' '}
        <time dateTime={at}>{timeInChina(at)}</time>{' '}
        {onRestore && !isNewest && (
          <Button kind="quiet" small onClick={() => onRestore({ to: seq })}>
            {t('edits.restoreHere')}
          </Button>
        )}
      </div>
      {reason && <div>{t('history.reason', { reason })}</div>}
      {typeof source === 'string' && <div className="muted">{t('history.source', { source })}</div>}
      <details open={!isFirst && shown.length > 0} hidden={shown.length === 0}>
        <summary className="muted">{t('history.fields', { count: shown.length })}</summary>
        <table className="grid">
          <tbody>
            {shown.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{wordFor(words.fields, field)}</th>
                {isChange && <td className="was">{text(field, from) || '—'}</td>}
                <td>
                  {text(field, to) || '—'}
                  {onRestore && isChange && (
                    <div>
                      <Button kind="quiet" small onClick={() => onRestore({ to: seq - 1, field })}>
                        {t('history.restore')}
                      </Button>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  )
}
