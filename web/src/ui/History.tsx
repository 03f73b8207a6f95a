import { useQuery } from '@tanstack/react-query'
import type { HistoryWire } from '@yizhuan/server/wire/achievements/achievement'
import { read } from '../api/client.ts'
import { Button } from './Button.tsx'
import { useLanguage } from './language.ts'
import { yuanText } from './Money.tsx'
import { Loaded, Nothing } from './Page.tsx'

/** Who changed what in a record, and when; newest first. `group` names the words of its fields. */
export function History(props: {
  path: string
  group: string
  empty?: string
  /** Puts a field back to what it was before an entry, where somebody may. */
  onRestore?: (seq: number, field: string) => void
}) {
  const { t } = useLanguage()
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
                  group={props.group}
                  onRestore={props.onRestore}
                />
              ))}
            </ol>
          </>
        )
      }
    </Loaded>
  )
}

/** The fields whose values are roles. */
const rolesIn = new Set(['role', 'roles', 'grants'])

type Entry = HistoryWire['items'][number]

function Entry(props: {
  entry: Entry
  group: string
  onRestore: ((seq: number, field: string) => void) | undefined
}) {
  const { entry, group, onRestore } = props
  const { t, named } = useLanguage()
  const { action, at, by, reason, changes, seq } = entry
  const isFirst = seq === 1
  const isChange = changes.some(({ from }) => from !== undefined)
  // Codes have words of their own; an id tells nobody anything.
  const text = (field: string, value: unknown) =>
    value === true
      ? t('general.yes')
      : field.endsWith('Fen') && typeof value === 'string'
        ? yuanText(value)
        : valueText(value, (code) => named(rolesIn.has(field) ? 'role' : `${group}.values`, code))
  const source = changes.find(({ field }) => field === 'source')?.to
  const isForMachines = ({ from, to }: Entry['changes'][number]) =>
    isId(to) || (from === undefined && Array.isArray(to) && to.every(isId))
  const shown = changes.filter((one) => one.field !== 'source' && !isForMachines(one))
  return (
    <li>
      <div className="history-head">
        <strong>{named('history.actions', action.split('.')[1] ?? action)}</strong>{' '}
        <span>{by}</span> <time dateTime={at}>{momentText(at)}</time>
      </div>
      {reason && <div>{t('history.reason', { reason })}</div>}
      {typeof source === 'string' && <div className="muted">{t('history.source', { source })}</div>}
      <details open={!isFirst && shown.length > 0} hidden={shown.length === 0}>
        <summary className="muted">{t('history.fields', { count: shown.length })}</summary>
        <table className="grid">
          <tbody>
            {shown.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{named(`${group}.fields`, field)}</th>
                {isChange && <td className="was">{text(field, from) || '—'}</td>}
                <td>
                  {text(field, to) || '—'}
                  {onRestore && isChange && (
                    <div>
                      <Button kind="quiet" small onClick={() => onRestore(seq, field)}>
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

/** An id or a fingerprint: for machines, which find it in the chain. */
function isId(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(value)
  )
}

/** A moment as the wall clock in China shows it. */
function momentText(at: string): string {
  return new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16)
}

/** A value of any field as a text; lists are joined, objects told by their parts. */
function valueText(value: unknown, say: (code: string) => string): string {
  const inner = (part: unknown) => valueText(part, say)
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(inner).filter(Boolean).join('、')
  if (typeof value !== 'object') return say(String(value))
  return Object.values(value)
    .filter((part) => part !== null && part !== false && !isId(part))
    .map(inner)
    .join(' ')
}
