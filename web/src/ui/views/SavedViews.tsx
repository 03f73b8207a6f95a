import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { useLanguage } from '../language.ts'
import { ProblemAlert } from '../ProblemAlert.tsx'
import { useQueryParams } from '../useQueryParams.ts'
import { type Column, hiddenIn, turned } from './columns.ts'
import { SaveView } from './SaveView.tsx'
import { chooseDefault, deleteView, returnView, type ViewWire, viewsQuery } from './views.api.ts'

/** The views of a list: filters, order and columns that are kept under a name. */
export function SavedViews({
  list,
  columns = [],
}: {
  list: string
  /** Those that may be left out. */
  columns?: readonly Column[]
}) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const query = useQuery(viewsQuery(list))
  const [saving, save] = useState<'new' | ViewWire>()
  const [gone, setGone] = useState<ViewWire>()
  const now = params.all()
  const views = query.data?.items ?? []
  const current = views.find((view) => isSame(view.params, now))
  useDefault(views, params)
  const again = useAgain(list)
  const bringBack = useMutation({
    mutationFn: (view: ViewWire) => returnView(view.id),
    onSuccess: () => {
      setGone(undefined)
      return again()
    },
  })
  return (
    <>
      <details className="menu menu-end">
        <summary className="button button-plain">
          {current ? t('views.current', { name: current.name }) : t('views.menu')}{' '}
          <Icon name="down" size={12} />
        </summary>
        <div className="menu-list views">
          <ul>
            {views.map((view) => (
              <OneView
                key={view.id}
                view={view}
                list={list}
                isCurrent={view === current}
                onOpen={() => params.put(view.params)}
                onChange={() => save(view)}
                onGone={setGone}
              />
            ))}
          </ul>
          {views.length === 0 && <p className="muted">{t('views.none')}</p>}
          <Button small onClick={() => save('new')}>
            {t('views.save')}
          </Button>
          {Object.keys(now).length > 0 && (
            <Button small kind="quiet" onClick={() => params.put({})}>
              {t('views.clear')}
            </Button>
          )}
          {columns.length > 0 && <Columns columns={columns} />}
        </div>
      </details>
      {gone && (
        <span role="status" className="muted">
          {t('views.gone', { name: gone.name })}{' '}
          <Button small kind="quiet" onClick={() => bringBack.mutate(gone)}>
            {t('views.undo')}
          </Button>
        </span>
      )}
      <ProblemAlert error={bringBack.error} />
      {saving && (
        <SaveView
          list={list}
          mayShare={query.data?.mayShare ?? false}
          params={now}
          {...(saving !== 'new' && { before: saving })}
          onClose={() => save(undefined)}
          onSaved={() => {
            save(undefined)
            void again()
          }}
        />
      )}
    </>
  )
}

/** Opens the list with its default view, where the address asks for nothing else. */
function useDefault(views: readonly ViewWire[], params: ReturnType<typeof useQueryParams>) {
  const isLooked = useRef(false)
  useEffect(() => {
    if (isLooked.current || views.length === 0) return
    isLooked.current = true
    const view = views.find(({ isDefault }) => isDefault)
    if (view && Object.keys(params.all()).length === 0) params.put(view.params)
  }, [views, params])
}

function useAgain(list: string) {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['views', list] })
}

function OneView(props: {
  view: ViewWire
  list: string
  isCurrent: boolean
  onOpen: () => void
  onChange: () => void
  onGone: (view: ViewWire) => void
}) {
  const { t } = useLanguage()
  const { view, list, isCurrent } = props
  const again = useAgain(list)
  const star = useMutation({
    mutationFn: () => chooseDefault(list, view.isDefault ? null : view.id),
    onSuccess: again,
  })
  const drop = useMutation({
    mutationFn: () => deleteView(view.id),
    onSuccess: () => {
      props.onGone(view)
      return again()
    },
  })
  return (
    <li>
      <button
        type="button"
        className="link"
        aria-current={isCurrent || undefined}
        onClick={props.onOpen}
      >
        {view.name}
      </button>
      {view.isShared && (
        <span className="chip" title={t('views.sharedBy', { name: view.by })}>
          {t('views.shared')}
        </span>
      )}
      <span className="views-acts">
        <Button small kind="quiet" aria-pressed={view.isDefault} onClick={() => star.mutate()}>
          {view.isDefault ? t('views.isDefault') : t('views.makeDefault')}
        </Button>
        {view.isMine && (
          <>
            <Button small kind="quiet" onClick={props.onChange}>
              {t('views.change')}
            </Button>
            <Button small kind="quiet" onClick={() => drop.mutate()}>
              {t('views.delete')}
            </Button>
          </>
        )}
      </span>
      <ProblemAlert error={star.error ?? drop.error} />
    </li>
  )
}

function Columns({ columns }: { columns: readonly Column[] }) {
  const { t } = useLanguage()
  const params = useQueryParams()
  const hide = params.get('hide')
  const hidden = hiddenIn(hide)
  return (
    <fieldset className="views-columns">
      <legend>{t('views.columns')}</legend>
      {columns.map(({ key, label }) => (
        <label key={key} className="choice">
          <input
            type="checkbox"
            checked={!hidden.includes(key)}
            onChange={() => params.set({ hide: turned(hide, key) })}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}

type Params = Readonly<Record<string, string>>

function isSame(one: Params, other: Params): boolean {
  const text = (params: Params) => new URLSearchParams(Object.entries(params).sort()).toString()
  return text(one) === text(other)
}
