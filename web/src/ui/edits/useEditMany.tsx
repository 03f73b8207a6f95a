import { type ReactNode, useState } from 'react'
import { Button } from '../Button.tsx'
import { useLanguage } from '../language.ts'
import { type Chosen, EditMany } from './EditMany.tsx'
import { PickBar, type Picking, usePicking } from './picking.tsx'

/** How many records of a list are edited at once, for whoever may. */
export interface EditingMany {
  /** Which are picked; the boxes of the list ask. */
  readonly picking: Picking
  /** The button that begins it. */
  readonly start: ReactNode
  /** What is done with those picked; stands below the list. */
  readonly rest: ReactNode
}

/** Editing many records of a list: where it begins, what is picked, and the edit itself. */
export function useEditMany(
  of: Omit<Chosen, 'ids'> & { readonly shown: readonly string[]; readonly may: boolean },
): EditingMany {
  const { t } = useLanguage()
  const picking = usePicking()
  const [editing, edit] = useState<'picked' | 'all'>()
  const { kind, group, filter, shown, may } = of
  const ids = [...(picking.picked ?? [])]
  return {
    picking,
    start: may && shown.length > 0 && !picking.picked && (
      <Button onClick={picking.start}>{t('edits.start')}</Button>
    ),
    rest: (
      <>
        <PickBar picking={picking} shown={shown} onEdit={edit} />
        {editing && (
          <EditMany
            chosen={{ kind, group, filter, ...(editing === 'picked' && { ids }) }}
            onClose={() => edit(undefined)}
          />
        )}
      </>
    ),
  }
}
