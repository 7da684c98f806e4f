/** What was asked for cannot be printed; the message is kubectl's, without its "error: ". */
export class PrintError extends Error {}
