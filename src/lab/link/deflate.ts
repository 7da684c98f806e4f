/** Raw deflate, by the platform: the same in Node, in a worker and in every browser. */

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const parts = await collect(through(bytes, new CompressionStream('deflate-raw')), Number.POSITIVE_INFINITY)
  return parts as Uint8Array
}

/** 'too large' as soon as more than `most` bytes have come out: a few kilobytes may stand for gigabytes. */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array | 'too large' | 'damaged'> {
  try {
    return await collect(through(bytes, new DecompressionStream('deflate-raw')), most)
  } catch {
    return 'damaged'
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, transform: CompressionStream | DecompressionStream) {
  return new Blob([bytes]).stream().pipeThrough<Uint8Array>(transform)
}

async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | 'too large'> {
  const reader = stream.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(parts, length)
    length += value.length
    if (length > most) {
      await reader.cancel()
      return 'too large'
    }
    parts.push(value)
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
