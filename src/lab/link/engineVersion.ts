/** The version of the engine, as in package.json: what it does with a recording may differ from one to the next. */
export const engineVersion = '0.1.0'

/** Links that name no engine were made by this one. */
export const firstEngine = '0.1.0'
