import { useMutation, useQuery } from '@tanstack/react-query'
import { dayInChina } from '@yizhuan/kit'
import { useRef, useState } from 'react'
import { newId } from '../../../api/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { useLanguage } from '../../../ui/language.ts'
import { Loaded, Nothing, Panel } from '../../../ui/Page.tsx'
import type { CaseLineWire } from '../case.api.ts'
import { ActForm, type FilledAct } from '../form/ActForm.tsx'
import type { Values } from '../form/filled.ts'
import type { Me } from '../NowPanel.tsx'
import { BulkPreview } from './BulkPreview.tsx'
import {
  type BulkOptionsWire,
  type BulkPreviewWire,
  foreseeBulk,
  optionsQuery,
  startBulk,
} from './bulk.api.ts'

type Option = BulkOptionsWire['items'][number]

/** The same act on several cases: which act, its form once, what each case would meet, the order. */
export function BulkAct(props: {
  cases: readonly CaseLineWire[]
  me: Me
  onStarted: (id: string) => void
  onClose: () => void
}) {
  const { t, say } = useLanguage()
  const ids = props.cases.map(({ id }) => id)
  const options = useQuery(optionsQuery(ids))
  const [chosen, choose] = useState<Option>()
  return (
    <Panel
      title={t('bulk.title', { count: ids.length })}
      extra={
        <Button small onClick={props.onClose}>
          {t('bulk.backToList')}
        </Button>
      }
    >
      <Loaded query={options}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing text={t('bulk.none')} hint={t('bulk.noneHint')} />
          ) : (
            <fieldset className="field">
              <legend>{t('bulk.which')}</legend>
              <div className="choices">
                {items.map((option) => (
                  <label key={keyOf(option)} className="choice">
                    <input
                      type="radio"
                      name="bulk-act"
                      checked={chosen === option}
                      onChange={() => choose(option)}
                    />
                    <span>
                      {t('bulk.inSome', {
                        act: say(option.label),
                        some: option.cases.length,
                        all: ids.length,
                      })}
                      {option.actFor &&
                        ` ${t('substitutes.actedFor', { name: option.actFor.name })}`}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          )
        }
      </Loaded>
      {chosen && (
        <OneForm
          key={keyOf(chosen)}
          option={chosen}
          ids={ids}
          me={props.me}
          onStarted={props.onStarted}
        />
      )}
    </Panel>
  )
}

const keyOf = ({ procedure, act, actFor }: Option) => `${procedure}/${act}/${actFor?.person ?? ''}`

function OneForm(props: {
  option: Option
  ids: readonly string[]
  me: Me
  onStarted: (id: string) => void
}) {
  const { t, say } = useLanguage()
  const { option, ids, me } = props
  const { procedure, act } = option
  const [values, keep] = useState<Values>({})
  const [filled, fill] = useState<FilledAct>()
  const [preview, show] = useState<BulkPreviewWire>()
  // Made once: a second click on a slow line is the same order.
  const id = useRef(newId())
  const acting = option.actFor && { actingFor: option.actFor.person }
  const order = (from: FilledAct) => ({ procedure, act, ...from, ...acting })
  const send = useMutation({
    mutationFn: (cases: { id: string; expectedSeq: number }[]) =>
      startBulk({ id: id.current, ...order(filled as FilledAct), cases }),
    onSuccess: (started) => props.onStarted(started.id),
  })
  if (filled && preview) {
    return (
      <BulkPreview
        preview={preview}
        title={say(option.label)}
        error={send.error}
        isBusy={send.isPending}
        onConfirm={(cases) => send.mutate(cases)}
        onBack={() => {
          id.current = newId()
          send.reset()
          show(undefined)
        }}
      />
    )
  }
  return (
    <ActForm
      procedure={procedure}
      type={act}
      title={say(option.label)}
      draftKey={`${me.id}/bulk/${procedure}/${act}`}
      known={values}
      today={dayInChina(new Date())}
      confirm={t('bulk.foresee')}
      onSubmit={async (form) => {
        show(await foreseeBulk({ ...order(form), cases: [...ids] }))
        fill(form)
      }}
      onSent={keep}
    />
  )
}
