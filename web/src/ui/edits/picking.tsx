import { useState } from 'react'
import { Button } from '../Button.tsx'
import { useLanguage } from '../language.ts'

/** The most records of one run; the server says it again. */
export const mostRecords = 500

/** Records that are picked out of a list, by their ids; undefined while nobody picks. */
export function usePicking() {
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  return {
    picked,
    start: () => setPicked(new Set()),
    stop: () => setPicked(undefined),
    add: (ids: readonly string[]) =>
      setPicked(new Set([...(picked ?? []), ...ids].slice(0, mostRecords))),
    turn: (id: string) => {
      const next = new Set(picked)
      if (!next.delete(id)) next.add(id)
      setPicked(next)
    },
  }
}

export type Picking = ReturnType<typeof usePicking>

/** One box of a list, while somebody picks. */
export function PickCell(props: { picking: Picking; id: string; name: string }) {
  const { t } = useLanguage()
  const { picked, turn } = props.picking
  if (!picked) return null
  const isPicked = picked.has(props.id)
  return (
    <td className="pick">
      <input
        type="checkbox"
        aria-label={t('edits.pick', { name: props.name })}
        checked={isPicked}
        disabled={!isPicked && picked.size >= mostRecords}
        onChange={() => turn(props.id)}
      />
    </td>
  )
}

/** What is picked so far and what to do with it; stays in view while the list is scrolled. */
export function PickBar(props: {
  picking: Picking
  shown: readonly string[]
  onEdit: (choice: 'picked' | 'all') => void
}) {
  const { t } = useLanguage()
  const { picked, add, stop } = props.picking
  if (!picked) return null
  return (
    <div className="pick-bar no-print" role="toolbar" aria-label={t('edits.start')}>
      <strong>{t('edits.picked', { count: picked.size })}</strong>
      <Button small onClick={() => add(props.shown)}>
        {t('edits.pickShown')}
      </Button>
      <Button
        small
        kind="primary"
        disabled={picked.size === 0}
        onClick={() => props.onEdit('picked')}
      >
        {t('edits.editPicked')}
      </Button>
      <Button small onClick={() => props.onEdit('all')}>
        {t('edits.editAll')}
      </Button>
      <Button small kind="quiet" onClick={stop}>
        {t('general.cancel')}
      </Button>
    </div>
  )
}
