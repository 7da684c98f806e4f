/** Markdown of scenarios as React elements: a few known kinds of node, everything else as the text it was written as. */
import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { Fragment, memo, type ReactNode } from 'react'
import type { Slots, Text } from '../../../i18n/index.ts'
import { useLanguage } from '../../../state/index.ts'
import { fill, piecesOf } from './fill.ts'
import styles from './Markdown.module.css'

interface Props {
  readonly text: Text
  /** Values measured from the run: shown as such, never read as Markdown. */
  readonly slots?: Slots
  /** Without paragraphs, for a label or an option. */
  readonly inline?: boolean
}

export const Markdown = memo(function Markdown({ text, slots = noSlots, inline = false }: Props) {
  const { source, values } = fill(text, useLanguage(), slots)
  const elements = childrenOf(fromMarkdown(source), { source, values, inline })
  return inline ? elements : <div className={styles.prose}>{elements}</div>
})

const noSlots: Slots = {}

interface Context {
  readonly source: string
  readonly values: readonly string[]
  readonly inline: boolean
}

function childrenOf(parent: Parents, context: Context): ReactNode {
  // The nodes of a text never change place: their index is who they are.
  return parent.children.map((node, index) => (
    <Fragment key={String(index)}>{elementOf(node, context)}</Fragment>
  ))
}

function elementOf(node: Nodes, context: Context): ReactNode {
  switch (node.type) {
    case 'text':
      return textOf(node.value, context)
    case 'paragraph':
      return context.inline ? childrenOf(node, context) : <p>{childrenOf(node, context)}</p>
    case 'emphasis':
      return <em>{childrenOf(node, context)}</em>
    case 'strong':
      return <strong>{childrenOf(node, context)}</strong>
    case 'inlineCode':
      return <code>{textOf(node.value, context)}</code>
    case 'code':
      return (
        <pre>
          <code>{textOf(node.value, context)}</code>
        </pre>
      )
    case 'list':
      return node.ordered ? <ol>{childrenOf(node, context)}</ol> : <ul>{childrenOf(node, context)}</ul>
    case 'listItem':
      return <li>{childrenOf(node, context)}</li>
    case 'break':
      return <br />
    case 'link':
      return isSafe(node.url) ? (
        <a href={node.url} target="_blank" rel="noopener noreferrer">
          {childrenOf(node, context)}
        </a>
      ) : (
        childrenOf(node, context)
      )
    default:
      return textOf(asWritten(node, context.source), context)
  }
}

function textOf(text: string, { values }: Context): ReactNode {
  return piecesOf(text, values).map((piece, index) =>
    'written' in piece ? (
      <Fragment key={String(index)}>{withNamesWhole(piece.written)}</Fragment>
    ) : (
      <span
        key={String(index)}
        className={isName(piece.measured) ? `${styles.measured} ${styles.whole}` : styles.measured}
      >
        {piece.measured}
      </span>
    ),
  )
}

/** A browser would break it after its hyphen. A number is no such thing: what counts it stands right behind it. */
function isName(text: string): boolean {
  return /^\S*\w-\w\S*$/.test(text)
}

function withNamesWhole(text: string): ReactNode {
  return text.split(/(\s+)/).map((word, index) =>
    isName(word) ? (
      <span key={String(index)} className={styles.whole}>
        {word}
      </span>
    ) : (
      word
    ),
  )
}

function isSafe(url: string): boolean {
  return /^https:\/\/[\w.-]+(?:[/?#][\x21-\x7e]*)?$/.test(url)
}

function asWritten({ position }: Nodes, source: string): string {
  return source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0)
}
