import { valueText } from '@yizhuan/kit'
import { useLanguage } from '../language.ts'
import { useCodeWords } from './useCodeWords.ts'

/** What becomes what, field by field. `group` names the words of the fields. */
export function Changes(props: {
  changes: readonly { readonly field: string; readonly from?: unknown; readonly to?: unknown }[]
  group: string
}) {
  const { named } = useLanguage()
  const say = useCodeWords(props.group)
  const text = (field: string, value: unknown) =>
    valueText(value, (code) => say(field, code)) || '—'
  return (
    <table className="grid changes">
      <tbody>
        {props.changes.map(({ field, from, to }) => (
          <tr key={field}>
            <th scope="row">{named(`${props.group}.fields`, field)}</th>
            <td className="was">{text(field, from)}</td>
            <td>{text(field, to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
