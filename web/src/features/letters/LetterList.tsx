import { timeInChina } from '@yizhuan/kit'
import type { LetterLineWire } from '@yizhuan/server/wire/letters/letter'
import { MailDrop } from '../../ui/comments/MailDrop.tsx'
import { ExportMenu } from '../../ui/ExportMenu.tsx'
import { useLanguage } from '../../ui/language.ts'
import { Nothing, PageHeader, Panel } from '../../ui/Page.tsx'
import { PagedList } from '../../ui/PagedList.tsx'
import { Segments } from '../../ui/Segments.tsx'
import { usePages } from '../../ui/usePages.ts'
import { useQueryParams } from '../../ui/useQueryParams.ts'

/** Mail that was brought in: what waits to be filed, and what was dealt with. */
export function LetterList() {
  const { t, named } = useLanguage()
  const params = useQueryParams()
  const state = params.get('state') === 'settled' ? 'settled' : 'waiting'
  const { query, items } = usePages<LetterLineWire>('/letters', { state })
  return (
    <>
      <PageHeader title={t('letters.title')} note={t('letters.note')}>
        <ExportMenu path="/letters" filter={{ state }} />
      </PageHeader>
      <Panel>
        <MailDrop />
        <p>
          <Segments
            label={t('letters.which')}
            value={state}
            onChange={(next) => params.set({ state: next === 'waiting' ? undefined : next })}
            choices={[
              { value: 'waiting', label: t('letters.states.waiting') },
              { value: 'settled', label: t('letters.settled') },
            ]}
          />
        </p>
        <PagedList
          query={query}
          isEmpty={items.length === 0}
          empty={<Nothing text={t('letters.none')} hint={t('letters.noneHint')} />}
        >
          <table className="grid grid-links stacks">
            <thead>
              <tr>
                <th>{t('letters.fields.subject')}</th>
                <th>{t('letters.fields.from')}</th>
                <th>{t('letters.fields.sentAt')}</th>
                <th className="num">{t('letters.fields.files')}</th>
                <th>{t('letters.fields.state')}</th>
                <th>{t('letters.fields.brought')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>
                    <a href={`/letters/${one.id}`}>{one.subject || t('letters.noSubject')}</a>
                  </td>
                  <td data-label={t('letters.fields.from')}>{one.from}</td>
                  <td className="nowrap" data-label={t('letters.fields.sentAt')}>
                    {one.sentAt && timeInChina(one.sentAt)}
                  </td>
                  <td className="num" data-label={t('letters.fields.files')}>
                    {one.files}
                  </td>
                  <td data-label={t('letters.fields.state')}>
                    {named('letters.states', one.state)}
                  </td>
                  <td data-label={t('letters.fields.brought')}>
                    {one.broughtBy} {timeInChina(one.broughtAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </PagedList>
      </Panel>
    </>
  )
}
