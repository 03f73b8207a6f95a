import { isIdentityNumber } from '@yizhuan/kit'

/** What somebody types who objects, or gives a hint without a name. */
export interface ObjectionForm {
  readonly isAnonymous: boolean
  readonly name: string
  readonly idNumber: string
  readonly contact: string
  readonly text: string
}

export const emptyObjection: ObjectionForm = {
  isAnonymous: false,
  name: '',
  idNumber: '',
  contact: '',
  text: '',
}

/** What is wrong with a field, as a key of the words. */
export type ObjectionWrong = 'nameShort' | 'idWrong' | 'contactShort' | 'textShort'

/** What still stands in the way of sending, field by field; the server checks it again. */
export function wrongsOf(
  form: ObjectionForm,
): Partial<Record<keyof ObjectionForm, ObjectionWrong>> {
  const isShort = (text: string, least: number) => [...text.trim()].length < least
  const text = isShort(form.text, 5) ? { text: 'textShort' as const } : {}
  if (form.isAnonymous) return text
  return {
    ...(isShort(form.name, 2) && { name: 'nameShort' as const }),
    ...(form.idNumber.trim() !== '' &&
      !isIdentityNumber(form.idNumber.trim().toUpperCase()) && { idNumber: 'idWrong' as const }),
    ...(isShort(form.contact, 5) && { contact: 'contactShort' as const }),
    ...text,
  }
}

/** What is sent; a hint without a name carries its text alone. */
export function sentOf({ isAnonymous, name, idNumber, contact, text }: ObjectionForm) {
  if (isAnonymous) return { anonymous: true, text: text.trim() }
  return {
    name: name.trim(),
    contact: contact.trim(),
    text: text.trim(),
    ...(idNumber.trim() && { idNumber: idNumber.trim().toUpperCase() }),
  }
}
