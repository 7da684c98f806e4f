/** What a component says about an object. */
export interface EventNote {
  readonly type: 'Normal' | 'Warning'
  readonly reason: string
  readonly message: string
  /** "spec.containers{web}" */
  readonly fieldPath?: string
  /** "kubelet", "default-scheduler" …; defaults to the caller's actor. */
  readonly component?: string
  /** Set by components that use the newer events API: they give `eventTime` and no count. */
  readonly action?: string
  /** Nobody will ever say the same again: it names what was just created. Such a message is not looked for. */
  readonly unique?: true
}

/** Events that differ at most in their message, their host and their numbers are of one sort. */
export interface Sort extends Omit<EventNote, 'message' | 'component' | 'unique'> {
  readonly id: number
  readonly component: string
}

/** Numbers sorts. There are as many as components have reasons: they are never forgotten, and no part of the world. */
export class Sorts {
  readonly #all: Sort[] = []
  /** The last of each of a few places for reasons: pods that come up together say the same. */
  readonly #recent: (Sort | undefined)[] = new Array(16).fill(undefined)
  /** By reason, then by the path of a field. */
  readonly #known = new Map<string, Map<string | undefined, Sort[]>>()

  of(note: EventNote, component: string): Sort {
    const { type, reason, fieldPath, action } = note
    const place = (reason.charCodeAt(0) + reason.charCodeAt(2) + reason.length) & 15
    const recent = this.#recent[place]
    if (
      recent !== undefined &&
      recent.reason === reason &&
      recent.fieldPath === fieldPath &&
      recent.component === component &&
      recent.type === type &&
      recent.action === action
    ) {
      return recent
    }
    const sort = this.#find(note, component)
    this.#recent[place] = sort
    return sort
  }

  at(id: number): Sort {
    return this.#all[id] as Sort
  }

  #find({ type, reason, fieldPath, action }: EventNote, component: string): Sort {
    let paths = this.#known.get(reason)
    if (paths === undefined) {
      paths = new Map()
      this.#known.set(reason, paths)
    }
    let sorts = paths.get(fieldPath)
    if (sorts === undefined) {
      sorts = []
      paths.set(fieldPath, sorts)
    }
    for (const sort of sorts) {
      if (sort.component === component && sort.type === type && sort.action === action) return sort
    }
    const sort: Sort = {
      id: this.#all.length,
      type,
      reason,
      component,
      ...(fieldPath === undefined ? {} : { fieldPath }),
      ...(action === undefined ? {} : { action }),
    }
    this.#all.push(sort)
    sorts.push(sort)
    return sort
  }
}
