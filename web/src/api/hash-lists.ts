// Lists in the part of an address behind `#`: their items apart by commas, the fields of an item by colons.

/** An address holds no more items of a list. */
export const mostInList = 30

/** Items with their fields as the text of a list; an amount may be typed with thousands apart. */
export const listText = (items: readonly (readonly string[])[]): string =>
  items.map((fields) => fields.map(escaped).join(':')).join(',')

const escaped = (field: string): string => field.replace(/[,:]/g, encodeURIComponent)
const typed = (field: string): string => field.replace(/%2C|%3A/gi, decodeURIComponent)

/** The items of a list; the standard where an address says nothing of it. */
export function listIn<Item>(
  text: string | null,
  standard: readonly Item[],
  read: (fields: readonly string[]) => Item,
): readonly Item[] {
  if (text === null) return standard
  if (text === '') return []
  return text
    .split(',', mostInList)
    .map((each) => read(each.split(':').map((field) => typed(field).slice(0, 40))))
}
