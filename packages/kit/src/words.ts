/** The two languages of the interface. */
export type Lang = 'zh' | 'en'

/** A text in both languages: Chinese first, English complete. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Both languages at once; for texts that read the same in both. */
export function words(zh: string, en: string = zh): Words {
  return { zh, en }
}
