import { address, withQuery } from '../api/client.ts'
import { Icon } from './Icon.tsx'
import { useLanguage } from './language.ts'

/** Takes a list out as it is filtered now: a workbook for people, CSV for programs, a paper to sign. */
export function ExportMenu(props: {
  /** The path of the list, such as `/contracts`. */
  path: string
  filter?: Readonly<Record<string, string | undefined>>
  /** What leaves, where a page has more than one list. */
  label?: string
  /** It is a paper to be signed as well. */
  prints?: boolean
}) {
  const { t, lang } = useLanguage()
  const to = (format: string) =>
    address(withQuery(`${props.path}.${format}`, { ...props.filter, lang }))
  const paper = (format: string) =>
    address(withQuery(`${props.path}.${format}`, props.filter ?? {}))
  return (
    <details className="menu menu-end">
      <summary className="button button-plain">
        {props.label ?? t('exports.menu')} <Icon name="down" size={12} />
      </summary>
      <ul className="menu-list">
        <li>
          <a href={to('xlsx')} download>
            {t('exports.xlsx')}
          </a>
        </li>
        <li>
          <a href={to('csv')} download>
            {t('exports.csv')}
          </a>
        </li>
        {props.prints && (
          <>
            <li>
              <a href={paper('pdf')} download>
                {t('exports.pdf')}
              </a>
            </li>
            <li>
              <a href={paper('docx')} download>
                {t('exports.docx')}
              </a>
            </li>
          </>
        )}
      </ul>
    </details>
  )
}
